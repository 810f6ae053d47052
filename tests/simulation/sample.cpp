#include "engine/simulation/sample.h"

#include <catch2/catch.hpp>
#include <numeric>

using namespace zhaimao;

using Counts = std::vector<std::int64_t>;

TEST_CASE("counts of counties: whole parts, then the largest remainders", "[simulation][sample]") {
    // 40.3, 30.7, 20.6 and 8.0 tenths: 99.6 in all, so 100 are handed out. By hand.
    CHECK(sampled(Counts{403, 307, 206, 80}, 10) == Counts{40, 31, 21, 8});
    CHECK(sampled(Counts{403, 307, 206, 80}, 1) == Counts{403, 307, 206, 80});
    CHECK(sampled(Counts{5, 5, 5}, 10) == Counts{1, 1, 0});  // 1.5 rounds up; the first come first
    CHECK(sampled(Counts{4, 0, 0}, 10) == Counts{0, 0, 0});
    CHECK(sampled(Counts{}, 10).empty());
    CHECK(sampled(Counts{25, 62, 28, 12}, 10, 12) == Counts{2, 6, 3, 1});  // of the total asked
}

TEST_CASE("sampled counts keep the total to half a unit and each county to one",
          "[simulation][sample]") {
    const Counts counts{755733, 207299, 257091, 98215, 47077, 1, 0, 210478};
    const auto sum = std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
    for (const std::int64_t one_in : {2, 3, 7, 10, 100, 999, 1000000}) {
        const Counts part = sampled(counts, one_in);
        const auto all = std::accumulate(part.begin(), part.end(), std::int64_t{0});
        CHECK(2 * std::abs(one_in * all - sum) <= one_in);
        for (std::size_t i = 0; i < counts.size(); ++i)
            CHECK(std::abs(one_in * part[i] - counts[i]) < one_in);
    }
}

TEST_CASE("a record is multiplied where it counts, and nowhere else", "[simulation][sample]") {
    const RecordLayout layout(2, 2015, 2017, 1, 3, 1, 1);
    Record record(layout.size(), 3.0);
    weigh(record, layout, 10);
    for (const Indicator i :
         {Indicator::poor_people, Indicator::poor_households, Indicator::villages_exited,
          Indicator::top_up_money, Indicator::total_gap, Indicator::cohort_people})
        for (std::size_t area = 0; area < layout.areas(); ++area)
            CHECK(record[layout.area_year(i, area, 2016)] == 30.0);
    for (const Indicator i :
         {Indicator::incidence, Indicator::delisted, Indicator::approved, Indicator::mean_income,
          Indicator::gini, Indicator::wrong_exit_rate, Indicator::mean_gap})
        CHECK(record[layout.area_year(i, 2, 2016)] == 3.0);
    CHECK(record[layout.service(0, Service::served, 1, 2017)] == 30.0);
    CHECK(record[layout.service(0, Service::done_of_task, 1, 2017)] == 3.0);
    CHECK(record[layout.transition(Status::never, Status::registered, 0, 2016)] == 30.0);
    CHECK(record[layout.flow(Flow::relapse, 2, 0, 2016)] == 30.0);
    CHECK(record[layout.budget(0, Budget::spent, 2, 2016)] == 30.0);
    CHECK(record[layout.spell(Spell::exit_after, 1, 0, 2016)] == 30.0);
    CHECK(record[layout.ventile(4, 0, 2016)] == 3.0);
    CHECK(record[layout.met_in(TargetKind::cohort, 1)] == 3.0);
    CHECK(record[layout.rule_failure(0, 1, 2016)] == 3.0);
}
