#include "engine/interventions/enrolment.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "engine/core/contracts.h"
#include "engine/core/prefix_select.h"
#include "engine/interventions/allocation.h"

namespace zhaimao {
namespace {

constexpr auto by_key = [](const Candidate& a, const Candidate& b) {
    return a.key != b.key ? a.key < b.key : a.row < b.row;
};
constexpr auto units_needed = [](const Candidate& c) { return std::int64_t{c.units}; };

// Draws of an intervention that do not depend on the year.
constexpr int any_year = 0;

// Bits that order as the floats do.
std::uint64_t ordered_bits(float x) {
    const auto bits = std::bit_cast<std::uint32_t>(x);
    return (bits & 0x80000000U) != 0 ? ~bits : bits | 0x80000000U;
}

float rank(RankKey key, const Intervention& iv, const Candidate& c, const EnrolmentPlace& place,
           bool is_case) {
    const CountyState& s = place.state;
    const auto index = static_cast<std::size_t>(c.case_index);
    switch (key) {
        case RankKey::income:
            return is_case ? s.cases.observed[index] : s.observed[c.row];
        case RankKey::permanent_income:
            return permanent_income(s, place.population, c.row, c.case_index, place.growth,
                                    place.mean_one);
        case RankKey::unmet_guarantees:
            return -static_cast<float>(std::popcount(state::Unmet::get(s.state[c.row])));
        case RankKey::people:
            return -static_cast<float>(trait::People::get(place.population.traits[c.row]));
        case RankKey::random:
            break;
    }
    return static_cast<float>(place.draws.uniform(c.row, place.area, any_year, iv.luck.order));
}

bool takes_up(const Intervention& iv, std::uint32_t row, const EnrolmentPlace& place) {
    if (!iv.take_up) return true;
    const double share = (*iv.take_up)[static_cast<std::size_t>(place.year - place.first_year)];
    return share >= 1.0 || place.draws.uniform(row, place.area, any_year, iv.luck.take_up) < share;
}

Candidate candidate(const Intervention& iv, const EnrolmentPlace& place, std::uint32_t row,
                    std::int32_t case_index) {
    Candidate c;
    c.row = row;
    c.case_index = case_index;
    c.units = static_cast<std::int32_t>(units_of(place.population.traits[row], iv.counted_in()));
    for (std::size_t k = 0; k < max_rank_keys; ++k)
        c.key = c.key << 32 | (k < iv.order.size()
                                   ? ordered_bits(rank(iv.order[k], iv, c, place, case_index >= 0))
                                   : 0U);
    return c;
}

HouseholdView everybody(const EnrolmentPlace& place) {
    HouseholdView view = place.cases;
    view.traits = place.population.traits;
    view.state = place.state.state;
    view.observed = place.state.observed;
    view.entered = {};
    view.enrolled = {};
    return view;
}

// Calls f(row, case index) for whoever is eligible and would take it up; the index is -1 for those
// who are no cases, who are looked at only where the predicate can hold without the register.
template <class F>
void for_each_eligible(const Intervention& iv, std::size_t index, const EnrolmentPlace& place,
                       F f) {
    std::vector<std::uint8_t> eligible;
    iv.eligible.evaluate(place.cases, eligible);
    const std::uint64_t bit = std::uint64_t{1} << index;
    const Cases& cases = place.state.cases;
    for (std::size_t c = 0; c < eligible.size(); ++c) {
        if (!eligible[c] || (iv.repeat == Repeat::never && (cases.enrolled[c] & bit) != 0))
            continue;
        if (takes_up(iv, cases.row[c], place)) f(cases.row[c], static_cast<std::int32_t>(c));
    }
    if (iv.eligible.needs_register()) return;
    iv.eligible.evaluate(everybody(place), eligible);
    for (std::uint32_t row = 0; row < eligible.size(); ++row)
        if (eligible[row] && !state::IsCase::get(place.state.state[row]) &&
            takes_up(iv, row, place))
            f(row, -1);
}

std::int16_t years_of_wait(const Intervention& iv, std::uint32_t row, const EnrolmentPlace& place) {
    if (iv.completed_by.front() >= 1.0) return 0;
    const double u = place.draws.uniform(row, place.area, any_year, iv.luck.completion);
    std::int16_t wait = 0;
    for (double share : iv.completed_by) {
        if (u < share) return wait;
        ++wait;
    }
    return std::numeric_limits<std::int16_t>::max();  // never completed
}

// The random part of the order, for the share of the capacity that is not well targeted.
void shuffle_keys(std::span<Candidate> rest, const Intervention& iv, const EnrolmentPlace& place) {
    for (Candidate& c : rest) {
        const Words words = place.draws.words(c.row, place.area, place.year, iv.luck.targeting);
        c.key = std::uint64_t{words.w0} << 32 | words.w1;
    }
}

std::size_t select(const Intervention& iv, std::vector<Candidate>& all, std::int64_t capacity,
                   const EnrolmentPlace& place) {
    if (capacity <= 0) return 0;
    const std::int64_t targeted = whole_units(1.0 - iv.targeting_error, capacity);
    const std::size_t first = select_prefix(std::span(all), targeted, by_key, units_needed);
    if (iv.targeting_error <= 0.0) return first;
    std::int64_t left = capacity;
    for (std::size_t i = 0; i < first; ++i) left -= all[i].units;
    const std::span<Candidate> rest = std::span(all).subspan(first);
    shuffle_keys(rest, iv, place);
    return first + select_prefix(rest, left, by_key, units_needed);
}

}  // namespace

std::vector<Candidate> find_candidates(const Intervention& iv, std::size_t index,
                                       const EnrolmentPlace& place) {
    std::vector<Candidate> found;
    for_each_eligible(iv, index, place, [&](std::uint32_t row, std::int32_t case_index) {
        Candidate c = candidate(iv, place, row, case_index);
        if (c.units > 0) found.push_back(c);  // nobody is served for nothing: no worker, no place
    });
    return found;
}

std::int64_t count_eligible(const Intervention& iv, std::size_t index,
                            const EnrolmentPlace& place) {
    std::int64_t count = 0;
    for_each_eligible(iv, index, place, [&](std::uint32_t, std::int32_t) { ++count; });
    return count;
}

ServiceCount serve(const Intervention& iv, std::size_t index, std::vector<Candidate>& candidates,
                   std::int64_t capacity, const EnrolmentPlace& place,
                   std::vector<Enrolment>& enrolments) {
    const std::size_t served = select(iv, candidates, capacity, place);
    // The order of new cases is that of the rows, whatever the selection left.
    std::sort(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(served),
              [](const Candidate& a, const Candidate& b) { return a.row < b.row; });
    ServiceCount count;
    for (std::size_t i = 0; i < served; ++i) {
        Candidate& c = candidates[i];
        if (c.case_index < 0)
            c.case_index = static_cast<std::int32_t>(add_case(
                place.state, c.row, place.state.observed[c.row], place.state.observed[c.row]));
        const auto case_index = static_cast<std::uint32_t>(c.case_index);
        place.state.cases.enrolled[case_index] |= std::uint64_t{1} << index;
        enrolments.push_back(
            {case_index, static_cast<std::int16_t>(place.year), years_of_wait(iv, c.row, place)});
        const std::uint32_t traits = place.population.traits[c.row];
        ++count.households;
        count.units += c.units;
        count.people += trait::People::get(traits);
        if (iv.cost_once)
            count.spent_fen +=
                std::llround(iv.cost_once->yuan * 100.0) * units_of(traits, iv.cost_once->per);
    }
    INVARIANT(count.units <= capacity, "more served than the capacity of " + iv.id);
    return count;
}

void active_services(const Intervention& iv, const std::vector<Enrolment>& enrolments,
                     const CountyState& state, int year, int start_year,
                     std::vector<Served>& served) {
    served.clear();
    for (const Enrolment& e : enrolments) {
        const int age = year - e.year - e.wait;
        if (age < 0) continue;
        if (iv.after_exit == AfterExit::stops &&
            status_of(state.state[state.cases.row[e.case_index]]) == Status::exited)
            continue;
        const int held = e.year == start_year ? start_year - e.year - e.wait : -1;
        served.push_back({e.case_index, static_cast<std::int16_t>(age),
                          static_cast<std::int16_t>(std::max(held, -1))});
    }
}

}  // namespace zhaimao
