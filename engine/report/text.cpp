#include "engine/report/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace zhaimao {

namespace {

struct CodeRange {
    char32_t first, last;
};

// Wide and full-width blocks of Unicode annex 11 that Chinese text and its punctuation come from.
constexpr std::array wide_ranges{
    CodeRange{0x1100, 0x115F}, CodeRange{0x2E80, 0x303E}, CodeRange{0x3041, 0xA4CF},
    CodeRange{0xAC00, 0xD7A3}, CodeRange{0xF900, 0xFAFF}, CodeRange{0xFE30, 0xFE6F},
    CodeRange{0xFF00, 0xFF60}, CodeRange{0xFFE0, 0xFFE6}, CodeRange{0x20000, 0x3FFFD},
};
constexpr CodeRange combining_marks{0x0300, 0x036F};

std::size_t width_of(char32_t c) {
    if (c >= combining_marks.first && c <= combining_marks.last) return 0;
    for (const CodeRange& range : wide_ranges) {
        if (c >= range.first && c <= range.last) return 2;
    }
    return 1;
}

// Bytes that cannot begin a character count as one character each.
std::size_t length_of(unsigned char lead) {
    if (lead >= 0xF0) return 4;
    if (lead >= 0xE0) return 3;
    return lead >= 0xC0 ? 2 : 1;
}

char32_t decode(std::string_view bytes) {
    const auto lead = static_cast<unsigned char>(bytes[0]);
    if (bytes.size() == 1) return lead;
    char32_t c = lead & (0xFFU >> (bytes.size() + 1));
    for (const char byte : bytes.substr(1))
        c = (c << 6) | (static_cast<unsigned char>(byte) & 0x3FU);
    return c;
}

// Cuts the first character off, which is not empty.
std::string_view take_character(std::string_view& text) {
    const std::size_t length =
        std::min(length_of(static_cast<unsigned char>(text[0])), text.size());
    const std::string_view character = text.substr(0, length);
    text.remove_prefix(length);
    return character;
}

bool closes(std::string_view character) {
    constexpr std::array<std::string_view, 9> closing{"，", "。", "、", "；", "：",
                                                      "！", "？", "）", "》"};
    return std::find(closing.begin(), closing.end(), character) != closing.end();
}

// Cuts off the shortest beginning after which a line may end, spaces included.
std::string_view take_word(std::string_view& text) {
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::string_view character = take_character(rest);
        if (rest.empty() || rest[0] == ' ') continue;
        std::string_view after = rest;
        const std::string_view next = take_character(after);
        const bool wide = width_of(decode(character)) == 2 || width_of(decode(next)) == 2;
        if (character == " " || (wide && !closes(next))) break;
    }
    const std::string_view word = text.substr(0, text.size() - rest.size());
    text = rest;
    return word;
}

void trim_end(std::string& line) {
    line.erase(line.find_last_not_of(' ') + 1);
}

}  // namespace

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    while (!text.empty()) width += width_of(decode(take_character(text)));
    return width;
}

std::string wrapped(std::string_view text, std::size_t columns) {
    std::string out, line;
    while (!text.empty()) {
        const std::string_view word = take_word(text);
        std::string longer = line + std::string(word);
        trim_end(longer);
        if (!line.empty() && display_width(longer) > columns) {
            trim_end(line);
            out += line + '\n';
            line.clear();
        }
        line += word;
    }
    trim_end(line);
    return out + line;
}

std::string with_thousands(std::int64_t value) {
    std::string digits = std::to_string(value);
    const std::size_t start = value < 0 ? 1 : 0;
    for (std::size_t at = digits.size(); at > start + 3;) {
        at -= 3;
        digits.insert(at, 1, ',');
    }
    return digits;
}

double rounding_step(double standard_error) {
    double step = 1.0;
    while (std::isfinite(standard_error) && step * 10.0 <= 2.0 * standard_error) step *= 10.0;
    return step;
}

std::string people_text(double people, double standard_error) {
    if (!std::isfinite(people)) return "-";
    const double step = rounding_step(standard_error);
    return with_thousands(static_cast<std::int64_t>(std::floor(people / step + 0.5) * step));
}

std::string about_text(double people) {
    if (!std::isfinite(people)) return "-";
    double step = 1.0;
    while (step * 100.0 <= std::abs(people)) step *= 10.0;
    return "~" + people_text(people, step);
}

std::string people_less_text(double people, double standard_error) {
    const std::string text = people_text(std::abs(people), standard_error);
    return people < 0.0 && text != "0" ? "-" + text : text;
}

std::string signed_people_text(double people, double standard_error) {
    const std::string text = people_less_text(people, standard_error);
    return people > 0.0 && text != "0" && text != "-" ? "+" + text : text;
}

std::string signed_text(double value, int decimals) {
    const std::string text = fmt::format("{:+.{}f}", value, decimals);
    return text.find_first_not_of("+-0.") == std::string::npos ? text.substr(1) : text;
}

std::string percent_text(double share, int decimals) {
    if (!std::isfinite(share)) return "-";
    return fmt::format("{:.{}f}", share * 100.0, decimals);
}

std::string probability_text(double probability) {
    if (probability > 0.0 && probability < 1.0) probability = std::clamp(probability, 0.01, 0.99);
    return percent_text(probability, 0);
}

std::string TextGrid::text() const {
    std::vector<std::size_t> widths(columns_.size(), 0);
    for (const auto& row : rows_) {
        for (std::size_t c = 0; c < row.size(); ++c) {
            widths[c] = std::max(widths[c], display_width(row[c]));
        }
    }
    std::string out;
    for (const auto& row : rows_) {
        std::string line;
        for (std::size_t c = 0; c < row.size(); ++c) {
            const std::string padding(widths[c] - display_width(row[c]), ' ');
            if (c > 0) line += "  ";
            line += columns_[c] == Align::right ? padding + row[c] : row[c] + padding;
        }
        trim_end(line);
        out += line + '\n';
    }
    return out;
}

}  // namespace zhaimao
