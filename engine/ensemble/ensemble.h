// An ensemble: the records of all replicates of one scenario, side by side.
#pragma once

#include <Eigen/Core>
#include <string>
#include <vector>

#include "engine/simulation/record.h"

namespace zhaimao {

// The distributions of the configuration, and what each replicate drew from them.
struct UncertainInputs {
    std::vector<std::string> paths;  // that key the draws, ascending
    Eigen::ArrayXXd values;  // a row per path, a column per replicate; NaN where it was not read
};

struct Ensemble {
    RecordLayout layout;
    // One column per replicate, one row per cell of the layout. Row-wise summaries never use
    // Eigen's sums.
    Eigen::ArrayXXd values;
    UncertainInputs inputs{};

    [[nodiscard]] Eigen::Index replicates() const { return values.cols(); }
};

}  // namespace zhaimao
