#include "engine/report/html/chart_alt.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "engine/report/html/html_words.h"

namespace zhaimao {
namespace {

template <class... Args>
std::string filled(std::string_view text, const Args&... args) {
    return fmt::format(fmt::runtime(text), args...);
}

std::string name_of(const ReportTable& table, std::size_t row) {
    const auto* text = std::get_if<std::string>(&table.rows[row][0]);
    return text == nullptr ? "" : *text;
}

std::string text_of(const ReportTable& table, std::size_t row, std::size_t column,
                    const ReportStyle& style) {
    const auto* figure = std::get_if<Figure>(&table.rows[row][column]);
    return figure == nullptr ? "-" : figure_text(*figure, table.columns[column].kind, style);
}

// Values of a column with their rows.
std::vector<std::pair<double, std::size_t>> values_of(const ReportTable& table,
                                                      std::size_t column) {
    std::vector<std::pair<double, std::size_t>> values;
    for (std::size_t r = 0; r < table.rows.size(); ++r)
        if (const auto* figure = std::get_if<Figure>(&table.rows[r][column]))
            values.emplace_back(figure->value, r);
    return values;
}

}  // namespace

std::string alt_of(const ReportTable& table, const ReportStyle& style) {
    return filled(html_words(style.language).alt_other, table.title);
}

std::string alt_of_row(const ReportTable& table, std::size_t row, const ReportStyle& style) {
    if (row >= table.rows.size()) return alt_of(table, style);
    const std::size_t last = table.columns.size() - 1;
    return filled(html_words(style.language).alt_lines, table.title, name_of(table, row),
                  text_of(table, row, 1, style), table.columns[1].head,
                  text_of(table, row, last, style), table.columns[last].head);
}

std::string alt_of_column(const ReportTable& table, FigureKind kind, const ReportStyle& style) {
    for (std::size_t c = 1; c < table.columns.size(); ++c) {
        if (table.columns[c].kind != kind) continue;
        const auto values = values_of(table, c);
        if (values.empty()) break;
        const auto [low, high] = std::minmax_element(values.begin(), values.end());
        return filled(html_words(style.language).alt_bars, table.title, name_of(table, low->second),
                      text_of(table, low->second, c, style), name_of(table, high->second),
                      text_of(table, high->second, c, style));
    }
    return alt_of(table, style);
}

}  // namespace zhaimao
