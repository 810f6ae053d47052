#include "engine/report/assumption_section.h"

#include <algorithm>
#include <map>

#include "engine/core/config/ledger.h"
#include "engine/report/result_lookup.h"
#include "engine/report/section_words.h"
#include "engine/report/table_view.h"
#include "engine/report/unit_label.h"
#include "engine/report/value_label.h"

namespace zhaimao {
namespace {

constexpr const char* main_outcome_id = "poor_at_deadline";  // of the city: ensemble/outcomes.h

struct Lean {
    Figure correlation;
    bool distinguishable = false;
};

// On which inputs the main outcome leans, by path.
std::map<std::string, Lean> leans_of(const RunResults& results) {
    std::map<std::string, Lean> leans;
    const Table* table = results.table("influence");
    if (table == nullptr) return leans;
    const TableView view(*table);
    for (const TableRow row : view.rows()) {
        const std::int64_t area = view.whole(row, "area_id");
        const bool is_city =
            std::any_of(results.run.areas.begin(), results.run.areas.end(),
                        [&](const RunArea& a) { return a.id == area && !a.is_county; });
        if (!is_city || view.text(row, "outcome") != main_outcome_id) continue;
        leans[view.text(row, "path")] = {{view.real(row, "rank_correlation"),
                                          view.real(row, "conf_low"), view.real(row, "conf_high")},
                                         view.whole(row, "distinguishable") == 1};
    }
    return leans;
}

// A split year range draws under the path of the whole: "a.2017" of "a.2017..2020" keeps its own.
const Lean* lean_on(const std::map<std::string, Lean>& leans, const std::string& path) {
    const auto found = leans.find(path);
    return found == leans.end() ? nullptr : &found->second;
}

}  // namespace

ReportTable assumption_section(const RunResults& results, const ReportStyle& style) {
    const SectionWords& words = section_words(style.language);
    ReportTable table;
    table.section = "assumptions";
    table.title = words.assumptions;
    for (const std::string_view head : {words.input, words.path, words.value, words.unit,
                                        words.source, words.known_on, words.drawn})
        table.columns.push_back({std::string(head), FigureKind::text});
    table.columns.push_back({std::string(words.correlation), FigureKind::number});
    table.chart = ReportChart::intervals;
    const std::map<std::string, Lean> leans = leans_of(results);
    const TableView view(*results.table("assumption"));
    // Those told apart from chance, then those drawn, the strongest first; then fixed ones.
    const auto rank = [&](TableRow row) {
        const Lean* lean = lean_on(leans, view.text(row, "path"));
        if (lean != nullptr && lean->distinguishable)
            return -2.0 - std::abs(lean->correlation.value);
        if (lean != nullptr && std::isfinite(lean->correlation.value))
            return -std::abs(lean->correlation.value);
        return view.whole(row, "varied") == 1 ? 0.5 : 1.0;
    };
    std::vector<TableRow> rows = view.rows();
    std::stable_sort(rows.begin(), rows.end(),
                     [&](TableRow a, TableRow b) { return rank(a) < rank(b); });
    std::map<std::string, std::string> names = input_names(results, style.language);
    for (const TableRow row : rows) {
        const std::string& path = view.text(row, "path");
        const Lean* lean = lean_on(leans, path);
        table.rows.push_back(
            {names.contains(path) ? names[path] : path, path,
             value_label(view.text(row, "value"), view.text(row, "unit"), style.language),
             unit_label(view.text(row, "unit"), style.language),
             source_label(view.text(row, "source"), style.language), view.text(row, "known_on"),
             std::string(view.whole(row, "varied") == 1 ? words.yes : words.no),
             lean == nullptr ? ReportCell{} : ReportCell(lean->correlation)});
    }
    return table;
}

InputCounts input_counts(const RunResults& results) {
    InputCounts counts;
    if (const Table* table = results.table("assumption")) {
        const TableView view(*table);
        for (const TableRow row : view.rows()) {
            const bool assumed = view.text(row, "source") == assumption_source;
            ++counts.inputs;
            counts.assumptions += assumed ? 1 : 0;
            counts.never_varied += assumed && view.whole(row, "varied") == 0 ? 1 : 0;
        }
    }
    for (const auto& [path, lean] : leans_of(results))
        counts.leaned_on += lean.distinguishable ? 1 : 0;
    return counts;
}

}  // namespace zhaimao
