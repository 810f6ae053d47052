// A workbook for spreadsheet programs (Office Open XML): sheets of typed cells and native charts,
// described as plain data and written in one call.
//
// Text is always text, whatever it begins with; only SheetFormula is a formula. Equal workbooks
// give equal bytes: the only date in the file is `created`.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace zhaimao {

struct SheetFormula {
    std::string text;    // "=SUM(B2:B9)"
    double value = 0.0;  // what it amounts to, for programs that do not calculate
};

// wrapped: over several lines, numbers on the left like text.
enum class SheetLook : std::uint8_t { plain, title, head, strong, note, wrapped };

struct SheetCell {
    std::variant<std::monostate, std::string, std::int64_t, double, SheetFormula> value;
    std::string number_format;  // of the spreadsheet's language: "#,##0", "0.0%"; empty: general
    SheetLook look = SheetLook::plain;
};

// Rows and columns count from 0; the last ones belong to it.
struct SheetRange {
    std::uint32_t first_row = 0;
    std::uint16_t first_column = 0;
    std::uint32_t last_row = 0;
    std::uint16_t last_column = 0;
};

struct ChartSeries {
    SheetRange name;  // one cell
    SheetRange categories, values;
    std::uint32_t colour = 0;  // 0xRRGGBB; 0: the program's
    bool dashed = false;       // lines: a limit, not an outcome
    bool thick = false;
};

struct SheetChart {
    enum class Kind : std::uint8_t { line, bar, column, stacked_column };
    Kind kind = Kind::line;
    std::string title;
    std::string number_format;        // of the value axis
    bool is_share = false;            // the value axis goes from 0 to 1
    std::vector<ChartSeries> series;  // of cells of `source`
    std::string source;               // name of the sheet that holds them
    std::uint32_t row = 0;            // the cell that its top left corner stands on
    std::uint16_t column = 0;
    int width = 0, height = 0;  // pixels
};

struct Sheet {
    std::string name;  // at most 31 characters, none of []:*?/\, no other sheet's
    std::vector<std::vector<SheetCell>> rows;
    std::vector<double> widths;  // of columns, in characters
    std::uint32_t frozen_rows = 0;
    std::uint16_t frozen_columns = 0;
    bool filter = false;  // a button on each cell of the last frozen row that chooses rows
    std::vector<SheetChart> charts;
};

struct Workbook {
    std::string title;
    std::string created;  // UTC, 2026-11-29T02:45:00Z
    std::vector<Sheet> sheets;
};

inline constexpr std::size_t most_sheet_rows = 1'048'576;  // that the format admits
inline constexpr std::size_t most_cell_characters = 32'767;

// Writes the file anew. A text longer than a cell may hold is cut and ends in "…". MachineError: it
// cannot be written.
void write_workbook(const std::filesystem::path& file, const Workbook& workbook);

}  // namespace zhaimao
