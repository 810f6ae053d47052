#include "engine/ensemble/shared_history.h"

#include <catch2/catch.hpp>
#include <functional>

#include "tests/ensemble/values.h"
#include "tests/laws/world_of.h"
#include "tests/same_bits.h"

using namespace zhaimao;

namespace {

using Change = std::function<void(Scenario&)>;

void less_relocation(Scenario& s) {
    for (std::size_t y = 2; y < 7; ++y) s.interventions[0].capacity->by_year[y] = 10.0;
}
void higher_line(Scenario& s) {
    for (std::size_t y = 3; y < 7; ++y) s.line[y] += 100.0;
}
void no_grants_after_2019(Scenario& s) {
    s.interventions[4].until = 2019;
}
void other_luck(Scenario& s) {
    s.dynamics.luck.persistence = 0.8;
}

Predicate predicate(const std::string& text) {
    std::string problem;
    return Predicate::parse(text, {}, problem);
}
// Nothing asks what was observed last year of those who are no cases.
void asks_the_register_alone(Scenario& s) {
    s.look_back.years = 1;
    s.inspection.reset();
    for (Intervention& iv : s.interventions)
        if (!iv.eligible.needs_register()) iv.eligible = predicate("registered");
}

// The busy case under several changes each, over the same population and draws.
struct Several {
    explicit Several(const std::vector<std::vector<Change>>& scenarios) {
        const Scenario plain = law_scenario("busy.yaml");
        people = people_of(plain);
        for (const std::vector<Change>& changes : scenarios) {
            beginnings.push_back({plain, people});
            for (const Change& change : changes) change(beginnings.back().scenario);
        }
        together = live_together(beginnings, {2016, 1}, best_isa());
    }
    [[nodiscard]] Record alone(std::size_t k) const {
        return run_replicate(beginnings[k].scenario, people, {2016, 1}, best_isa());
    }
    std::shared_ptr<const Population> people;
    std::vector<Beginning> beginnings;
    Histories together;
};

}  // namespace

TEST_CASE("shared years change no bit of any record", "[ensemble][shared_history]") {
    const Several all({{},
                       {less_relocation},
                       {higher_line},
                       {less_relocation, higher_line},
                       {higher_line, no_grants_after_2019},
                       {},
                       {other_luck},
                       {other_luck, higher_line}});
    for (std::size_t k = 0; k < all.beginnings.size(); ++k) {
        INFO("scenario " << k);
        CHECK(same_bits(all.together.records[k], all.alone(k)));
    }
    CHECK(same_bits(all.together.records[0], all.together.records[5]));
    CHECK_FALSE(same_bits(all.together.records[0], all.together.records[2]));
    CHECK_FALSE(same_bits(all.together.records[1], all.together.records[3]));
    CHECK_FALSE(same_bits(all.together.records[2], all.together.records[4]));
}

TEST_CASE("a world that keeps no observation lives the same years", "[ensemble][shared_history]") {
    const Several one({{asks_the_register_alone}});
    const Scenario& s = one.beginnings[0].scenario;
    REQUIRE_FALSE(looks_at_last_year(s));
    World keeps(s, one.people, {2016, 1}, best_isa());
    for (int year = s.start + 1; year <= s.horizon; ++year) simulate_year(keeps, year);
    CHECK(same_bits(one.together.records[0], keeps.record));
}

TEST_CASE("years that scenarios share are lived once", "[ensemble][shared_history]") {
    using Scenarios = std::vector<std::vector<Change>>;
    const auto years = [](const Scenarios& scenarios) {
        return Several(scenarios).together.years_lived;
    };
    const std::vector<Change> plain, line{higher_line}, luck{other_luck};
    const std::vector<Change> line_and_grants{higher_line, no_grants_after_2019};
    // 2015 to 2021 is seven years; 2018 to 2021 four more.
    CHECK(years({plain}) == 7);
    CHECK(years({plain, plain}) == 7);
    CHECK(years({plain, line}) == 7 + 4);
    // The third shares two years more with the second than with the first.
    CHECK(years({plain, line, line_and_grants}) == 7 + 4 + 2);
    CHECK(years({plain, luck}) == 14);
}

TEST_CASE("projects run together give what each gives alone", "[ensemble][shared_history]") {
    const std::string drawn = "growth.rates.operating={normal: [6 %, 1 %]}";
    const std::vector<Project> projects{
        law_project("busy.yaml", {drawn}),
        law_project("busy.yaml", {drawn, "exit_plan.2019=400 people"}),
        law_project("busy.yaml", {drawn, "luck.transitory_sd={uniform: [0.15, 0.25]}"})};
    RunOptions options;
    options.replicates = 5;
    options.seed = 2016;
    options.threads = 2;
    const auto together = run_ensembles(projects, options);
    REQUIRE(together);
    for (std::size_t k = 0; k < projects.size(); ++k) {
        const auto alone = run_ensemble(projects[k], options);
        REQUIRE(alone);
        CHECK(same_bits(values_of((*together)[k].ensemble), values_of(alone->ensemble)));
        CHECK((*together)[k].ensemble.inputs.paths == alone->ensemble.inputs.paths);
        CHECK(same_bits((*together)[k].ensemble.inputs.values, alone->ensemble.inputs.values));
        CHECK((*together)[k].marginals.size() == alone->marginals.size());
    }
}
