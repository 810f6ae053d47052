#include "engine/exit/look_back.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>

#include "tests/dynamics/started.h"
#include "tests/population/made_county.h"

using namespace zhaimao;

namespace {

struct Looked {
    CountyPopulation population;
    CountyState state;
    LookBack rule{0.8, 1, false, 1.0, 1.0};
    Dynamics dynamics;
    Draws draws{2016, 1};

    explicit Looked(const std::vector<MadeHousehold>& households)
        : population(made_county(households)) {
        start_county(state, population, 2015, 2000.0F, false);
    }

    EntryCount look_back(int year = 2016) {
        return zhaimao::look_back(state, population, {rule, dynamics, draws, 141030, year, 2000.0F});
    }
    [[nodiscard]] Status status(std::size_t row) const { return status_of(state.state[row]); }
    void set_status(std::size_t row, Status s) {
        state.state[row] = state::Status::set(state.state[row], static_cast<std::uint32_t>(s));
        refresh_cases(state);
    }
};

MadeHousehold household(bool registered, float observed, std::uint32_t people = 1,
                        Cause cause = Cause::skill) {
    MadeHousehold h;
    h.registered = registered;
    h.observed = h.observed_before = observed;
    h.people = people;
    h.cause = cause;
    return h;
}

std::int64_t total(const std::array<std::int64_t, cause_count>& people) {
    return std::accumulate(people.begin(), people.end(), std::int64_t{0});
}

std::int64_t of(const std::array<std::int64_t, cause_count>& people, Cause cause) {
    return people[static_cast<std::size_t>(cause)];
}

}  // namespace

TEST_CASE("the screened enter for the first time, with their main cause", "[exit][look_back]") {
    Looked l({household(false, 1999, 3, Cause::land), household(false, 2000), household(true, 500),
              household(false, 100, 2, Cause::illness)});
    const EntryCount count = l.look_back();
    CHECK(l.status(0) == Status::registered);
    CHECK(l.status(1) == Status::never);  // at the threshold is not under it
    CHECK(l.status(3) == Status::registered);
    CHECK(of(count.newly_poor, Cause::land) == 3);
    CHECK(of(count.newly_poor, Cause::illness) == 2);
    CHECK(total(count.newly_poor) == 5);
    CHECK(total(count.relapsed) == 0);
    CHECK(l.state.cases.row == std::vector<std::uint32_t>{2, 0, 3});
    CHECK(l.state.cases.entered == std::vector<std::int16_t>{2015, 2016, 2016});
    CHECK(l.state.cases.cohort == std::vector<std::uint8_t>{1, 0, 0});
}

TEST_CASE("the exited relapse, others served before enter for the first time",
          "[exit][look_back]") {
    Looked l({household(true, 1500, 4), household(true, 2500), household(true, 1500, 2),
              household(false, 3000, 5)});
    l.set_status(0, Status::exited);
    l.set_status(1, Status::exited);
    l.state.cases.passes = {7, 7, 7};
    l.state.observed[3] = 1000.0F;  // never registered, but a case
    const std::uint32_t served = add_cases(l.state, l.population, std::vector<std::uint32_t>{3});
    const EntryCount count = l.look_back(2018);
    CHECK(l.status(0) == Status::relapsed);
    CHECK(l.status(1) == Status::exited);
    CHECK(l.status(2) == Status::registered);
    CHECK(l.status(3) == Status::registered);
    CHECK(total(count.relapsed) == 4);
    CHECK(total(count.newly_poor) == 5);
    CHECK(l.state.cases.entered == std::vector<std::int16_t>{2018, 2015, 2015, 2018});
    CHECK(l.state.cases.passes == std::vector<std::uint8_t>{0, 7, 7, 0});
    CHECK(l.state.cases.row[served] == 3);
    CHECK(total(l.look_back(2019).relapsed) == 0);  // nobody enters who is in
}

TEST_CASE("an event becomes the cause", "[exit][look_back]") {
    Looked l({household(false, 100, 2, Cause::land), household(false, 100, 3, Cause::land)});
    Event event;
    event.cause = Cause::disaster;
    l.dynamics.events = {Event{}, event};
    l.state.screened.state[1] = state::Event::set(l.state.state[1], 2);
    refresh_cases(l.state);
    const EntryCount count = l.look_back();
    CHECK(of(count.newly_poor, Cause::land) == 2);
    CHECK(of(count.newly_poor, Cause::disaster) == 3);
}

TEST_CASE("an unmet guarantee alone brings the exited back where asked", "[exit][look_back]") {
    std::vector<MadeHousehold> households(3, household(true, 5000));
    households[0].unmet = households[2].unmet = bit_of(Guarantee::housing);
    for (bool asked : {false, true}) {
        Looked l(households);
        l.rule.unmet_guarantees = asked;
        for (std::size_t row : {0, 1}) l.set_status(row, Status::exited);
        l.set_status(2, Status::never);
        const EntryCount count = l.look_back();
        CHECK(total(count.relapsed) == (asked ? 1 : 0));
        CHECK(l.status(1) == Status::exited);
        CHECK(l.status(2) == Status::never);
    }
}

TEST_CASE("the found are those of their detection probability, within 4 binomial errors",
          "[exit][look_back]") {
    constexpr std::size_t n = 20000;
    std::vector<MadeHousehold> households(n, household(false, 100));
    for (std::size_t i = 0; i < n; i += 2) households[i].registered = true;
    Looked l(households);
    for (std::size_t i = 0; i < n; i += 2) l.set_status(i, Status::exited);
    l.rule.detection_never = 0.1;
    l.rule.detection_exited = 0.5;
    const EntryCount first = l.look_back(2016);
    const auto near = [](std::int64_t found, double of, double rate) {
        return std::abs(static_cast<double>(found) - of * rate) <
               4 * std::sqrt(of * rate * (1 - rate));
    };
    CHECK(near(total(first.newly_poor), n / 2, 0.1));
    CHECK(near(total(first.relapsed), n / 2, 0.5));
    const EntryCount second = l.look_back(2017);  // another year, another chance
    CHECK(near(total(second.newly_poor), n / 2.0 - static_cast<double>(total(first.newly_poor)),
               0.1));
    CHECK(near(total(second.relapsed), n / 2.0 - static_cast<double>(total(first.relapsed)), 0.5));
}

TEST_CASE("nobody is found with probability zero", "[exit][look_back]") {
    Looked l({household(false, 100), household(true, 100)});
    l.set_status(1, Status::exited);
    l.rule.detection_never = l.rule.detection_exited = 0.0;
    const EntryCount count = l.look_back();
    CHECK(total(count.newly_poor) + total(count.relapsed) == 0);
    CHECK(l.state.cases.size() == 1);
}
