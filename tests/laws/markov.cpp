// Law 4: with transitory luck alone, the register just after the look-back is a two-state Markov
// chain with
//   a = P(y >= z m) to leave and b = q P(y < k z) to enter; at 31 December it is (1 - a) times
//   that.
#include <catch2/catch.hpp>
#include <cmath>

#include "engine/core/math/math.h"
#include "tests/laws/check_share.h"
#include "tests/laws/world_of.h"

using namespace zhaimao;

namespace {

constexpr double rural_people = 40000.0, mean_income = 3500.0, poverty_line = 3000.0, sd = 0.4,
                 margin = 1.1, reentry_share = 0.9, detected = 0.6;

double under(double income) {
    return math::normal_cdf((std::log(income / mean_income) + sd * sd / 2) / sd);
}

}  // namespace

TEST_CASE("the register is a Markov chain of two states, within 4 binomial errors",
          "[laws][law4]") {
    const Scenario s = law_scenario(
        "quiet.yaml",
        {"counties.here.rural_people=40000 people",
         "counties.here.mean_income=3500 yuan/person/year", "population.log_sd=0.4",
         "luck.transitory_sd=0.4", "assessment.margin=1.1", "lookback.reentry_share=0.9",
         "lookback.detection.never=0.6", "lookback.detection.exited=0.6"});
    const Replicate r(s);
    const double a = 1 - under(poverty_line * margin),
                 b = detected * under(poverty_line * reentry_share);
    check_share(r.at(Indicator::poor_people, 2015), rural_people, under(poverty_line));
    double listed =
        under(poverty_line);  // nobody outside is under the re-entry line in the start year
    for (int year = 2016; year <= 2020; ++year) {
        INFO("year " << year);
        check_share(r.at(Indicator::poor_people, year), rural_people, (1 - a) * listed);
        check_share(r.at(Indicator::exited_people, year), rural_people, a * listed);
        if (year < 2020)
            check_share(r.at(Indicator::newly_poor_people, year + 1) +
                            r.at(Indicator::relapsed_people, year + 1),
                        rural_people, (1 - listed) * b);
        listed = (1 - a) * listed + (1 - listed) * b;
    }
    CHECK(listed ==
          Approx(b / (a + b)).epsilon(0.01));  // near its limit: the test saw the whole approach
}
