// What a finished study says of each factor, by the kind of its design.
//
//   saltelli, grid            S1, ST                  indices.h
//   morris                    mu_star, sigma          indices.h
//   latin_hypercube, sobol    rank_correlation        Spearman's, with its interval (influence.h);
//                                                     none of a factor whose levels are words
//   one_at_a_time             change_low, change_high  of the mean, from the scenario to the level
//                             where the outcome is lowest and highest: the bar of a tornado; paired
//                             intervals over the replicates. One change alone stands as one of them
#pragma once

#include <string_view>
#include <vector>

#include "engine/analysis/bootstrap.h"
#include "engine/analysis/study_store.h"

namespace zhaimao {

struct SensitivityRow {
    std::size_t output = 0, factor = 0;
    std::string_view index;
    Estimate estimate;
};

// By output, factor and index, in the study's order.
[[nodiscard]] std::vector<SensitivityRow> sensitivity(const Study& study, const StudyStore& store);

// Whether any has an interval.
[[nodiscard]] bool any_interval(const std::vector<SensitivityRow>& rows);

}  // namespace zhaimao
