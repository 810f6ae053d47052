#include "engine/exit/inspection.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/dynamics/started.h"
#include "tests/population/made_county.h"

using namespace zhaimao;

namespace {

constexpr std::uint32_t area = 141030;

// Villages of households of two; of each village so many have exited and so many never entered.
// Of the exited every fifth, of the others every twentieth fails.
struct Inspected {
    static constexpr std::size_t villages = 40, exited = 30, unregistered = 60;
    CountyPopulation population;
    CountyState state;
    Truth truth;
    std::vector<std::uint32_t> missed;

    Inspected() {
        std::vector<MadeHousehold> households;
        for (std::uint16_t v = 0; v < villages; ++v)
            for (std::size_t i = 0; i < exited + unregistered; ++i) {
                MadeHousehold h;
                h.village = v;
                h.people = 2;
                h.registered = i < exited;
                households.push_back(h);
            }
        population = made_county(households);
        start_county(state, population, 2015, 0.0F, false);
        for (std::size_t c = 0; c < state.cases.size(); ++c) {
            state.set(c, state::Status::set(state.cases.state[c],
                                            static_cast<std::uint32_t>(Status::exited)));
            truth.case_fails.push_back(c % 5 == 0 ? 1 : 0);
        }
        std::uint32_t nth = 0;
        for (std::uint32_t row = 0; row < population.households(); ++row)
            if (status_of(state.state[row]) == Status::never && nth++ % 20 == 0)
                missed.push_back(row);
        truth.missed = missed;
    }
};

}  // namespace

TEST_CASE("everybody's truth is counted in people", "[exit][inspection]") {
    const Inspected i;
    const TruthCount n = count_truth(i.truth, i.state, i.population);
    CHECK(n.exited == 40 * 30 * 2);
    CHECK(n.wrong == 40 * 30 * 2 / 5);
    CHECK(n.unregistered == 40 * 60 * 2);
    CHECK(n.missed == 40 * 60 * 2 / 20);
}

TEST_CASE("an inspection draws so many households of so many villages", "[exit][inspection]") {
    const Inspected i;
    const TruthCount n = inspect(i.truth, i.state, i.population, {8, 12, 15}, Inspected::villages,
                                 Draws(2016, 1), area, 2018);
    CHECK(n.exited == 8 * 12 * 2);
    CHECK(n.unregistered == 8 * 15 * 2);
    const TruthCount all = inspect(i.truth, i.state, i.population, {99, 99, 99},
                                   Inspected::villages, Draws(2016, 1), area, 2018);
    CHECK(all.wrong == count_truth(i.truth, i.state, i.population).wrong);
    CHECK(all.missed == count_truth(i.truth, i.state, i.population).missed);
}

TEST_CASE("what inspections find is the truth on average, and differs by draw",
          "[exit][inspection]") {
    const Inspected i;
    constexpr int n = 400;
    double sum = 0.0, squares = 0.0;
    for (std::uint32_t replicate = 1; replicate <= n; ++replicate) {
        const TruthCount found = inspect(i.truth, i.state, i.population, {8, 12, 15},
                                         Inspected::villages, Draws(2016, replicate), area, 2018);
        const double rate = static_cast<double>(found.wrong) / static_cast<double>(found.exited);
        sum += rate;
        squares += rate * rate;
    }
    const double mean = sum / n;
    const double sd = std::sqrt(squares / n - mean * mean);
    CHECK(mean == Approx(0.2).margin(4.0 * sd / std::sqrt(n)));
    CHECK(sd > 0.01);  // a county near a limit passes with a probability
}

TEST_CASE("an exit is wrong under the tolerance or with a gap, missed only as configured",
          "[exit][inspection]") {
    std::vector<MadeHousehold> households(4);
    for (MadeHousehold& h : households) h.registered = true;
    households[2].unmet = households[3].unmet = bit_of(Guarantee::water);
    CountyPopulation population = made_county(households);
    CountyState state;
    start_county(state, population, 2015, 0.0F, false);
    state.state[3] = state::Status::set(state.state[3], 0);  // never registered, but a case
    refresh_cases(state);
    CaseYear year;
    year.resize(4);
    year.true_assessed = {2399.0F, 2400.0F, 9000.0F, 9000.0F};
    std::vector<std::uint8_t> fails;
    Inspection rule{0.8, false, std::nullopt};
    judge_cases(fails, year, state, rule, 3000.0);
    CHECK(fails == std::vector<std::uint8_t>{1, 0, 1, 0});
    rule.missed_guarantees = true;
    judge_cases(fails, year, state, rule, 3000.0);
    CHECK(fails == std::vector<std::uint8_t>{1, 0, 1, 1});
}
