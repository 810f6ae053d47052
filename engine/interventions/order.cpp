#include "engine/interventions/order.h"

#include "engine/core/math/hot.h"
#include "engine/interventions/enrolment.h"

namespace zhaimao {
namespace {

constexpr int any_year = 0;  // random places are for good

// Where a candidate's columns stand: beside the case, or in its row.
std::size_t at(const Candidate& c) {
    return c.case_index >= 0 ? static_cast<std::size_t>(c.case_index) : c.row;
}

// Permanent income per head: the market sources without a year's transitory luck and events, and
// the others. What is far apart is fetched first.
std::vector<float> permanent_incomes(std::span<const Candidate> candidates,
                                     const EnrolmentPlace& place) {
    const std::size_t n = candidates.size();
    const auto add_source = [&](std::vector<float>& sum, std::size_t source) {
        if (!place.population.has_income[source]) return;
        const float* const of_case = place.state.cases.income[source].data();
        const float* const of_row = place.population.income[source].data();
        const float growth = place.growth[source];
        for (std::size_t i = 0; i < n; ++i)
            sum[i] +=
                (candidates[i].case_index >= 0 ? of_case : of_row)[at(candidates[i])] * growth;
    };
    std::vector<float> market(n), rest(n), deviation(n);
    add_source(market, 0), add_source(market, 1);
    add_source(rest, 2), add_source(rest, 3);
    for (std::size_t i = 0; i < n; ++i) {
        const bool is_case = candidates[i].case_index >= 0;
        deviation[i] =
            (is_case ? place.state.cases.deviation : place.state.deviation)[at(candidates[i])];
    }
    for (std::size_t i = 0; i < n; ++i)
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
std::vector<float> ranks(RankKey key, const Intervention& iv, std::span<const Candidate> candidates,
                         const EnrolmentPlace& place) {
    const CountyState& s = place.state;
    const auto of_each = [&](auto of) {
        std::vector<float> column(candidates.size());
        for (std::size_t i = 0; i < column.size(); ++i) column[i] = of(candidates[i]);
        return column;
    };
    switch (key) {
        case RankKey::income:
            return of_each([&](const Candidate& c) {
                return (c.case_index >= 0 ? s.cases.observed : s.observed)[at(c)];
            });
        case RankKey::permanent_income:
            return permanent_incomes(candidates, place);
        case RankKey::unmet_guarantees:
            return of_each([&](const Candidate& c) {
                const std::uint32_t word = (c.case_index >= 0 ? s.cases.state : s.state)[at(c)];
                return -static_cast<float>(count_bits(state::Unmet::get(word)));
            });
        case RankKey::people:
            return of_each([&](const Candidate& c) {
                return -static_cast<float>(trait::People::get(traits_of(c, s, place.population)));
            });
        case RankKey::random:
            break;
    }
    return random_places(iv, candidates, place);
}

}  // namespace

Keys keys_of(const Intervention& iv, std::span<const Candidate> candidates,
             const EnrolmentPlace& place) {
    const std::vector<float> nothing(candidates.size(), 0.0F);
    const auto column = [&](std::size_t k) {
        return k < iv.order.size() ? ranks(iv.order[k], iv, candidates, place) : nothing;
    };
    const std::vector<float> first = column(0), second = column(1);
    Keys keys(candidates.size());
    for (std::size_t i = 0; i < keys.size(); ++i) keys[i] = rank_key(first[i], second[i]);
    return keys;
}

}  // namespace zhaimao
