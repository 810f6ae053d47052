// What a run is asked about its inputs: outcomes of which every replicate has one number.
//
//   poor_at_deadline  people on the register: of a county at its own deadline, of the city at the
//                     last one
//   counties_on_time  of the city: how many counties meet their target by their deadline
//   money             of the city: yuan of support and top-ups, all years of the run together
#pragma once

#include <string_view>
#include <vector>

#include "engine/ensemble/ensemble.h"

namespace zhaimao {

struct Outcome {
    std::string_view id;
    std::size_t area = 0;        // of the layout
    std::vector<double> values;  // by replicate
};

// The city's first, and of them the poor people at the last deadline: the main one. Then the
// counties in order.
[[nodiscard]] std::vector<Outcome> outcomes_of(const Ensemble& ensemble,
                                               const std::vector<County>& counties);

// Poor people of the city at the last deadline.
[[nodiscard]] Outcome main_outcome(const Ensemble& ensemble, const std::vector<County>& counties);

}  // namespace zhaimao
