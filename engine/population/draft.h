// A county's people before their income level is known: everything that does not depend on the
// log-mean.
//
// Households are drawn in order until the registered rural population is reached; the last one is
// cut to fit. Log observed income of k years before the start, relative to the log-mean mu:
//   s0 g(z) + ln(market exp(s_t e_k - s_t^2 / 2) + 1 - market) + m_k,     s0^2 = s_G^2 - s_t^2
// with z the household's normal score (Phi(z) is its rank), g(z) the distribution's shape (z for
// the log-normal, lorenz/income_shape.h for a published Lorenz curve), market its share of
// operating income and wages, e_k its transitory luck and m_k its measurement error (AR(1),
// stationary). Model, section 2.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/core/isa.h"
#include "engine/population/parameters.h"

namespace zhaimao {

struct Draft {
    std::vector<float> rank;       // of permanent income, in (0, 1)
    std::vector<float> deviation;  // s0 g(z): log permanent income less the county's log-mean
    std::vector<float> score;      // mean log observed income of the basis years, less the log-mean
    std::vector<float> observed;   // observed income of the start year over exp(log-mean)
    std::vector<float> observed_before;  // of the year before
    std::vector<float> measurement;      // log measurement error of the start year
    std::vector<std::uint8_t> size;
    std::vector<std::uint8_t>
        unmet_if_poor;  // guarantees unmet, one bit each, were the household poor
    std::vector<std::uint8_t> unmet_if_not;
    std::int64_t people = 0;

    [[nodiscard]] std::size_t households() const { return size.size(); }
};

// Sizes shares tilted to a mean (minimum discrimination information: share_i exp(t i),
// renormalised).
[[nodiscard]] std::vector<double> tilt_to_mean(std::vector<double> shares, double mean);

// Writes over `draft`, whose memory is used again.
void draft_county(Draft& draft, const PopulationInputs& inputs, std::size_t county,
                  const County& area, Isa isa);
[[nodiscard]] Draft draft_county(const PopulationInputs& inputs, std::size_t county,
                                 const County& area, Isa isa = best_isa());

// sqrt(log_sd^2 - transitory_sd^2): the sd of log permanent income.
[[nodiscard]] double permanent_log_sd(const PopulationInputs& inputs);

// ln of mean permanent income over exp(log-mean): permanent_log_sd^2 / 2 for the log-normal.
[[nodiscard]] double permanent_log_mean(const PopulationInputs& inputs);

}  // namespace zhaimao
