// Law 1: accounts balance, to the fen; no budget is exceeded, in any county and year.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/laws/world_of.h"

using namespace zhaimao;

namespace {

// A sum of yuan that are whole fen, each a double: off by less than a thousandth of a fen.
Approx yuan(double value) {
    return Approx(value).margin(1e-5);
}

struct FundYears {
    const Replicate& r;
    std::size_t fund;

    [[nodiscard]] double at(Budget budget, int year, std::size_t area = 3) const {
        return r.record[r.layout.budget(fund, budget, area, year)];
    }
};

}  // namespace

TEST_CASE("what a fund has is spent, lapses or is carried over", "[laws][law1][funds]") {
    const Scenario s = law_scenario("full.yaml");
    const Replicate r(s);
    double spent_in_all = 0.0, lapsed = 0.0, carried = 0.0;
    for (std::size_t f = 0; f < s.funds.size(); ++f) {
        const FundYears account{r, f};
        for (int year = s.start + 1; year <= s.horizon; ++year) {
            INFO(s.funds[f].id << " in " << year);
            const double before = year == s.start + 1 ? 0.0 : account.at(Budget::carried, year - 1);
            const double spent = account.at(Budget::spent, year);
            CHECK(
                account.at(Budget::allotted, year) + before ==
                yuan(spent + account.at(Budget::lapsed, year) + account.at(Budget::carried, year)));
            CHECK(account.at(Budget::lapsed, year) >= 0.0);
            CHECK(account.at(Budget::carried, year) >= 0.0);
            double by_county = 0.0;
            for (std::size_t c = 0; c < 3; ++c) by_county += account.at(Budget::spent, year, c);
            CHECK(by_county == yuan(spent));
            spent_in_all += spent;
            lapsed += account.at(Budget::lapsed, year);
            carried += account.at(Budget::carried, year);
        }
    }
    CHECK(spent_in_all > 0.0);  // or nothing was tested
    CHECK(lapsed > 0.0);
    CHECK(carried > 0.0);
}

// With members who grow older, villages served anew, and money that does not reach for all.
TEST_CASE("funds pay what their interventions cost, and nothing else", "[laws][law1][funds]") {
    Scenario s = law_scenario(
        "full.yaml", {"interventions.rangers.effects.pay.transfer.amount=4000 yuan/worker/year",
                      "interventions.station.cost.yearly=400 yuan/household"});
    const int scarcity = GENERATE(1, 2, 4, 8);
    for (Fund& fund : s.funds)
        for (std::int64_t& fen : fund.allotted_fen) fen /= scarcity;
    const Replicate r(s);
    for (int year = s.start + 1; year <= s.horizon; ++year)
        for (std::size_t area = 0; area <= 3; ++area) {
            double cost = 0.0, spent = 0.0;
            for (std::size_t i = 0; i < s.interventions.size(); ++i)
                if (!s.interventions[i].paid_from.empty())
                    cost += r.service(i, Service::money, year, area);
            for (std::size_t f = 0; f < s.funds.size(); ++f)
                spent += FundYears{r, f}.at(Budget::spent, year, area);
            INFO("year " << year << ", area " << area << ", money over " << scarcity);
            CHECK(cost == yuan(spent));
        }
}

// Of four stations of the start year two begin in 2016 and one in 2017; no other is built.
TEST_CASE("a village's yearly cost ends with its duration", "[laws][law1][funds]") {
    Scenario s = law_scenario("full.yaml", {"interventions.station.capacity.2016+=0 villages"});
    const auto station = std::find_if(s.interventions.begin(), s.interventions.end(),
                                      [](const Intervention& iv) { return iv.id == "station"; });
    const auto i = static_cast<std::size_t>(station - s.interventions.begin());
    const auto money = [&](int year) { return Replicate(s).service(i, Service::money, year, 3); };
    CHECK(money(2018) == 4 * 800.0);
    station->cost_duration = 1;
    CHECK(money(2016) == 2 * 800.0);
    CHECK(money(2017) == 800.0);
    CHECK(money(2018) == 0.0);
}

TEST_CASE("money that ends serves fewer, and those already served first", "[laws][funds]") {
    Scenario rich = law_scenario("full.yaml");
    Scenario poor = rich;
    for (std::int64_t& fen : poor.funds[0].allotted_fen) fen = 0;
    for (std::int64_t& fen : poor.funds[1].allotted_fen) fen /= 20;
    const Replicate a(rich), b(poor);
    std::size_t rangers = 0;
    while (rich.interventions[rangers].id != "rangers") ++rangers;
    double with = 0.0, without = 0.0;
    for (int year = rich.start + 1; year <= rich.horizon; ++year) {
        with += a.service(rangers, Service::served, year, 3);
        without += b.service(rangers, Service::served, year, 3);
        CHECK(b.service(rangers, Service::served, year, 3) <=
              a.service(rangers, Service::task, year, 3));
    }
    CHECK(without < with);
    CHECK(without >= 0.0);
}

TEST_CASE("the stages of a pipeline begin when they are said to", "[laws][pipeline]") {
    const Scenario s = law_scenario("full.yaml");
    const World world = world_of(s);
    std::size_t station = 0;
    while (s.interventions[station].id != "station") ++station;
    std::array<int, 3> begun{};
    for (const CountyWorld& county : world.counties)
        for (const VillageService& v : county.village_services[station])
            ++begun.at(static_cast<std::size_t>(v.wait));
    CHECK(begun == std::array<int, 3>{1, 2, 1});
}

TEST_CASE("loans of the run are repaid or written off when their term is over", "[laws][loans]") {
    Scenario s = law_scenario("full.yaml");
    std::size_t loan = 0;
    while (s.interventions[loan].id != "loan") ++loan;
    auto& capacity = s.interventions[loan].capacity->by_year;
    std::fill(capacity.begin(), capacity.end(), 0.0);
    capacity[1] = 30.0;  // 2016 alone: all over by 2018
    const Replicate r(s);
    double lent = 0.0, back = 0.0;
    for (int year = 2016; year <= 2021; ++year) {
        lent += r.service(loan, Service::lent, year, 3);
        back += r.service(loan, Service::repaid, year, 3) +
                r.service(loan, Service::written_off, year, 3);
        if (year > 2018) CHECK(r.service(loan, Service::repaid, year, 3) == 0.0);
    }
    CHECK(lent == yuan(30 * 8000.0));
    CHECK(back == yuan(lent));
}
