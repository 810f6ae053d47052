#include "engine/interventions/order.h"

#include <algorithm>

#include "engine/core/contracts.h"
#include "engine/core/math/hot.h"
#include "engine/interventions/enrolment.h"

namespace zhaimao {
namespace {

// Candidates of which the first so many are cases, whose columns stand beside the case; those of
// the others stand in their rows, far apart.
struct InTurn {
    std::span<const Candidate> candidates;
    std::size_t cases = 0;

    explicit InTurn(std::span<const Candidate> all) : candidates(all) {
        while (cases < all.size() && all[cases].case_index >= 0) ++cases;
        EXPECTS(std::all_of(all.begin() + static_cast<std::ptrdiff_t>(cases), all.end(),
                            [](const Candidate& c) { return c.case_index < 0; }));
    }
    [[nodiscard]] std::size_t size() const { return candidates.size(); }

    // f(element, column's value) for each.
    template <class T, class F>
    void for_each(const std::vector<T>& of_cases, const std::vector<T>& of_rows, F f) const {
        for (std::size_t i = 0; i < cases; ++i)
            f(i, of_cases[static_cast<std::size_t>(candidates[i].case_index)]);
        for (std::size_t i = cases; i < size(); ++i) f(i, of_rows[candidates[i].row]);
    }
};

// Permanent income per head: the market sources without a year's transitory luck and events, and
// the others. What is far apart is fetched first.
std::vector<float> permanent_incomes(const InTurn& in_turn, const EnrolmentPlace& place) {
    std::vector<float> market(in_turn.size()), rest(in_turn.size()), deviation(in_turn.size());
    for (std::size_t s = 0; s < source_count; ++s) {
        if (!place.population.has_income[s]) continue;
        float* const sum = s < 2 ? market.data() : rest.data();
        const float growth = place.growth[s];
        in_turn.for_each(place.state.cases.income[s], place.population.income[s],
                         [=](std::size_t i, float yuan) { sum[i] += yuan * growth; });
    }
    in_turn.for_each(place.state.cases.deviation, place.state.deviation,
                     [&](std::size_t i, float d) { deviation[i] = d; });
    for (std::size_t i = 0; i < market.size(); ++i)
        market[i] = market[i] * hot::exp(deviation[i] + place.mean_one) + rest[i];
    return market;
}

std::vector<float> random_places(const Intervention& iv, std::span<const Candidate> candidates,
                                 const EnrolmentPlace& place) {
    std::vector<std::uint32_t> rows;
    rows.reserve(candidates.size());
    for (const Candidate& c : candidates) rows.push_back(c.row);
    const std::vector<std::uint64_t> words =
        words_of(place.draws, place.words, rows, place.area, any_year, iv.luck.order);
    std::vector<float> places(rows.size());
    for (std::size_t i = 0; i < places.size(); ++i)
        places[i] = static_cast<float>(unit_uniform(words[i]));
    return places;
}

// What the order looks at of each candidate: the lowest come first.
std::vector<float> ranks(RankKey key, const Intervention& iv, const InTurn& in_turn,
                         const EnrolmentPlace& place) {
    const CountyState& s = place.state;
    std::vector<float> ranks(in_turn.size());
    switch (key) {
        case RankKey::income:
            in_turn.for_each(s.cases.observed, s.observed,
                             [&](std::size_t i, float yuan) { ranks[i] = yuan; });
            return ranks;
        case RankKey::permanent_income:
            return permanent_incomes(in_turn, place);
        case RankKey::unmet_guarantees:
            in_turn.for_each(s.cases.state, s.state, [&](std::size_t i, std::uint32_t word) {
                ranks[i] = -static_cast<float>(count_bits(state::Unmet::get(word)));
            });
            return ranks;
        case RankKey::people:
            in_turn.for_each(s.cases.traits, place.population.traits,
                             [&](std::size_t i, std::uint32_t traits) {
                                 ranks[i] = -static_cast<float>(trait::People::get(traits));
                             });
            return ranks;
        case RankKey::random:
            break;
    }
    return random_places(iv, in_turn.candidates, place);
}

}  // namespace

Keys keys_of(const Intervention& iv, std::span<const Candidate> candidates,
             const EnrolmentPlace& place) {
    const std::vector<float> nothing(candidates.size(), 0.0F);
    const InTurn in_turn(candidates);
    const auto column = [&](std::size_t k) {
        return k < iv.order.size() ? ranks(iv.order[k], iv, in_turn, place) : nothing;
    };
    const std::vector<float> first = column(0), second = column(1);
    Keys keys(candidates.size());
    for (std::size_t i = 0; i < keys.size(); ++i) keys[i] = rank_key(first[i], second[i]);
    return keys;
}

}  // namespace zhaimao
