#include "engine/interventions/enrolment.h"

#include <algorithm>
#include <numeric>

#include "engine/core/contracts.h"
#include "engine/core/flags.h"
#include "engine/interventions/first_year.h"
#include "engine/interventions/order.h"

namespace zhaimao {
namespace {

std::uint32_t traits_of(const EnrolmentPlace& place, const Candidate& c) {
    return traits_of(c, place.state, place.population);
}

// Leaves the households that would take it up; `cases` are theirs, if they are cases.
void take_up(const Intervention& iv, const EnrolmentPlace& place, std::vector<std::uint32_t>& rows,
             std::vector<std::uint32_t>* cases = nullptr) {
    if (!iv.take_up) return;
    const double share = (*iv.take_up)[static_cast<std::size_t>(place.year - place.first_year)];
    if (share >= 1.0) return;
    const std::vector<std::uint64_t> words =
        words_of(place.draws, place.words, rows, place.area, any_year, iv.luck.take_up);
    std::size_t left = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[left] = rows[i];
        if (cases != nullptr) (*cases)[left] = (*cases)[i];
        left += unit_uniform(words[i]) < share ? 1 : 0;
    }
    rows.resize(left);
    if (cases != nullptr) cases->resize(left);
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

// The eligible cases; where one is served once, those who were not.
std::vector<std::uint32_t> eligible_cases(const Intervention& iv, std::size_t index,
                                          const EnrolmentPlace& place) {
    HouseholdView view = place.cases;
    if (iv.repeat == Repeat::never) view.refused = std::uint64_t{1} << index;
    std::vector<std::uint32_t> cases;
    iv.eligible.find(view, cases);
    return cases;
}

// Whoever is eligible and would take it up.
struct Eligible {
    std::vector<std::uint32_t> rows;
    std::vector<std::uint32_t> cases;  // of the first of these; the others are none
};

// Those who are no cases are looked at only where the predicate can hold without the register.
Eligible find_eligible(const Intervention& iv, std::size_t index, const EnrolmentPlace& place) {
    Eligible found{{}, eligible_cases(iv, index, place)};
    found.rows.resize(found.cases.size());
    const std::uint32_t* const row = place.state.cases.row.data();
    for (std::size_t i = 0; i < found.rows.size(); ++i) found.rows[i] = row[found.cases[i]];
    take_up(iv, place, found.rows, &found.cases);
    if (iv.eligible.needs_register()) return found;
    std::vector<std::uint32_t> others;
    iv.eligible.find(everybody(place), others);
    std::erase_if(others,
                  [&](std::uint32_t r) { return state::IsCase::get(place.state.state[r]) != 0; });
    take_up(iv, place, others);
    found.rows.insert(found.rows.end(), others.begin(), others.end());
    return found;
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

int wait_of(const Intervention& iv, std::uint32_t row, const Limit& limit,
            const EnrolmentPlace& place) {
    return limit.wait >= 0 ? limit.wait : years_of_wait(iv, row, place);
}

std::vector<std::int64_t> fen_of_each(const Intervention& iv,
                                      const std::vector<Candidate>& candidates,
                                      std::span<const std::uint32_t> positions, const Limit& limit,
                                      const EnrolmentPlace& place) {
    const FirstYear cost(iv);
    std::vector<std::int64_t> fen(positions.size());
    for (std::size_t i = 0; i < fen.size(); ++i) {
        const Candidate& c = candidates[positions[i]];
        const float share =
            c.case_index < 0
                ? 1.0F
                : share_after_exit(iv, place.state, static_cast<std::uint32_t>(c.case_index),
                                   place.year);
        fen[i] = cost.fen_of(traits_of(place, c), wait_of(iv, c.row, limit, place), share);
    }
    return fen;
}

// Whoever of those served is no case becomes one, in this order.
void make_cases(std::vector<Candidate>& candidates, std::span<const std::uint32_t> served,
                const EnrolmentPlace& place) {
    std::vector<std::uint32_t> rows;
    for (const std::uint32_t position : served)
        if (candidates[position].case_index < 0) rows.push_back(candidates[position].row);
    auto next = static_cast<std::int32_t>(add_cases(place.state, place.population, rows));
    for (const std::uint32_t position : served)
        if (candidates[position].case_index < 0) candidates[position].case_index = next++;
}

// Whether nobody has to wait: most draws of an order are then never made.
bool is_enough(std::int64_t units, const std::vector<Candidate>& candidates) {
    std::int64_t wanted = 0;
    for (const Candidate& c : candidates) wanted += c.units;
    return wanted <= units;
}

// In the order in which money is spent; else as they stand.
Choice by_capacity(const Intervention& iv, const std::vector<Candidate>& candidates,
                   std::int64_t units, bool in_order, const EnrolmentPlace& place) {
    Choice choice;
    choice.in_order = in_order;
    if (!in_order && is_enough(units, candidates)) {
        choice.positions.resize(candidates.size());
        std::iota(choice.positions.begin(), choice.positions.end(), 0U);
    } else {
        choice.positions =
            ration(iv, candidates, keys_of(iv, candidates, place), units, place, in_order);
    }
    return choice;
}

std::string where(const EnrolmentPlace& place) {
    return " in county " + std::to_string(place.area) + ", " + std::to_string(place.year);
}

}  // namespace

void ServiceCount::add(const ServiceCount& o) {
    units += o.units;
    households += o.households;
    people += o.people;
    spent_fen += o.spent_fen;
    committed_fen += o.committed_fen;
}

// A case's stand beside the case: its row lies far from the last one's.
std::uint32_t traits_of(const Candidate& c, const CountyState& state,
                        const CountyPopulation& population) {
    return c.case_index >= 0 ? state.cases.traits_now(static_cast<std::size_t>(c.case_index))
                             : current_traits(population.traits[c.row], state.state[c.row]);
}

std::vector<Candidate> find_candidates(const Intervention& iv, std::size_t index,
                                       const EnrolmentPlace& place) {
    const Eligible eligible = find_eligible(iv, index, place);
    std::vector<Candidate> found(eligible.rows.size());
    std::size_t count = 0;
    const auto fill = [&](auto units_of_candidate) {
        for (std::size_t i = 0; i < eligible.rows.size(); ++i) {
            Candidate c{eligible.rows[i], -1, 0};
            if (i < eligible.cases.size())
                c.case_index = static_cast<std::int32_t>(eligible.cases[i]);
            c.units = static_cast<std::int32_t>(units_of_candidate(c));
            found[count] = c;
            count += c.units > 0 ? 1 : 0;  // nobody is served for nothing: no worker, no place
        }
    };
    if (iv.counted_in() == Per::household)
        fill([](const Candidate&) { return 1; });
    else
        fill([&](const Candidate& c) { return units_of(traits_of(place, c), iv.counted_in()); });
    found.resize(count);
    return found;
}

std::int64_t count_eligible(const Intervention& iv, std::size_t index,
                            const EnrolmentPlace& place) {
    return static_cast<std::int64_t>(find_eligible(iv, index, place).rows.size());
}

Choice choose(const Intervention& iv, const std::vector<Candidate>& candidates, const Limit& limit,
              const EnrolmentPlace& place) {
    const bool in_order = !is_enough(limit.units, candidates);
    Choice choice = by_capacity(iv, candidates, limit.units, in_order, place);
    choice.fen = fen_of_each(iv, candidates, choice.positions, limit, place);
    for (const std::int64_t fen : choice.fen) choice.total_fen += fen;
    return choice;
}

void spend(Choice& choice, const Intervention& iv, const std::vector<Candidate>& candidates,
           const Limit& limit, const EnrolmentPlace& place) {
    if (choice.total_fen <= limit.fen) return;
    if (!choice.in_order) {  // all of them, as they stand
        const std::vector<std::int64_t> fen = std::move(choice.fen);
        choice = by_capacity(iv, candidates, limit.units, true, place);
        for (const std::uint32_t position : choice.positions) choice.fen.push_back(fen[position]);
    }
    choice.positions.resize(reach(choice.fen, limit.fen, choice.total_fen));
    choice.fen.resize(choice.positions.size());
}

ServiceCount enrol(const Intervention& iv, std::size_t index, std::vector<Candidate>& candidates,
                   const Choice& choice, const Limit& limit, const EnrolmentPlace& place,
                   std::vector<Enrolment>& enrolments) {
    // In the order of their enrolment: where money may end before all who are enrolled are
    // reached, that of their rows.
    std::vector<std::uint32_t> served =
        choice.in_order ? ascending(choice.positions, candidates.size()) : choice.positions;
    make_cases(candidates, served, place);
    if (!iv.paid_from.empty())
        std::sort(served.begin(), served.end(), [&](std::uint32_t a, std::uint32_t b) {
            return candidates[a].row < candidates[b].row;
        });
    MemberCost once;
    if (iv.cost_once) once.add(*iv.cost_once);
    ServiceCount count;
    count.committed_fen = choice.total_fen;
    enrolments.reserve(enrolments.size() + served.size());
    for (const std::uint32_t position : served) {
        const Candidate& c = candidates[position];
        const auto case_index = static_cast<std::uint32_t>(c.case_index);
        place.state.cases.enrolled[case_index] |= std::uint64_t{1} << index;
        const int wait = wait_of(iv, c.row, limit, place);
        enrolments.push_back(
            {case_index, static_cast<std::int16_t>(place.year), static_cast<std::int16_t>(wait)});
        const std::uint32_t traits = traits_of(place, c);
        ++count.households;
        count.units += c.units;
        count.people += trait::People::get(traits);
        count.spent_fen += once.of(traits);
    }
    INVARIANT(count.units <= limit.units,
              "more served than the capacity of " + iv.id + where(place));
    INVARIANT(count.committed_fen <= limit.fen || limit.fen >= Limit::none,
              "more spent than the money of " + iv.id + where(place));
    return count;
}

ServiceCount serve(const Intervention& iv, std::size_t index, std::vector<Candidate>& candidates,
                   const Limit& limit, const EnrolmentPlace& place,
                   std::vector<Enrolment>& enrolments) {
    if (limit.units <= 0) return {};
    Choice choice;
    if (limit.fen < Limit::none) {
        choice = choose(iv, candidates, limit, place);
        spend(choice, iv, candidates, limit, place);
    } else {
        choice = by_capacity(iv, candidates, limit.units, false, place);
    }
    return enrol(iv, index, candidates, choice, limit, place, enrolments);
}

float share_after_exit(const Intervention& iv, const CountyState& state, std::uint32_t c,
                       int year) {
    if (iv.after_exit == Afterwards::goes_on) return 1.0F;
    const bool out = state.cases.status(c) == Status::exited;
    return out ? iv.left(iv.after_exit, year - state.cases.left[c]) : 1.0F;
}

void active_services(const Intervention& iv, const std::vector<Enrolment>& enrolments,
                     const CountyState& state, int year, int start_year,
                     std::vector<Served>& served) {
    served.resize(enrolments.size());
    std::size_t count = 0;
    for (const Enrolment& e : enrolments) {
        const int age = year - e.year - e.wait;
        const float share = share_after_exit(iv, state, e.case_index, year);
        const int held = e.year == start_year ? start_year - e.year - e.wait : -1;
        served[count] = {e.case_index, static_cast<std::int16_t>(age),
                         static_cast<std::int16_t>(std::max(held, -1)), share};
        count += (age >= 0) & (share > 0.0F) ? 1 : 0;
    }
    served.resize(count);
}

}  // namespace zhaimao
