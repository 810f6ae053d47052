#include "engine/interventions/village_enrolment.h"

#include <catch2/catch.hpp>

#include "tests/dynamics/started.h"
#include "tests/population/made_county.h"

using namespace zhaimao;

namespace {

constexpr int start_year = 2015;

// Four villages: 0 with two poor households, 1 with none, 2 with three, 3 with one very poor.
std::vector<MadeHousehold> households() {
    std::vector<MadeHousehold> all;
    const auto add = [&](std::uint16_t village, float observed, bool registered) {
        MadeHousehold h;
        h.village = village;
        h.people = 2;
        h.registered = registered;
        h.observed = h.observed_before = observed;
        all.push_back(h);
    };
    add(0, 2000.0F, true), add(0, 2400.0F, true), add(1, 9000.0F, false);
    add(2, 2500.0F, true), add(2, 2500.0F, true), add(2, 2500.0F, true), add(3, 900.0F, true);
    return all;
}

struct Villages {
    CountyPopulation population = made_county(households());
    CountyState state;
    Draws draws{2016, 1};
    std::vector<VillageService> services;
    Intervention iv;

    Villages() {
        start_county(state, population, start_year, 0.0F, false);
        std::string problem;
        iv.id = "station";
        iv.eligible = Predicate::parse("registered", {}, problem);
        iv.capacity = Capacity{Per::village, {}};
        iv.serves_villages = true;
        iv.completed_by = {1.0};
        iv.luck = {Purpose("t"), Purpose("u"), Purpose("c"), Purpose("o")};
    }

    EnrolmentPlace at(int year) {
        HouseholdView view;
        view.traits = state.cases.traits;
        view.state = state.cases.state;
        view.observed = state.cases.observed;
        view.entered = state.cases.entered;
        view.enrolled = state.cases.enrolled;
        view.year = year;
        return {state, population, draws, view,      {1.0F, 1.0F, 1.0F, 1.0F},
                0.0F,  141030,     year,  start_year};
    }

    std::vector<int> serve(const Limit& limit, int year, ServiceCount* count = nullptr) {
        std::vector<Candidate> candidates = find_villages(iv, at(year), services);
        const std::size_t before = services.size();
        const ServiceCount c = serve_villages(iv, candidates, limit, at(year), services);
        if (count != nullptr) *count = c;
        std::vector<int> served;
        for (std::size_t i = before; i < services.size(); ++i)
            served.push_back(services[i].village);
        return served;
    }
};

using Ids = std::vector<int>;

}  // namespace

TEST_CASE("villages are served in the order of their eligible households",
          "[interventions][village]") {
    const auto first = [](RankKey key) {
        Villages v;
        v.iv.order = {key};
        return v.serve({1}, 2016);
    };
    CHECK(first(RankKey::income) == Ids{3});  // 900 yuan
    CHECK(first(RankKey::people) == Ids{2});  // six people
}

TEST_CASE("a village is served once, and only where somebody is eligible",
          "[interventions][village]") {
    Villages v;
    v.iv.order = {RankKey::people};
    ServiceCount count;
    CHECK(v.serve({2}, 2016, &count) == Ids{0, 2});
    CHECK(count.units == 2);
    CHECK(count.households == 5);
    CHECK(count.people == 10);
    CHECK(v.serve({9}, 2017) == Ids{3});
    CHECK(v.serve({9}, 2018).empty());
}

TEST_CASE("money binds where it ends before the capacity", "[interventions][village]") {
    Villages v;
    v.iv.order = {RankKey::people};
    v.iv.cost_once = Amount{1000.0, Per::village};
    v.iv.cost_yearly = Amount{10.0, Per::household};
    ServiceCount count;
    // Village 2 takes 1,030 yuan, village 0 1,020: 2,049.99 yuan pay for the first alone.
    CHECK(v.serve({2, 204999}, 2016, &count) == Ids{2});
    CHECK(count.committed_fen == 103000);
    CHECK(v.serve({2, 204000}, 2017, &count) == Ids{0, 3});
}

TEST_CASE("who benefits in a served village is asked every year", "[interventions][village]") {
    Villages v;
    v.iv.order = {RankKey::people};
    (void)v.serve({1, Limit::none, 1}, 2016);  // village 2, working from 2017 on
    std::vector<Served> served;
    const auto benefit = [&](int year) {
        active_in_villages(v.iv, v.services, v.at(year).cases, v.state, year, start_year, served);
        return served.size();
    };
    CHECK(benefit(2016) == 0);
    CHECK(benefit(2017) == 3);
    CHECK(served.front().age == 0);
    CHECK(served.front().age_at_start == -1);
    v.state.state[3] = state::Status::set(v.state.state[3], 2);  // exited
    refresh_cases(v.state);
    CHECK(benefit(2018) == 2);
    CHECK(served.front().age == 1);
}
