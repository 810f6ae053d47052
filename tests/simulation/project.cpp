#include "engine/simulation/project.h"

#include <catch2/catch.hpp>

#include "tests/laws/world_of.h"
#include "tests/paths.h"

using namespace zhaimao;

namespace {

struct Mistaken {
    std::vector<std::string> settings;
    std::string says;
};

// What is wrong with busy.yaml under these settings; nothing where it loads.
std::string problem_of(const std::vector<std::string>& settings) {
    try {
        (void)law_project("busy.yaml", settings);
        return "";
    } catch (const InputError& error) {
        return error.what();
    }
}

const std::vector<std::string> uncertain{"growth.rates.operating={normal: [6 %, 1 %]}"};

double growth_of(const Scenario& s) {
    return s.dynamics.growth.rates[0][0];
}

}  // namespace

TEST_CASE("the line in use is any variant below lines, in prices of each year",
          "[simulation][project]") {
    const auto line_of = [](std::vector<std::string> settings) {
        settings.push_back("lines.use=in_prices_of_2010");
        return law_project("prices.yaml", settings).central.line;
    };
    CHECK(line_of({}) == std::vector<double>{2600.0, 2800.0, 3000.0, 3000.0, 3000.0, 3000.0});
    CHECK(line_of({"prices.2016=120"})[1] == 2400.0);
    CHECK(law_project("prices.yaml", {}).central.line[0] == 3000.0);
    CHECK_THROWS_WITH(law_project("prices.yaml", {"lines.use=in_prices_of_2011"}),
                      Catch::Contains("did you mean 'in_prices_of_2010'?"));
}

TEST_CASE("what cannot be is refused, in words", "[simulation][project]") {
    const std::vector<Mistaken> mistakes{
        {{"horizon=2015"}, "must be later than the start"},
        {{"ensemble.replicates=0"}, "ensemble.replicates"},
        {{"counties.a.code=141031"}, "has this code, too"},
        {{"counties.c.target.kind=delisting"}, "cannot be delisted"},
        {{"counties.a.registered_poor=5000 people"}, "larger than the rural population"},
        {{"counties.a.registered_villages=13 villages"},
         "13 registered villages are more than all 12 villages"},
        {{"counties.a.target.deadline=2022"}, "outside the run"},
        {{"counties.a.target.deadline=2015"}, "outside the run"},
        {{"population.household_sizes.1=20 %"}, "add up to 110 %"},
        {{"population.causes.illness=50 %"}, "add up to 106 %"},
        {{"population.source_shares.lowest.operating=60 %"}, "add up to 110 %"},
        {{"population.means=given"}, "has no mean_income"},
        {{"luck.transitory_sd=2"}, "larger than the sd of one year's income"},
        {{"luck.persistence=1.5"}, "luck.persistence"},
        {{"events.illness.probability=90 %"}, "more than 100 %"},
        {{"delisting.national.consecutive_years=0"}, "consecutive_years"},
        {{"interventions.rangers.allocation.weights.a=0",
          "interventions.rangers.allocation.weights.b=0"},
         "all weights are zero"},
        {{"interventions.relocation.order.by=[incom]"}, "did you mean 'income'"},
        {{"interventions.relocation.completed_by=[50 %, 20 %]"}, "Let the numbers rise"},
        {{"interventions.relocation.eligible=registred"}, "did you mean 'registered'"},
        {{"interventions.training.effects.skill.raise.factor=0.9"}, "factor"},
        {{"interventions.relocation.effects.work.raise.income=permanent"}, "at once and for good"},
        {{"interventions.rangers.effects.shop.raise.delay=0.5 years"}, "whole"},
    };
    for (const Mistaken& m : mistakes) {
        INFO(m.settings.front() << " -> " << problem_of(m.settings));
        CHECK(problem_of(m.settings).find(m.says) != std::string::npos);
    }
    CHECK(problem_of({}) == "");
}

