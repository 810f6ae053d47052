#include "engine/core/random/path_uniform.h"

#include "engine/core/random/draws.h"

namespace zhaimao {
namespace {

constexpr int beyond_all_years = 4095;

std::uint64_t fnv1a(std::string_view text) {
    std::uint64_t hash = 14695981039346656037u;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
    return hash;
}

}  // namespace

double path_uniform(std::uint64_t seed, std::uint32_t replicate, std::string_view path) {
    const std::uint64_t hash = fnv1a(path);
    const Words counter{static_cast<std::uint32_t>(hash), static_cast<std::uint32_t>(hash >> 32),
                        replicate, year_and_purpose(beyond_all_years, Purpose("configuration"))};
    const Words words = philox4x32(counter, static_cast<std::uint32_t>(seed),
                                   static_cast<std::uint32_t>(seed >> 32));
    return unit_uniform(words.w0, words.w1);
}

}  // namespace zhaimao
