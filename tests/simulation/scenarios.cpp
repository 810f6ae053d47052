// The scenarios of other places and times run, and start from what is published.
#include <catch2/catch.hpp>
#include <cmath>

#include "engine/ensemble/run.h"
#include "engine/simulation/project.h"
#include "tests/paths.h"

using namespace zhaimao;

namespace {

struct Run {
    explicit Run(const std::string& scenario, const std::vector<std::string>& settings) {
        std::vector<std::string> warnings;
        project = load_project(source_dir() + "/scenarios/" + scenario, settings, warnings);
        RunOptions options;
        options.replicates = 1;
        options.seed = project.seed;
        options.threads = 2;
        result = run_ensemble(project, options);
        REQUIRE(result);
    }
    [[nodiscard]] double nation(Indicator indicator, int year) const {
        const Ensemble& e = result->ensemble;
        const std::size_t all = project.central.counties.size();
        return e.row(e.layout.area_year(indicator, all, year)).front();
    }
    Project project;
    std::optional<RunResult> result;
};

}  // namespace

TEST_CASE("rural China: 832 national counties, and 82.49 million poor people in 2013",
          "[simulation][scenarios]") {
    const Run run("china-2013-2020.yaml", {"population.sample.one_in=1000"});
    std::size_t national = 0;
    for (const County& county : run.project.central.counties)
        national += county.designation == Designation::national ? 1 : 0;
    CHECK(national == 832);
    // A register leaves out whom it cannot hold whole: under 8 people an area, each for a thousand.
    CHECK(run.nation(Indicator::poor_people, 2013) == Approx(82.49e6).margin(859 * 8 * 1000.0));
    double delisted = 0.0;
    for (int year = 2014; year <= 2020; ++year) {
        CHECK(run.nation(Indicator::poor_people, year) <
              run.nation(Indicator::poor_people, year - 1));
        CHECK(run.nation(Indicator::delisted, year) >= delisted);
        delisted = run.nation(Indicator::delisted, year);
    }
    CHECK(delisted > 0.0);
}

TEST_CASE("on guard: nobody is on the register at the end of 2020, and some fall back",
          "[simulation][scenarios]") {
    const Run run("guard-2021-2025.yaml", {"population.sample.one_in=50"});
    CHECK(run.nation(Indicator::poor_people, 2020) == 0.0);
    double once = 0.0;
    for (const County& county : run.project.central.counties)
        once += static_cast<double>(county.exited_people);
    CHECK(once == 298000.0);  // the plan's poor people of 2015
    CHECK(run.nation(Indicator::relapsed_people, 2021) > 0.0);
    double newly_poor = 0.0;
    for (int year = 2021; year <= 2025; ++year)
        newly_poor += run.nation(Indicator::newly_poor_people, year);
    CHECK(newly_poor > 0.0);
}

TEST_CASE("rural China whole, the size that speed is measured on, loads and runs",
          "[simulation][scenarios]") {
    constexpr double one_in = 5000.0;
    const Run run("../bench/rural-china.yaml", {"population.sample.one_in=5000"});
    CHECK(run.project.central.counties.size() == 2850);
    CHECK(std::abs(static_cast<double>(run.result->households) - 190e6 / one_in) <
          2850.0);  // a county's last household is cut to its people
    double people = 0.0, poor = 0.0;
    for (const County& county : run.project.central.counties) {
        people += static_cast<double>(county.rural_people);
        poor += static_cast<double>(county.registered_poor);
    }
    CHECK(people == 651.7e6);
    CHECK(poor == 55.75e6);
    CHECK(run.nation(Indicator::poor_people, 2020) < run.nation(Indicator::poor_people, 2015));
}
