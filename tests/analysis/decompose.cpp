#include "engine/analysis/decompose.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>

#include "tests/cli/finished.h"
#include "tests/cli/scenario_files.h"
#include "tests/io/scratch_folder.h"

using namespace zhaimao;

namespace {

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

double exits_by_2020(const Ensemble& e, std::size_t replicate) {
    return e.row(
        e.layout.area_year(Indicator::exited_people_cumulative, e.layout.city(), 2020))[replicate];
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
        CHECK(d->all[exits][r] == exits_by_2020(full->ensemble, r));
        CHECK(d->none[exits][r] == exits_by_2020(nothing->ensemble, r));
        double sixtieths = 0.0;
        for (const std::vector<double>& share : d->shares[exits])
            sixtieths += std::round(60.0 * share[r]);
        CHECK(sixtieths == 60.0 * (d->all[exits][r] - d->none[exits][r]));
    }
}

TEST_CASE("instruments' shares over sampled orders add up in every future, on the same draws",
          "[analysis][decompose]") {
    const Project plan = project_of("linfen-plan.yaml");
    const auto by_batch = decompose(plan, two_futures());
    const auto d = decompose(plan, two_futures(), {PlayersBy::instrument, 2});
    REQUIRE((by_batch && d));
    REQUIRE(d->players.size() == plan.central.interventions.size());
    for (const Achievement a : {Achievement::exits, Achievement::poverty_years}) {
        const auto k = static_cast<std::size_t>(a);
        CHECK(d->all[k] == by_batch->all[k]);
        CHECK(d->none[k] == by_batch->none[k]);
        for (std::size_t r = 0; r < 2; ++r) {
            double halves = 0.0;
            for (const std::vector<double>& share : d->shares[k]) {
                CHECK(2.0 * share[r] == std::round(2.0 * share[r]));
                halves += 2.0 * share[r];
            }
            CHECK(halves == 2.0 * (d->all[k][r] - d->none[k][r]));
        }
    }
}

TEST_CASE("decompose by instrument names each and says how it sampled",
          "[analysis][decompose][cli]") {
    const ScratchFolder scratch;
    const std::string folder = (scratch.path / "who").string();
    const std::string rest =
        scenarios + "linfen-plan.yaml --set population.sample.one_in=1000 -n 2 -q ";
    const Finished run =
        run_program("decompose --by instrument --permutations 1 -o " + folder + " " + rest);
    INFO(run.output);
    REQUIRE(run.code == 0);
    CHECK(run.output.find("\nInstrument ") != std::string::npos);
    CHECK(run.output.find("\nRelocation ") != std::string::npos);
    CHECK(run.output.find("1 sampled in each future") != std::string::npos);
    std::ifstream table(folder + "/tables/contribution.csv");
    const std::string text(std::istreambuf_iterator<char>(table), {});
    CHECK(text.find("linfen-plan,relocation,permutation,exited_people_cumulative,") !=
          std::string::npos);
    CHECK(run_program("decompose --by county " + rest).output ==
          "--by: 'county' is unknown. Write batch or instrument\n");
    CHECK(run_program("run --by instrument " + rest).output ==
          "--by belongs to `zhaimao decompose`, and says nothing to `run`\n");
}

TEST_CASE("one future has no intervals of shares", "[analysis][decompose][cli]") {
    const ScratchFolder scratch;
    const Finished done = run_program("decompose " + source_dir() +
                                      "/tests/laws/busy.yaml -n 1 -q "
                                      "-o " +
                                      (scratch.path / "run").string());
    INFO(done.output);
    CHECK(done.code == 0);
    CHECK(done.output.find("| 1 replicate, seed") != std::string::npos);
    for (const char* wrong : {"nan", "[-", "[+"})
        CHECK(done.output.find(wrong) == std::string::npos);
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
