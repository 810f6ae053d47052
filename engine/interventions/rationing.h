// Who is served when not everybody can be: in order, until capacity or money is used up, whichever
// ends first. Model, section 3 A.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/hot_words.h"
#include "engine/core/math/hot.h"
#include "engine/interventions/intervention.h"

namespace zhaimao {

// A household (or a village) that may be served.
struct Candidate {
    std::uint32_t row = 0;  // of the household, or the village: identity, the last tie-breaker
    std::int32_t case_index = -1;  // -1: not yet a case
    std::int32_t units = 0;        // of the capacity
};

// Places in the order of candidates, ascending: the two keys of the order, one after the other.
using Keys = std::vector<std::uint64_t>;

// Where enrolment happens: one county at the start of a year.
struct EnrolmentPlace {
    CountyState& state;
    const CountyPopulation& population;
    const Draws& draws;
    HouseholdView cases;                       // views of 31 December of the year before
    std::array<float, source_count> growth{};  // of each source from the start to then
    float mean_one = 0.0F;                     // -Var(d) / 2 then
    std::uint32_t area = 0;
    int year = 0;
    int first_year = 0;
    WordsKernel words = words_kernel(Isa::baseline);
};

// What may be used up: whichever ends first binds.
struct Limit {
    static constexpr std::int64_t none = std::int64_t{1} << 50;
    std::int64_t units = none;  // of the capacity
    std::int64_t fen = none;    // of money
    int wait = -1;              // years until the benefit begins; negative: as completions fall
};

// A key that sorts as these floats do, the first one before the second.
[[nodiscard]] inline std::uint64_t rank_key(float first, float second) {
    return std::uint64_t{hot::ordered_bits(first)} << 32 | hot::ordered_bits(second);
}

// Positions of the candidates that so many units serve: in the order of service, or ascending. They
// are taken in the order of their keys until the first that does not fit; a share targeting_error
// of the capacity goes to the others in random order.
[[nodiscard]] std::vector<std::uint32_t> ration(const Intervention& intervention,
                                                std::span<const Candidate> candidates, Keys keys,
                                                std::int64_t units, const EnrolmentPlace& place,
                                                bool in_order);

// How many of those who take so much each, in order, a sum pays for.
[[nodiscard]] std::size_t reach(std::span<const std::int64_t> each, std::int64_t fen,
                                std::int64_t& paid);

// Sorted positions, each below `candidates`.
[[nodiscard]] std::vector<std::uint32_t> ascending(std::span<const std::uint32_t> positions,
                                                   std::size_t candidates);

}  // namespace zhaimao
