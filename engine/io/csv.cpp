#include "engine/io/csv.h"

#include <charconv>
#include <cmath>

namespace zhaimao {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view line_end = "\r\n";

struct FieldText {
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(const std::string& text) const { return csv_field(text); }
    std::string operator()(std::int64_t whole) const { return std::to_string(whole); }
    std::string operator()(double real) const { return number_text(real); }
};

}  // namespace

std::string number_text(double value) {
    const double size = std::abs(value);
    const bool plain = size == 0.0 || (size >= 1e-5 && size < 1e15);
    char text[64];
    // + 0.0 makes a negative zero positive.
    const auto end =
        plain ? std::to_chars(text, text + sizeof text, value + 0.0, std::chars_format::fixed)
              : std::to_chars(text, text + sizeof text, value);
    return {text, end.ptr};
}

std::string csv_field(std::string_view text) {
    const bool outer_space = !text.empty() && (text.front() == ' ' || text.back() == ' ');
    if (!outer_space && text.find_first_of(",\"\r\n") == std::string_view::npos) {
        return std::string(text);
    }
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

std::string csv_head(std::span<const std::string> columns) {
    std::string out(byte_order_mark);
    for (std::size_t c = 0; c < columns.size(); ++c) {
        if (c > 0) out += ',';
        out += csv_field(columns[c]);
    }
    return out.append(line_end);
}

std::string csv_row(std::span<const Cell> cells) {
    std::string out;
    for (std::size_t c = 0; c < cells.size(); ++c) {
        if (c > 0) out += ',';
        out += std::visit(FieldText{}, cells[c]);
    }
    return out.append(line_end);
}

std::string to_csv(const Table& table) {
    std::vector<std::string> columns;
    for (const Column& column : table.columns()) columns.push_back(column.name);
    std::string out = csv_head(columns);
    for (std::size_t r = 0; r < table.rows(); ++r) out += csv_row(table.row(r));
    return out;
}

}  // namespace zhaimao
