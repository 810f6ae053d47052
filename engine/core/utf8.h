// UTF-8 as far as messages need it: characters counted, mistakes in encoding found, look-alikes of
// ASCII named. Text is kept as bytes everywhere; RFC 3629.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace zhaimao {

// Number of characters (code points); bytes that continue one are not counted.
[[nodiscard]] std::size_t character_count(std::string_view text);

// Offset of the first byte that is not valid UTF-8 (overlong forms and surrogates are not).
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view text);

// Offset of the first character that no document can hold: control characters but tab and line
// ends, U+FFFE, U+FFFF. `text` is valid UTF-8.
[[nodiscard]] std::optional<std::size_t> first_control(std::string_view text);

// The first character that only looks like ASCII: full-width forms, ideographic and other odd
// spaces.
struct LookAlike {
    std::size_t at = 0;  // byte offset
    std::string written;
    std::string name;   // "full-width '％'", "an ideographic space"
    std::string plain;  // what to write instead: "'%'", "a plain space"
};
[[nodiscard]] std::optional<LookAlike> first_look_alike(std::string_view text);

// One line that a terminal prints and does not obey: control characters, line separators, marks
// that turn the direction of writing, U+FFFE, U+FFFF and bytes that are no UTF-8 are written as \n,
// \x1b, \u202e.
[[nodiscard]] std::string printable(std::string_view text);

}  // namespace zhaimao
