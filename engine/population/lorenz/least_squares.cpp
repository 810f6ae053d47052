#include "engine/population/lorenz/least_squares.h"

#include <Eigen/Dense>

#include "engine/core/contracts.h"

namespace zhaimao {

std::array<double, 3> least_squares(std::span<const Regression> rows) {
    EXPECTS(rows.size() >= 3);
    Eigen::Matrix<double, Eigen::Dynamic, 3> x(static_cast<Eigen::Index>(rows.size()), 3);
    Eigen::VectorXd y(static_cast<Eigen::Index>(rows.size()));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto row = static_cast<Eigen::Index>(i);
        for (Eigen::Index k = 0; k < 3; ++k) x(row, k) = rows[i].x[static_cast<std::size_t>(k)];
        y(row) = rows[i].y;
    }
    const Eigen::Vector3d b = x.colPivHouseholderQr().solve(y);
    return {b(0), b(1), b(2)};
}

}  // namespace zhaimao
