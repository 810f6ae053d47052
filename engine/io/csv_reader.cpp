#include "engine/io/csv_reader.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "engine/io/text_file.h"

namespace zhaimao {
namespace {

class Scanner {
   public:
    Scanner(std::string_view text, std::shared_ptr<const std::string> name,
            Diagnostics& diagnostics)
        : text_(text), name_(std::move(name)), diagnostics_(&diagnostics) {}

    [[nodiscard]] bool at_end() const { return at_ == text_.size(); }

    // Into the fields of the row before, whose room is used again. False: a quote never closes.
    bool row(CsvRow& fields) {
        std::size_t count = 0;
        for (bool more = true; more;) {
            if (count == fields.size()) fields.emplace_back();
            CsvField& field = fields[count++];
            field.text.clear();
            field.line = line_;
            field.column = column_;
            field.quoted = !at_end() && text_[at_] == '"';
            if (!(field.quoted ? read_quoted(field) : read_plain(field))) return false;
            more = !at_end() && text_[at_] == ',';
            if (more) step();
        }
        fields.resize(count);
        end_line();
        return true;
    }

    // Whether the line holds nothing; then it is passed over.
    bool pass_blank_line() {
        if (at_end() || !ends_line()) return false;
        end_line();
        return true;
    }

   private:
    static bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

    [[nodiscard]] bool ends_line() const {
        return text_[at_] == '\n' || (text_[at_] == '\r' && text_.substr(at_ + 1, 1) == "\n");
    }

    // Bytes that continue a character are no column of their own.
    void step() {
        ++at_;
        ++column_;
        while (!at_end() && is_continuation(text_[at_])) ++at_;
    }

    // On to the next comma, quote or line break.
    void pass_harmless() {
        for (; !at_end(); ++at_) {
            const char c = text_[at_];
            if (c == ',' || c == '"' || c == '\n' || c == '\r') return;
            column_ += is_continuation(c) ? 0 : 1;
        }
    }

    void end_line() {
        if (at_end()) return;
        at_ += text_[at_] == '\r' ? 2 : 1;
        ++line_;
        column_ = 1;
    }

    void error(int line, int column, std::string message) {
        diagnostics_->error({name_, line, column}, "", std::move(message));
    }

    bool read_plain(CsvField& field) {
        const std::size_t start = at_;
        for (;; step()) {
            pass_harmless();
            if (at_end() || text_[at_] == ',' || ends_line()) break;
            if (text_[at_] == '"')
                error(
                    line_, column_,
                    "a quote stands inside a field without quotes. Put the whole field in quotes, "
                    "and write this one twice");
            if (text_[at_] == '\r')
                error(line_, column_,
                      "a lone carriage return ends no line. Save the file with line breaks of Unix "
                      "or Windows");
        }
        field.text = text_.substr(start, at_ - start);
        return true;
    }

    bool read_quoted(CsvField& field) {
        for (step();;) {
            const std::size_t start = at_;
            while (!at_end() && text_[at_] != '"')
                if (ends_line())
                    end_line();
                else
                    step();
            field.text += text_.substr(start, at_ - start);
            if (at_end()) {
                error(field.line, field.column,
                      "a quote opens here that is never closed. Close it, or write a quote inside "
                      "a field twice");
                return false;
            }
            step();
            if (at_end() || text_[at_] != '"') return end_quoted(field);
            field.text += '"';
            step();
        }
    }

    bool end_quoted(CsvField& field) {
        if (at_end() || text_[at_] == ',' || ends_line()) return true;
        error(line_, column_,
              "a field goes on after its closing quote. Write a quote inside a field twice");
        CsvField rest;
        (void)read_plain(rest);
        field.text += rest.text;
        return true;
    }

