// An ensemble: the records of all replicates of one scenario, side by side.
#pragma once

#include <Eigen/Core>
#include <string>
#include <utility>
#include <vector>

#include "engine/ensemble/replicate_records.h"
#include "engine/simulation/record.h"

namespace zhaimao {

// The distributions of the configuration, and what each replicate drew from them.
struct UncertainInputs {
    std::vector<std::string> paths;  // that key the draws, ascending
    Eigen::ArrayXXd values;  // a row per path, a column per replicate; NaN where it was not read
};

struct Ensemble {
    explicit Ensemble(const RecordLayout& of, UncertainInputs drawn = {})
        : layout(of), records(of.size()), inputs(std::move(drawn)) {}

    RecordLayout layout;
    ReplicateRecords records;  // a row per cell of the layout
    UncertainInputs inputs;

    [[nodiscard]] std::size_t replicates() const { return records.replicates(); }
    // By replicate.
    [[nodiscard]] std::vector<double> row(std::size_t cell) const { return records.row(cell); }
};

}  // namespace zhaimao
