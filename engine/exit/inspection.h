// What is true of those outside the register, and what an inspection finds of it. Model, section 3
// D.
//
//   wrong exit   exited, and true income, averaged as the assessment averages, under a tolerance of
//                the line, or a guarantee unmet
//   missed       the same of who was never on the register, by income alone: nobody has asked for
//                the expenses of these, and the look-back does not either; whether unmet guarantees
//                count there is said in the configuration
//
// An inspection draws villages of the county, and in each so many households that have exited and
// so many that were never registered; it sees their true state. Without a sample the true shares
// count.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/core/random/draws.h"
#include "engine/dynamics/case_year.h"
#include "engine/exit/facts.h"

namespace zhaimao {

struct Inspection {
    struct Sample {
        int villages = 0;      // of a county
        int exited = 0;        // households of a village
        int unregistered = 0;  // households of a village

        friend bool operator==(const Sample&, const Sample&) = default;
    };

    double tolerance = 0.0;          // share of the line under which true income fails
    bool missed_guarantees = false;  // whether an unmet guarantee makes a household missed
    std::optional<Sample> sample;

    static Inspection read(Block block);

    friend bool operator==(const Inspection&, const Inspection&) = default;
};

// The true state of a county's households outside the register at the end of a year.
struct Truth {
    std::vector<std::uint8_t> case_fails;   // by case: true income under the tolerance or a gap
    std::span<const std::uint32_t> missed;  // rows of no cases that fail, ascending
};

// Who of the cases fails, whatever the register says of them.
void judge_cases(std::vector<std::uint8_t>& fails, const CaseYear& year, const CountyState& state,
                 const Inspection& rule, double line);

// Everybody's.
[[nodiscard]] TruthCount count_truth(const Truth& truth, const CountyState& state,
                                     const CountyPopulation& population);

// Of a drawn sample.
[[nodiscard]] TruthCount inspect(const Truth& truth, const CountyState& state,
                                 const CountyPopulation& population,
                                 const Inspection::Sample& sample, std::size_t villages,
                                 const Draws& draws, std::uint32_t area, int year);

}  // namespace zhaimao
