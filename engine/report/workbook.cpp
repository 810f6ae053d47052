#include "engine/report/workbook.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/report/section_charts.h"
#include "engine/report/section_sheet.h"
#include "engine/report/sections.h"
#include "engine/report/workbook_cover.h"

namespace zhaimao {
namespace {

constexpr double raw_width = 14.0;               // characters
constexpr std::uint32_t chart_step_row = 22;     // rows of 20 pixels that a chart takes
constexpr std::uint16_t chart_step_column = 13;  // columns of 64 pixels

SheetCell raw_cell(const Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) return {*text, "", SheetLook::plain};
    if (const auto* whole = std::get_if<std::int64_t>(&cell))
        return {*whole, "0", SheetLook::plain};
    if (const auto* real = std::get_if<double>(&cell)) return {*real, "", SheetLook::plain};
    return {};
}

Sheet raw_sheet(const Table& table) {
    Sheet sheet;
    sheet.name = table.name();
    sheet.rows.emplace_back();
    for (const Column& column : table.columns())
        sheet.rows.back().push_back({column.name, "", SheetLook::head});
    for (std::size_t r = 0; r < table.rows(); ++r) {
        sheet.rows.emplace_back();
        for (const Cell& cell : table.row(r)) sheet.rows.back().push_back(raw_cell(cell));
    }
    sheet.widths.assign(table.columns().size(), raw_width);
    sheet.frozen_rows = 1;
    sheet.filter = true;
    return sheet;
}

// Two beside each other, in the order of the sections.
Sheet chart_sheet(const std::vector<ReportTable>& sections, const ReportStyle& style) {
    Sheet sheet;
    sheet.name = cover_words(style.language).charts;
    std::uint32_t row = 0;
    std::uint32_t tallest = 0;
    for (const ReportTable& table : sections) {
        for (SheetChart& chart :
             section_charts(table, section_name(table, style.language), style)) {
            const bool left = sheet.charts.size() % 2 == 0;
            if (left) {
                row += tallest;
                tallest = 0;
            }
            constexpr std::uint32_t row_pixels = 20;
            tallest = std::max({tallest, chart_step_row,
                                static_cast<std::uint32_t>(chart.height) / row_pixels + 1});
            chart.row = row;
            chart.column = left ? 0 : chart_step_column;
            sheet.charts.push_back(std::move(chart));
        }
    }
    return sheet;
}

}  // namespace

Workbook workbook_of(const RunResults& results, const WorkbookContent& content,
                     const ReportStyle& style) {
    Workbook book;
    book.title = content.title;
    book.created = results.written;
    std::vector<const Table*> raw;
    for (const Table& table : *results.tables)
        if (table.rows() < std::min(content.most_raw_rows, most_sheet_rows)) raw.push_back(&table);
    book.sheets.push_back(cover_sheet(results, content, raw, style));
    Sheet charts = chart_sheet(content.sections, style);
    if (!charts.charts.empty()) book.sheets.push_back(std::move(charts));
    for (const ReportTable& table : content.sections)
        book.sheets.push_back(
            section_sheet(table, section_name(table, style.language), content.notes, style));
    for (const Table* table : raw) book.sheets.push_back(raw_sheet(*table));
    return book;
}

}  // namespace zhaimao
