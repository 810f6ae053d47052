// Several scenarios against one, on the same draws: what changes, for whom, and whether it can be
// told from nothing. Model, section 5.
#pragma once

#include <optional>
#include <vector>

#include "engine/analysis/paired.h"
#include "engine/ensemble/ensemble.h"
#include "engine/population/area.h"
#include "engine/simulation/indicators.h"

namespace zhaimao {

struct CountyComparison {
    std::size_t county = 0;
    int deadline = 0;  // the baseline's
    int other_deadline = 0;
    PairedDifference delay;    // years after its own deadline, at most to the horizon
    PairedDifference on_time;  // 0 or 1 in a replicate: the difference is one of probabilities
    PairedDifference poor_at_deadline;
};

struct Comparison {
    PairedDifference poor_people;            // of the city at the baseline's last deadline
    PairedDifference counties_on_time;       // how many
    PairedDifference money;                  // support and top-ups, all years, yuan
    std::vector<CountyComparison> counties;  // in order of code
    // The first year in which anything recorded differs in any replicate; none: nothing does.
    std::optional<int> parts_in;
};

// Ensembles of the same areas, years, seed and replicates. Each is held against the targets and
// deadlines of its own counties; poor people of the city are counted in one year.
[[nodiscard]] Comparison compare(const Ensemble& baseline, const std::vector<County>& counties,
                                 const Ensemble& other, const std::vector<County>& others);

[[nodiscard]] PairedDifference difference_in(const Ensemble& baseline, const Ensemble& other,
                                             Indicator indicator, std::size_t area, int year);

}  // namespace zhaimao
