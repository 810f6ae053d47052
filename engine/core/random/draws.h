// Random draws by key: a pure function of who, where, when and what for, so that nothing depends on
// the order of execution and two scenarios share every draw that they have in common.
//
//   key = seed (64 bits);  counter = (household serial, area, replicate, (year << 20) | purpose)
//
// The purpose is a 20-bit hash of a name; the year is the calendar year, 0 to 4095. Draws of one
// kind of chance may be taken from another replicate while the others are held: so the variance of
// an outcome is divided among them. Model, section 5.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "engine/core/random/philox4x32.h"

namespace zhaimao {

// What chance decides: inputs that are not known, years that many share, each one's own luck, what
// an observer sees.
enum class Chance : std::uint8_t { parameters, shocks, luck, measurement };
inline constexpr std::size_t chance_count = 4;

// What a draw is for: "luck", "intervention.relocation.take_up". FNV-1a in 32 bits, folded to 20.
struct Purpose {
    static constexpr int bits = 20;

    constexpr explicit Purpose(std::string_view name, Chance decides = Chance::luck)
        : chance(decides) {
        std::uint32_t hash = 2166136261u;
        for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
        code = (hash ^ (hash >> bits)) & ((1u << bits) - 1u);
    }

    std::uint32_t code = 0;
    Chance chance;

    friend bool operator==(const Purpose&, const Purpose&) = default;
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

// What stands for a household where the draw is an area's, and for a year where it is for good.
inline constexpr std::uint32_t the_area_itself = 0;
inline constexpr int any_year = 0;

// The draws of one replicate. Calls with the same arguments return the same numbers. Of one
// purpose, uniform and normal are independent of each other; words() holds the bits of both.
class Draws {
   public:
    using Replicates = std::array<std::uint32_t, chance_count>;  // by Chance

    Draws(std::uint64_t seed, std::uint32_t replicate) : seed_(seed) {
        replicates_.fill(replicate);
    }
    Draws(std::uint64_t seed, const Replicates& replicates)
        : seed_(seed), replicates_(replicates) {}

    [[nodiscard]] std::uint64_t seed() const { return seed_; }
    [[nodiscard]] std::uint32_t replicate(Chance chance) const {
        return replicates_[static_cast<std::size_t>(chance)];
    }
    [[nodiscard]] std::uint32_t key_0() const { return static_cast<std::uint32_t>(seed_); }
    [[nodiscard]] std::uint32_t key_1() const { return static_cast<std::uint32_t>(seed_ >> 32); }

    [[nodiscard]] Words words(std::uint32_t household, std::uint32_t area, int year,
                              Purpose purpose) const {
        return philox4x32(
            Words{household, area, replicate(purpose.chance), year_and_purpose(year, purpose)},
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
    Replicates replicates_;
};

}  // namespace zhaimao
