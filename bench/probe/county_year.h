// A county's year by hand: production and relocation on last year's state, incomes, the floor,
// exits and entries, and what is told of it.
#pragma once

#include "bench/probe/live.h"
#include "bench/probe/selection.h"

namespace probe {
namespace {

struct CountyYear {
    std::int64_t people = 0, poor = 0, exits = 0, entries = 0, relapses = 0;  // people
    std::int64_t production = 0, relocation = 0, floor = 0;                   // beneficiaries
    double incidence = 0.0, p0 = 0.0, p1 = 0.0, p2 = 0.0,
           mean_income = 0.0;  // Foster-Greer-Thorbecke
};

// One county on its way through a replicate; everything here is used again by the next.
struct World {
    State state;
    Cases cases;
    Candidates able, unhoused;
    Selection selection;
    std::vector<std::uint32_t> moved[years];  // rows, by year

    explicit World(std::size_t rows)
        : state{std::vector<float>(rows), std::vector<std::uint16_t>(rows)},
          cases(rows + lanes),
          able(rows + 1),
          unhoused(rows + 1),
          selection(rows + 1) {}
};

// Lists who can be served next year among those who are poor, in two orders by permanent income.
inline void list_candidates(World& w, const std::uint32_t* __restrict rows,
                            const std::uint32_t* __restrict traits, std::size_t n) {
    const float* const __restrict p = w.state.p.data();
    std::uint64_t* const __restrict able = w.able.keys.data();
    std::uint64_t* const __restrict unhoused = w.unhoused.keys.data();
    std::uint32_t* const __restrict sizes = w.unhoused.takes.data();
    std::size_t able_count = 0, unhoused_count = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const std::uint32_t t = traits[i];
        const std::uint64_t key = std::uint64_t{hot::ordered_bits(p[rows[i]])} << 32 | rows[i];
        able[able_count] = unhoused[unhoused_count] = key;
        sizes[unhoused_count] = t & size_bits;
        able_count += (t >> 6) & (t >> 3) & 1;
        unhoused_count += (t & (is_poor | is_unsafe | is_moved)) == (is_poor | is_unsafe) ? 1 : 0;
    }
    std::fill_n(w.able.takes.begin(), able_count, 1U);
    w.able.count = able_count;
    w.unhoused.count = unhoused_count;
}

// The start again: state and register of the county.
inline void restart(World& w, const State& start, const County& county) {
    std::copy_n(start.p.data() + county.first, county.rows, w.state.p.data());
    std::copy_n(start.traits.data() + county.first, county.rows, w.state.traits.data());
    const std::size_t n = county.poor.size();
    for (std::size_t i = 0; i < n; ++i) w.cases.traits[i] = w.state.traits[county.poor[i]];
    list_candidates(w, county.poor.data(), w.cases.traits.data(), n);
}

// Production raises permanent income at once, relocation two years later. Both choose before either
// acts.
inline void serve(World& w, const County& county, int year, CountyYear& out) {
    float* const __restrict p = w.state.p.data();
    std::uint16_t* const __restrict traits = w.state.traits.data();
    w.selection.choose(w.unhoused, static_cast<std::uint32_t>(county.people * 4 / 1000));
    w.moved[year].assign(w.selection.begin(), w.selection.end());
    for (const std::uint32_t row : w.moved[year]) {
        out.relocation += traits[row] & size_bits;
        traits[row] |= is_moved;
    }
    w.selection.choose(w.able, static_cast<std::uint32_t>(w.able.count * 15 / 100));
    for (const std::uint32_t row : w.selection) {
        out.production += traits[row] & size_bits;
        p[row] += 0.15F;
    }
    if (year < 2) return;
    for (const std::uint32_t row : w.moved[year - 2]) {
        p[row] += 0.10F;
        traits[row] &= static_cast<std::uint16_t>(~is_unsafe);
    }
}

struct Tally {
    std::uint32_t poor[lanes] = {}, exits[lanes] = {}, entries[lanes] = {}, relapses[lanes] = {},
                  floor[lanes] = {}, under[lanes] = {};
    float given[lanes] = {}, gap[lanes] = {}, square[lanes] = {};
};

// Masks, all or no bits: g++ 12 makes jumps of bools that follow from each other.
inline std::uint32_t has(std::uint32_t traits, std::uint32_t bit) {
    return 0U - (traits / bit & 1U);
}
inline std::uint32_t is_less(float a, float b) {
    return static_cast<std::uint32_t>(static_cast<std::int32_t>(hot::to_bits(a - b)) >> 31);
}
inline float where(std::uint32_t mask, float x) {
    return hot::from_bits(hot::to_bits(x) & mask);
}

// What the poor are given, the measures, exits and entries, of a register's width of cases.
inline void assess(float* __restrict incomes, std::uint32_t* __restrict traits, Tally& sums) {
    for (std::size_t j = 0; j < lanes; ++j) {
        const std::uint32_t t = traits[j], size = t & size_bits, poor = has(t, is_poor);
        const float people = static_cast<float>(static_cast<std::int32_t>(size)), y = incomes[j];
        const float earned = y + where(poor & has(t, has_student), 0.05F * line);
        const std::uint32_t floored = poor & ~has(t, has_labour) & is_less(earned, line);
        const float had = where(floored, line) + where(~floored, earned);
        const std::uint32_t under = is_less(had, line);
        const std::uint32_t exits = poor & ~under & ~has(t, is_unsafe);
        const std::uint32_t entries = ~poor & is_less(had, 0.8F * line);
        const std::uint32_t still = (poor & ~exits) | entries;
        const float gap = where(under, 1.0F - had * (1.0F / line));
        sums.poor[j] += size & still;
        sums.exits[j] += size & exits;
        sums.entries[j] += size & entries;
        sums.relapses[j] += size & entries & has(t, was_poor);
        sums.floor[j] += size & floored;
        sums.under[j] += size & under;
        sums.given[j] += people * (had - y);
        sums.gap[j] += people * gap;
        sums.square[j] += people * gap * gap;
        traits[j] = (t & ~is_poor) | (still & (is_poor | was_poor));
    }
}

template <typename T>
inline T total(const std::uint32_t (&x)[lanes]) {
    T sum{};
    for (const std::uint32_t lane : x) sum += lane;
    return sum;
}
inline double total(const float (&x)[lanes]) {
    double sum = 0.0;
    for (const float lane : x) sum += static_cast<double>(lane);
    return sum;
}

inline void record(const Tally& sums, double income, CountyYear& out) {
    const double people = static_cast<double>(out.people);
    out.poor = total<std::int64_t>(sums.poor);
    out.exits = total<std::int64_t>(sums.exits);
    out.entries = total<std::int64_t>(sums.entries);
    out.relapses = total<std::int64_t>(sums.relapses);
    out.floor = total<std::int64_t>(sums.floor);
    out.incidence = static_cast<double>(out.poor) / people;
    out.p0 = total<double>(sums.under) / people;
    out.p1 = total(sums.gap) / people;
    out.p2 = total(sums.square) / people;
    out.mean_income = (income + total(sums.given)) / people;
}

inline CountyYear simulate_year(World& w, const County& county, std::uint32_t replicate, int year) {
    CountyYear out{.people = county.people};
    Tally sums;
    serve(w, county, year, out);
    const double income =
        live(county, w.state, replicate, static_cast<std::uint32_t>(year), w.cases);
    const std::size_t n = w.cases.count;
    for (std::size_t i = n; i < n + lanes; ++i) w.cases.traits[i] = 0, w.cases.incomes[i] = 1.0F;
    for (std::size_t i = 0; i < n; i += lanes)
        assess(w.cases.incomes.data() + i, w.cases.traits.data() + i, sums);
    for (std::size_t i = 0; i < n; ++i)
        w.state.traits[w.cases.rows[i]] = static_cast<std::uint16_t>(w.cases.traits[i]);
    list_candidates(w, w.cases.rows.data(), w.cases.traits.data(), n);
    record(sums, income, out);
    return out;
}

}  // namespace
}  // namespace probe
