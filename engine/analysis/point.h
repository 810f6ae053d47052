// One point of a study: its scenario is read, its replicates run, its outcomes taken.
#pragma once

#include <string>
#include <vector>

#include "engine/analysis/study.h"
#include "engine/ensemble/run.h"

namespace zhaimao {

struct PointResult {
    std::size_t point = 0;
    std::string failure;               // why it has no outcomes; empty: it has
    std::vector<FactorValue> factors;  // in the study's order; empty values where one is not set
    std::vector<std::vector<double>> outcomes;  // by output, by replicate
    double seconds = 0.0;
};

// Values that do not go together, and books that do not balance, are the point's failure; what the
// machine cannot do is thrown. Not to be cancelled.
[[nodiscard]] PointResult run_point(const Study& study, std::size_t point, int threads, Isa isa);

}  // namespace zhaimao
