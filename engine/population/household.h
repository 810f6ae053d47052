// A household in bits: traits that stay, and the state that a year changes. Model, section 1.
//
// Traits and state are one 32-bit word each per household, so that the dense pass reads and writes
// few bytes.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace zhaimao {

enum class Source : std::uint8_t { operating, wages, property, transfers };
inline constexpr std::size_t source_count = 4;
inline constexpr std::array<std::string_view, source_count> source_ids{"operating", "wages",
                                                                       "property", "transfers"};

enum class Stage : std::uint8_t { primary, junior, senior, university };
inline constexpr std::size_t stage_count = 4;
inline constexpr std::array<std::string_view, stage_count> stage_ids{"primary", "junior", "senior",
                                                                     "university"};

enum class Guarantee : std::uint8_t { food, schooling, medical, housing, water };
inline constexpr std::size_t guarantee_count = 5;
inline constexpr std::array<std::string_view, guarantee_count> guarantee_ids{
    "food", "schooling", "medical", "housing", "water"};

enum class Cause : std::uint8_t {
    illness,
    disability,
    schooling,
    disaster,
    land,
    water,
    skill,
    labour,
    capital,
    roads,
    drive
};
inline constexpr std::size_t cause_count = 11;
inline constexpr std::array<std::string_view, cause_count> cause_ids{
    "illness", "disability", "schooling", "disaster", "land", "water",
    "skill",   "labour",     "capital",   "roads",    "drive"};

// Register status; the order is that of the `transition` table. As wide as the words that hold it:
// loops over columns compare it several at a time.
enum class Status : std::uint32_t { never, registered, exited, relapsed };
inline constexpr std::size_t status_count = 4;
inline constexpr std::array<std::string_view, status_count> status_ids{"never", "registered",
                                                                       "exited", "relapsed"};

// A run of bits in a 32-bit word.
template <unsigned Shift, unsigned Width>
struct BitField {
    static constexpr std::uint32_t max = (1U << Width) - 1U;
    static constexpr std::uint32_t mask = max << Shift;
    static constexpr unsigned shift = Shift;

    [[nodiscard]] static constexpr std::uint32_t get(std::uint32_t word) {
        return (word >> Shift) & max;
    }
    [[nodiscard]] static constexpr std::uint32_t set(std::uint32_t word, std::uint32_t value) {
        return (word & ~mask) | (value << Shift);
    }
};

namespace trait {
using People = BitField<0, 4>;    // 1..15
using Workers = BitField<4, 4>;   // able to work; at most people
using Students = BitField<8, 4>;  // one bit a stage: a student of that stage
using Poor = BitField<12, 1>;     // permanent income under the poverty mark at the start
using RegisteredVillage = BitField<13, 1>;
using MainCause = BitField<14, 4>;  // cause of poverty should the household be registered
using Unmet = BitField<18, 5>;      // guarantees unmet at the start, one bit each
}  // namespace trait

namespace state {
using Status = BitField<0, 2>;  // zhaimao::Status
using IsCase = BitField<2, 1>;  // has a row in the county's case list
using Unmet = BitField<3, 5>;   // guarantees unmet now, one bit each
using Event = BitField<8, 4>;   // 0: none, else 1 + index of the event
using EventYears =
    BitField<12, 6>;               // years that the event still lasts after this one; max: for good
using Workers = BitField<18, 4>;   // able to work now
using Students = BitField<22, 4>;  // one bit a stage: a student of that stage now
}  // namespace state

// On the register now: for the first time, or again.
constexpr bool on_register(Status s) {
    return (static_cast<std::uint32_t>(s) & 1U) != 0;  // the odd ones
}

constexpr Status status_of(std::uint32_t state_word) {
    return static_cast<Status>(state::Status::get(state_word));
}

// 1 or 0: the same of a state word, in whole words all the way, for loops over columns.
constexpr std::uint32_t registered_bit(std::uint32_t state_word) {
    return state::Status::get(state_word) & 1U;
}

// The traits with what the life course has made of workers and students.
constexpr std::uint32_t current_traits(std::uint32_t traits, std::uint32_t state_word) {
    traits = trait::Workers::set(traits, state::Workers::get(state_word));
    return trait::Students::set(traits, state::Students::get(state_word));
}

// The state with the workers and students of the traits.
constexpr std::uint32_t with_members(std::uint32_t state_word, std::uint32_t traits) {
    state_word = state::Workers::set(state_word, trait::Workers::get(traits));
    return state::Students::set(state_word, trait::Students::get(traits));
}

// Set among the five lowest bits: of guarantees or stages. (std::popcount is a call without v2.)
constexpr std::uint32_t count_bits(std::uint32_t bits) {
    return (bits & 1U) + (bits >> 1 & 1U) + (bits >> 2 & 1U) + (bits >> 3 & 1U) + (bits >> 4 & 1U);
}

constexpr std::uint32_t bit_of(Guarantee g) {
    return 1U << static_cast<unsigned>(g);
}
constexpr std::uint32_t bit_of(Stage s) {
    return 1U << static_cast<unsigned>(s);
}

}  // namespace zhaimao
