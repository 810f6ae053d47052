#include "engine/interventions/enrolment.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "tests/dynamics/started.h"
#include "tests/population/made_county.h"

using namespace zhaimao;

namespace {

constexpr int start = 2015;
constexpr std::uint32_t area = 141030;

MadeHousehold registered(float observed, std::uint32_t people = 1, std::uint32_t workers = 0) {
    MadeHousehold h;
    h.registered = true;
    h.observed = h.observed_before = observed;
    h.people = people;
    h.workers = workers;
    h.income = {observed, 0.0F, 0.0F, 0.0F};
    return h;
}

MadeHousehold outside(float observed) {
    MadeHousehold h = registered(observed);
    h.registered = false;
    return h;
}

Intervention intervention(const std::string& eligible, std::vector<RankKey> order) {
    Intervention iv;
    iv.id = "made_up";
    std::string problem;
    iv.eligible = Predicate::parse(eligible, {}, problem);
    REQUIRE(problem == "");
    iv.order = std::move(order);
    iv.completed_by = {1.0};
    iv.luck = {Purpose("targeting"), Purpose("take_up"), Purpose("completion"), Purpose("order")};
    return iv;
}

Intervention counted_in(Per unit, std::vector<RankKey> order = {RankKey::income}) {
    Intervention iv = intervention("registered", std::move(order));
    iv.capacity = Capacity{unit, {}};
    return iv;
}

struct Serving {
    CountyPopulation population;
    CountyState state;
    Draws draws{2016, 1};
    std::vector<Enrolment> enrolments;
    ServiceCount count;

    explicit Serving(const std::vector<MadeHousehold>& households)
        : population(made_county(households)) {
        start_county(state, population, start, 0.0F, false);
    }

    EnrolmentPlace at(int year) {
        HouseholdView view;
        view.traits = state.cases.traits;
        view.state = state.cases.state;
        view.observed = state.cases.observed;
        view.entered = state.cases.entered;
        view.enrolled = state.cases.enrolled;
        view.year = year;
        return {state, population, draws, view, {1.0F, 1.0F, 1.0F, 1.0F}, 0.0F, area, year, start};
    }

    // Rows served in a year.
    std::set<std::uint32_t> serve(const Intervention& iv, std::int64_t capacity, int year = 2016,
                                  std::int64_t fen = Limit::none) {
        std::vector<Candidate> candidates = find_candidates(iv, 0, at(year));
        const std::size_t before = enrolments.size();
        count = zhaimao::serve(iv, 0, candidates, {capacity, fen}, at(year), enrolments);
        std::set<std::uint32_t> rows;
        for (std::size_t i = before; i < enrolments.size(); ++i)
            rows.insert(state.cases.row[enrolments[i].case_index]);
        return rows;
    }
};

using Rows = std::set<std::uint32_t>;

}  // namespace

TEST_CASE("the poorest are served first, until the first that does not fit",
          "[interventions][enrolment]") {
    Serving place({registered(1500, 2), registered(900, 3), outside(100), registered(1200, 4),
                   registered(2000, 1)});
    CHECK(place.serve(counted_in(Per::person), 8) ==
          Rows{1, 3});  // 3 + 4 people, then 2 are too many
    CHECK(place.count.units == 7);
    CHECK(place.count.people == 7);
    CHECK(place.count.households == 2);
    CHECK(place.count.spent_fen == 0);
}

TEST_CASE("capacity is counted in its own unit", "[interventions][enrolment]") {
    const std::vector<MadeHousehold> households{registered(1, 5, 1), registered(2, 2, 2),
                                                registered(3, 6, 3)};
    CHECK(Serving(households).serve(counted_in(Per::household), 2) == Rows{0, 1});
    CHECK(Serving(households).serve(counted_in(Per::worker), 3) == Rows{0, 1});
    CHECK(Serving(households).serve(counted_in(Per::worker), 5) == Rows{0, 1});
    CHECK(Serving(households).serve(counted_in(Per::worker), 6) == Rows{0, 1, 2});
    CHECK(Serving(households).serve(counted_in(Per::person), 6) == Rows{0});
}

TEST_CASE("each key orders in its own direction, the next one breaks ties, then the row",
          "[interventions][enrolment]") {
    std::vector<MadeHousehold> h{registered(300, 2), registered(100, 5), registered(200, 5),
                                 registered(200, 5)};
    h[0].unmet = 0b11, h[3].unmet = 0b1;
    h[0].income[0] = 10.0F, h[1].income[0] = 40.0F, h[2].income[0] = 20.0F, h[3].income[0] = 30.0F;
    const auto first = [&](std::vector<RankKey> order, std::int64_t n) {
        return Serving(h).serve(counted_in(Per::household, std::move(order)), n);
    };
    CHECK(first({RankKey::income}, 1) == Rows{1});
    CHECK(first({RankKey::income}, 2) == Rows{1, 2});
    CHECK(first({RankKey::permanent_income}, 2) == Rows{0, 2});
    CHECK(first({RankKey::people}, 1) == Rows{1});
    CHECK(first({RankKey::unmet_guarantees}, 2) == Rows{0, 3});
    CHECK(first({RankKey::people, RankKey::permanent_income}, 2) == Rows{2, 3});
    CHECK(first({RankKey::income, RankKey::unmet_guarantees}, 2) == Rows{1, 3});
}

