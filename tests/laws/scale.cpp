// Law 8: multiplying all money of a made population and all lines by a power of two changes no
// status, to the bit.
#include <catch2/catch.hpp>
#include <cmath>
#include <cstring>

#include "tests/laws/world_of.h"

using namespace zhaimao;

namespace {

std::shared_ptr<const Population> scaled(Population population, float factor) {
    for (CountyPopulation& county : population.counties) {
        for (auto& source : county.income)
            for (float& y : source) y *= factor;
        for (float& y : county.observed) y *= factor;
        for (float& y : county.observed_before) y *= factor;
    }
    return std::make_shared<const Population>(std::move(population));
}

void scale(Effect& effect, double factor) {
    if (auto* raise = std::get_if<Raise>(&effect)) raise->amount *= factor;
    if (auto* transfer = std::get_if<Transfer>(&effect)) transfer->amount.yuan *= factor;
    if (auto* relieve = std::get_if<Relieve>(&effect)) relieve->by.yuan *= factor;
}

void scale(Scenario& s, double factor) {
    for (double& line : s.line) line *= factor;
    for (Event& event : s.dynamics.events) event.expense *= factor;
    for (double& expense : s.dynamics.expenses.schooling) expense *= factor;
    for (Intervention& iv : s.interventions) {
        if (iv.cost_once) iv.cost_once->yuan *= factor;
        if (iv.cost_yearly) iv.cost_yearly->yuan *= factor;
        for (NamedEffect& effect : iv.effects) scale(effect.effect, factor);
    }
}

bool same_states(const CountyState& a, const CountyState& b) {
    return a.state == b.state && a.cases.row == b.cases.row &&
           a.cases.enrolled == b.cases.enrolled && a.cases.entered == b.cases.entered &&
           a.cases.passes == b.cases.passes && a.screened.row == b.screened.row &&
           std::memcmp(a.deviation.data(), b.deviation.data(),
                       a.deviation.size() * sizeof(float)) == 0;
}

// Every income is exactly so many times as large.
bool same_but_for(const std::vector<float>& a, const std::vector<float>& b, float factor) {
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a[i] * factor != b[i]) return false;
    return a.size() == b.size();
}

}  // namespace

TEST_CASE("a power of two on all money changes no status, to the bit", "[laws][law8]") {
    const Scenario s = law_scenario("busy.yaml");
    const Population people = synthesise(s.population, s.counties);
    for (int power : {1, 6, -3}) {
        INFO("2^" << power);
        const auto factor = static_cast<float>(std::ldexp(1.0, power));
        Scenario other = s;
        scale(other, std::ldexp(1.0, power));
        World a(s, scaled(people, 1.0F), {2016, 1}, best_isa());
        World b(other, scaled(people, factor), {2016, 1}, best_isa());
        for (int year = s.start + 1; year <= s.horizon; ++year) {
            INFO("year " << year);
            simulate_year(a, year);
            simulate_year(b, year);
            for (std::size_t c = 0; c < 3; ++c) {
                CHECK(same_states(a.counties[c].state, b.counties[c].state));
                CHECK(same_but_for(a.counties[c].cases.income, b.counties[c].cases.income, factor));
                CHECK(same_but_for(a.counties[c].state.observed, b.counties[c].state.observed,
                                   factor));
                CHECK(a.counties[c].exits.people == b.counties[c].exits.people);
                CHECK(a.counties[c].delisting.delisted_in == b.counties[c].delisting.delisted_in);
            }
        }
    }
}

TEST_CASE("another factor does change some", "[laws][law8]") {
    const Scenario s = law_scenario("busy.yaml");
    const Population people = synthesise(s.population, s.counties);
    Scenario other = s;
    scale(other, 1.5);  // the lines alone
    World a(s, scaled(people, 1.0F), {2016, 1}, best_isa());
    World b(other, scaled(people, 1.0F), {2016, 1}, best_isa());
    simulate_year(a, 2016);
    simulate_year(b, 2016);
    CHECK_FALSE(same_states(a.counties[0].state, b.counties[0].state));
}
