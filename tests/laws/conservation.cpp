// Law 1: nobody appears or vanishes, statuses sum to the population, money paid equals money
// received.
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/laws/world_of.h"

using namespace zhaimao;

namespace {

constexpr std::array all_statuses{Status::never, Status::registered, Status::exited,
                                  Status::relapsed};

double people_in(const Scenario& s, std::size_t area) {
    double people = 0.0;
    for (std::size_t c = 0; c < s.counties.size(); ++c)
        if (area == s.counties.size() || area == c)
            people += static_cast<double>(s.counties[c].rural_people);
    return people;
}

double from(const Replicate& r, Status status, int year, std::size_t area) {
    double people = 0.0;
    for (Status to : all_statuses) people += r.moved(status, to, year, area);
    return people;
}

double to(const Replicate& r, Status status, int year, std::size_t area) {
    double people = 0.0;
    for (Status before : all_statuses) people += r.moved(before, status, year, area);
    return people;
}

void check_statuses(const Scenario& s, const Replicate& r, std::size_t area, int year) {
    double all = 0.0;
    for (Status status : all_statuses) {
        all += to(r, status, year, area);
        if (year > s.start) CHECK(from(r, status, year, area) == to(r, status, year - 1, area));
    }
    CHECK(all == people_in(s, area));
    CHECK(to(r, Status::registered, year, area) + to(r, Status::relapsed, year, area) ==
          r.at(Indicator::poor_people, year, area));
    CHECK(r.at(Indicator::incidence, year, area) ==
          r.at(Indicator::poor_people, year, area) / people_in(s, area));
    CHECK(r.at(Indicator::cohort_people, year, area) <= r.at(Indicator::poor_people, year, area));
    CHECK(r.at(Indicator::non_finite, year, area) == 0.0);
    CHECK(r.moved(Status::registered, Status::never, year, area) == 0.0);
    CHECK(r.moved(Status::exited, Status::never, year, area) == 0.0);
    CHECK(r.moved(Status::exited, Status::registered, year, area) == 0.0);
}

// Those on the register: last year's, and who came in, less who went out.
void check_accounts(const Replicate& r, std::size_t area, int year) {
    const auto now = [&](Indicator i) { return r.at(i, year, area); };
    CHECK(now(Indicator::poor_people) ==
          r.at(Indicator::poor_people, year - 1, area) + now(Indicator::newly_poor_people) +
              now(Indicator::relapsed_people) - now(Indicator::exited_people));
    CHECK(now(Indicator::exited_people_cumulative) ==
          r.at(Indicator::exited_people_cumulative, year - 1, area) +
              now(Indicator::exited_people));
    CHECK(now(Indicator::exited_people) <= now(Indicator::able_people));
    double newly = 0.0, relapsed = 0.0;
    for (std::size_t k = 0; k < cause_count; ++k) {
        newly += r.record[r.layout.flow(Flow::newly_poor, k, area, year)];
        relapsed += r.record[r.layout.flow(Flow::relapse, k, area, year)];
    }
    CHECK(newly == now(Indicator::newly_poor_people));
    CHECK(relapsed == now(Indicator::relapsed_people));
}

void check_services(const Scenario& s, const Replicate& r, int year) {
    for (std::size_t i = 0; i < s.interventions.size(); ++i) {
        const Intervention& iv = s.interventions[i];
        INFO(iv.id << " in " << year);
        double served = 0.0, task = 0.0, money = 0.0;
        for (std::size_t c = 0; c < s.counties.size(); ++c) {
            served += r.service(i, Service::served, year, c);
            task += r.service(i, Service::task, year, c);
            money += r.service(i, Service::money, year, c);
            if (iv.capacity)
                CHECK(r.service(i, Service::served, year, c) <=
                      r.service(i, Service::task, year, c));
            CHECK(r.service(i, Service::served_households, year, c) <=
                  r.service(i, Service::eligible_households, year, c));
        }
        CHECK(served == r.service(i, Service::served, year, s.counties.size()));
        CHECK(task == r.service(i, Service::task, year, s.counties.size()));
        CHECK(money ==
              Approx(r.service(i, Service::money, year, s.counties.size())).epsilon(1e-12));
        if (iv.capacity)
            CHECK(task <= iv.capacity->by_year[static_cast<std::size_t>(year - s.start)]);
    }
}

}  // namespace

