#include "engine/analysis/point.h"

#include <catch2/catch.hpp>
#include <numeric>

#include "tests/analysis/study_of.h"

using namespace zhaimao;

namespace {

std::vector<PointResult> all_together(const Study& study) {
    std::vector<std::size_t> points(study.design.points());
    std::iota(points.begin(), points.end(), std::size_t{0});
    return run_points(study, points, 2, best_isa());
}

PointResult alone(const Study& study, std::size_t point) {
    return run_points(study, std::array{point}, 1, best_isa()).front();
}

}  // namespace

TEST_CASE("points computed together have the outcomes that each has alone", "[analysis][point]") {
    for (const char* name : {"grid", "saltelli"}) {
        const Study study = study_of(name);
        const std::vector<PointResult> together = all_together(study);
        REQUIRE(together.size() == study.design.points());
        for (const PointResult& result : together) {
            INFO(name << " " << result.point);
            const PointResult apart = alone(study, result.point);
            CHECK(result.failure.empty());
            CHECK(result.outcomes == apart.outcomes);
            CHECK(result.outcomes.size() == study.outputs.size());
            for (std::size_t j = 0; j < study.factors.size(); ++j)
                CHECK(result.factors[j].number == apart.factors[j].number);
        }
    }
}

TEST_CASE("points with seeds of their own are computed together, too", "[analysis][point]") {
    Study study = study_of("grid");
    study.common_random_numbers = false;
    const std::vector<PointResult> together = all_together(study);
    CHECK(together[4].outcomes == alone(study, 4).outcomes);
    CHECK(together[0].outcomes != together[1].outcomes);
}

TEST_CASE("a point that fails takes no other with it", "[analysis][point]") {
    const std::vector<PointResult> together = all_together(study_of("fails"));
    for (const PointResult& result : together) {
        CHECK(result.failure.empty() == (result.point != 1));
        CHECK(result.outcomes.empty() == (result.point == 1));
    }
}

TEST_CASE("no more is recorded than outputs ask for", "[analysis][point]") {
    const Study study = study_of("grid");
    std::vector<Recording> needed;
    for (const StudyOutput& output : study.outputs)
        needed.push_back(output.recording(study.project.central));
    CHECK(needed[0] == Recording{false, false, false, 2020});  // poor people
    CHECK(needed[1] == Recording{false, false, false, 2018});  // served people
    CHECK(needed[2] == Recording{false, false, false, 2020});  // the county's deadline
    CHECK(needed[3] == Recording{false, false, false, study.project.central.horizon});  // money
}

TEST_CASE("a point whose years an output is not of fails, and reads no other cell",
          "[analysis][point]") {
    Study study = study_of("grid");
    study.outputs[0].year = 2022;  // as if no level had been looked at
    study.outputs[1].county_id = "b";
    const std::vector<std::size_t> points{0};
    const std::vector<PointResult> results = run_points(study, points, 1, Isa::baseline);
    REQUIRE(results.size() == 1);
    CHECK(results[0].failure ==
          "output 'poor': 2022 is outside the run (2015..2021)\n"
          "output 'moved': county 'b' has another place among the counties");
    CHECK(results[0].outcomes.empty());
}
