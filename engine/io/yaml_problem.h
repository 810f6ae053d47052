// What the YAML parser's own errors mean for somebody who writes configurations.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/core/diagnostics.h"

namespace zhaimao {

inline constexpr const char* lone_comma = "a ',' that stands alone. Remove it";
inline constexpr std::size_t most_values = 500000;  // lists and maps too, in one file
inline constexpr const char* long_key =
    "a key longer than 256 bytes. Shorten it, or quote a text that holds ':'";

struct SyntaxError {
    std::size_t at = 0;                       // byte
    std::string problem;                      // in the parser's words
    std::optional<std::size_t> open_bracket;  // byte of the innermost '[' or '{' that is still open
};

// Looks at the line for what usually causes an error: full-width punctuation, an unquoted ':' or
// ',' in a text, a tab, a bracket that is not closed.
void report_syntax_error(std::string_view text, const SyntaxError& error,
                         const std::shared_ptr<const std::string>& name, Diagnostics& diagnostics);

// "'b:2' is a key without ':' ...".
[[nodiscard]] std::string key_without_colon(const std::string& key, bool in_flow);

[[nodiscard]] std::string too_many_values();

// Whether the values in [...] and {...}, by their separators, are few enough: the parser keeps a
// list in memory before it says anything of what is in it.
[[nodiscard]] bool accept_flow(std::string_view text,
                               const std::shared_ptr<const std::string>& name,
                               Diagnostics& diagnostics);

// Whether the quote that opens at byte `at` is closed before the text ends.
[[nodiscard]] bool quote_closes(std::string_view text, std::size_t at);

// The same of a '[' or '{'; true for any other character.
[[nodiscard]] bool bracket_closes(std::string_view text, std::size_t at);

}  // namespace zhaimao