TEST_CASE("statuses sum to the population and the register's account balances, exactly",
          "[laws][law1]") {
    const Scenario s = law_scenario(GENERATE("busy.yaml", "full.yaml"));
    const auto people = people_of(s);
    double exits = 0.0, relapses = 0.0, entries = 0.0;
    for (std::uint32_t replicate = 1; replicate <= 3; ++replicate) {
        const Replicate r(s, people, replicate);
        for (int year = s.start; year <= s.horizon; ++year)
            for (std::size_t area = 0; area <= s.counties.size(); ++area) {
                INFO("replicate " << replicate << ", area " << area << ", year " << year);
                check_statuses(s, r, area, year);
                if (year > s.start) check_accounts(r, area, year);
            }
        exits += r.at(Indicator::exited_people_cumulative, s.horizon, 3);
        relapses += r.at(Indicator::relapsed_people, 2019, 3);
        entries += r.at(Indicator::newly_poor_people, 2019, 3);
    }
    CHECK(exits > 1000.0);  // or nothing was tested
    CHECK(relapses > 0.0);
    CHECK(entries > 0.0);
}

TEST_CASE("the city is the sum of its counties", "[laws][law1]") {
    const Scenario s = law_scenario(GENERATE("busy.yaml", "full.yaml"));
    const Replicate r(s);
    for (int year = s.start; year <= s.horizon; ++year)
        for (Indicator i :
             {Indicator::poor_people, Indicator::poor_households, Indicator::exited_people,
              Indicator::able_people, Indicator::newly_poor_people, Indicator::relapsed_people,
              Indicator::cohort_people, Indicator::screened_people, Indicator::delisted,
              Indicator::top_up_money, Indicator::dividend_money, Indicator::village_money,
              Indicator::villages_exited}) {
            double sum = 0.0;
            for (std::size_t c = 0; c < 3; ++c) sum += r.at(i, year, c);
            CHECK(sum == Approx(r.at(i, year, 3)).epsilon(1e-12));
        }
}

TEST_CASE("no capacity is exceeded, in any county and year, and the plan of exits is kept",
          "[laws][law1]") {
    const Scenario s = law_scenario(GENERATE("busy.yaml", "full.yaml"));
    const auto people = people_of(s);
    for (std::uint32_t replicate = 1; replicate <= 3; ++replicate) {
        const Replicate r(s, people, replicate);
        for (int year = s.start; year <= s.horizon; ++year) check_services(s, r, year);
        for (int year = s.start + 1; year <= s.horizon; ++year)
            CHECK(r.at(Indicator::exited_people, year, 3) <=
                  (*s.exit_plan)[static_cast<std::size_t>(year - s.start - 1)]);
    }
}

// Base transfers are taken away, and costs that nobody receives: then all transfers are what
// interventions paid.
TEST_CASE("money paid equals money received, within float error", "[laws][law1]") {
    Scenario s = law_scenario(GENERATE("busy.yaml", "full.yaml"));
    for (Intervention& iv : s.interventions) iv.cost_once = iv.cost_yearly = std::nullopt;
    auto people = std::make_shared<Population>(synthesise(s.population, s.counties));
    for (CountyPopulation& county : people->counties)
        std::fill(county.income[3].begin(), county.income[3].end(), 0.0F);
    const Replicate r(s, people, 1);
    for (int year = s.start + 1; year <= s.horizon; ++year) {
        const double heads = people_in(s, 3);
        const double received = heads * r.at(Indicator::mean_transfers, year, 3);
        const double paid = r.at(Indicator::support_money, year, 3) +
                            r.at(Indicator::top_up_money, year, 3) +
                            r.at(Indicator::dividend_money, year, 3);
        const double income = heads * r.at(Indicator::mean_income, year, 3);
        CHECK(paid > 0.001 * income);
        // The dense pass gets the transfers of others as a difference of sums, each of 32 floats a
        // lane.
        constexpr double float_error = 4 * 32 * 0x1p-24;
        CHECK(std::abs(received - paid) < float_error * income);
    }
}

TEST_CASE("income is the sum of its sources, within float error", "[laws][law1]") {
    const Scenario s = law_scenario(GENERATE("busy.yaml", "full.yaml"));
    const Replicate r(s);
    for (int year = s.start + 1; year <= s.horizon; ++year)
        for (std::size_t area = 0; area <= 3; ++area) {
            const double sum = r.at(Indicator::mean_operating, year, area) +
                               r.at(Indicator::mean_wages, year, area) +
                               r.at(Indicator::mean_property, year, area) +
                               r.at(Indicator::mean_transfers, year, area);
            CHECK(sum == Approx(r.at(Indicator::mean_income, year, area)).epsilon(32 * 0x1p-24));
        }
}
