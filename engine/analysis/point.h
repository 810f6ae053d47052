// Points of a study: their scenarios are read, their replicates run, their outcomes taken.
#pragma once

#include <span>
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
    double seconds = 0.0;                       // its part of what it was computed with
};

// Each point has the results that it would have alone. Populations and years that points share are
// made and lived once: neighbours in a design are worth computing together. Values that do not go
// together, and books that do not balance, are a point's failure; what the machine cannot do is
// thrown. Not to be cancelled.
[[nodiscard]] std::vector<PointResult> run_points(const Study& study,
                                                  std::span<const std::size_t> points, int threads,
                                                  Isa isa);

}  // namespace zhaimao
