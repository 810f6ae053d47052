#include "engine/report/sweep_text.h"

#include <array>
#include <catch2/catch.hpp>

#include "tests/analysis/study_of.h"
#include "tests/holds.h"
#include "tests/io/scratch_folder.h"

using namespace zhaimao;

namespace {

// Each of the six points of the grid has so many people poor and costs so much, in every future.
std::string printed(double poor, double yuan, Language language) {
    const ScratchFolder scratch;
    const Study study = study_of("grid");
    StudyStore store(scratch.path / "study.sqlite", study, "test");
    for (std::size_t p = 0; p < study.design.points(); ++p) {
        PointResult result{p, "", {}, {}, 0.1};
        for (std::size_t j = 0; j < study.factors.size(); ++j)
            result.factors.push_back(value_of(study.factors[j], study.design.point(p)[j], {}));
        for (const double value : {poor, 0.0, 0.5, yuan})
            result.outcomes.push_back({value, value, value});
        store.save(std::array{result});
    }
    return sweep_text(study, store, {}, language);
}

}  // namespace

TEST_CASE("a study's outcomes have three digits, and money the unit of documents",
          "[report][sweep_text]") {
    const std::string english = printed(42761.4, 2948356693.0, Language::en);
    INFO(english);
    CHECK(holds(english, "Poor people in 2020: mean 42,800 people, 42,800 to 42,800 over"));
    CHECK(holds(english, "money: mean 2,950 million yuan, 2,950 to 2,950 over the points"));
    CHECK(holds(english, "a_on_time: mean 0.5, 0.5 to 0.5 over the points"));
    CHECK(holds(printed(999.96, 1.0, Language::en), ": mean 1,000 people, 1,000 to"));
    CHECK(holds(printed(42761.4, 2948356693.0, Language::zh), "均值295,000万元，各点295,000至"));
}
