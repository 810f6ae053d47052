// What a year changes in a county: columns over all households, and the compact list of cases.
//
// A case is a household that is or was on the register, or was ever enrolled. Cases are appended
// only, so that a case keeps its index for the whole replicate.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "engine/population/columns.h"
#include "engine/population/household.h"

namespace zhaimao {

struct Cases {
    std::vector<std::uint32_t> row;  // of the household in its county
    // Columns of the rows, side by side for those who are cases: their rows lie far apart.
    std::vector<std::uint32_t> traits;                    // as at the start
    std::vector<std::uint16_t> village;                   // of the household
    std::array<std::vector<float>, source_count> income;  // of the start year
    std::vector<std::uint32_t> state;                     // kept alike by CountyState::set
    std::vector<float> deviation;                         // as it was when the last year ended

    std::vector<float>
        observed;  // observed income of the last year with all effects, yuan per head
    std::vector<float> observed_mean;    // mean of the look-back's years
    std::vector<float> assessable;       // of the last year, before top-ups
    std::vector<float> true_assessable;  // the same without the measurement error
    std::vector<std::int16_t>
        entered;  // year of the present or last spell on the register; no_year: never
    std::vector<std::int16_t> left;       // year of the last exit; no_year: never
    std::vector<std::uint8_t> passes;     // consecutive years in which the income test was passed
    std::vector<std::uint8_t> cohort;     // 1: registered at the start and never out since
    std::vector<std::uint64_t> enrolled;  // one bit an intervention

    static constexpr std::int16_t no_year = std::numeric_limits<std::int16_t>::min();
    [[nodiscard]] std::size_t size() const { return row.size(); }
    [[nodiscard]] Status status(std::size_t c) const { return status_of(state[c]); }
    [[nodiscard]] std::uint32_t people(std::size_t c) const {
        return trait::People::get(traits[c]);
    }
    // Traits with the workers and students of now.
    [[nodiscard]] std::uint32_t traits_now(std::size_t c) const {
        return current_traits(traits[c], state[c]);
    }
};

struct CountyState {
    std::vector<float> deviation;         // log permanent deviation
    std::vector<float> measurement;       // log measurement error
    std::vector<float> observed;          // observed income of the last year; not kept up for cases
    std::vector<float> multiplier;        // market multiplier of the year that is lived
    std::vector<std::uint32_t> state;     // household.h, namespace state
    std::vector<std::uint32_t> screened;  // rows under the screen at the end of the last year
    Cases cases;

    // The state of a case, where it stands twice.
    void set(std::size_t c, std::uint32_t word) { cases.state[c] = state[cases.row[c]] = word; }
};

// The state of 31 December of the start year: those on the register are the first cases, in order
// of row. `screen` is the observed income under which a household outside the register is screened.
void start_county(CountyState& state, const CountyPopulation& population, int start_year,
                  float screen, bool screen_two_years);

// Makes cases of households that are none, in this order, and returns the index of the first. What
// was observed of them last year stands for the mean of the look-back's years, too.
std::uint32_t add_cases(CountyState& state, const CountyPopulation& population,
                        std::span<const std::uint32_t> rows);

// Takes over what a dense pass made of the states of all rows.
void refresh_cases(CountyState& state);

}  // namespace zhaimao
