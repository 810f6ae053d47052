#include "engine/population/register.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>

#include "engine/core/key_select.h"
#include "engine/core/math/hot.h"
#include "engine/core/math/math.h"
#include "engine/population/hot_register.h"

namespace zhaimao {
namespace {

using Keys = std::vector<std::uint32_t>;
using Sizes = std::vector<std::uint8_t>;
using Selection = KeySelection<std::uint32_t>;

// The higher a household's critical log-mean, the lower its key.
Keys keys_of(const PopulationInputs& inputs, const Draft& draft, Isa isa) {
    RegisterKernel k;
    k.line = static_cast<float>(math::log(inputs.line));
    k.mark = static_cast<float>(math::log(inputs.line * inputs.income.poverty_mark));
    k.gap_bonus = static_cast<float>(inputs.entry.gap_bonus);
    k.score = draft.score.data();
    k.deviation = draft.deviation.data();
    k.unmet_if_poor = draft.unmet_if_poor.data();
    k.unmet_if_not = draft.unmet_if_not.data();
    Keys keys(draft.households());
    k.key = keys.data();
    register_kernel(isa)(k, keys.size());
    return keys;
}

// Its score is under the line while mu is below this.
double critical_of(std::uint32_t key) {
    return static_cast<double>(hot::from_ordered_bits(~key));
}

Selection select(const Keys& keys, const Sizes& sizes, std::int64_t people, std::size_t ahead) {
    return select_by_key(std::span(keys), std::span(sizes), people, ahead);
}

std::vector<std::uint32_t> served_rows(const Keys& keys, const Selection& selection) {
    constexpr std::size_t block = 256;
    std::array<std::uint32_t, block> found;
    std::vector<std::uint32_t> rows;
    for (std::size_t first = 0; first < keys.size(); first += block) {
        const std::size_t last = std::min(first + block, keys.size());
        std::size_t count = 0;
        for (std::size_t row = first; row < last; ++row) {
            found[count] = static_cast<std::uint32_t>(row);
            count += selection.serves(keys[row], found[count]) ? 1 : 0;
        }
        rows.insert(rows.end(), found.begin(), found.begin() + static_cast<std::ptrdiff_t>(count));
    }
    return rows;
}

// After the first household that exceeds the official number, later ones that still fit.
std::vector<std::uint32_t> late_comers(const Selection& selection, const Sizes& sizes,
                                       std::int64_t left) {
    std::vector<std::uint32_t> rows;
    for (const KeyPlace<std::uint32_t>& place : selection.next) {
        if (sizes[place.position] > left) continue;
        left -= sizes[place.position];
        rows.push_back(place.position);
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

std::int64_t people_in(const std::vector<std::uint32_t>& rows, const Sizes& sizes) {
    std::int64_t people = 0;
    for (const std::uint32_t row : rows) people += sizes[row];
    return people;
}

// Those who were on the register before the start and are off it: next in order.
std::vector<std::uint32_t> once_registered(const Keys& keys, const Sizes& sizes,
                                           const std::vector<std::uint32_t>& on_register,
                                           std::int64_t people) {
    Keys rest_keys;
    Sizes rest_sizes;
    std::vector<std::uint32_t> rest;
    auto next = on_register.begin();
    for (std::uint32_t row = 0; row < keys.size(); ++row) {
        if (next != on_register.end() && *next == row) {
            ++next;
            continue;
        }
        rest.push_back(row);
        rest_keys.push_back(keys[row]);
        rest_sizes.push_back(sizes[row]);
    }
    std::vector<std::uint32_t> rows =
        served_rows(rest_keys, select(rest_keys, rest_sizes, people, 0));
    for (std::uint32_t& row : rows) row = rest[row];
    return rows;
}

RegisterStart with(std::vector<std::uint32_t> rows, const Keys& keys, const Sizes& sizes,
                   double log_mean, const County& area) {
    RegisterStart start;
    start.log_mean = log_mean;
    start.people = people_in(rows, sizes);
    if (area.exited_people > 0)
        start.exited = once_registered(keys, sizes, rows, area.exited_people);
    start.rows = std::move(rows);
    return start;
}

// Transitory luck has mean one, so mean income is that of the permanent part.
double given_log_mean(const PopulationInputs& inputs, std::size_t county) {
    return math::log(*inputs.counties[county].mean_income) - permanent_log_mean(inputs);
}

// From the poorest on until the official number of people is reached; the log-mean is that at which
// the first who stays out is under the line (the last who is in, where nobody stays out), unless it
// is known.
RegisterStart fill_register(const Keys& keys, const Sizes& sizes, const County& area,
                            std::optional<double> log_mean) {
    constexpr std::size_t look_ahead = 256;
    constexpr std::size_t most_often_enough = 16;
    Selection selection = select(keys, sizes, area.registered_poor, most_often_enough);
    const std::int64_t left = area.registered_poor - selection.units;
    std::vector<std::uint32_t> late = late_comers(selection, sizes, left);
    if (!selection.all && people_in(late, sizes) < left) {
        selection = select(keys, sizes, area.registered_poor, look_ahead);
        late = late_comers(selection, sizes, left);
    }
    const std::uint32_t cut =
        selection.all ? *std::max_element(keys.begin(), keys.end()) : selection.end.key;
    const std::vector<std::uint32_t> first = served_rows(keys, selection);
    std::vector<std::uint32_t> rows(first.size() + late.size());
    std::merge(first.begin(), first.end(), late.begin(), late.end(), rows.begin());
    return with(std::move(rows), keys, sizes, log_mean.value_or(critical_of(cut)), area);
}

RegisterStart register_under_line(const Keys& keys, const Sizes& sizes, double log_mean,
                                  const County& area) {
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < keys.size(); ++row)
        if (critical_of(keys[row]) > log_mean) rows.push_back(row);
    return with(std::move(rows), keys, sizes, log_mean, area);
}

}  // namespace

RegisterStart open_register(const PopulationInputs& inputs, std::size_t county, const County& area,
                            const Draft& draft, Isa isa) {
    if (inputs.income.means == MeanRule::given)
        return open_register_at(given_log_mean(inputs, county), inputs, area, draft, isa);
    return fill_register(keys_of(inputs, draft, isa), draft.size, area, std::nullopt);
}

RegisterStart open_register_at(double log_mean, const PopulationInputs& inputs, const County& area,
                               const Draft& draft, Isa isa) {
    const Keys keys = keys_of(inputs, draft, isa);
    if (inputs.entry.rule == RegisterRule::line)
        return register_under_line(keys, draft.size, log_mean, area);
    return fill_register(keys, draft.size, area, log_mean);
}

}  // namespace zhaimao
