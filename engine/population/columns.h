// A county's households as columns: what is made once (or read) and what the start state is.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "engine/population/household.h"
#include "engine/population/income_tally.h"

namespace zhaimao {

// One row of the `marginal` table: what was asked for and what was reached.
struct Marginal {
    std::size_t county = 0;
    std::string variable;
    double target = 0.0;
    double achieved = 0.0;
};

struct CountyPopulation {
    // Permanent income per head and source at the start, yuan a year; whatever luck moves is beside
    // it.
    std::array<std::vector<float>, source_count> income;
    std::array<bool, source_count> has_income{true, true, true, true};  // false: all zero
    std::vector<std::uint32_t> traits;   // household.h, namespace trait
    std::vector<std::uint16_t> village;  // index within the county, those on the register first

    // The state of 31 December of the start year: a world copies what changes.
    std::vector<std::uint32_t> state;  // household.h, namespace state; as complete_state leaves it
    std::vector<float> measurement;    // log measurement error
    std::vector<float> observed;       // observed income of the start year, yuan per head
    std::vector<float> observed_before;  // of the year before

    std::int64_t people = 0;
    std::vector<std::int32_t> village_people;  // by village; empty: not counted
    std::vector<Marginal> reading;             // what reading a file adds to the table of marginals
    float least_income = 0.0F;  // the least permanent income from one source; or under 0, if any is
    IncomeTally start;          // true incomes of the start year against its line, classes counted
    [[nodiscard]] std::size_t households() const { return traits.size(); }
    // Every household has the workers and students of its traits; whoever is or was on the
    // register is a case.
    void complete_state() {
        for (std::size_t row = 0; row < households(); ++row) {
            const std::uint32_t word = with_members(state[row], traits[row]);
            const bool is_case = status_of(word) != Status::never;
            state[row] = state::IsCase::set(word, is_case ? 1 : 0);
        }
    }
    // Frees the state of the start, 16 bytes a household: no world begins with it again.
    void forget_start() {
        const auto free = [](auto&... column) { ((column.clear(), column.shrink_to_fit()), ...); };
        free(state, measurement, observed, observed_before);
    }
};

struct Population {
    std::vector<CountyPopulation> counties;  // in order of code
    [[nodiscard]] std::size_t households() const {
        std::size_t n = 0;
        for (const CountyPopulation& c : counties) n += c.households();
        return n;
    }
};

}  // namespace zhaimao
