#include "engine/population/register.h"

#include <algorithm>
#include <bit>
#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>

#include "engine/core/math/math.h"
#include "tests/population/sample_inputs.h"

using namespace zhaimao;

namespace {

PopulationInputs without_gaps() {
    PopulationInputs in = sample_inputs();
    for (RateByPoverty& rate : in.composition.unmet) rate = {};
    return in;
}

// From the lowest score on; whoever would exceed the number is skipped.
std::vector<std::uint32_t> lowest_scores(const Draft& draft, std::int64_t people, float line) {
    std::vector<std::uint32_t> order(draft.households());
    std::iota(order.begin(), order.end(), 0U);
    const auto critical = [&](std::uint32_t i) { return line - draft.score[i]; };
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return critical(a) != critical(b) ? critical(a) > critical(b) : a < b;
    });
    std::vector<std::uint32_t> chosen;
    for (std::uint32_t row : order) {
        if (people == 0) break;
        if (draft.size[row] > people) continue;
        people -= draft.size[row];
        chosen.push_back(row);
    }
    std::sort(chosen.begin(), chosen.end());
    return chosen;
}

// Score in log yuan, less the bonus, at the county's log-mean; guarantees depend on being poor at
// it.
bool is_under_line(const PopulationInputs& in, const Draft& d, std::size_t i, double log_mean) {
    const bool poor = static_cast<double>(d.deviation[i]) + log_mean <
                      math::log(in.line * in.income.poverty_mark);
    const int gaps = std::popcount(poor ? d.unmet_if_poor[i] : d.unmet_if_not[i]);
    return log_mean + static_cast<double>(d.score[i]) - in.entry.gap_bonus * gaps <
           math::log(in.line);
}

}  // namespace

TEST_CASE("the lowest scores are registered, whoever exceeds the number is skipped",
          "[population][register]") {
    const PopulationInputs in = without_gaps();
    County area = sample_county();
    const Draft draft = draft_county(in, 0, area);
    const auto line = static_cast<float>(math::log(in.line));
    for (std::int64_t people : {0, 1, 2, 3, 4, 5, 11999, 12000, 12001, 12002, 59999}) {
        area.registered_poor = people;
        const RegisterStart start = open_register(in, 0, area, draft);
        CHECK(start.people <= people);
        CHECK(start.people > people - 6);  // nobody left is small enough to fill the last places
        CHECK(start.rows == lowest_scores(draft, people, line));
    }
}

TEST_CASE("everybody may be registered", "[population][register]") {
    County area = sample_county();
    area.registered_poor = area.rural_people;
    const Draft draft = draft_county(sample_inputs(), 0, area);
    const RegisterStart start = open_register(sample_inputs(), 0, area, draft);
    CHECK(start.people == area.rural_people);
    CHECK(start.rows.size() == draft.households());
    for (std::size_t i = 0; i < draft.households(); ++i)
        CHECK(static_cast<double>(draft.score[i]) + start.log_mean <
              math::log(2855.0) + 0.25 * 5 + 1e-5);  // all under the line, however many gaps
}

// The solved log-mean makes the entry test and the register agree but for the household at the
// margin and those whose score ties with it in floats.
TEST_CASE(
    "the log-mean is solved such that the entry test holds for the registered and for nobody else",
    "[population][register]") {
    const PopulationInputs in = sample_inputs();
    const County area = sample_county();
    const Draft draft = draft_county(in, 0, area);
    const RegisterStart start = open_register(in, 0, area, draft);
    CHECK(start.people == area.registered_poor);
    std::int64_t under = 0;
    for (std::size_t i = 0; i < draft.households(); ++i)
        if (is_under_line(in, draft, i, start.log_mean)) under += draft.size[i];
    constexpr std::int64_t a_few_households = 3 * 6;
    CHECK(std::abs(under - area.registered_poor) <= a_few_households);
    std::size_t disagree = 0;
    std::vector<std::uint8_t> registered(draft.households(), 0);
    for (std::uint32_t row : start.rows) registered[row] = 1;
    for (std::size_t i = 0; i < draft.households(); ++i)
        disagree += (registered[i] != 0) != is_under_line(in, draft, i, start.log_mean) ? 1U : 0U;
    CHECK(disagree <= 3);
}

