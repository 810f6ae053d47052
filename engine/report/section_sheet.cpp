#include "engine/report/section_sheet.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/report/section_words.h"
#include "engine/report/text.h"

namespace zhaimao {
namespace {

constexpr double least_width = 9.0, most_width = 60.0;  // characters

enum class Part : std::uint8_t { value, low, high };

double part_of(const Figure& figure, Part part) {
    if (part == Part::low) return figure.low;
    return part == Part::high ? figure.high : figure.value;
}

// In the unit shown; shares stay shares, because the format multiplies them.
double shown(double value, FigureKind kind, const ReportStyle& style) {
    const bool is_share =
        kind == FigureKind::share || kind == FigureKind::probability || kind == FigureKind::points;
    return is_share ? value : value / unit_of(kind, style).divisor;
}

std::string quantity_format(int decimals) {
    return "#,##0" +
           (decimals > 0 ? "." + std::string(static_cast<std::size_t>(decimals), '0') : "");
}

SheetCell cell_of(const ReportCell& cell, FigureKind kind, Part part, const ReportStyle& style) {
    if (const auto* text = std::get_if<std::string>(&cell))
        return part == Part::value ? SheetCell{*text, "", SheetLook::plain} : SheetCell{};
    const auto* figure = std::get_if<Figure>(&cell);
    if (figure == nullptr || !std::isfinite(part_of(*figure, part))) return {};
    return {shown(part_of(*figure, part), kind, style),
            kind == FigureKind::quantity ? quantity_format(decimals_of(*figure, kind, style))
                                         : number_format(kind, style),
            SheetLook::plain};
}

// Means, or one end of one kind of range.
struct Block {
    Part part = Part::value;
    RangeKind range = RangeKind::futures;
};
constexpr Block range_blocks[] = {{Part::low, RangeKind::futures},
                                  {Part::high, RangeKind::futures},
                                  {Part::low, RangeKind::interval},
                                  {Part::high, RangeKind::interval}};

struct SheetColumn {
    std::size_t column = 0;  // of the table
    Block block;
};

bool has_range(const ReportTable& table, std::size_t column, RangeKind range) {
    return std::any_of(table.rows.begin(), table.rows.end(), [&](const auto& row) {
        const auto* figure = std::get_if<Figure>(&row[column]);
        return figure != nullptr && figure->has_range() && figure->range == range;
    });
}

bool is_in(const ReportCell& cell, const Block& block) {
    const auto* figure = std::get_if<Figure>(&cell);
    return block.part == Part::value || (figure != nullptr && figure->range == block.range);
}

class SheetWriter {
   public:
    SheetWriter(const ReportTable& table, const ReportStyle& style)
        : table_(table), style_(style), words_(section_words(style.language)) {
        for (std::size_t c = 0; c < table.columns.size(); ++c) columns_.push_back({c, {}});
        for (const Block& block : range_blocks)
            for (std::size_t c = 0; c < table.columns.size(); ++c)
                if (has_range(table, c, block.range)) columns_.push_back({c, block});
    }

    [[nodiscard]] std::vector<std::vector<SheetCell>> rows() const {
        std::vector<std::vector<SheetCell>> rows{{{table_.title, "", SheetLook::title}}};
        rows.push_back(block_row());
        rows.emplace_back();
        for (const auto& [column, block] : columns_)
            rows.back().push_back({table_.columns[column].head, "", SheetLook::head});
        for (std::size_t r = 0; r < table_.rows.size(); ++r) rows.push_back(row(r));
        return rows;
    }

    [[nodiscard]] std::vector<double> widths() const {
        std::vector<double> widths;
        for (const auto& [column, block] : columns_) {
            std::size_t widest = 0;
            for (const auto& row : table_.rows)
                if (const auto* text = std::get_if<std::string>(&row[column]))
                    widest = std::max(widest, display_width(*text));
            widths.push_back(std::clamp(block.part == Part::value ? double(widest) + 2.0 : 0.0,
                                        least_width, most_width));
        }
        return widths;
    }

   private:
    [[nodiscard]] std::string_view head_of(const Block& block) const {
        if (block.part == Part::value) return "";
        const bool low = block.part == Part::low;
        if (block.range == RangeKind::interval)
            return low ? words_.interval_from : words_.interval_to;
        return low ? words_.quantile_low : words_.quantile_high;
    }

    [[nodiscard]] std::vector<SheetCell> block_row() const {
        std::vector<SheetCell> row(columns_.size());
        for (std::size_t i = 1; i < columns_.size(); ++i)
            if (head_of(columns_[i].block) != head_of(columns_[i - 1].block))
                row[i] = {std::string(head_of(columns_[i].block)), "", SheetLook::note};
        return row;
    }

    [[nodiscard]] std::vector<SheetCell> row(std::size_t r) const {
        const bool closes = r + table_.closing_rows >= table_.rows.size();
        const bool is_sum = table_.sums && r + table_.closing_rows == table_.rows.size();
        std::vector<SheetCell> cells;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const auto& [column, block] = columns_[i];
            const ReportCell& figure = table_.rows[r][column];
            SheetCell cell;
            if (is_in(figure, block))
                cell = cell_of(figure, table_.columns[column].kind, block.part, style_);
            if (closes) cell.look = SheetLook::strong;
            if (is_sum && r > 0)
                if (const auto* value = std::get_if<double>(&cell.value))
                    cell.value = SheetFormula{fmt::format("=SUM({0}{1}:{0}{2})", column_letters(i),
                                                          sheet_first_row + 1, sheet_first_row + r),
                                              *value};
            cells.push_back(std::move(cell));
        }
        return cells;
    }

    const ReportTable& table_;
    const ReportStyle& style_;
    const SectionWords& words_;
    std::vector<SheetColumn> columns_;
};

}  // namespace

std::string number_format(FigureKind kind, const ReportStyle& style) {
    const auto decimals = [&](int usual) {
        const int count = style.precision.value_or(usual);
        return count > 0 ? "." + std::string(static_cast<std::size_t>(count), '0') : std::string();
    };
    const bool wan = style.numbers == Numbers::wan;
    switch (kind) {
        case FigureKind::year:
            return "0";
        case FigureKind::people:
            return wan ? "#,##0" + decimals(2) : "#,##0";
        case FigureKind::money:
            return "#,##0" + decimals(wan || style.language == Language::en ? 2 : 0);
        case FigureKind::share:
        case FigureKind::points:
            return "0" + decimals(1) + "%";
        case FigureKind::probability:
            return "0%";
        case FigureKind::number:
            return "0" + decimals(2);
        default:
            return "";
    }
}

std::string column_letters(std::size_t column) {
    std::string letters;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters;
}

Sheet section_sheet(const ReportTable& table, const std::string& name,
                    const std::vector<std::string>& notes, const ReportStyle& style) {
    const SheetWriter writer(table, style);
    Sheet sheet;
    sheet.name = name;
    sheet.rows = writer.rows();
    sheet.widths = writer.widths();
    sheet.frozen_rows = sheet_first_row;
    sheet.frozen_columns = 1;
    sheet.rows.emplace_back();
    if (!table.note.empty()) sheet.rows.push_back({{table.note, "", SheetLook::note}});
    for (const std::string& note : notes) sheet.rows.push_back({{note, "", SheetLook::note}});
    return sheet;
}

}  // namespace zhaimao
