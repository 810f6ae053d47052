#include "engine/analysis/sensitivity.h"

#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <functional>

#include "engine/ensemble/influence.h"
#include "tests/analysis/study_of.h"
#include "tests/io/scratch_folder.h"

using namespace zhaimao;

namespace {

// A store with the factors' values of each point, and one outcome made of them; not a number: the
// point failed.
using Outcome = std::function<double(const std::vector<FactorValue>&)>;

class MadeUpSweep {
   public:
    MadeUpSweep(const Study& study, const Outcome& outcome)
        : store_(scratch_.path / "study.sqlite", study, "test") {
        for (std::size_t p = 0; p < study.design.points(); ++p) {
            PointResult result{p, "", {}, {}, 0.1};
            for (std::size_t j = 0; j < study.factors.size(); ++j) {
                const double place = study.design.point(p)[j];
                result.factors.push_back(std::isnan(place) ? FactorValue{}
                                                           : value_of(study.factors[j], place, {}));
            }
            const double made = outcome(result.factors);
            result.outcomes = {{made, made}};
            if (std::isnan(made)) result.failure = "made up";
            store_.save(std::array{result});
        }
    }

    [[nodiscard]] const StudyStore& store() const { return store_; }

   private:
    ScratchFolder scratch_;
    StudyStore store_;
};

Estimate index_of(const std::vector<SensitivityRow>& rows, std::size_t factor,
                  std::string_view index) {
    for (const SensitivityRow& row : rows)
        if (row.factor == factor && row.index == index) return row.estimate;
    FAIL("no such index");
    return {};
}

}  // namespace

TEST_CASE("a rank correlation is of the factor's values, not of their order in the file",
          "[analysis][sensitivity]") {
    const Study study = study_of("levels");
    const MadeUpSweep sweep(study, [](const auto& factors) { return 1.0 - *factors[0].number; });
    const auto rows = sensitivity(study, sweep.store());
    // Three levels of four points each, and an outcome as often: ties on both sides.
    CHECK(index_of(rows, 0, "rank_correlation").value == -1.0);
    const Estimate words = index_of(rows, 1, "rank_correlation");
    CHECK(std::isnan(words.value));
    CHECK(std::isnan(words.confidence.low));
}

TEST_CASE("points of one level are tied, as Spearman's correlation has them",
          "[analysis][sensitivity]") {
    const Study study = study_of("levels");
    std::vector<double> values, outcomes;
    const MadeUpSweep sweep(study, [&](const auto& factors) {
        values.push_back(*factors[0].number);
        outcomes.push_back(static_cast<double>(outcomes.size()));
        return outcomes.back();
    });
    const double by_hand = correlation_of_ranks(average_ranks(values), average_ranks(outcomes));
    CHECK(index_of(sensitivity(study, sweep.store()), 0, "rank_correlation").value == by_hand);
}

TEST_CASE("mu* is the change over a factor's whole range, whether it has levels or a distribution",
          "[analysis][sensitivity]") {
    const Study study = study_of("morris");
    // 700 between two levels that are named from the higher to the lower; 40 by steps of 20.
    const MadeUpSweep sweep(study, [](const auto& factors) {
        return 7000.0 * *factors[0].number + 10.0 * *factors[1].number;
    });
    const auto rows = sensitivity(study, sweep.store());
    CHECK(index_of(rows, 0, "mu_star").value == Approx(700.0));
    CHECK(index_of(rows, 0, "sigma").value == 0.0);
    CHECK(index_of(rows, 1, "mu_star").value == Approx(40.0));
    CHECK(index_of(rows, 2, "mu_star").value == 0.0);  // one level
}

TEST_CASE("one change alone is the lowest or the highest, not both", "[analysis][sensitivity]") {
    const Study study = study_of("tornado");
    REQUIRE(study.design.points() == 4);
    // The scenario as it is 100, wages at 0 % 130; the point of 10 % failed. One level of the rule.
    const MadeUpSweep sweep(study, [](const auto& factors) {
        if (factors[1].level == "line") return 90.0;
        if (!factors[0].number) return 100.0;
        return *factors[0].number > 0.0 ? std::nan("") : 130.0;
    });
    const auto rows = sensitivity(study, sweep.store());
    CHECK(std::isnan(index_of(rows, 0, "change_low").value));
    CHECK(index_of(rows, 0, "change_high").value == 30.0);
    CHECK(index_of(rows, 1, "change_low").value == -10.0);
    CHECK(std::isnan(index_of(rows, 1, "change_high").value));
}
