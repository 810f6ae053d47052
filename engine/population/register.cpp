#include "engine/population/register.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <optional>
#include <span>

#include "engine/core/math/math.h"
#include "engine/core/prefix_select.h"

namespace zhaimao {
namespace {

struct Candidate {
    float critical;  // the household's score is under the line while mu is below this
    std::uint32_t row;
    std::uint8_t people;
};

// Guarantees unmet, by the bits of a household's mask.
constexpr std::array<std::uint8_t, 1U << guarantee_count> gap_count = [] {
    std::array<std::uint8_t, 1U << guarantee_count> count{};
    for (std::uint32_t mask = 0; mask < count.size(); ++mask)
        count[mask] = static_cast<std::uint8_t>(std::popcount(mask));
    return count;
}();

constexpr auto poorest_first = [](const Candidate& a, const Candidate& b) {
    return a.critical != b.critical ? a.critical > b.critical : a.row < b.row;
};
constexpr auto people_of = [](const Candidate& c) { return std::int64_t{c.people}; };

std::vector<Candidate> candidates(const PopulationInputs& inputs, const Draft& draft) {
    const auto line = static_cast<float>(math::log(inputs.line));
    const auto mark = static_cast<float>(math::log(inputs.line * inputs.income.poverty_mark));
    const auto bonus = static_cast<float>(inputs.entry.gap_bonus);
    const auto gaps = [&](std::uint8_t unmet) {
        return bonus * static_cast<float>(gap_count[unmet]);
    };
    std::vector<Candidate> all(draft.households());
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        const float if_poor = line + gaps(draft.unmet_if_poor[i]) - draft.score[i];
        const float if_not = line + gaps(draft.unmet_if_not[i]) - draft.score[i];
        const float turns = mark - draft.deviation[i];  // poor while mu is below this
        all[i] = {if_poor < turns ? if_poor : std::max(if_not, turns), i, draft.size[i]};
    }
    return all;
}

// After the first household that exceeds the official number, later ones that still fit.
std::size_t fill_up(std::vector<Candidate>& all, std::size_t chosen, std::int64_t left) {
    constexpr std::size_t look_ahead = 256;
    const auto first = all.begin() + static_cast<std::ptrdiff_t>(chosen);
    const auto last =
        all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), chosen + look_ahead));
    std::partial_sort(first, last, all.end(), poorest_first);
    for (auto c = first; c != last && left > 0; ++c) {
        if (c->people > left) continue;
        left -= c->people;
        std::swap(*c, all[chosen++]);
    }
    return chosen;
}

// Those who were on the register before the start and are off it.
std::vector<std::uint32_t> once_registered(std::span<Candidate> rest, std::int64_t people) {
    const std::size_t count = select_prefix(rest, people, poorest_first, people_of);
    std::vector<std::uint32_t> rows;
    for (std::size_t i = 0; i < count; ++i) rows.push_back(rest[i].row);
    std::sort(rows.begin(), rows.end());
    return rows;
}

RegisterStart take(std::vector<Candidate>& all, std::size_t chosen, double log_mean,
                   const County& area) {
    RegisterStart start;
    start.log_mean = log_mean;
    for (std::size_t i = 0; i < chosen; ++i) {
        start.rows.push_back(all[i].row);
        start.people += all[i].people;
    }
    std::sort(start.rows.begin(), start.rows.end());
    if (area.exited_people > 0)
        start.exited = once_registered(std::span(all).subspan(chosen), area.exited_people);
    return start;
}

// Transitory luck has mean one, so mean income is that of the permanent part.
double given_log_mean(const PopulationInputs& inputs, std::size_t county) {
    return math::log(*inputs.counties[county].mean_income) - permanent_log_mean(inputs);
}

// From the poorest on until the official number of people is reached; the log-mean is that at which
// the first who stays out is under the line, unless it is known.
RegisterStart fill_register(std::vector<Candidate>& all, const County& area,
                            std::optional<double> log_mean) {
    const std::size_t prefix =
        select_prefix(std::span(all), area.registered_poor, poorest_first, people_of);
    std::int64_t left = area.registered_poor;
    for (std::size_t i = 0; i < prefix; ++i) left -= all[i].people;
    const std::size_t chosen = fill_up(all, prefix, left);
    // The first who stays out, or the last who is in where nobody stays out.
    const auto cut = chosen == all.size()
                         ? std::max_element(all.begin(), all.end(), poorest_first)
                         : std::min_element(all.begin() + static_cast<std::ptrdiff_t>(chosen),
                                            all.end(), poorest_first);
    const auto solved = static_cast<double>(cut->critical);
    return take(all, chosen, log_mean.value_or(solved), area);
}

RegisterStart register_under_line(std::vector<Candidate>& all, double log_mean,
                                  const County& area) {
    const auto end = std::partition(all.begin(), all.end(), [&](const Candidate& c) {
        return static_cast<double>(c.critical) > log_mean;
    });
    return take(all, static_cast<std::size_t>(end - all.begin()), log_mean, area);
}

}  // namespace

RegisterStart open_register(const PopulationInputs& inputs, std::size_t county, const County& area,
                            const Draft& draft) {
    if (inputs.income.means == MeanRule::given)
        return open_register_at(given_log_mean(inputs, county), inputs, area, draft);
    std::vector<Candidate> all = candidates(inputs, draft);
    return fill_register(all, area, std::nullopt);
}

RegisterStart open_register_at(double log_mean, const PopulationInputs& inputs, const County& area,
                               const Draft& draft) {
    std::vector<Candidate> all = candidates(inputs, draft);
    if (inputs.entry.rule == RegisterRule::line) return register_under_line(all, log_mean, area);
    return fill_register(all, area, log_mean);
}

}  // namespace zhaimao
