// bench/exitbench.yaml, the model that other tools were measured on, against their registers of 31
// December.
#include <catch2/catch.hpp>
#include <cmath>

#include "engine/ensemble/run.h"
#include "engine/ensemble/summary.h"
#include "tests/paths.h"

using namespace zhaimao;

// A million households: a share of 5 % has a sampling error of 0.02 points, and the tools' figures
// one of their own, rounded to 0.01: 0.05 is about two errors of the difference.
TEST_CASE("exitbench reproduces the published registers within 0.05 points", "[exitbench]") {
    std::vector<std::string> warnings;
    const Project project = load_project(source_dir() + "/bench/exitbench.yaml", {}, warnings);
    RunOptions options;
    options.replicates = 2;
    options.seed = project.seed;
    options.isa = best_isa();
    const std::optional<RunResult> result = run_ensemble(project, options);
    REQUIRE(result);
    CHECK(std::abs(static_cast<double>(result->households) - 1e6) < 5000);
    const double registers[] = {5.54, 5.11, 4.82, 4.44, 3.98};  // % of people, 2001 to 2005
    const RecordLayout& layout = result->ensemble.layout;
    for (int year = 2001; year <= 2005; ++year) {
        const auto cell = layout.area_year(Indicator::incidence, layout.city(), year);
        const double mean = 100.0 * summarise(result->ensemble, cell).mean;
        INFO("year " << year << ": " << mean << " %");
        CHECK(std::abs(mean - registers[year - 2001]) < 0.05);
    }
}
