#include "engine/analysis/players.h"

#include <catch2/catch.hpp>

using namespace zhaimao;

namespace {

Scenario scenario() {
    Scenario s;
    s.start = 2015;
    s.horizon = 2020;
    const Batch batches[] = {Batch::relocation, Batch::production, Batch::relocation};
    for (const Batch batch : batches) {
        Intervention iv;
        iv.id = "iv" + std::to_string(s.interventions.size());
        iv.batch = batch;
        iv.from = 2015;
        s.interventions.push_back(iv);
    }
    return s;
}

}  // namespace

TEST_CASE("players are batches that have something to do, or interventions one by one",
          "[analysis][players]") {
    const auto batches = players_of(scenario(), PlayersBy::batch);
    REQUIRE(batches.size() == 2);
    CHECK(batches[0].id == "production");
    CHECK(batches[0].interventions == std::vector<std::size_t>{1});
    CHECK(batches[1].interventions == std::vector<std::size_t>{0, 2});
    const auto instruments = players_of(scenario(), PlayersBy::instrument);
    REQUIRE(instruments.size() == 3);
    CHECK(instruments[2].id == "iv2");
    CHECK(instruments[2].interventions == std::vector<std::size_t>{2});
}

TEST_CASE("who is out never begins, who is in stays as it is", "[analysis][players]") {
    const auto players = players_of(scenario(), PlayersBy::batch);
    const Scenario only_relocation = with_players(scenario(), players, 0b10);
    CHECK(only_relocation.interventions[0].from == 2015);
    CHECK(only_relocation.interventions[1].from == 2021);
    CHECK(only_relocation.interventions[2].from == 2015);
    CHECK(all_of(2) == 0b11);
    CHECK(all_of(64) == ~Coalition{0});
}
