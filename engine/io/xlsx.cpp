#include "engine/io/xlsx.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <ctime>
#include <map>
#include <memory>
#include <utility>

#include "engine/core/diagnostics.h"
#include "engine/io/xlsx_chart.h"

namespace zhaimao {
namespace {

constexpr lxw_color_t head_fill = 0xD9E1F2;
constexpr lxw_color_t note_colour = 0x595959;

void dress(lxw_format* format, SheetLook look) {
    switch (look) {
        case SheetLook::plain:
            break;
        case SheetLook::title:
            format_set_bold(format);
            format_set_font_size(format, 16.0);
            break;
        case SheetLook::head:
            format_set_bold(format);
            format_set_bg_color(format, head_fill);
            format_set_bottom(format, LXW_BORDER_THIN);
            format_set_text_wrap(format);
            format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
            break;
        case SheetLook::strong:
            format_set_bold(format);
            format_set_top(format, LXW_BORDER_THIN);
            break;
        case SheetLook::note:
            format_set_font_color(format, note_colour);
            break;
        case SheetLook::wrapped:
            format_set_text_wrap(format);
            format_set_align(format, LXW_ALIGN_LEFT);
            format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
            break;
    }
}

// Cut between characters: not in front of a byte that continues one.
std::string cut(const std::string& text) {
    std::size_t characters = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U) continue;
        if (++characters == most_cell_characters) {
            std::size_t next = i + 1;
            while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0U) == 0x80U)
                ++next;
            return next == text.size() ? text : text.substr(0, i) + "…";
        }
    }
    return text;
}

// Seconds since 1970; 0 where it is no date, which the library takes for now.
std::time_t time_of(const std::string& created) {
    std::tm parts{};
    const char* end = ::strptime(created.c_str(), "%Y-%m-%dT%H:%M:%SZ", &parts);
    return end == nullptr ? 0 : ::timegm(&parts);
}

class Writer {
   public:
    Writer(const std::filesystem::path& file, const Workbook& workbook)
        : file_(file.string()), workbook_(workbook), book_(workbook_new(file_.c_str())) {
        if (book_ == nullptr) throw MachineError(file_ + ": cannot be written");
    }

    void write() {
        set_properties();
        // All sheets first: a chart may show cells of a later one.
        for (const Sheet& sheet : workbook_.sheets)
            sheets_.push_back(workbook_add_worksheet(book_, sheet.name.c_str()));
        for (std::size_t i = 0; i < sheets_.size(); ++i) {
            if (sheets_[i] == nullptr) throw MachineError(file_ + ": a sheet cannot be made");
            write_sheet(workbook_.sheets[i], sheets_[i]);
        }
        // Frees the book whether it succeeds or not.
        const lxw_error error = workbook_close(std::exchange(book_, nullptr));
        if (error != LXW_NO_ERROR)
            throw MachineError(file_ + ": cannot be written (" + lxw_strerror(error) + ")");
    }

    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;
    ~Writer() {
        if (book_ != nullptr) lxw_workbook_free(book_);
    }

   private:
    void set_properties() {
        lxw_doc_properties properties{};
        // The library copies them.
        properties.title = const_cast<char*>(workbook_.title.c_str());
        properties.created = time_of(workbook_.created);
        workbook_set_properties(book_, &properties);
    }

    lxw_format* format_of(const SheetCell& cell) {
        if (cell.look == SheetLook::plain && cell.number_format.empty()) return nullptr;
        lxw_format*& format = formats_[{cell.look, cell.number_format}];
        if (format == nullptr) {
            format = workbook_add_format(book_);
            if (!cell.number_format.empty())
                format_set_num_format(format, cell.number_format.c_str());
            dress(format, cell.look);
        }
        return format;
    }

    void write_cell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const SheetCell& cell) {
        lxw_format* format = format_of(cell);
        if (const auto* text = std::get_if<std::string>(&cell.value))
            worksheet_write_string(sheet, row, column, cut(*text).c_str(), format);
        else if (const auto* whole = std::get_if<std::int64_t>(&cell.value))
            worksheet_write_number(sheet, row, column, static_cast<double>(*whole), format);
        else if (const auto* real = std::get_if<double>(&cell.value))
            worksheet_write_number(sheet, row, column, *real, format);
        else if (const auto* formula = std::get_if<SheetFormula>(&cell.value))
            worksheet_write_formula_num(sheet, row, column, formula->text.c_str(), format,
                                        formula->value);
        else if (format != nullptr)
            worksheet_write_blank(sheet, row, column, format);
    }

    void write_sheet(const Sheet& from, lxw_worksheet* sheet) {
        std::size_t columns = 1;
        for (std::size_t r = 0; r < from.rows.size(); ++r) {
            columns = std::max(columns, from.rows[r].size());
            for (std::size_t c = 0; c < from.rows[r].size(); ++c)
                write_cell(sheet, static_cast<lxw_row_t>(r), static_cast<lxw_col_t>(c),
                           from.rows[r][c]);
        }
        for (std::size_t c = 0; c < from.widths.size(); ++c)
            worksheet_set_column(sheet, static_cast<lxw_col_t>(c), static_cast<lxw_col_t>(c),
                                 from.widths[c], nullptr);
        if (from.frozen_rows > 0 || from.frozen_columns > 0)
            worksheet_freeze_panes(sheet, from.frozen_rows, from.frozen_columns);
        if (from.filter && from.rows.size() > from.frozen_rows)
            worksheet_autofilter(sheet, from.frozen_rows - 1, 0,
                                 static_cast<lxw_row_t>(from.rows.size() - 1),
                                 static_cast<lxw_col_t>(columns - 1));
        worksheet_set_landscape(sheet);
        worksheet_set_paper(sheet, paper_a4);
        worksheet_fit_to_pages(sheet, 1, 0);
        for (const SheetChart& chart : from.charts) insert_chart(book_, sheet, chart);
    }

    static constexpr std::uint8_t paper_a4 = 9;

    std::string file_;
    const Workbook& workbook_;
    lxw_workbook* book_;
    std::vector<lxw_worksheet*> sheets_;
    std::map<std::pair<SheetLook, std::string>, lxw_format*> formats_;
};

}  // namespace

void write_workbook(const std::filesystem::path& file, const Workbook& workbook) {
    Writer(file, workbook).write();
}

}  // namespace zhaimao
