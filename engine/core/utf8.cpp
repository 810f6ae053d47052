#include "engine/core/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace zhaimao {
namespace {

struct Decoded {
    std::uint32_t code = 0;
    std::size_t length = 0;  // 0: invalid
};

std::uint32_t byte_at(std::string_view text, std::size_t i) {
    return static_cast<unsigned char>(text[i]);
}

Decoded decode(std::string_view text, std::size_t at) {
    const std::uint32_t lead = byte_at(text, at);
    if (lead < 0x80) return {lead, 1};
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at + length > text.size()) return {};
    std::uint32_t code = lead & (0xFFu >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte_at(text, at + i) & 0xC0) != 0x80) return {};
        code = code << 6 | (byte_at(text, at + i) & 0x3F);
    }
    constexpr std::array<std::uint32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (code < least[length] || surrogate || code > 0x10FFFF) return {};
    return {code, length};
}

bool is_full_width(std::uint32_t code) {
    return code >= 0xFF01 && code <= 0xFF5E;
}

std::string_view odd_space(std::uint32_t code) {
    switch (code) {
        case 0x00A0:
            return "a no-break space";
        case 0x3000:
            return "an ideographic (full-width) space";
        case 0x202F:
            return "a narrow no-break space";
        case 0x200B:
            return "a zero-width space";
        case 0xFEFF:
            return "a byte order mark in mid-text";
        default:
            return code >= 0x2000 && code <= 0x200A ? "an odd space" : "";
    }
}

bool obeyed_by_terminals(std::uint32_t code) {
    const bool control = code < 0x20 || (code >= 0x7F && code <= 0x9F);
    const bool separator = code == 0x2028 || code == 0x2029;
    const bool direction = code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202E) ||
                           (code >= 0x2066 && code <= 0x2069);
    return control || separator || direction || code == 0xFFFE || code == 0xFFFF;
}

std::string escaped(std::uint32_t code) {
    switch (code) {
        case '\n':
            return "\\n";
        case '\t':
            return "\\t";
        case '\r':
            return "\\r";
        default:
            return code < 0x100 ? fmt::format("\\x{:02x}", code) : fmt::format("\\u{:04x}", code);
    }
}

}  // namespace

std::size_t character_count(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }));
}

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = decode(text, at).length;
        if (length == 0) return at;
        at += length;
    }
    return std::nullopt;
}

std::optional<std::size_t> first_control(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::uint32_t byte = byte_at(text, at);
        const bool control = byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r';
        const std::string_view three = byte == 0xEF ? text.substr(at, 3) : "";
        if (control || byte == 0x7F || three == "\uFFFE" || three == "\uFFFF") return at;
    }
    return std::nullopt;
}

std::optional<LookAlike> first_look_alike(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (byte_at(text, at) < 0x80) {
            ++at;
            continue;
        }
        const Decoded d = decode(text, at);
        if (d.length == 0) return std::nullopt;
        const std::string written(text.substr(at, d.length));
        if (is_full_width(d.code)) {
            const char plain = static_cast<char>(d.code - 0xFEE0);
            return LookAlike{at, written, "full-width '" + written + "'",
                             std::string("'") + plain + "'"};
        }
        if (d.code == 0x201C || d.code == 0x201D)
            return LookAlike{at, written, "curly quote '" + written + "'", "'\"'"};
        if (const std::string_view space = odd_space(d.code); !space.empty())
            return LookAlike{at, written, std::string(space), "a plain space"};
        at += d.length;
    }
    return std::nullopt;
}

std::string printable(std::string_view text) {
    std::string printed;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded d = decode(text, at);
        if (d.length == 0)
            printed += escaped(byte_at(text, at));
        else if (obeyed_by_terminals(d.code))
            printed += escaped(d.code);
        else
            printed += text.substr(at, d.length);
        at += std::max<std::size_t>(d.length, 1);
    }
    return printed;
}

}  // namespace zhaimao