TEST_CASE("negative incomes come before small ones", "[interventions][enrolment]") {
    Serving place({registered(5), registered(-10), registered(-200), registered(0)});
    CHECK(place.serve(counted_in(Per::household), 2) == Rows{1, 2});
    CHECK(place.serve(counted_in(Per::household), 1) == Rows{3});
}

TEST_CASE("a random order is the same every year and not that of the rows",
          "[interventions][enrolment]") {
    const std::vector<MadeHousehold> households(400, registered(1000));
    const auto served = [&](std::int64_t n, int year) {
        return Serving(households).serve(counted_in(Per::household, {RankKey::random}), n, year);
    };
    const Rows few = served(100, 2016), more = served(200, 2016);
    CHECK(few == served(100, 2017));
    CHECK(std::includes(more.begin(), more.end(), few.begin(), few.end()));
    const auto low =
        std::count_if(few.begin(), few.end(), [](std::uint32_t row) { return row < 200; });
    CHECK(std::abs(static_cast<double>(low) - 50.0) < 4 * std::sqrt(100 * 0.25));
}

TEST_CASE("no capacity serves nobody, not even who needs no unit", "[interventions][enrolment]") {
    Serving place({registered(1, 5, 0), registered(2, 2, 2)});
    CHECK(place.serve(counted_in(Per::worker), 0).empty());
    CHECK(place.state.cases.enrolled == std::vector<std::uint64_t>{0, 0});
    CHECK(place.count.households == 0);
}

TEST_CASE("who needs no unit of a capacity takes none of its places",
          "[interventions][enrolment]") {
    Serving place({registered(1, 5, 0), registered(2, 2, 2)});  // nobody able to work in the first
    CHECK(place.serve(counted_in(Per::worker), 10) == Rows{1});
    CHECK(place.count.units == 2);
}

TEST_CASE("nobody is served twice unless it repeats", "[interventions][enrolment]") {
    Serving place({registered(100), registered(200), registered(300)});
    Intervention iv = counted_in(Per::household);
    CHECK(place.serve(iv, 2) == Rows{0, 1});
    CHECK(place.state.cases.enrolled == std::vector<std::uint64_t>{1, 1, 0});
    CHECK(place.serve(iv, 2, 2017) == Rows{2});
    iv.repeat = Repeat::yearly;
    CHECK(place.serve(iv, 2, 2018) == Rows{0, 1});
}

