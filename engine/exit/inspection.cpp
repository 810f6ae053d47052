#include "engine/exit/inspection.h"

#include <algorithm>
#include <numeric>

namespace zhaimao {
namespace {

constexpr Purpose village_drawn("inspection/village", Chance::measurement);
constexpr Purpose household_drawn("inspection/household", Chance::measurement);

// Villages of the sample, by keyed draw.
std::vector<std::uint8_t> draw_villages(std::size_t villages, int wanted, const Draws& draws,
                                        std::uint32_t area, int year) {
    std::vector<std::pair<double, std::uint32_t>> order;
    for (std::uint32_t v = 0; v < villages; ++v)
        order.emplace_back(draws.uniform(v, area, year, village_drawn), v);
    const auto n = std::min(static_cast<std::size_t>(wanted), villages);
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(n), order.end());
    std::vector<std::uint8_t> drawn(villages, 0);
    for (std::size_t i = 0; i < n; ++i) drawn[order[i].second] = 1;
    return drawn;
}

// Households of the sampled villages in two strata, each with its place in a random order.
struct Stratum {
    struct Household {
        std::uint16_t village = 0;
        double place = 0.0;
        std::uint32_t row = 0;
    };
    std::vector<Household> households;

    // Calls f(row) for the first `each` of every village.
    template <class F>
    void for_each_drawn(int each, F f) {
        std::sort(households.begin(), households.end(), [](const Household& a, const Household& b) {
            return std::tie(a.village, a.place, a.row) < std::tie(b.village, b.place, b.row);
        });
        int taken = 0;
        for (std::size_t i = 0; i < households.size(); ++i) {
            if (i == 0 || households[i].village != households[i - 1].village) taken = 0;
            if (taken++ < each) f(households[i].row);
        }
    }
};

// Of every row: whether its true state fails.
std::vector<std::uint8_t> failing_rows(const Truth& truth, const CountyState& state,
                                       std::size_t households) {
    std::vector<std::uint8_t> fails(households, 0);
    for (std::uint32_t row : truth.missed) fails[row] = 1;
    for (std::size_t c = 0; c < state.cases.size(); ++c)
        fails[state.cases.row[c]] = truth.case_fails[c];
    return fails;
}

}  // namespace

Inspection Inspection::read(Block block) {
    Inspection i;
    i.tolerance = block.number({"tolerance", unit::number, between(0.0, 1.0),
                                "share of the line under which true income fails"});
    i.missed_guarantees = block.flag(
        "missed_guarantees", "whether an unmet guarantee alone makes a household missed", false);
    if (std::optional<Block> sample =
            block.maybe_block("sample", "what is drawn in a county; absent: the true shares")) {
        i.sample = Sample{};
        i.sample->villages = static_cast<int>(
            sample->whole({"villages", unit::villages, at_least(1), "villages of a county"}));
        i.sample->exited = static_cast<int>(sample->whole(
            {"exited", unit::households, non_negative, "of a village, that have exited"}));
        i.sample->unregistered = static_cast<int>(sample->whole(
            {"unregistered", unit::households, non_negative, "of a village, never registered"}));
    }
    return i;
}

void judge_cases(std::vector<std::uint8_t>& fails, const CaseYear& year, const CountyState& state,
                 const Inspection& rule, double line) {
    const auto least = static_cast<float>(rule.tolerance * line);
    fails.resize(state.cases.size());
    for (std::size_t c = 0; c < fails.size(); ++c) {
        const std::uint32_t word = state.cases.state[c];
        const bool guarantees_count = status_of(word) != Status::never || rule.missed_guarantees;
        const bool gap = guarantees_count && state::Unmet::get(word) != 0;
        fails[c] = year.true_assessed[c] < least || gap ? 1 : 0;
    }
}

TruthCount count_truth(const Truth& truth, const CountyState& state,
                       const CountyPopulation& population) {
    TruthCount count;
    count.unregistered = population.people;
    for (std::size_t c = 0; c < state.cases.size(); ++c) {
        const std::int64_t people = state.cases.people(c);
        const Status status = state.cases.status(c);
        const std::int64_t failing = truth.case_fails[c] != 0 ? people : 0;
        if (status != Status::never) count.unregistered -= people;
        if (status == Status::never) count.missed += failing;
        if (status == Status::exited) count.exited += people, count.wrong += failing;
    }
    for (std::uint32_t row : truth.missed)
        count.missed += trait::People::get(population.traits[row]);
    return count;
}

TruthCount inspect(const Truth& truth, const CountyState& state, const CountyPopulation& population,
                   const Inspection::Sample& sample, std::size_t villages, const Draws& draws,
                   std::uint32_t area, int year) {
    const std::vector<std::uint8_t> drawn =
        draw_villages(villages, sample.villages, draws, area, year);
    const std::vector<std::uint8_t> fails = failing_rows(truth, state, population.households());
    Stratum exited, unregistered;
    for (std::uint32_t row = 0; row < population.households(); ++row) {
        if (drawn[population.village[row]] == 0) continue;
        const Status status = status_of(state.state[row]);
        if (on_register(status)) continue;
        Stratum& stratum = status == Status::exited ? exited : unregistered;
        stratum.households.push_back(
            {population.village[row], draws.uniform(row, area, year, household_drawn), row});
    }
    TruthCount found;
    const auto people = [&](std::uint32_t row) {
        return std::int64_t{trait::People::get(population.traits[row])};
    };
    exited.for_each_drawn(sample.exited, [&](std::uint32_t row) {
        found.exited += people(row);
        found.wrong += fails[row] != 0 ? people(row) : 0;
    });
    unregistered.for_each_drawn(sample.unregistered, [&](std::uint32_t row) {
        found.unregistered += people(row);
        found.missed += fails[row] != 0 ? people(row) : 0;
    });
    return found;
}

}  // namespace zhaimao
