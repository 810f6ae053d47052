// Ordinary least squares with three coefficients and no intercept of its own.
#pragma once

#include <array>
#include <span>

namespace zhaimao {

struct Regression {
    std::array<double, 3> x{};  // regressors
    double y = 0.0;
};

// The b that minimises sum (y - b x)^2, by Householder QR (the regressors of a Lorenz curve are
// nearly collinear, and normal equations would lose half the digits). At least three rows.
[[nodiscard]] std::array<double, 3> least_squares(std::span<const Regression> rows);

}  // namespace zhaimao
