#include "engine/report/sensitivity_section.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/report/result_lookup.h"
#include "engine/report/section_words.h"
#include "engine/report/sweep_words.h"
#include "engine/report/table_view.h"

namespace zhaimao {
namespace {

struct FactorRow {
    std::string factor;
    std::vector<ReportCell> cells;
    double strength = 0.0;  // the largest index, sigma left out
};

FigureKind kind_of(const std::string& index, const std::string& unit) {
    if (has_no_unit(index)) return FigureKind::number;
    if (unit == "people") return FigureKind::people;
    if (unit == "yuan") return FigureKind::money;
    return FigureKind::number;
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
std::string head_of(const std::string& index, FigureKind kind, const ReportStyle& style) {
    const std::string word(index_word(index, style.language));
    if (kind == FigureKind::number) return word;
    return fmt::format(fmt::runtime(section_words(style.language).with_unit), word,
                       unit_of(kind, style).word);
}

// An estimate is rounded by its interval.
Figure estimate(const TableView& view, TableRow row) {
    Figure figure{view.real(row, "value"), view.real(row, "conf_low"), view.real(row, "conf_high")};
    constexpr double errors_in_interval = 4.0;  // about: 95 % lie within two on each side
    if (figure.has_range()) figure.error = (figure.high - figure.low) / errors_in_interval;
    return figure;
}

class OutcomeTable {
   public:
    OutcomeTable(const RunResults& results, const std::string& outcome, const ReportStyle& style)
        : results_(results), style_(style), unit_(unit_of_outcome(results, outcome)) {
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
        const Figure figure = estimate(view, row);
        of.cells.emplace_back(figure);
        if (index != "sigma" && std::isfinite(figure.value))
            of.strength = std::max(of.strength, std::abs(figure.value));
        if (rows_.size() > 1) return;
        const FigureKind kind = kind_of(index, unit_);
        table_.columns.push_back({head_of(index, kind, style_), kind});
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
    std::string unit_;
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
