// The closest known word to a mistyped one, by Damerau-Levenshtein distance (optimal string
// alignment: insert, delete, replace, swap neighbours; each costs one). Damerau (1964),
// Communications of the ACM 7(3).
#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <string>
#include <string_view>

namespace zhaimao {

// Letters to change, insert, leave out or exchange with their neighbour; any number above `most`
// where it is above it.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b,
                                        std::size_t most = std::numeric_limits<std::size_t>::max());

// Empty where none is close: the distance may be a third of the longer word, rounded up, at most 4,
// and must leave at least one letter in common. Ties go to the word that comes first.
[[nodiscard]] std::string suggest(std::string_view word, std::span<const std::string> known);
[[nodiscard]] std::string suggest(std::string_view word, std::span<const std::string_view> known);

// "; did you mean 'x'?", or nothing where no known word is close.
[[nodiscard]] std::string did_you_mean(std::string_view word, std::span<const std::string> known);
[[nodiscard]] std::string did_you_mean(std::string_view word,
                                       std::span<const std::string_view> known);

}  // namespace zhaimao
