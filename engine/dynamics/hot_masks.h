// Choices by bits in the dense passes: what is chosen by bits is chosen for several at a time.
//
// Everything is local to the source that includes it, as in hot_flags.h.
#pragma once

#include <cstdint>

namespace zhaimao {
namespace {

// All bits where it holds, none else.
inline __attribute__((always_inline)) std::uint32_t mask(bool holds) {
    return holds ? ~std::uint32_t{0} : 0;
}
inline __attribute__((always_inline)) std::uint32_t choose(std::uint32_t mask, std::uint32_t a,
                                                           std::uint32_t b) {
    return (a & mask) | (b & ~mask);
}

}  // namespace
}  // namespace zhaimao
