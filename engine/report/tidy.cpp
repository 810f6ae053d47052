#include "engine/report/tidy.h"

#include <algorithm>

#include "engine/report/result_lookup.h"
#include "engine/report/rules_section.h"
#include "engine/report/summary_rows.h"
#include "engine/report/table_view.h"

namespace zhaimao {
namespace {

struct AreaIndicator {
    const char* section;
    const char* indicator;
};
constexpr AreaIndicator area_indicators[] = {
    {"poor", "poor_people"},        {"incidence", "incidence"},
    {"exits", "exited_people"},     {"exits", "relapsed_people"},
    {"exits", "newly_poor_people"}, {"exits", "exited_people_cumulative"},
    {"money", "top_up_money"}};
constexpr AreaIndicator service_indicators[] = {{"served", "served_people"}, {"money", "money"}};

class Tidy {
   public:
    Tidy(const std::vector<std::string>& sections, Language language)
        : sections_(sections),
          language_(language),
          table_("projection", with_summary({{"run", CellType::text},
                                             {"scenario", CellType::text},
                                             {"area_id", CellType::whole},
                                             {"area", CellType::text},
                                             {"year", CellType::whole},
                                             {"intervention", CellType::text},
                                             {"indicator", CellType::text},
                                             {"unit", CellType::text}})) {}

    void add(const RunResults& results) {
        for (const auto& [section, indicator] : area_indicators)
            if (is_wanted(section)) add_areas(results, indicator);
        if (is_wanted("targets")) add_targets(results);
        if (is_wanted("rules")) add_rules(results);
        for (const auto& [section, indicator] : service_indicators)
            if (is_wanted(section)) add_services(results, indicator);
    }

    [[nodiscard]] Table table() { return std::move(table_); }

   private:
    [[nodiscard]] bool is_wanted(const char* section) const {
        return sections_.empty() ||
               std::find(sections_.begin(), sections_.end(), section) != sections_.end();
    }

    void add_row(const RunResults& results, std::int64_t area, int year,
                 const std::string& intervention, const std::string& indicator,
                 const std::string& unit, const Summary& s) {
        const std::string name = name_in(language_, area_label(results.run, area));
        add_summary_row(table_,
                        {spreadsheet_text(results.folder), spreadsheet_text(results.run.scenario),
                         area, spreadsheet_text(name), std::int64_t{year},
                         spreadsheet_text(intervention), indicator, unit},
                        s);
    }

    void add_areas(const RunResults& results, const std::string& indicator) {
        const std::string unit = indicator_unit(results, indicator);
        for (const RunArea& area : results.run.areas)
            for (const int year : results.run.years)
                if (const Summary* s = results.run.find(indicator, area.id, year))
                    add_row(results, area.id, year, "", indicator, unit, *s);
    }

    void add_targets(const RunResults& results) {
        const Table* table = results.table("target");
        if (table == nullptr) return;
        const TableView view(*table);
        for (const TableRow row : view.rows()) {
            Summary s;
            s.mean = view.real(row, "p_on_time");
            s.n = results.run.replicates;
            add_row(results, view.whole(row, "area_id"),
                    static_cast<int>(view.whole(row, "deadline")), "", "p_on_time", "share", s);
        }
    }

    void add_rules(const RunResults& results) {
        for (const DeadlineFailure& failure : deadline_failures(results)) {
            Summary s;
            s.mean = failure.p_fail;
            s.n = results.run.replicates;
            add_row(results, failure.area, failure.deadline, "", "p_fail_" + failure.rule, "share",
                    s);
        }
    }

    void add_services(const RunResults& results, const std::string& indicator) {
        const std::string unit = indicator_unit(results, indicator);
        const Table* table = results.table("intervention_year");
        if (table == nullptr) return;
        const TableView view(*table);
        for (const TableRow row : view.rows())
            if (view.text(row, "indicator") == indicator)
                add_row(results, view.whole(row, "area_id"),
                        static_cast<int>(view.whole(row, "year")), view.text(row, "intervention"),
                        indicator, unit, view.summary(row));
    }

    const std::vector<std::string>& sections_;
    Language language_;
    Table table_;
};

}  // namespace

Table tidy_table(const std::vector<RunResults>& runs, const std::vector<std::string>& sections,
                 const ReportStyle& style) {
    Tidy tidy(sections, style.language);
    for (const RunResults& results : runs) tidy.add(results);
    return tidy.table();
}

std::string spreadsheet_text(const std::string& text) {
    constexpr std::string_view formula_begins = "=+-@\t\r";
    const bool quoted = !text.empty() && formula_begins.find(text[0]) != std::string_view::npos;
    return quoted ? "'" + text : text;
}

}  // namespace zhaimao