TEST_CASE("all mistakes are shown at once", "[simulation][project]") {
    const std::string all = problem_of({"luck.persistence=1.5", "counties.a.target.deadline=2022",
                                        "events.illness.probability=90 %"});
    for (const char* part : {"luck.persistence", "outside the run", "more than 100 %"})
        CHECK(all.find(part) != std::string::npos);
}

TEST_CASE("an entitlement of people outside the register is warned of", "[simulation][project]") {
    std::vector<std::string> warnings;
    const std::string file = source_dir() + "/tests/laws/busy.yaml";
    (void)load_project(file, {}, warnings);
    CHECK(warnings.empty());
    (void)load_project(file, {"interventions.grants.eligible=students.university > 0"}, warnings);
    REQUIRE(warnings.size() == 1);
    CHECK(warnings[0].find("outside the register") != std::string::npos);
}

TEST_CASE("counties stand in order of code, interventions in the order declared",
          "[simulation][project]") {
    const Scenario s = law_scenario("busy.yaml");
    REQUIRE(s.counties.size() == 3);
    CHECK(s.counties[0].id == "c");
    CHECK(s.counties[1].id == "a");
    CHECK(s.counties[2].id == "b");
    CHECK(s.growth_gap == std::vector<double>{0.0, 0.0, 0.005});
    CHECK(s.population.counties[2].villages == 8);
    CHECK(s.interventions.front().id == "relocation");
    CHECK(s.interventions.back().id == "dibao");
    CHECK(s.interventions[2].allocation.weights == std::vector<double>{0.0, 3.0, 1.0});
    CHECK(s.interventions[0].from ==
          2015);  // a capacity's first year is what was delivered before the start
    CHECK(s.interventions[4].from == 2016);
    CHECK(s.line_in(2015) == 2856.0);
    CHECK(s.line_in(2021) == 3400.0);
    CHECK(s.reentry_line(2016) == 2400.0F);
}

TEST_CASE("a replicate draws its distributions, the central scenario has their means",
          "[simulation][project]") {
    const Project project = law_project("busy.yaml", uncertain);
    CHECK(growth_of(project.central) == Approx(0.06).epsilon(1e-12));
    const double one = growth_of(draw_scenario(project, 1, 1)),
                 two = growth_of(draw_scenario(project, 1, 2));
    CHECK(one != two);
    CHECK(one == growth_of(draw_scenario(project, 1, 1)));
    CHECK(one != growth_of(draw_scenario(project, 2, 1)));
    double sum = 0.0;
    constexpr int n = 400;
    for (std::uint32_t r = 1; r <= n; ++r) sum += growth_of(draw_scenario(project, 1, r));
    CHECK(std::abs(sum / n - 0.06) < 4 * 0.01 / std::sqrt(double{n}));
}

TEST_CASE("what a replicate drew is kept by path", "[simulation][project]") {
    const Project project = law_project("busy.yaml", uncertain);
    REQUIRE(project.uncertain.size() == 1);
    CHECK(project.uncertain.at("growth.rates.operating") == Approx(0.06).epsilon(1e-12));
    DrawnNumbers drawn;
    const double growth = growth_of(draw_scenario(project, 1, 1, &drawn));
    CHECK(drawn == DrawnNumbers{{"growth.rates.operating", growth}});
}

TEST_CASE("the ledger holds what was read, with its source", "[simulation][project]") {
    const Project project = law_project("busy.yaml", uncertain);
    bool found = false;
    for (const Assumption& a : project.ledger.numbers())
        if (a.path == "growth.rates.operating") {
            found = true;
            CHECK(a.varied);
            CHECK(a.source == "assumption");  // a setting says no source
        }
    CHECK(found);
    CHECK(project.ledger.numbers().size() > 100);
    for (const Assumption& a : project.ledger.numbers()) {
        CHECK(!a.path.starts_with("ensemble."));  // how many futures, from which seed
        CHECK(!a.path.ends_with(".code"));
    }
}
