#include "engine/analysis/decompose.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/cli/finished.h"
#include "tests/io/scratch_folder.h"

using namespace zhaimao;

namespace {

const std::string scenarios = source_dir() + "/scenarios/";
const std::vector<std::string> small{"population.sample.one_in=200"};

Project project_of(const std::string& scenario) {
    std::vector<std::string> warnings;
    return load_project(scenarios + scenario, small, warnings);
}

RunOptions two_futures() {
    RunOptions options;
    options.replicates = 2;
    options.seed = 2016;
    options.threads = 2;
    return options;
}

double exits_by_2020(const Ensemble& e, Eigen::Index replicate) {
    return e.values(static_cast<Eigen::Index>(e.layout.area_year(
                        Indicator::exited_people_cumulative, e.layout.city(), 2020)),
                    replicate);
}

}  // namespace

TEST_CASE("all batches are the plan, none is growth alone, shares add up to the difference",
          "[analysis][decompose]") {
    const Project plan = project_of("linfen-plan.yaml");
    const auto d = decompose(plan, two_futures());
    REQUIRE(d);
    REQUIRE(d->players.size() == 6);
    const auto full = run_ensemble(plan, two_futures());
    const auto nothing = run_ensemble(project_of("linfen-nothing.yaml"), two_futures());
    REQUIRE((full && nothing));
    constexpr auto exits = static_cast<std::size_t>(Achievement::exits);
    for (std::size_t r = 0; r < 2; ++r) {
        const auto column = static_cast<Eigen::Index>(r);
        CHECK(d->all[exits][r] == exits_by_2020(full->ensemble, column));
        CHECK(d->none[exits][r] == exits_by_2020(nothing->ensemble, column));
        double sixtieths = 0.0;
        for (const std::vector<double>& share : d->shares[exits])
            sixtieths += std::round(60.0 * share[r]);
        CHECK(sixtieths == 60.0 * (d->all[exits][r] - d->none[exits][r]));
    }
}

TEST_CASE("decompose prints a row a batch and writes the table", "[analysis][decompose][cli]") {
    const ScratchFolder scratch;
    const std::string folder = (scratch.path / "who").string();
    const std::string options = " --set population.sample.one_in=500 -n 2 -q -o " + folder;
    const Finished run = run_program("decompose " + scenarios + "linfen-plan.yaml" + options);
    INFO(run.output);
    REQUIRE(run.code == 0);
    CHECK(run.output.starts_with("Who does the work: Linfen's plan of January 2016"));
    CHECK(run.output.find("\nSocial security") != std::string::npos);
    CHECK(run.output.find("720 orders") != std::string::npos);
    CHECK(std::filesystem::exists(folder + "/tables/contribution.csv"));
    const Finished nothing =
        run_program("decompose " + scenarios + "linfen-nothing.yaml" + options);
    CHECK(nothing.code == 2);
    CHECK(nothing.output == "decompose: 'linfen-nothing' has no interventions\n");
}