    std::string_view text_;
    std::shared_ptr<const std::string> name_;
    Diagnostics* diagnostics_;
    std::size_t at_ = 0;
    int line_ = 1, column_ = 1;
};

constexpr std::ptrdiff_t most_fields = 4000000;

bool is_bounded(std::string_view text) {
    return std::count_if(text.begin(), text.end(), [](char c) { return c == ',' || c == '\n'; }) <=
           most_fields;
}

std::string fields_text(std::size_t count) {
    return std::to_string(count) + (count == 1 ? " field" : " fields");
}

void report_separator(const CsvFile& file, Diagnostics& diagnostics) {
    constexpr std::array<std::pair<std::string_view, const char*>, 3> others{
        {{";", "';'"}, {"\t", "tabs"}, {"，", "full-width '，'"}}};
    if (file.header.size() != 1) return;
    for (const auto& [separator, name] : others)
        if (file.header[0].text.find(separator) != std::string::npos)
            return diagnostics.error(file.place(file.header[0]), "",
                                     std::string("columns seem to be separated by ") + name +
                                         " (a ',' is expected). Save the file with commas");
}

void report_twice(const CsvFile& file, Diagnostics& diagnostics) {
    std::unordered_map<std::string_view, const CsvField*> seen;
    for (const CsvField& field : file.header) {
        const auto [there, is_new] = seen.try_emplace(field.text, &field);
        if (!is_new && !field.text.empty())
            diagnostics.error(file.place(field), "",
                              "column '" + field.text + "' is there twice (also at " +
                                  file.place(*there->second).text() + "). Remove or rename one");
    }
}

// A place behind a row's last expected field, or at its last one.
void report_length(const CsvFile& file, const CsvRow& row, Diagnostics& diagnostics) {
    const bool too_many = row.size() > file.header.size();
    diagnostics.error(file.place(too_many ? row[file.header.size()] : row.back()), "",
                      "the row has " + fields_text(row.size()) + " (the header has " +
                          std::to_string(file.header.size()) + ")" +
                          (too_many ? ". Put a field that holds ',' in quotes"
                                    : ". Leave no field out: an empty one is ',,'"));
}

// False: no table can be made of the text.
bool scan(std::string_view text, CsvFile& file, Diagnostics& diagnostics, const TakeRow& take) {
    Scanner scanner(text, file.name, diagnostics);
    CsvRow row;
    while (!scanner.at_end()) {
        if (scanner.pass_blank_line()) continue;
        if (!scanner.row(row)) return false;
        if (file.header.empty()) {
            file.header = std::move(row);
            report_separator(file, diagnostics);
            report_twice(file, diagnostics);
        } else if (row.size() == file.header.size()) {
            take(file, row);
        } else {
            report_length(file, row, diagnostics);
        }
    }
    if (file.header.empty())
        diagnostics.error({file.name, 0, 0}, "",
                          "is empty. Begin it with a header that names the columns");
    return !file.header.empty();
}

}  // namespace

std::optional<CsvFile> read_csv_text(std::string text, const std::string& name,
                                     Diagnostics& diagnostics) {
    CsvFile file{std::make_shared<const std::string>(name), {}, {}};
    if (!accept_utf8(text, file.name, diagnostics)) return std::nullopt;
    if (!is_bounded(text)) {
        diagnostics.error({file.name, 0, 0}, "",
                          "has more than " + std::to_string(most_fields) +
                              " fields (counted by ',' and line ends)");
        return std::nullopt;
    }
    std::vector<CsvRow> rows;
    const auto keep = [&](const CsvFile&, CsvRow& row) { rows.push_back(std::move(row)); };
    if (!scan(text, file, diagnostics, keep)) return std::nullopt;
    file.rows = std::move(rows);
    return file;
}

std::optional<CsvFile> read_csv_rows(std::string text, const std::string& name,
                                     Diagnostics& diagnostics, const TakeRow& take) {
    CsvFile file{std::make_shared<const std::string>(name), {}, {}};
    if (!accept_utf8(text, file.name, diagnostics, text.size())) return std::nullopt;
    if (!scan(text, file, diagnostics, take)) return std::nullopt;
    return file;
}

}  // namespace zhaimao
