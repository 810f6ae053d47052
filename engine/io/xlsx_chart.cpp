#include "engine/io/xlsx_chart.h"

#include "engine/core/contracts.h"

namespace zhaimao {
namespace {

// The size that the library gives a chart at scale 1, pixels.
constexpr double plain_width = 480.0, plain_height = 288.0;
constexpr lxw_color_t grid_colour = 0xD9D9D9;
constexpr std::uint16_t bar_gap = 60;  // per cent of a bar
constexpr std::uint8_t thick_line = 3, thin_line = 1;

std::uint8_t type_of(SheetChart::Kind kind) {
    switch (kind) {
        case SheetChart::Kind::line:
            return LXW_CHART_LINE;
        case SheetChart::Kind::bar:
            return LXW_CHART_BAR;
        case SheetChart::Kind::column:
            return LXW_CHART_COLUMN;
        case SheetChart::Kind::stacked_column:
            return LXW_CHART_COLUMN_STACKED;
    }
    return LXW_CHART_LINE;
}

void style_line(lxw_chart_series* series, const ChartSeries& from) {
    lxw_chart_line line{};
    line.color = from.colour;
    line.width = from.thick ? thick_line : thin_line;
    line.dash_type = from.dashed ? LXW_CHART_LINE_DASH_DASH : LXW_CHART_LINE_DASH_SOLID;
    chart_series_set_line(series, &line);
}

void add_series(lxw_chart* chart, const SheetChart& from, const ChartSeries& s) {
    const char* sheet = from.source.c_str();
    lxw_chart_series* series = chart_add_series(chart, nullptr, nullptr);
    chart_series_set_name_range(series, sheet, s.name.first_row, s.name.first_column);
    chart_series_set_categories(series, sheet, s.categories.first_row, s.categories.first_column,
                                s.categories.last_row, s.categories.last_column);
    chart_series_set_values(series, sheet, s.values.first_row, s.values.first_column,
                            s.values.last_row, s.values.last_column);
    if (from.kind == SheetChart::Kind::line) {
        style_line(series, s);
    } else if (s.colour != 0) {
        lxw_chart_fill fill{};
        fill.color = s.colour;
        chart_series_set_fill(series, &fill);
    }
}

}  // namespace

void insert_chart(lxw_workbook* book, lxw_worksheet* sheet, const SheetChart& from) {
    EXPECTS(!from.series.empty());
    lxw_chart* chart = workbook_add_chart(book, type_of(from.kind));
    for (const ChartSeries& s : from.series) add_series(chart, from, s);
    chart_title_set_name(chart, from.title.c_str());
    // The library keeps a bar chart's axes where they are drawn.
    const bool bars = from.kind == SheetChart::Kind::bar;
    lxw_chart_axis* categories = bars ? chart->y_axis : chart->x_axis;
    lxw_chart_axis* values = bars ? chart->x_axis : chart->y_axis;
    if (!from.number_format.empty()) chart_axis_set_num_format(values, from.number_format.c_str());
    if (from.is_share) {
        chart_axis_set_min(values, 0.0);
        chart_axis_set_max(values, 1.0);
    }
    lxw_chart_line grid{};
    grid.color = grid_colour;
    chart_axis_major_gridlines_set_line(values, &grid);
    if (from.kind != SheetChart::Kind::line) chart_set_series_gap(chart, bar_gap);
    // The first row on top, as in the table.
    if (bars) chart_axis_set_reverse(categories);
    if (from.series.size() == 1)
        chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
    else
        chart_legend_set_position(chart, LXW_CHART_LEGEND_RIGHT);
    lxw_chart_options options{};
    options.x_scale = from.width / plain_width;
    options.y_scale = from.height / plain_height;
    options.description = const_cast<char*>(from.title.c_str());  // the library copies it
    worksheet_insert_chart_opt(sheet, from.row, from.column, chart, &options);
}

}  // namespace zhaimao
