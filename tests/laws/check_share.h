#pragma once

#include <catch2/catch.hpp>
#include <cmath>

// So many of the people against the share that is expected, within 4 binomial errors.
inline void check_share(double count, double people, double share) {
    INFO(count / people << " against " << share);
    CHECK(std::abs(count / people - share) < 4 * std::sqrt(share * (1 - share) / people));
}