TEST_CASE("an unmet guarantee brings a household in before a slightly poorer one",
          "[population][register]") {
    const County area = sample_county();
    PopulationInputs with = sample_inputs();
    PopulationInputs without = sample_inputs();
    without.entry.gap_bonus = 0.0;
    const Draft draft = draft_county(with, 0, area);
    const auto with_gap = [&](const RegisterStart& start) {
        return std::count_if(start.rows.begin(), start.rows.end(),
                             [&](std::uint32_t row) { return draft.unmet_if_poor[row] != 0; });
    };
    CHECK(with_gap(open_register(with, 0, area, draft)) >
          with_gap(open_register(without, 0, area, draft)));
}

TEST_CASE("with means given the log-mean is that of the published mean", "[population][register]") {
    PopulationInputs in = without_gaps();
    in.income.means = MeanRule::given;
    in.counties[0].mean_income = 4000.0;
    const County area = sample_county();
    const Draft draft = draft_county(in, 0, area);
    const double s0 = permanent_log_sd(in);
    const double log_mean = math::log(4000.0) - 0.5 * s0 * s0;
    CHECK(open_register(in, 0, area, draft).log_mean == Approx(log_mean).epsilon(1e-15));
    CHECK(open_register(in, 0, area, draft).people == area.registered_poor);
    in.entry.rule = RegisterRule::line;  // then the line alone says who is on the register
    const RegisterStart by_line = open_register(in, 0, area, draft);
    std::size_t disagree = 0;
    std::vector<std::uint8_t> registered(draft.households(), 0);
    for (std::uint32_t row : by_line.rows) registered[row] = 1;
    for (std::size_t i = 0; i < draft.households(); ++i)
        disagree += (registered[i] != 0) != is_under_line(in, draft, i, log_mean) ? 1U : 0U;
    CHECK(disagree <= 1);  // a float's tie with the line
    CHECK(by_line.people != area.registered_poor);
}

TEST_CASE("who once was on the register is next in order", "[population][register]") {
    const PopulationInputs in = without_gaps();
    County area = sample_county();
    const Draft draft = draft_county(in, 0, area);
    area.registered_poor = 3000;
    area.exited_people = 9000;
    const RegisterStart start = open_register(in, 0, area, draft);
    std::vector<std::uint32_t> both;
    std::set_union(start.rows.begin(), start.rows.end(), start.exited.begin(), start.exited.end(),
                   std::back_inserter(both));
    REQUIRE(both.size() == start.rows.size() + start.exited.size());  // nobody twice
    std::int64_t people = 0;
    for (const std::uint32_t row : start.exited) people += draft.size[row];
    CHECK(people <= 9000);
    CHECK(people > 9000 - 8);  // the next household would exceed it
    area.registered_poor += people;
    area.exited_people = 0;
    CHECK(open_register(in, 0, area, draft).rows == both);
}

TEST_CASE("households whose scores tie enter by row, at every instruction set",
          "[population][register]") {
    const PopulationInputs in = without_gaps();
    Draft draft = draft_county(in, 0, sample_county());
    for (std::size_t i = 0; i < draft.households(); ++i) {
        draft.score[i] = i % 2 == 0 ? -0.5F : 0.25F;
        draft.deviation[i] = 0.0F;
    }
    County area = sample_county();
    area.exited_people = 5000;
    for (const std::int64_t people : {0, 1, 100, 29000, 31000, 59999, 60000, 90000}) {
        area.registered_poor = people;
        const RegisterStart start = open_register(in, 0, area, draft, Isa::baseline);
        const auto line = static_cast<float>(math::log(in.line));
        CHECK(start.rows == lowest_scores(draft, people, line));
        for (const Isa isa : all_isas) {
            if (!is_supported(isa)) continue;
            const RegisterStart other = open_register(in, 0, area, draft, isa);
            CHECK(start.rows == other.rows);
            CHECK(start.exited == other.exited);
            CHECK(start.log_mean == other.log_mean);
        }
    }
}

TEST_CASE("a register of one household is full or empty", "[population][register]") {
    const PopulationInputs in = without_gaps();
    County area = sample_county();
    area.rural_people = 1;
    const Draft draft = draft_county(in, 0, area);
    for (const std::int64_t people : {0, 1, 2}) {
        area.registered_poor = people;
        const RegisterStart start = open_register(in, 0, area, draft);
        CHECK(start.rows.size() == (people > 0 ? 1 : 0));
        CHECK(start.log_mean ==
              Approx(math::log(in.line) - static_cast<double>(draft.score[0])).epsilon(1e-6));
    }
}
