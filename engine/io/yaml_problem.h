// What the YAML parser's own errors mean for somebody who writes configurations.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/core/diagnostics.h"

namespace zhaimao {

struct SyntaxError {
    std::size_t at = 0;                       // byte
    std::string problem;                      // in the parser's words
    std::optional<std::size_t> open_bracket;  // byte of the innermost '[' or '{' that is still open
};

// Looks at the line for what usually causes an error: full-width punctuation, an unquoted ':' or
// ',' in a text, a tab, a bracket that is not closed.
void report_syntax_error(std::string_view text, const SyntaxError& error,
                         const std::shared_ptr<const std::string>& name, Diagnostics& diagnostics);

// Whether the quote that opens at byte `at` is closed before the text ends.
[[nodiscard]] bool quote_closes(std::string_view text, std::size_t at);

}  // namespace zhaimao
