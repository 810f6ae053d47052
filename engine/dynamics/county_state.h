// What a year changes in a county: columns over all households, and the compact list of cases.
//
// A case is a household that is or was on the register, or was ever enrolled. Cases are appended
// only, so that a case keeps its index for the whole replicate.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "engine/population/columns.h"

namespace zhaimao {

struct Cases {
    std::vector<std::uint32_t> row;  // of the household in its county
    std::vector<float>
        observed;  // observed income of the last year with all effects, yuan per head
    std::vector<float> observed_mean;  // mean of the look-back's years
    std::vector<float>
        market;  // operating income and wages without luck; negative: not lived a year yet
    std::vector<float> other;            // property and transfers
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
};

struct CountyState {
    std::vector<float> deviation;         // log permanent deviation
    std::vector<float> measurement;       // log measurement error
    std::vector<float> observed;          // observed income of the last year; not kept up for cases
    std::vector<float> multiplier;        // market multiplier of the year
    std::vector<std::uint32_t> state;     // household.h, namespace state
    std::vector<std::uint32_t> screened;  // rows under the screen at the end of the last year
    Cases cases;
};

// The state of 31 December of the start year: those on the register are the first cases, in order
// of row. `screen` is the observed income under which a household outside the register is screened.
void start_county(CountyState& state, const CountyPopulation& population, int start_year,
                  float screen, bool screen_two_years);

// Makes a case of a household and returns its index.
std::uint32_t add_case(CountyState& state, std::uint32_t row, float observed, float observed_mean);

}  // namespace zhaimao
