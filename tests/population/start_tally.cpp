// What the dense loops count of a start year, against IncomeTally and plain loops over rows.
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "engine/core/math/hot.h"
#include "engine/population/attributes.h"
#include "engine/population/report_marginals.h"
#include "engine/population/synthesis.h"
#include "tests/population/sample_inputs.h"

using namespace zhaimao;

namespace {

constexpr double line = 2855.0;

IncomeTally by_rows(const CountyPopulation& p) {
    IncomeTally tally;
    tally.classes.assign(IncomeClasses::count, 0);
    for (std::size_t row = 0; row < p.households(); ++row) {
        const double people = trait::People::get(p.traits[row]);
        tally.count(p.observed[row] / hot::exp(p.measurement[row]), static_cast<float>(line),
                    people, on_register(status_of(p.state[row])));
        for (std::size_t s = 0; s < source_count; ++s)
            tally.source[s] += people * static_cast<double>(p.income[s][row]);
    }
    return tally;
}

void check_same(const IncomeTally& a, const IncomeTally& b) {
    CHECK(a.people == b.people);
    CHECK(a.income == b.income);
    CHECK(a.source == b.source);
    CHECK(a.registered_people == b.registered_people);
    CHECK(a.registered_income == b.registered_income);
    CHECK(a.poverty == b.poverty);
    CHECK(a.not_finite == b.not_finite);
    CHECK(a.classes == b.classes);
}

CountyPopulation county_of(std::int64_t people, Isa isa = best_isa()) {
    County area = sample_county();
    area.rural_people = people;
    area.registered_poor = people / 5;
    return synthesise_county(sample_inputs(), 0, area, isa);
}

double mean_income(const CountyPopulation& p, Isa isa) {
    for (const Marginal& m : report_marginals(sample_inputs(), 0, sample_county(), p, isa))
        if (m.variable == "mean_permanent_income") return m.achieved;
    return 0.0;
}

double mean_by_rows(const CountyPopulation& p) {
    double income = 0.0;
    for (std::size_t row = 0; row < p.households(); ++row)
        for (const auto& source : p.income)
            income += static_cast<double>(trait::People::get(p.traits[row])) *
                      static_cast<double>(source[row]);
    return income / static_cast<double>(p.people);
}

}  // namespace

TEST_CASE(
    "the start year's sums are those of a loop over rows, to the bit, at every instruction set",
    "[population][start_tally]") {
    for (const std::int64_t people : {1, 700, 1000, 60000})
        for (const Isa isa : all_isas)
            if (is_supported(isa)) {
                const CountyPopulation p = county_of(people, isa);
                check_same(p.start, by_rows(p));
            }
}

TEST_CASE("an income that is no number is counted as such", "[population][start_tally]") {
    CountyPopulation p = county_of(1000);
    p.observed[3] = std::numeric_limits<float>::quiet_NaN();
    p.observed[300] = std::numeric_limits<float>::infinity();
    for (const Isa isa : all_isas) {
        if (!is_supported(isa)) continue;
        p.start = {};
        tally_start(p, line, isa);
        CHECK(p.start.not_finite == 2.0);
        CHECK(p.start.poverty == by_rows(p).poverty);
        CHECK(p.start.classes == by_rows(p).classes);
    }
}

TEST_CASE("mean permanent income is that of a loop over rows, rounded sums or not",
          "[population][start_tally]") {
    CountyPopulation p = county_of(60000);
    const auto check = [&](float least) {
        for (const Isa isa : all_isas) {
            if (!is_supported(isa)) continue;
            p.start = {};
            tally_start(p, line, isa);
            CHECK(p.least_income == least);
            CHECK(mean_income(p, isa) == mean_by_rows(p));
        }
    };
    float least = p.income[0][0];
    for (const auto& source : p.income)
        least = std::min(least, *std::min_element(source.begin(), source.end()));
    check(least);
    for (const float one : {1e-3F, 3.3e-12F, 0.0F, -7.1F}) {
        p.income[2][99] = one;
        check(one);
    }
}

TEST_CASE("marginals are the same numbers at every instruction set", "[population][start_tally]") {
    const PopulationInputs in = sample_inputs();
    for (const std::int64_t people : {1, 1000, 60000}) {
        const CountyPopulation p = county_of(people);
        const auto baseline = report_marginals(in, 0, sample_county(), p, Isa::baseline);
        for (const Isa isa : all_isas) {
            if (!is_supported(isa)) continue;
            const auto marginals = report_marginals(in, 0, sample_county(), p, isa);
            REQUIRE(marginals.size() == baseline.size());
            for (std::size_t i = 0; i < marginals.size(); ++i) {
                CHECK(marginals[i].variable == baseline[i].variable);
                CHECK((marginals[i].achieved == baseline[i].achieved));
            }
        }
    }
}

TEST_CASE("marginals count what a loop over rows counts", "[population][start_tally]") {
    const PopulationInputs in = sample_inputs();
    const CountyPopulation p = county_of(60000);
    double idle = 0.0, idle_wanted = 0.0, seniors = 0.0, in_villages = 0.0, registered = 0.0;
    for (std::size_t row = 0; row < p.households(); ++row) {
        const std::uint32_t t = p.traits[row];
        idle += trait::Workers::get(t) == 0 ? 1.0 : 0.0;
        const RateByPoverty& rate = in.composition.no_worker;
        idle_wanted += trait::Poor::get(t) != 0 ? rate.poor : rate.others;
        seniors += (trait::Students::get(t) & bit_of(Stage::senior)) != 0 ? 1.0 : 0.0;
        if (!on_register(status_of(p.state[row]))) continue;
        registered += 1.0;
        in_villages += trait::RegisteredVillage::get(t);
    }
    const auto n = static_cast<double>(p.households());
    for (const Marginal& m : report_marginals(in, 0, sample_county(), p)) {
        if (m.variable == "share_without_worker") {
            CHECK(m.achieved == idle / n);
            CHECK(m.target == idle_wanted / n);
        }
        if (m.variable == "share_with_student_senior") CHECK(m.achieved == seniors / n);
        if (m.variable == "registered_households") CHECK(m.achieved == registered);
        if (m.variable == "registered_in_registered_villages")
            CHECK(m.achieved == in_villages / registered);
    }
}
