#include "engine/population/synthesis.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "engine/core/math/math.h"
#include "engine/population/draft.h"
#include "engine/population/report_marginals.h"
#include "tests/population/sample_inputs.h"

using namespace zhaimao;

namespace {

CountyPopulation made(const PopulationInputs& in, std::uint32_t code = 141030) {
    return synthesise_county(in, 0, sample_county(code));
}

bool same(const CountyPopulation& a, const CountyPopulation& b) {
    return a.income == b.income && a.traits == b.traits && a.village == b.village &&
           a.state == b.state && a.measurement == b.measurement && a.observed == b.observed &&
           a.observed_before == b.observed_before && a.people == b.people;
}

// A share against its rate, within 4 binomial standard errors.
struct Share {
    double hits = 0.0, of = 0.0;

    void add(bool hit) {
        hits += hit ? 1.0 : 0.0;
        of += 1.0;
    }
    [[nodiscard]] bool is(double rate) const {
        REQUIRE(of > 100.0);
        return std::abs(hits / of - rate) <= 4 * std::sqrt(rate * (1 - rate) / of);
    }
};

}  // namespace

TEST_CASE("people and register are exact, statuses only never and registered",
          "[population][synthesis]") {
    const CountyPopulation p = made(sample_inputs());
    std::int64_t people = 0, registered = 0;
    for (std::size_t i = 0; i < p.households(); ++i) {
        const std::uint32_t size = trait::People::get(p.traits[i]);
        people += size;
        CHECK(trait::Workers::get(p.traits[i]) <= size);
        const Status status = status_of(p.state[i]);
        CHECK((status == Status::never || status == Status::registered));
        if (status == Status::registered) registered += size;
        CHECK(state::Unmet::get(p.state[i]) == trait::Unmet::get(p.traits[i]));
        CHECK(state::IsCase::get(p.state[i]) == (status_of(p.state[i]) == Status::never ? 0U : 1U));
        CHECK(current_traits(p.traits[i], p.state[i]) == p.traits[i]);
    }
    CHECK(people == 60000);
    CHECK(p.people == 60000);
    CHECK(registered == 12000);
}

TEST_CASE("attributes have their rates among the poor and among the others, within 4 errors",
          "[population][synthesis]") {
    const PopulationInputs in = sample_inputs();
    const Composition& c = in.composition;
    const CountyPopulation p = made(in);
    Share idle[2], student[2][stage_count], unmet[2][guarantee_count], cause[cause_count];
    for (std::size_t i = 0; i < p.households(); ++i) {
        const std::uint32_t t = p.traits[i];
        const std::size_t poor = trait::Poor::get(t);
        idle[poor].add(trait::Workers::get(t) == 0);
        for (std::size_t s = 0; s < stage_count; ++s)  // smaller ones may lack the room
            if (trait::People::get(t) > stage_count)
                student[poor][s].add(((trait::Students::get(t) >> s) & 1U) != 0);
        for (std::size_t g = 0; g < guarantee_count; ++g)
            unmet[poor][g].add(((trait::Unmet::get(t) >> g) & 1U) != 0);
        for (std::size_t k = 0; k < cause_count; ++k) cause[k].add(trait::MainCause::get(t) == k);
    }
    CHECK(idle[1].is(c.no_worker.poor));
    CHECK(idle[0].is(c.no_worker.others));
    for (std::size_t s = 0; s < stage_count; ++s) {
        CHECK(student[1][s].is(c.students[s].poor));
        CHECK(student[0][s].is(c.students[s].others));
    }
    for (std::size_t g = 0; g < guarantee_count; ++g) {
        CHECK(unmet[1][g].is(c.unmet[g].poor));
        CHECK(unmet[0][g].is(c.unmet[g].others));
    }
    for (std::size_t k = 0; k < cause_count; ++k) CHECK(cause[k].is(c.causes[k]));
}

TEST_CASE("a student never lives alone, and workers are drawn binomially",
          "[population][synthesis]") {
    const CountyPopulation p = made(sample_inputs());
    double two_of_three = 0.0, of_three = 0.0;
    for (std::uint32_t t : p.traits) {
        std::uint32_t students = 0;
        for (std::uint32_t s = 0; s < stage_count; ++s)
            students += (trait::Students::get(t) >> s) & 1U;
        CHECK((students == 0 || students < trait::People::get(t)));
        if (trait::People::get(t) != 3 || trait::Workers::get(t) == 0) continue;
        of_three += 1.0;
        two_of_three += trait::Workers::get(t) == 2 ? 1.0 : 0.0;
    }
    const double rate =
        3 * 0.55 * 0.55 * 0.45;  // of households that have workers at all; none becomes one
    CHECK(std::abs(two_of_three / of_three - rate) < 4 * std::sqrt(rate * (1 - rate) / of_three));
}

