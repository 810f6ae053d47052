// How wide the vector registers are of the instruction set that a source is compiled for.
#pragma once

#include <cstddef>

namespace zhaimao {

// A constant of each source's own: hot sources are compiled once per instruction set.
#if defined(__AVX512F__)
constexpr std::size_t register_bytes = 64;
#elif defined(__AVX2__)
constexpr std::size_t register_bytes = 32;
#else
constexpr std::size_t register_bytes = 16;
#endif

}  // namespace zhaimao
