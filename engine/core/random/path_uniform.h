// The one uniform draw behind an uncertain number of the configuration, keyed by its dotted path:
//
//   key = seed;  counter = (FNV-1a 64 of the path: low word, high word, replicate, purpose)
//
// The purpose stands in the year 4095, so that no household's counter is ever the same. Adding,
// removing or reordering other numbers changes nothing. Model, section 5.
#pragma once

#include <cstdint>
#include <string_view>

namespace zhaimao {

// In (0, 1).
[[nodiscard]] double path_uniform(std::uint64_t seed, std::uint32_t replicate,
                                  std::string_view path);

}  // namespace zhaimao
