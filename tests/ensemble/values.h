// The numbers of an ensemble: changed one by one, and as a matrix, a row a cell, a column a
// replicate.
#pragma once

#include <Eigen/Core>

#include "engine/ensemble/ensemble.h"

inline void set(zhaimao::Ensemble& ensemble, std::size_t cell, std::size_t replicate,
                double value) {
    ensemble.records.write(replicate, {&value, 1}, cell);
}

inline void set(zhaimao::Ensemble& ensemble, std::size_t cell,
                const std::vector<double>& by_replicate) {
    for (std::size_t r = 0; r < by_replicate.size(); ++r) set(ensemble, cell, r, by_replicate[r]);
}

inline Eigen::ArrayXXd values_of(const zhaimao::Ensemble& ensemble) {
    Eigen::ArrayXXd values(static_cast<Eigen::Index>(ensemble.layout.size()),
                           static_cast<Eigen::Index>(ensemble.replicates()));
    for (std::size_t cell = 0; cell < ensemble.layout.size(); ++cell) {
        const std::vector<double> row = ensemble.row(cell);
        values.row(static_cast<Eigen::Index>(cell)) =
            Eigen::Map<const Eigen::ArrayXd>(row.data(), values.cols()).transpose();
    }
    return values;
}
