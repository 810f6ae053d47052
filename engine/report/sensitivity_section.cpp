#include "engine/report/sensitivity_section.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/report/result_lookup.h"
#include "engine/report/section_words.h"
#include "engine/report/sweep_words.h"
#include "engine/report/table_view.h"
#include "engine/report/unit_label.h"

namespace zhaimao {
namespace {

struct FactorRow {
    std::string factor;
    std::vector<ReportCell> cells;
    double strength = 0.0;  // the largest index, sigma left out
};

// How changes of an outcome are shown.
struct OutcomeUnit {
    FigureKind kind = FigureKind::quantity;
    double divisor = 1.0;  // of a quantity; a kind that has a unit of its own divides by it
    std::string word;
};

OutcomeUnit unit_shown(const std::string& unit, const ReportStyle& style) {
    const bool zh = style.language == Language::zh;
    constexpr double per_cent = 0.01, wan = 1e4;
    if (unit == "people")
        return {FigureKind::people, 1.0, std::string(unit_of(FigureKind::people, style).word)};
    if (unit == "yuan" || unit == "yuan/year")
        return {FigureKind::money, 1.0,
                std::string(unit_of(FigureKind::money, style).word) +
                    unit_label(unit.substr(std::string_view("yuan").size()), style.language)};
    if (unit == "share")
        return {FigureKind::quantity, per_cent, zh ? "百分点" : "percentage points"};
    if (unit == "households" && style.numbers == Numbers::wan)
        return {FigureKind::quantity, wan, zh ? "万户" : "10,000 households"};
    if (unit == "index" || unit == "ratio") return {};
    return {FigureKind::quantity, 1.0, unit_label(unit, style.language)};
}

std::string unit_of_outcome(const RunResults& results, const std::string& outcome) {
    if (const Table* table = results.table("sweep_output")) {
        const TableView view(*table);
        for (const TableRow row : view.rows())
            if (view.text(row, "outcome") == outcome) return view.text(row, "unit");
    }
    return {};
}

// With the unit where it has one.
std::string head_of(const std::string& index, const OutcomeUnit& unit, const ReportStyle& style) {
    const std::string word(index_word(index, style.language));
    if (has_no_unit(index) || unit.word.empty()) return word;
    return fmt::format(fmt::runtime(section_words(style.language).with_unit), word, unit.word);
}

// An estimate is rounded by its interval.
Figure estimate(const TableView& view, TableRow row, double divisor) {
    Figure figure{view.real(row, "value") / divisor, view.real(row, "conf_low") / divisor,
                  view.real(row, "conf_high") / divisor};
    constexpr double rounding = 1e-12;  // of sums, relative: no width
    if (!(figure.high - figure.low > rounding * std::abs(figure.value)))
        figure.low = figure.high = Summary::undefined;
    constexpr double errors_in_interval = 4.0;  // about: 95 % lie within two on each side
    if (figure.has_range()) figure.error = (figure.high - figure.low) / errors_in_interval;
    return figure;
}

class OutcomeTable {
   public:
    OutcomeTable(const RunResults& results, const std::string& outcome, const ReportStyle& style)
        : results_(results),
          style_(style),
          unit_(unit_shown(unit_of_outcome(results, outcome), style)) {
        table_.section = "sensitivity";
        const SectionWords& words = section_words(style.language);
        table_.title = fmt::format(fmt::runtime(words.sensitivity),
                                   name_in(style.language, label_of(results, "outcome", outcome)));
        table_.columns.push_back({std::string(words.factor), FigureKind::text});
        table_.chart = ReportChart::tornado;
    }

    void add(const TableView& view, TableRow row) {
        const std::string& factor = view.text(row, "factor");
        const std::string& index = view.text(row, "index");
        if (rows_.empty() || rows_.back().factor != factor) rows_.push_back({factor, {}, 0.0});
        FactorRow& of = rows_.back();
        const bool is_plain = has_no_unit(index);
        const Figure figure = estimate(view, row, is_plain ? 1.0 : unit_.divisor);
        of.cells.emplace_back(figure);
        if (index != "sigma" && std::isfinite(figure.value))
            of.strength = std::max(of.strength, std::abs(figure.value));
        if (rows_.size() > 1) return;
        table_.columns.push_back(
            {head_of(index, unit_, style_), is_plain ? FigureKind::number : unit_.kind});
    }

    [[nodiscard]] ReportTable table() && {
        std::stable_sort(rows_.begin(), rows_.end(), [](const FactorRow& a, const FactorRow& b) {
            return a.strength > b.strength;
        });
        for (FactorRow& row : rows_) {
            std::vector<ReportCell> cells{
                name_in(style_.language, label_of(results_, "factor", row.factor))};
            cells.insert(cells.end(), row.cells.begin(), row.cells.end());
            table_.rows.push_back(std::move(cells));
        }
        return std::move(table_);
    }

   private:
    const RunResults& results_;
    const ReportStyle& style_;
    OutcomeUnit unit_;
    ReportTable table_;
    std::vector<FactorRow> rows_;
};

}  // namespace

std::vector<ReportTable> sensitivity_sections(const RunResults& results, const ReportStyle& style) {
    std::vector<std::pair<std::string, OutcomeTable>> outcomes;
    const TableView view(*results.table("sensitivity"));
    for (const TableRow row : view.rows()) {
        const std::string& outcome = view.text(row, "outcome");
        if (outcomes.empty() || outcomes.back().first != outcome)
            outcomes.emplace_back(outcome, OutcomeTable(results, outcome, style));
        outcomes.back().second.add(view, row);
    }
    std::vector<ReportTable> tables;
    for (auto& [outcome, table] : outcomes) {
        tables.push_back(std::move(table).table());
        if (outcomes.size() > 1) tables.back().part = tables.size();
    }
    return tables;
}

}  // namespace zhaimao
