#include "engine/analysis/variance_budget.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <nlohmann/json.hpp>

#include "engine/core/random/draws.h"
#include "tests/cli/finished.h"
#include "tests/io/scratch_folder.h"
#include "tests/laws/world_of.h"
#include "tests/one_line.h"

using namespace zhaimao;

namespace {

using Inputs = std::array<double, chance_count>;
using Model = std::function<double(const Inputs&)>;

// Both draws of each future standard normal, in all ways.
std::vector<Ways> futures_of(const Model& model, std::uint32_t futures, std::uint32_t trial = 0) {
    std::vector<Ways> all(futures);
    for (std::uint32_t r = 0; r < futures; ++r)
        for (std::size_t m = 0; m < all[r].size(); ++m) {
            Inputs x{};
            for (std::uint32_t g = 0; g < chance_count; ++g) {
                const Draws draws(7, 2 * r + ((m >> g & 1U) != 0 ? 1U : 0U));
                x[g] = draws.normal(g, trial, 2000, Purpose("test"));
            }
            all[r][m] = model(x);
        }
    return all;
}

double linear(const Inputs& x) {
    return 3.0 * x[0] + 2.0 * x[1] + 1.0 * x[2];
}

double sum_of(const ComponentShares& shares) {
    double sum = 0.0;
    for (const ComponentShare& s : shares) sum += s.share;
    return sum;
}

}  // namespace

TEST_CASE("shares of a sum are the squares of its weights", "[analysis][variance_budget]") {
    const auto futures = futures_of(linear, 2000);
    const ComponentShares s = component_shares(futures);
    CHECK(sum_of(s) == Approx(1.0).epsilon(1e-12));
    CHECK(s[0].share == Approx(9.0 / 14.0).margin(0.03));
    CHECK(s[1].share == Approx(4.0 / 14.0).margin(0.03));
    CHECK(s[2].share == Approx(1.0 / 14.0).margin(0.03));
    CHECK(s[3].share == 0.0);
    CHECK(s[3].confidence.high == 0.0);
    for (const ComponentShare& one : s) {
        CHECK(one.first_order == Approx(one.share).margin(1e-9));
        CHECK(one.total == Approx(one.share).margin(1e-9));
    }
    CHECK(deviation_of(futures) == Approx(std::sqrt(14.0)).epsilon(0.05));
}

TEST_CASE("what two components do only together is divided between them",
          "[analysis][variance_budget]") {
    const ComponentShares s =
        component_shares(futures_of([](const Inputs& x) { return x[0] * x[3]; }, 4000));
    for (const std::size_t g : {0U, 3U}) {
        CHECK(s[g].share == Approx(0.5).margin(0.05));
        CHECK(std::abs(s[g].first_order) < 0.1);
        CHECK(s[g].total == Approx(1.0).margin(0.1));
    }
    CHECK(s[1].share == 0.0);
}

TEST_CASE("intervals hold the true share in about 95 of 100 trials",
          "[analysis][variance_budget]") {
    constexpr std::uint32_t trials = 200;
    int held = 0;
    for (std::uint32_t t = 1; t <= trials; ++t) {
        const ComponentShare s = component_shares(futures_of(linear, 20, t))[0];
        held += s.confidence.low <= 9.0 / 14.0 && 9.0 / 14.0 <= s.confidence.high ? 1 : 0;
    }
    // Four standard errors of a share of 0.95 in 200 are 0.062.
    CHECK(held >= 177);
}

TEST_CASE("too few futures, or an outcome that never varies: not known",
          "[analysis][variance_budget]") {
    const ComponentShare one = component_shares(futures_of(linear, 1))[0];
    CHECK(one.confidence.low == 0.0);
    CHECK(one.confidence.high == 1.0);
    const auto constant = futures_of([](const Inputs&) { return 5.0; }, 3);
    CHECK(std::isnan(component_shares(constant)[0].share));
    OutcomeBudget budget;
    CHECK_FALSE(budget.largest());
    budget.shares = component_shares(futures_of(linear, 200));
    CHECK(budget.largest() == Chance::parameters);
}

TEST_CASE("plain futures are those of the run, and one more changes nothing in the others",
          "[analysis][variance_budget]") {
    const Project project =
        law_project("busy.yaml", {"growth.rates.operating={normal: [6 %, 1 %]}"});
    RunOptions options;
    options.replicates = 3;
    options.seed = 2016;
    options.threads = 2;
    const auto budget = variance_budget(project, options);
    const auto run = run_ensemble(project, options);
    REQUIRE((budget && run));
    const RecordLayout& layout = run->ensemble.layout;
    const auto cell = layout.area_year(Indicator::poor_people, layout.city(), 2020);
    CHECK(budget->outcomes.front().plain.mean == summarise(run->ensemble, cell).mean);
    for (const OutcomeBudget& o : budget->outcomes) {
        INFO(o.outcome << " of area " << o.area);
        if (o.sd > 0.0) CHECK(sum_of(o.shares) == Approx(1.0).epsilon(1e-9));
    }
}

TEST_CASE("what is not in the model has no share", "[analysis][variance_budget]") {
    RunOptions options;
    options.replicates = 4;
    options.seed = 2016;
    options.threads = 2;
    const auto shares_with = [&](const std::vector<std::string>& settings) {
        return variance_budget(law_project("busy.yaml", settings), options)
            ->outcomes.front()
            .shares;
    };
    const auto of = [](const ComponentShares& s, Chance g) { return s[std::size_t(g)].share; };
    const ComponentShares nothing_drawn = shares_with({});
    CHECK(of(nothing_drawn, Chance::parameters) == 0.0);
    CHECK(of(nothing_drawn, Chance::shocks) > 0.0);
    CHECK(of(nothing_drawn, Chance::luck) > 0.0);
    CHECK(of(nothing_drawn, Chance::measurement) > 0.0);
    const ComponentShares calm = shares_with(
        {"growth.shocks.nation=0 %", "growth.shocks.city=0 %", "growth.shocks.county=0 %"});
    CHECK(of(calm, Chance::shocks) == 0.0);
    const ComponentShares drawn = shares_with({"growth.rates.operating={normal: [6 %, 2 %]}"});
    CHECK(of(drawn, Chance::parameters) > 0.0);
}

TEST_CASE("decompose --variance says what more replicates narrow, and writes the table",
          "[analysis][variance_budget][cli]") {
    const ScratchFolder scratch;
    const std::string folder = (scratch.path / "variance").string();
    const std::string plan = "decompose --variance " + source_dir() +
                             "/scenarios/linfen-plan.yaml --set population.sample.one_in=500 -n 2 "
                             "-q -o " +
                             folder;
    const Finished run = run_program(plan);
    INFO(run.output);
    REQUIRE(run.code == 0);
    CHECK(run.output.starts_with("What makes the variance: Linfen's plan of January 2016 | 17"));
    CHECK(one_line(run.output).find("The mean of these 2 futures is known to +-") !=
          std::string::npos);
    CHECK(one_line(run.output).find("One household stands for 500") != std::string::npos);
    CHECK(std::filesystem::exists(folder + "/tables/variance_budget.csv"));
    const Finished json = run_program(plan + " --json");
    CHECK(nlohmann::json::parse(json.output)["outcomes"][0]["shares"].size() == 4);
    CHECK(run_program(plan + " --by instrument").code == 2);
}
