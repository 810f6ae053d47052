#include "engine/interventions/rationing.h"

#include <algorithm>
#include <bit>

#include "engine/core/prefix_select.h"
#include "engine/interventions/allocation.h"

namespace zhaimao {
namespace {

constexpr auto by_key = [](const Candidate& a, const Candidate& b) {
    return a.key != b.key ? a.key < b.key : a.row < b.row;
};
constexpr auto units_needed = [](const Candidate& c) { return std::int64_t{c.units}; };

// Bits that order as the floats do.
std::uint64_t ordered_bits(float x) {
    const auto bits = std::bit_cast<std::uint32_t>(x);
    return (bits & 0x80000000U) != 0 ? ~bits : bits | 0x80000000U;
}

// The random part of the order, for the share of the capacity that is not well targeted.
void shuffle_keys(std::span<Candidate> rest, const Intervention& iv, const EnrolmentPlace& place) {
    for (Candidate& c : rest) {
        const Words words = place.draws.words(c.row, place.area, place.year, iv.luck.targeting);
        c.key = std::uint64_t{words.w0} << 32 | words.w1;
    }
}

struct Chosen {
    std::size_t targeted = 0;
    std::size_t all = 0;
};

Chosen choose(const Intervention& iv, std::vector<Candidate>& all, std::int64_t capacity,
              const EnrolmentPlace& place) {
    if (capacity <= 0) return {};
    const std::int64_t targeted = whole_units(1.0 - iv.targeting_error, capacity);
    const std::size_t first = select_prefix(std::span(all), targeted, by_key, units_needed);
    if (iv.targeting_error <= 0.0) return {first, first};
    std::int64_t left = capacity;
    for (std::size_t i = 0; i < first; ++i) left -= all[i].units;
    const std::span<Candidate> rest = std::span(all).subspan(first);
    shuffle_keys(rest, iv, place);
    return {first, first + select_prefix(rest, left, by_key, units_needed)};
}

}  // namespace

std::uint64_t rank_key(float first, float second) {
    return ordered_bits(first) << 32 | ordered_bits(second);
}

std::size_t ration(const Intervention& iv, std::vector<Candidate>& candidates, const Limit& limit,
                   const EnrolmentPlace& place,
                   const std::function<std::int64_t(const Candidate&)>& fen_of) {
    const Chosen chosen = choose(iv, candidates, limit.units, place);
    if (limit.fen >= Limit::none) return chosen.all;
    const auto begin = candidates.begin();
    const auto targeted = begin + static_cast<std::ptrdiff_t>(chosen.targeted);
    std::sort(begin, targeted, by_key);
    std::sort(targeted, begin + static_cast<std::ptrdiff_t>(chosen.all), by_key);
    std::int64_t left = limit.fen;
    for (std::size_t i = 0; i < chosen.all; ++i)
        if ((left -= fen_of(candidates[i])) < 0) return i;
    return chosen.all;
}

}  // namespace zhaimao