TEST_CASE("who becomes a case by being served is paid for by their own people",
          "[interventions][enrolment]") {
    Intervention iv = intervention("income < 1000 yuan/person/year", {RankKey::income});
    iv.capacity = Capacity{Per::household, {}};
    iv.cost_once = Amount{100.0, Per::person};
    MadeHousehold pair = outside(200), five = outside(300);
    pair.people = 2, five.people = 5;
    Serving place({registered(2000, 1), pair, registered(500, 3), five});
    CHECK(place.serve(iv, 9, 2016, 100'000) == Rows{1, 2, 3});
    CHECK(place.count.people == 10);
    CHECK(place.count.spent_fen == 100'000);
    CHECK(place.count.committed_fen == 100'000);
    CHECK(place.state.cases.row == std::vector<std::uint32_t>{0, 2, 1, 3});
}

TEST_CASE("a targeting error gives its share to the others at random",
          "[interventions][enrolment]") {
    std::vector<MadeHousehold> households;
    for (int i = 0; i < 2000; ++i) households.push_back(registered(static_cast<float>(i)));
    Intervention iv = counted_in(Per::household);
    iv.targeting_error = 0.25;
    Serving place(households);
    const Rows rows = place.serve(iv, 400);
    CHECK(rows.size() == 400);
    const auto first =
        std::count_if(rows.begin(), rows.end(), [](std::uint32_t row) { return row < 300; });
    CHECK(first == 300);  // the well-targeted part
    const auto next = std::count_if(rows.begin(), rows.end(),
                                    [](std::uint32_t row) { return row >= 300 && row < 1150; });
    CHECK(std::abs(static_cast<double>(next) - 50.0) <
          4 * std::sqrt(100 * 0.25));  // half of the other hundred
    iv.targeting_error = 1.0;
    const Rows random = Serving(households).serve(iv, 400);
    const auto poor =
        std::count_if(random.begin(), random.end(), [](std::uint32_t row) { return row < 1000; });
    CHECK(std::abs(static_cast<double>(poor) - 200.0) < 4 * std::sqrt(400 * 0.25));
}

TEST_CASE("no capacity is exceeded, whatever the error", "[interventions][enrolment]") {
    std::vector<MadeHousehold> households;
    for (std::uint32_t i = 0; i < 300; ++i)
        households.push_back(registered(static_cast<float>(i), 1 + i % 6));
    Intervention iv = counted_in(Per::person);
    for (double error : {0.0, 0.3, 1.0})
        for (std::int64_t capacity : {0, 1, 7, 100, 599, 1049, 2000}) {
            iv.targeting_error = error;
            Serving place(households);
            (void)place.serve(iv, capacity);
            CHECK(place.count.units <= capacity);
            CHECK(place.count.units >
                  std::min<std::int64_t>(capacity, 1046) - 12);  // two that did not fit
        }
}

TEST_CASE("take-up is a trait of the household, and rises with its share",
          "[interventions][enrolment]") {
    const std::vector<MadeHousehold> households(4000, registered(1000));
    Intervention iv = counted_in(Per::household);
    iv.take_up = std::vector<double>{0.0, 0.3, 0.6, 1.0};
    const auto taking = [&](int year) { return Serving(households).serve(iv, 1 << 20, year); };
    CHECK(taking(2015).empty());
    const Rows some = taking(2016), more = taking(2017);
    CHECK(std::abs(static_cast<double>(some.size()) - 1200) < 4 * std::sqrt(4000 * 0.21));
    CHECK(std::abs(static_cast<double>(more.size()) - 2400) < 4 * std::sqrt(4000 * 0.24));
    CHECK(std::includes(more.begin(), more.end(), some.begin(), some.end()));
    CHECK(taking(2018).size() == 4000);
}

TEST_CASE("benefits begin by the cumulative shares", "[interventions][enrolment]") {
    Serving place(std::vector<MadeHousehold>(4000, registered(1000)));
    Intervention iv = counted_in(Per::household);
    iv.completed_by = {0.2, 0.7, 0.9};
    (void)place.serve(iv, 4000);
    const double shares[] = {0.2, 0.7, 0.9, 0.9, 0.9};
    for (int k = 0; k < 5; ++k) {
        std::vector<Served> served;
        active_services(iv, place.enrolments, place.state, 2016 + k, start, served);
        CHECK(std::abs(static_cast<double>(served.size()) / 4000 - shares[k]) <
              4 * std::sqrt(shares[k] * (1 - shares[k]) / 4000));
        for (const Served& s : served) CHECK(s.age <= k);
    }
}

TEST_CASE("costs are paid once for each unit of their own", "[interventions][enrolment]") {
    Serving place({registered(1, 4, 2), registered(2, 3, 1)});
    Intervention iv = counted_in(Per::household);
    iv.cost_once = Amount{60000.25, Per::person};
    (void)place.serve(iv, 2);
    CHECK(place.count.spent_fen == 7 * 6000025);
}

TEST_CASE("the eligible outside the register become cases, in order of row",
          "[interventions][enrolment]") {
    Serving place({outside(300), registered(200), outside(100), outside(400)});
    Intervention iv = intervention("people > 0", {RankKey::income});
    iv.capacity = Capacity{Per::household, {}};
    CHECK(place.serve(iv, 3) == Rows{0, 1, 2});
    CHECK(place.state.cases.row == std::vector<std::uint32_t>{1, 0, 2});
    CHECK(place.state.cases.observed == std::vector<float>{200, 300, 100});
    CHECK(status_of(place.state.state[0]) == Status::never);
    CHECK(place.serve(iv, 3, 2017) == Rows{3});
}

TEST_CASE("counting the eligible finds as many as looking for them", "[interventions][enrolment]") {
    Serving place({outside(300), registered(200), outside(100), registered(400)});
    const Intervention all = intervention("income < 350 yuan/person/year", {RankKey::income});
    CHECK(count_eligible(all, 0, place.at(2016)) == 3);
    CHECK(find_candidates(all, 0, place.at(2016)).size() == 3);
    const Intervention some =
        intervention("registered and income < 350 yuan/person/year", {RankKey::income});
    CHECK(count_eligible(some, 0, place.at(2016)) == 1);
}

TEST_CASE("service goes on after exit, or stops", "[interventions][enrolment]") {
    Serving place({registered(1), registered(2)});
    Intervention iv = counted_in(Per::household);
    (void)place.serve(iv, 2);
    place.state.state[0] =
        state::Status::set(place.state.state[0], static_cast<std::uint32_t>(Status::exited));
    refresh_cases(place.state);
    std::vector<Served> served;
    active_services(iv, place.enrolments, place.state, 2018, start, served);
    REQUIRE(served.size() == 2);
    CHECK(served[0].age == 2);
    CHECK(served[0].age_at_start == -1);
    iv.after_exit = Afterwards::stops;
    active_services(iv, place.enrolments, place.state, 2018, start, served);
    REQUIRE(served.size() == 1);
    CHECK(served[0].case_index == 1);
}

TEST_CASE("who was served in the start year has an age at the start",
          "[interventions][enrolment]") {
    Serving place({registered(1)});
    const Intervention iv = counted_in(Per::household);
    (void)place.serve(iv, 1, start);
    std::vector<Served> served;
    active_services(iv, place.enrolments, place.state, 2017, start, served);
    REQUIRE(served.size() == 1);
    CHECK(served[0].age == 2);
    CHECK(served[0].age_at_start == 0);
}
