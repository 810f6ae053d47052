// Random draws by key: a pure function of who, where, when and what for, so that nothing depends on
// the order of execution and two scenarios share every draw that they have in common.
//
//   key = seed (64 bits);  counter = (household serial, area, replicate, (year << 20) | purpose)
//
// The purpose is a 20-bit hash of a name; the year is the calendar year, 0 to 4095. Model,
// section 5.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "engine/core/random/philox4x32.h"

namespace zhaimao {

// What a draw is for: "luck", "intervention.relocation.take_up". FNV-1a in 32 bits, folded to 20.
struct Purpose {
    static constexpr int bits = 20;

    constexpr explicit Purpose(std::string_view name) {
        std::uint32_t hash = 2166136261u;
        for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
        code = (hash ^ (hash >> bits)) & ((1u << bits) - 1u);
    }

    std::uint32_t code = 0;
};

// The purposes of one scenario, to refuse two names with one hash: they would share their luck.
class PurposeSet {
   public:
    // The problem in words, or empty. A name may be added again.
    [[nodiscard]] std::string add(std::string_view name);

   private:
    std::map<std::uint32_t, std::string> names_;
};

// The last word of a counter. EXPECTS a year in [0, 4095].
[[nodiscard]] std::uint32_t year_and_purpose(int year, Purpose purpose);

// (k + 1/2) / 2^52 with k the upper 52 bits of high:low: in (0, 1), exact, symmetric about 1/2.
// (With 53 bits k + 1/2 would need 54, and the largest would round to 1.)
[[nodiscard]] constexpr double unit_uniform(std::uint32_t high, std::uint32_t low) {
    const std::uint64_t k = (std::uint64_t{high} << 20) | (low >> 12);
    return (static_cast<double>(k) + 0.5) * 0x1p-52;
}

// The draws of one replicate. Calls with the same arguments return the same numbers. Of one
// purpose, uniform and normal are independent of each other; words() holds the bits of both.
class Draws {
   public:
    Draws(std::uint64_t seed, std::uint32_t replicate) : seed_(seed), replicate_(replicate) {}

    [[nodiscard]] std::uint64_t seed() const { return seed_; }
    [[nodiscard]] std::uint32_t replicate() const { return replicate_; }
    [[nodiscard]] std::uint32_t key_0() const { return static_cast<std::uint32_t>(seed_); }
    [[nodiscard]] std::uint32_t key_1() const { return static_cast<std::uint32_t>(seed_ >> 32); }

    [[nodiscard]] Words words(std::uint32_t household, std::uint32_t area, int year,
                              Purpose purpose) const {
        return philox4x32(Words{household, area, replicate_, year_and_purpose(year, purpose)},
                          key_0(), key_1());
    }

    // In (0, 1), from words 0 and 1.
    [[nodiscard]] double uniform(std::uint32_t household, std::uint32_t area, int year,
                                 Purpose purpose) const {
        const Words w = words(household, area, year, purpose);
        return unit_uniform(w.w0, w.w1);
    }

    // Standard normal by inversion, from words 2 and 3.
    [[nodiscard]] double normal(std::uint32_t household, std::uint32_t area, int year,
                                Purpose purpose) const;

   private:
    std::uint64_t seed_;
    std::uint32_t replicate_;
};

}  // namespace zhaimao
