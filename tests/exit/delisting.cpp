#include "engine/exit/delisting.h"

#include <catch2/catch.hpp>

using namespace zhaimao;

namespace {

constexpr std::int64_t rural = 10000;

DelistingRules rules(int consecutive_years, int not_before) {
    return {{IncidenceRule{0.03, IncidenceRule::Side::under}}, consecutive_years, not_before};
}

// Year of delisting where the register holds these people in 2016, 2017, ...
int delisted_in(const DelistingRules& r, const std::vector<std::int64_t>& poor) {
    DelistingState state;
    int year = 2016;
    for (std::int64_t p : poor) {
        std::vector<std::uint8_t> failed(1, 0);
        delist(state, r, {p, rural, {}, {}, {}, {}}, year++, failed);
        CHECK((failed[0] != 0) == (p >= 300));
    }
    return state.delisted_in;
}

}  // namespace

TEST_CASE("a county is delisted in the first year in which its rules hold", "[exit][delisting]") {
    CHECK(delisted_in(rules(1, 0), {500, 300, 299, 100}) == 2018);
    CHECK(delisted_in(rules(1, 0), {500, 400}) == 0);
}

TEST_CASE("the rules must hold for consecutive years", "[exit][delisting]") {
    CHECK(delisted_in(rules(2, 0), {299, 299}) == 2017);
    CHECK(delisted_in(rules(2, 0), {299, 300, 299, 300, 299}) == 0);
    CHECK(delisted_in(rules(3, 0), {299, 300, 299, 299, 299}) == 2020);
}

TEST_CASE("years before the first that counts delist nobody, but are consecutive years",
          "[exit][delisting]") {
    CHECK(delisted_in(rules(1, 2018), {100, 100, 100}) == 2018);
    CHECK(delisted_in(rules(3, 2018), {100, 100, 100}) == 2018);
    CHECK(delisted_in(rules(1, 2018), {100, 100, 300, 100}) == 2019);
}

TEST_CASE("delisting is for good", "[exit][delisting]") {
    CHECK(delisted_in(rules(1, 0), {299, 5000, 299}) == 2016);
}

TEST_CASE("every rule must hold, and the one that fails is named", "[exit][delisting]") {
    const ShareRule two{0.02, ShareRule::Side::under};
    DelistingRules r;
    r.rules = {IncidenceRule{two}, ComprehensiveIncidenceRule{two}, WrongExitRule{two},
               MissedRule{two}, ApprovalRule{0.9, 0.95, 0.0}};
    const auto failing = [&](CountyFacts facts) {
        DelistingState state;
        std::vector<std::uint8_t> failed(5, 0);
        delist(state, r, facts, 2018, failed);
        CHECK((state.delisted_in == 2018) == (failed == std::vector<std::uint8_t>(5, 0)));
        return failed;
    };
    using Failed = std::vector<std::uint8_t>;
    CountyFacts good{100, rural, {500, 9, 5000, 99}, 9, 80, 0.9};
    CHECK(failing(good) == Failed{0, 0, 0, 0, 0});
    CountyFacts facts = good;
    facts.missed_people = 91;  // 100 + 9 + 91 = 2 % of 10,000
    CHECK(failing(facts) == Failed{0, 1, 0, 0, 0});
    facts = good;
    facts.found.wrong = 10;
    CHECK(failing(facts) == Failed{0, 0, 1, 0, 0});
    facts = good;
    facts.found.missed = 100;
    CHECK(failing(facts) == Failed{0, 0, 0, 1, 0});
    facts = good;
    facts.approval = 0.899;
    CHECK(failing(facts) == Failed{0, 0, 0, 0, 1});
    facts = good;
    facts.found = {0, 0, 0, 0};  // nobody was looked at: nothing was found
    CHECK(failing(facts) == Failed{0, 0, 0, 0, 0});
}

TEST_CASE("relapse revokes a delisting only where the rules say so", "[exit][delisting]") {
    DelistingRules r = rules(1, 0);
    CHECK(delisted_in(r, {299, 5000, 299}) == 2016);
    r.revoked_by_relapse = true;
    CHECK(delisted_in(r, {299, 5000}) == 0);
    CHECK(delisted_in(r, {299, 5000, 299}) == 2018);
}
