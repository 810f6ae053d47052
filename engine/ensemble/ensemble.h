// An ensemble: the records of all replicates of one scenario, side by side.
#pragma once

#include <Eigen/Core>

#include "engine/simulation/record.h"

namespace zhaimao {

struct Ensemble {
    RecordLayout layout;
    // One column per replicate, one row per cell of the layout. Row-wise summaries never use
    // Eigen's sums.
    Eigen::ArrayXXd values;

    [[nodiscard]] Eigen::Index replicates() const { return values.cols(); }
};

}  // namespace zhaimao
