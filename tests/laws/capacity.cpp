// Law 5: more capacity makes no household worse off. Law 6: a capacity of zero is the
// intervention's absence.
#include <catch2/catch.hpp>
#include <cstring>
#include <fstream>
#include <sstream>

#include "tests/io/scratch_folder.h"
#include "tests/laws/world_of.h"
#include "tests/paths.h"

using namespace zhaimao;

namespace {

template <class T>
bool same_bits(const std::vector<T>& a, const std::vector<T>& b) {
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(T)) == 0;
}

// Interventions of one world stand at other places than in the other: `moved` first bits are left
// out of account.
bool same_enrolments(const Cases& with, const Cases& without, unsigned moved) {
    for (std::size_t c = 0; c < with.size(); ++c)
        if (with.enrolled[c] >> moved != without.enrolled[c]) return false;
    return true;
}

void check_same(const CountyState& with, const CountyState& without, unsigned moved) {
    CHECK(same_bits(with.deviation, without.deviation));
    CHECK(same_bits(with.measurement, without.measurement));
    CHECK(same_bits(with.observed, without.observed));
    CHECK(same_bits(with.multiplier, without.multiplier));
    CHECK(same_bits(with.state, without.state));
    CHECK(with.screened == without.screened);
    CHECK(with.cases.row == without.cases.row);
    CHECK(same_bits(with.cases.observed, without.cases.observed));
    CHECK(same_bits(with.cases.observed_mean, without.cases.observed_mean));
    CHECK(same_bits(with.cases.assessable, without.cases.assessable));
    CHECK(with.cases.entered == without.cases.entered);
    CHECK(with.cases.passes == without.cases.passes);
    CHECK(with.cases.cohort == without.cases.cohort);
    CHECK(same_enrolments(with.cases, without.cases, moved));
}

void check_same_every_year(const Scenario& with, const Scenario& without, unsigned moved) {
    REQUIRE(with.interventions.size() == without.interventions.size() + 1);
    World a = world_of(with), b = world_of(without);
    for (int year = with.start + 1; year <= with.horizon; ++year) {
        INFO("year " << year);
        simulate_year(a, year);
        simulate_year(b, year);
        for (std::size_t c = 0; c < a.counties.size(); ++c) {
            check_same(a.counties[c].state, b.counties[c].state, moved);
            CHECK(same_bits(a.counties[c].cases.income, b.counties[c].cases.income));
            CHECK(same_bits(a.counties[c].cases.top_up, b.counties[c].cases.top_up));
        }
    }
}

std::string text_of(const std::string& name) {
    std::ifstream in(source_dir() + "/tests/laws/" + name);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

// busy.yaml with one more intervention, before the others or behind them.
Scenario busy_with(const std::string& intervention, bool first) {
    ScratchFolder folder;
    std::string text = text_of("busy.yaml");
    const std::string head = "\ninterventions:\n";
    const std::size_t at = first ? text.find(head) + head.size() : text.size();
    text.insert(at, intervention);
    std::ofstream(folder.path / "busy.yaml") << text;
    std::vector<std::string> warnings;
    return load_project((folder.path / "busy.yaml").string(), {}, warnings).central;
}

std::string idle(const std::string& eligible, const std::string& capacity,
                 const std::string& effect) {
    return "  idle: {batch: production, label: Idle, eligible: " + eligible +
           ", order: {by: [income], targeting_error: 0.3}, " + capacity +
           ", cost: {once: 80 yuan/person}, effects: {e: " + effect + "}}\n";
}

Scenario with_capacity(const std::string& file, const std::string& key, const std::string& effect,
                       int people) {
    const std::string block =
        "interventions:\n  help: {batch: production, label: Help, eligible: registered, order: "
        "{by: [" +
        key + "]}, capacity: {2015: 0 people, 2016+: " + std::to_string(people) +
        " people}, effects: {e: " + effect + "}}\n";
    ScratchFolder folder;
    std::ofstream(folder.path / "one.yaml") << text_of(file) + block;
    std::vector<std::string> warnings;
    Scenario s =
        load_project(
            (folder.path / "one.yaml").string(),
            {"counties.here.registered_poor=1500 people", "register.rule=official",
             "population.means=solved", "luck.permanent_sd=0.1", "luck.transitory_sd=0.2",
             "measurement.sd=0.1", "lookback.reentry_share=0.8", "assessment.average_years=2"},
            warnings)
            .central;
    s.population.composition.size_shares = {0.2, 0.3, 0.3, 0.2};
    return s;
}

}  // namespace

// The order of service must not depend on the service: a random order does not, nor does permanent
// income, which is raised for the served alone. Deviations persist (quiet.yaml): where they fade,
// who is served early has less later on.
TEST_CASE("more capacity makes no household worse off", "[laws][law5]") {
    struct Kind {
        std::string key, effect;
        float rounding;  // a permanent raise added in another year rounds the deviation otherwise,
                         // once a year
    };
    const std::vector<Kind> kinds{
        {"random", "{raise: {income: wages, factor: 1.4, ramp: 3 years}}", 0.0F},
        {"random", "{transfer: {amount: 600 yuan/person/year}}", 0.0F},
        {"permanent_income", "{raise: {income: permanent, factor: 1.3}}", 3 * 5 * 0x1p-24F},
        {"permanent_income", "{raise: {income: all, amount: 400 yuan/person/year, delay: 1 years}}",
         0.0F}};
    for (const auto& [key, effect, rounding] : kinds) {
        INFO(key << " " << effect);
        std::vector<std::vector<float>> before;
        std::size_t better = 0;
        for (int people : {0, 60, 90, 400, 1500}) {
            const Scenario s = with_capacity("quiet.yaml", key, effect, people);
            World world = world_of(s);
            std::vector<std::vector<float>> incomes;
            for (int year = 2016; year <= 2020; ++year) {
                simulate_year(world, year);
                incomes.push_back(true_incomes(world, 0));
            }
            std::size_t worse = 0;
            for (std::size_t t = 0; t < before.size(); ++t)
                for (std::size_t row = 0; row < before[t].size(); ++row) {
                    worse += incomes[t][row] < before[t][row] * (1.0F - rounding) ? 1U : 0U;
                    better += incomes[t][row] > before[t][row] ? 1U : 0U;
                }
            CHECK(worse == 0);
            before = std::move(incomes);
        }
        CHECK(better > 1000);
    }
}

TEST_CASE("a capacity of zero equals absence in every household's state, to the bit",
          "[laws][law6]") {
    const Scenario without = law_scenario("busy.yaml");
    const std::string nobody = "capacity: {2015+: 0 workers}";  // some of the eligible need no unit
    for (const char* eligible : {"people > 0", "registered", "exited or ill"})
        for (const char* effect : {"{raise: {income: permanent, factor: 2}}",
                                   "{provide: {guarantee: water}}", "{top_up: {to: 200 %}}"}) {
            INFO(eligible << ": " << effect);
            check_same_every_year(busy_with(idle(eligible, nobody, effect), false), without, 0);
        }
    const std::string transfer = "{transfer: {amount: 8000 yuan/person/year}}";
    check_same_every_year(busy_with(idle("people > 0", nobody, transfer), true), without, 1);
    check_same_every_year(busy_with(idle("people > 0", "capacity_share: 0 %", transfer), false),
                          without, 0);
    check_same_every_year(
        busy_with(idle("people > 0", "take_up: 0 %, capacity: {2015+: 900 people}", transfer),
                  false),
        without, 0);
}
