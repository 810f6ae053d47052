#include "engine/simulation/targeting.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "engine/population/income_classes.h"
#include "engine/population/measures/targeting.h"
#include "engine/simulation/household_year.h"
#include "tests/laws/world_of.h"
#include "tests/simulation/entitlement.h"

using namespace zhaimao;

namespace {

// A county's households as one intervention found them: what measures/targeting.h takes.
struct Found {
    std::vector<double> incomes, people, benefits;
    std::vector<std::uint8_t> served;

    [[nodiscard]] measures::Programme programme() const {
        return {incomes, people, served, benefits};
    }
};

double benefit_of(const HouseholdYear& h, std::size_t i, bool& served) {
    served = false;
    for (const Gain& g : h.gains) {
        if (g.intervention != i) continue;
        const float yuan = g.yuan + (g.floor ? h.top_up : 0.0F);
        served = yuan > 0.0F || g.guarantees != 0;
        return static_cast<double>(std::max(0.0F, yuan)) * trait::People::get(h.traits);
    }
    return 0.0;
}

std::vector<HouseholdYear> households_of(const World& world, std::size_t county, int year) {
    std::vector<HouseholdYear> all;
    for (std::uint32_t row = 0; row < world.population->counties[county].households(); ++row)
        all.push_back(household_year(world, county, row, year));
    return all;
}

Found find(const std::vector<HouseholdYear>& households, std::size_t i) {
    Found found;
    for (const HouseholdYear& h : households) {
        bool served = false;
        found.benefits.push_back(benefit_of(h, i, served));
        found.served.push_back(served ? 1 : 0);
        found.people.push_back(trait::People::get(h.traits));
        found.incomes.push_back(
            static_cast<double>(h.base[0] + h.base[1] + (h.base[2] + h.base[3])));
    }
    return found;
}

bool pays(const Found& found) {
    return std::any_of(found.benefits.begin(), found.benefits.end(),
                       [](double yuan) { return yuan > 0.0; });
}

// The benefit of households less than two classes from the border, over all of it: what counting
// the border's class in part can move.
double near_border(const Found& found) {
    std::vector<std::pair<double, double>> ordered;
    double all = 0.0, people = 0.0, near = 0.0, benefits = 0.0, border = 0.0;
    for (std::size_t k = 0; k < found.incomes.size(); ++k) {
        ordered.emplace_back(found.incomes[k], found.people[k]);
        all += found.people[k];
        benefits += found.benefits[k];
    }
    std::sort(ordered.begin(), ordered.end());
    for (const auto& [income, heads] : ordered)
        if (people < 0.4 * all) {
            people += heads;
            border = income;
        }
    const auto class_of = [](double y) { return income_class_of(static_cast<float>(y)); };
    for (std::size_t k = 0; k < found.incomes.size(); ++k)
        if (std::abs(class_of(found.incomes[k]) - class_of(border)) < 2) near += found.benefits[k];
    return near / benefits;
}

}  // namespace

TEST_CASE("errors of targeting are those of counting every household", "[simulation][targeting]") {
    const Scenario s = law_scenario(GENERATE("busy.yaml", "full.yaml"));
    World world = world_of(s);
    std::size_t compared = 0, indices = 0;
    for (const int year : {2016, 2017, 2018}) {
        simulate_year(world, year);
        for (std::size_t c = 0; c < world.counties.size(); ++c) {
            const std::vector<HouseholdYear> households = households_of(world, c, year);
            for (std::size_t i = 0; i < s.interventions.size(); ++i) {
                INFO(s.interventions[i].id << ", county " << c << ", " << year);
                const Found found = find(households, i);
                const measures::Targeting t =
                    measures::targeting(found.programme(), s.line_in(year));
                const auto recorded = [&](Service what) {
                    return world.record[world.layout.service(i, what, c, year)];
                };
                CHECK(recorded(Service::inclusion_error) == t.inclusion_error);
                CHECK(recorded(Service::exclusion_error) == t.exclusion_error);
                compared += t.inclusion_error > 0.0 ? 1U : 0U;
                if (!pays(found)) continue;
                ++indices;
                constexpr double float_error = 64 * 0x1p-24;
                CHECK(std::abs(recorded(Service::cgh_ratio) -
                               measures::coady_grosh_hoddinott(found.programme())) <=
                      near_border(found) / 0.4 + float_error);
            }
        }
    }
    CHECK(compared > 20);  // or nothing was tested
    CHECK(indices > 20);
}

TEST_CASE("the city's errors are those of all its people", "[simulation][targeting]") {
    const Scenario s = law_scenario("full.yaml");
    World world = world_of(s);
    simulate_year(world, 2016);
    Found city;
    const std::size_t i = 0;  // relocation: enrolled, in all counties
    for (std::size_t c = 0; c < world.counties.size(); ++c) {
        const Found county = find(households_of(world, c, 2016), i);
        city.incomes.insert(city.incomes.end(), county.incomes.begin(), county.incomes.end());
        city.people.insert(city.people.end(), county.people.begin(), county.people.end());
        city.served.insert(city.served.end(), county.served.begin(), county.served.end());
    }
    const measures::Targeting t = measures::targeting(city.programme(), s.line_in(2016));
    const auto recorded = [&](Service what) {
        return world.record[world.layout.service(i, what, world.layout.city(), 2016)];
    };
    CHECK(t.exclusion_error < 1.0);
    CHECK(recorded(Service::inclusion_error) == t.inclusion_error);
    CHECK(recorded(Service::exclusion_error) == t.exclusion_error);
}

TEST_CASE("without income classes there is no index, and errors all the same",
          "[simulation][targeting]") {
    Scenario s = law_scenario("busy.yaml");
    const auto people = people_of(s);
    const Replicate with(s, people, 1);
    s.recording.income_classes = false;
    const Replicate without(s, people, 1);
    std::size_t relocation = 0;
    while (s.interventions[relocation].id != "relocation") ++relocation;
    for (int year = 2016; year <= s.horizon; ++year) {
        CHECK(without.service(relocation, Service::cgh_ratio, year) == 0.0);
        CHECK(without.service(relocation, Service::exclusion_error, year) ==
              with.service(relocation, Service::exclusion_error, year));
    }
}

TEST_CASE("an exit that a floor would have caught hangs on no transfer",
          "[simulation][would_fail]") {
    const std::vector<std::string> settings{"counties.here.registered_poor=3000 people",
                                            "lookback.detection.never=0",
                                            "lookback.detection.exited=0"};
    const Transfer pay{Amount{1000.0, Per::person}};
    const TopUp floor{std::vector<double>(6, 1.0), 2015};
    const auto failing = [&](std::vector<Effect> effects) {
        Scenario s = law_scenario("quiet.yaml", settings);
        for (Effect& effect : effects)
            s.interventions.push_back(entitlement("registered", std::move(effect)));
        const Replicate r(s);
        std::vector<double> households;
        for (std::size_t i = 0; i < effects.size(); ++i)
            households.push_back(r.service(i, Service::would_fail_households, 2016));
        return households;
    };
    const double without_floor = failing({pay}).front();
    CHECK(without_floor > 100.0);
    CHECK(failing({pay, floor}).front() == 0.0);
    // One that does not reach the line catches nobody.
    CHECK(failing({pay, TopUp{std::vector<double>(6, 0.5), 2015}}).front() == without_floor);
}
