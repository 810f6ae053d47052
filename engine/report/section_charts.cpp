#include "engine/report/section_charts.h"

#include <algorithm>

#include "engine/report/section_sheet.h"

namespace zhaimao {
namespace {

constexpr std::size_t most_lines = 20;  // more cannot be told apart
constexpr std::uint32_t blue = 0x1F4E79, red = 0xC00000;
constexpr int chart_width = 760, chart_height = 420;  // pixels: two beside each other on a screen
constexpr int bar_height = 18, bar_margin = 120;

std::uint16_t last_column(const ReportTable& table) {
    return static_cast<std::uint16_t>(table.columns.size() - 1);
}

std::uint32_t sheet_row(std::size_t row) {
    return sheet_first_row + static_cast<std::uint32_t>(row);
}

// A row of the table over its columns.
ChartSeries row_series(const ReportTable& table, std::size_t row) {
    const std::uint32_t r = sheet_row(row);
    return {{r, 0, r, 0},
            {sheet_head_row, 1, sheet_head_row, last_column(table)},
            {r, 1, r, last_column(table)}};
}

SheetChart chart_of(const ReportTable& table, SheetChart::Kind kind, const std::string& source,
                    const ReportStyle& style) {
    SheetChart chart;
    chart.kind = kind;
    chart.title = table.title;
    chart.number_format = number_format(table.columns[1].kind, style);
    chart.source = source;
    chart.width = chart_width;
    chart.height = chart_height;
    return chart;
}

// Counties as lines, then the limits; the city among them where it is comparable (shares).
std::vector<SheetChart> lines(const ReportTable& table, const std::string& source,
                              const ReportStyle& style) {
    const std::size_t counties = table.rows.size() - table.closing_rows;
    const bool shares = table.columns[1].kind == FigureKind::share;
    SheetChart chart = chart_of(table, SheetChart::Kind::line, source, style);
    for (std::size_t r = 0; r < std::min(counties, most_lines); ++r)
        chart.series.push_back(row_series(table, r));
    if (shares) {
        for (std::size_t r = counties; r < table.rows.size(); ++r) {
            ChartSeries series = row_series(table, r);
            series.thick = true;
            series.dashed = r > counties;  // limits stand under the city
            series.colour = series.dashed ? red : blue;
            chart.series.push_back(series);
        }
        return {chart};
    }
    SheetChart city = chart_of(table, SheetChart::Kind::column, source, style);
    city.series.push_back(row_series(table, counties));
    city.series.back().colour = blue;
    if (const auto* name = std::get_if<std::string>(&table.rows[counties][0]))
        city.title += ": " + *name;
    if (chart.series.empty()) return {city};
    return {city, chart};
}

// The column of probabilities, a bar a row.
std::vector<SheetChart> bars(const ReportTable& table, const std::string& source,
                             const ReportStyle& style) {
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        if (table.columns[c].kind != FigureKind::probability || table.rows.empty()) continue;
        SheetChart chart = chart_of(table, SheetChart::Kind::bar, source, style);
        const auto column = static_cast<std::uint16_t>(c);
        const std::uint32_t last = sheet_row(table.rows.size() - 1);
        chart.title = table.columns[c].head;
        chart.number_format = number_format(FigureKind::probability, style);
        chart.is_share = true;
        chart.height =
            std::max(chart_height, bar_margin + bar_height * static_cast<int>(table.rows.size()));
        chart.series.push_back({{sheet_head_row, column, sheet_head_row, column},
                                {sheet_first_row, 0, last, 0},
                                {sheet_first_row, column, last, column},
                                blue});
        return {chart};
    }
    return {};
}

std::vector<SheetChart> row_bars(const ReportTable& table, SheetChart::Kind kind,
                                 const std::string& source, const ReportStyle& style) {
    const std::size_t rows =
        table.charted_rows > 0 ? table.charted_rows : table.rows.size() - table.closing_rows;
    SheetChart chart = chart_of(table, kind, source, style);
    for (std::size_t r = 0; r < rows; ++r) chart.series.push_back(row_series(table, r));
    if (chart.series.empty()) return {};
    return {chart};
}

}  // namespace

std::vector<SheetChart> section_charts(const ReportTable& table, const std::string& source,
                                       const ReportStyle& style) {
    if (table.columns.size() < 2 || table.rows.empty()) return {};
    switch (table.chart) {
        case ReportChart::none:
        case ReportChart::panels:
        case ReportChart::curves:
        case ReportChart::intervals:
        case ReportChart::tornado:
        case ReportChart::flows:
        case ReportChart::waterfall:
            return {};
        case ReportChart::lines:
            return lines(table, source, style);
        case ReportChart::bars:
            return bars(table, source, style);
        case ReportChart::columns:
            return row_bars(table, SheetChart::Kind::column, source, style);
        case ReportChart::stacked:
            return row_bars(table, SheetChart::Kind::stacked_column, source, style);
    }
    return {};
}

}  // namespace zhaimao
