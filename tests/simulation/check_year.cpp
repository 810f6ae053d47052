#include "engine/simulation/check_year.h"

#include <catch2/catch.hpp>

#include "engine/core/contracts.h"
#include "tests/laws/world_of.h"

using namespace zhaimao;
using Catch::Matchers::Contains;

namespace {

// Counties stand in order of code: c, a, b. What is said of a year of tests/laws/full.yaml after
// `spoil` has changed its books.
template <class Spoil>
std::string said_after(Spoil spoil) {
    static const Scenario s = law_scenario("full.yaml");
    World world = world_of(s);
    simulate_year(world, 2016);
    spoil(world);
    try {
        Tally city;
        for (std::size_t c = 0; c < world.counties.size(); ++c) {
            const Tally tally = tally_year(world, c, 2016);
            check_county(world, tally, c, 2016);
            city.add(tally);
        }
        check_city(world, city, 2016);
    } catch (const ContractViolation& violation) {
        return violation.what();
    }
    return "";
}

std::size_t number_of(const World& world, std::string_view id) {
    std::size_t i = 0;
    while (world.scenario.interventions[i].id != id) ++i;
    return i;
}

}  // namespace

TEST_CASE("a year whose books are in order passes", "[simulation][invariants]") {
    CHECK(said_after([](World&) {}).empty());
}

TEST_CASE("a person too many is found, and where", "[simulation][invariants]") {
    CHECK_THAT(said_after([](World& w) { w.counties[1].sums.people += 1.0; }),
               Contains("county a, 2016: ") && Contains("people lived the year"));
    CHECK_THAT(said_after([](World& w) {
                   w.record[w.layout.transition(Status::never, Status::never, 0, 2016)] += 1.0;
               }),
               Contains("county c, 2016: ") && Contains("people in all statuses"));
}

TEST_CASE("a status out of nowhere is found", "[simulation][invariants]") {
    CHECK_THAT(said_after([](World& w) {
                   w.record[w.layout.transition(Status::never, Status::never, 0, 2016)] -= 1.0;
                   w.record[w.layout.transition(Status::relapsed, Status::never, 0, 2016)] += 1.0;
               }),
               Contains("county c, 2016: ") && Contains("people begin the year as"));
    CHECK_THAT(said_after([](World& w) {
                   w.record[w.layout.area_year(Indicator::exited_people, 2, 2016)] += 1.0;
               }),
               Contains("county b, 2016: ") && Contains("by entries and exits"));
}

TEST_CASE("a capacity exceeded is found, in a county and in the city", "[simulation][invariants]") {
    CHECK_THAT(said_after([](World& w) {
                   ServiceYear& s = w.counties[0].services[number_of(w, "training")];
                   s.served.units = s.task + 1;
               }),
               Contains("county c, 2016: training: ") && Contains("a capacity of"));
    CHECK_THAT(said_after([](World& w) { w.counties[0].services[number_of(w, "loan")].task += 1; }),
               Contains("city, 2016: loan: counties are to serve 31, a capacity of 30"));
}

TEST_CASE("money that is not accounted for is found", "[simulation][invariants]") {
    CHECK_THAT(said_after([](World& w) { w.accounts[1].spent += 1; }),
               Contains("city, 2016: large: spent"));
    CHECK_THAT(said_after([](World& w) { w.accounts[0].allotted = -1; }),
               Contains("city, 2016: small: overdrawn"));
    CHECK_THAT(
        said_after([](World& w) { w.counties[0].services[number_of(w, "rangers")].paid_fen -= 1; }),
        Contains("county c, 2016: funds paid"));
    CHECK_THAT(said_after([](World& w) {
                   w.counties[0].services[number_of(w, "rangers")].flows.paid -= 1;
               }),
               Contains("county c, 2016: ") && Contains("fen of transfers and dividends paid"));
}
