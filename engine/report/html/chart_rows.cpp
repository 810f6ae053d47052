#include "engine/report/html/chart_rows.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace zhaimao {
namespace {

constexpr std::size_t most_intervals = 15;

using Size = std::function<double(std::size_t row)>;

// The rows of the largest sizes, in their order; of those alike the first.
std::vector<std::size_t> largest(std::size_t all, const Size& size) {
    std::vector<std::size_t> rows = first_rows(all, all);
    std::stable_sort(rows.begin(), rows.end(),
                     [&](std::size_t a, std::size_t b) { return size(a) > size(b); });
    rows.resize(std::min(all, most_drawn_counties));
    std::sort(rows.begin(), rows.end());
    return rows;
}

double spread(const std::vector<ReportCell>& row, const std::vector<std::size_t>& columns) {
    double low = 1.0, high = 0.0;  // of probabilities
    for (const std::size_t c : columns)
        if (const auto* figure = std::get_if<Figure>(&row[c])) {
            low = std::min(low, figure->value);
            high = std::max(high, figure->value);
        }
    return high - low;
}

double last_size(const std::vector<ReportCell>& row) {
    const auto* last = std::get_if<Figure>(&row.back());
    return last == nullptr || !std::isfinite(last->value) ? 0.0 : std::abs(last->value);
}

}  // namespace

std::vector<std::size_t> first_rows(std::size_t all, std::size_t most) {
    std::vector<std::size_t> rows(std::min(all, most));
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    return rows;
}

std::vector<std::size_t> columns_of(const ReportTable& table, FigureKind kind) {
    std::vector<std::size_t> columns;
    for (std::size_t c = 1; c < table.columns.size(); ++c)
        if (table.columns[c].kind == kind) columns.push_back(c);
    return columns;
}

bool any_range(const ReportTable& table, const std::vector<std::size_t>& columns) {
    return std::any_of(table.rows.begin(), table.rows.end(), [&](const auto& row) {
        return std::any_of(columns.begin(), columns.end(), [&](std::size_t c) {
            const auto* figure = std::get_if<Figure>(&row[c]);
            return figure != nullptr && figure->has_range();
        });
    });
}

std::vector<std::size_t> drawn_counties(const ReportTable& table, const ChartContext& context) {
    const std::size_t counties = table.rows.size() - table.closing_rows;
    if (counties <= most_drawn_counties) return first_rows(counties, counties);
    if (!context.compares) return context.counties;
    return largest(counties, [&](std::size_t r) { return last_size(table.rows[r]); });
}

std::vector<std::size_t> bar_rows(const ReportTable& table, FigureKind kind,
                                  const ChartContext& context) {
    const std::size_t all = table.rows.size();
    if (table.chart == ReportChart::intervals) return first_rows(all, most_intervals);
    if (kind != FigureKind::probability || all <= most_drawn_counties) return first_rows(all, all);
    if (!context.compares) return context.targets;
    const std::vector<std::size_t> columns = columns_of(table, kind);
    return largest(all, [&](std::size_t r) { return spread(table.rows[r], columns); });
}

std::vector<std::size_t> drawn_rows(const ReportTable& table, const ChartContext& context) {
    if (table.chart == ReportChart::lines) return drawn_counties(table, context);
    if (table.chart == ReportChart::bars) return bar_rows(table, FigureKind::probability, context);
    return {};
}

}  // namespace zhaimao