TEST_CASE("income sources follow the household's rank and add up to its permanent income",
          "[population][synthesis]") {
    const PopulationInputs in = sample_inputs();
    const CountyPopulation p = made(in);
    const Draft d = draft_county(in, 0, sample_county());
    constexpr double float_error = 8 * 0x1p-24;  // a handful of roundings
    double log_mean = 0.0;
    for (std::size_t i = 0; i < 500; ++i) {
        double income = 0.0;
        for (const auto& source : p.income) income += static_cast<double>(source[i]);
        const double level = std::log(income) - static_cast<double>(d.deviation[i]);
        if (i == 0) log_mean = level;
        CHECK_THAT(level, Catch::WithinAbs(log_mean, float_error));
        const double rank = d.rank[i];
        for (std::size_t s = 0; s < source_count; ++s) {
            const double share =
                in.income.lowest[s] + (in.income.highest[s] - in.income.lowest[s]) * rank;
            CHECK(static_cast<double>(p.income[s][i]) ==
                  Approx(share * income).epsilon(float_error));
        }
        const bool poor = income < in.line;
        if (std::abs(income / in.line - 1) > float_error)
            CHECK((trait::Poor::get(p.traits[i]) != 0) == poor);
        CHECK(p.observed[i] ==
              Approx(std::exp(log_mean) * static_cast<double>(d.observed[i])).epsilon(float_error));
        CHECK(p.measurement[i] == d.measurement[i]);
    }
}

TEST_CASE("a given mean is reached within 4 standard errors", "[population][synthesis]") {
    PopulationInputs in = sample_inputs();
    in.income.means = MeanRule::given;
    in.counties[0].mean_income = 4000.0;
    const CountyPopulation p = made(in);
    double income = 0.0, squares = 0.0;
    for (std::size_t i = 0; i < p.households(); ++i) {
        const double people = trait::People::get(p.traits[i]);
        for (const auto& source : p.income) income += people * static_cast<double>(source[i]);
        squares += people * people;
    }
    const double s0 = permanent_log_sd(in);
    const double households = 60000.0 * 60000.0 / squares;  // as many equal weights
    const double error = 4000.0 * std::sqrt((std::exp(s0 * s0) - 1) / households);
    CHECK(std::abs(income / 60000.0 - 4000.0) < 4 * error);
}

TEST_CASE("the registered live in registered villages by their odds", "[population][synthesis]") {
    const CountyPopulation p = made(sample_inputs());
    Share poor, others;
    for (std::size_t i = 0; i < p.households(); ++i) {
        const bool in_registered = trait::RegisteredVillage::get(p.traits[i]) != 0;
        CHECK(in_registered == (p.village[i] < 30));
        CHECK(p.village[i] < 80);
        (on_register(status_of(p.state[i])) ? poor : others).add(in_registered);
    }
    const double share = 30.0 / 80.0;
    CHECK(others.is(share));
    CHECK(poor.is(3 * share / (1 - share + 3 * share)));
}

TEST_CASE("the same inputs make the same people, other seeds and counties others",
          "[population][synthesis]") {
    const PopulationInputs in = sample_inputs();
    const CountyPopulation p = made(in);
    CHECK(same(p, made(in)));
    CHECK_FALSE(same(p, made(in, 141031)));
    PopulationInputs other = in;
    other.seed = 2017;
    CHECK_FALSE(same(p, made(other)));
    const std::vector<County> both{sample_county(141029), sample_county(141030)};
    CHECK(same(p, synthesise(sample_inputs(2), both).counties[1]));  // company changes nobody
    constexpr std::size_t threads = 2;
    CHECK(same(p, synthesise(sample_inputs(2), both, best_isa(), threads).counties[1]));
}

TEST_CASE("the same people at every instruction set, whatever their number",
          "[population][synthesis]") {
    for (std::int64_t people : {1, 2, 1023, 3101, 9000}) {
        for (int basis_years : {1, 2, 3, 4}) {
            PopulationInputs in = sample_inputs();
            in.entry.basis_years = basis_years;
            County area = sample_county();
            area.rural_people = people;
            area.registered_poor = people / 4;
            const CountyPopulation baseline = synthesise_county(in, 0, area, Isa::baseline);
            for (Isa isa : all_isas)
                if (is_supported(isa)) CHECK(same(baseline, synthesise_county(in, 0, area, isa)));
        }
    }
}

TEST_CASE("a rate that changes redraws nobody's income", "[population][synthesis]") {
    PopulationInputs in = sample_inputs();
    const CountyPopulation p = made(in);
    in.composition.no_worker = {0.5, 0.5};
    in.composition.village_odds = 1.0;
    const CountyPopulation q = made(in);
    CHECK(p.income == q.income);
    CHECK(p.observed == q.observed);
    CHECK(p.traits != q.traits);
}

TEST_CASE("marginals report target and outcome", "[population][synthesis]") {
    const PopulationInputs in = sample_inputs();
    const std::vector<Marginal> marginals = report_marginals(in, 0, sample_county(), made(in));
    const auto find = [&](std::string_view variable) {
        for (const Marginal& m : marginals)
            if (m.variable == variable) return m;
        FAIL("no marginal " << variable);
        return Marginal{};
    };
    CHECK(find("rural_people").target == 60000);
    CHECK(find("rural_people").achieved == 60000);
    CHECK(find("registered_people").target == 12000);
    CHECK(find("registered_people").achieved == 12000);
    CHECK(find("people_per_household").target == 3.03);
    CHECK(find("people_per_household").achieved == Approx(3.03).epsilon(0.02));
    const Marginal housing = find("share_unmet_housing");
    CHECK(std::abs(housing.achieved - housing.target) < 4 * std::sqrt(0.25 / 19000));
    CHECK(housing.target > 0.05);
    CHECK(housing.target < 0.30);
}
