#include "engine/dynamics/hot_pass.h"

#include <bit>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstring>

#include "engine/core/math/hot.h"
#include "engine/core/random/philox4x32.h"
#include "tests/dynamics/live_county.h"

using namespace zhaimao;

namespace {

constexpr Isa plain = Isa::baseline;

template <class T>
bool same_bits(const std::vector<T>& a, const std::vector<T>& b) {
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(T)) == 0;
}

void check_same(const LiveCounty& a, const LiveCounty& b) {
    CHECK(same_bits(a.state.deviation, b.state.deviation));
    CHECK(same_bits(a.state.multiplier, b.state.multiplier));
    CHECK(same_bits(a.state.measurement, b.state.measurement));
    CHECK(same_bits(a.state.observed, b.state.observed));
    CHECK(same_bits(a.state.state, b.state.state));
    CHECK(a.classes == b.classes);
    CHECK(a.pass.screened_count == b.pass.screened_count);
    CHECK(a.screened == b.screened);
    CHECK(std::memcmp(&a.pass.sums, &b.pass.sums, sizeof(LiveSums)) == 0);
}

// One household's year by the header's formulas, in the pass's order of operations.
struct Lived {
    float deviation, multiplier, operating, wages, property, income, measurement, observed;
    std::uint32_t state;
    bool screened;
};

std::uint32_t event_after(const LiveCounty& c, std::size_t i, std::uint32_t word,
                          std::uint32_t& years_left) {
    const std::uint32_t s = c.state.state[i];
    if (state::Event::get(s) != 0 && state::EventYears::get(s) > 0) {
        years_left = state::EventYears::get(s);
        if (years_left != state::EventYears::max) --years_left;
        return state::Event::get(s);
    }
    years_left = 0;
    const std::uint32_t poor = trait::Poor::get(c.population.traits[i]);
    std::uint32_t event = 0;
    if (word < c.events.upper[poor][0])
        event = 1;
    else if (word < c.events.upper[poor][1])
        event = 2;
    else if (c.village_hit[c.population.village[i]] == 3 &&
             word - c.events.upper[poor][1] < c.events.struck[2])
        event = 3;
    if (event != 0) years_left = c.events.years_after[event - 1];
    return event;
}

Lived lived(const LiveCounty& c, std::size_t i) {
    const LivePass& p = c.pass;
    const Words w = philox4x32({static_cast<std::uint32_t>(i), p.area, p.replicate,
                                year_and_purpose(LiveCounty::year, Purpose("test/luck"))},
                               p.key0, p.key1);
    float e1, e2;
    hot::box_muller(w.w0, w.w1, e1, e2);
    Lived l{};
    l.deviation = p.persistence * c.state.deviation[i] + p.permanent_sd * e1;
    l.multiplier = hot::exp(l.deviation + p.transitory_sd * e2 + p.mean_one);
    std::uint32_t years = 0;
    const std::uint32_t event = event_after(c, i, w.w2, years);
    l.state = state::EventYears::set(state::Event::set(c.state.state[i], event), years);
    l.operating = p.income[0][i] * p.growth[0] * l.multiplier;
    l.wages = p.income[1][i] * p.growth[1] * l.multiplier;
    if (event != 0) l.operating *= c.events.kept_operating[event - 1];
    if (event != 0) l.wages *= c.events.kept_wages[event - 1];
    l.property = p.income[2][i] * p.growth[2];
    l.income = l.operating + l.wages + (l.property + p.income[3][i] * p.growth[3]);
    l.measurement = p.measurement_persistence * c.state.measurement[i] +
                    p.measurement_innovation * hot::normal_quantile(hot::unit_uniform(w.w3));
    l.observed = l.income * hot::exp(l.measurement);
    l.screened = 0.5F * c.state.observed[i] + 0.5F * l.observed < p.screen &&
                 state::IsCase::get(c.state.state[i]) == 0;
    return l;
}

double mean_multiplier(const LiveCounty& c) {
    double sum = 0.0;
    for (float m : c.state.multiplier) sum += static_cast<double>(m);
    return sum / static_cast<double>(c.state.multiplier.size());
}

}  // namespace

TEST_CASE("the pass has the same bits at every instruction set and size", "[dynamics][hot_pass]") {
    for (std::size_t n : {1, 7, 15, 16, 17, 511, 512, 513, 1000}) {
        INFO(n << " households");
        LiveCounty reference(n);
        for (int year = 2016; year < 2019; ++year) reference.live(plain, year);
        for (Isa isa : all_isas) {
            if (!is_supported(isa)) continue;
            INFO("isa " << name(isa));
            LiveCounty county(n);
            for (int year = 2016; year < 2019; ++year) county.live(isa, year);
            check_same(county, reference);
        }
    }
}

TEST_CASE("without luck, measurement and events the bits agree, too", "[dynamics][hot_pass]") {
    const auto quiet = [](LiveCounty& c) {
        c.pass.has_luck = c.pass.has_measurement = c.pass.screen_two_years = false;
        c.pass.events = nullptr;
        c.pass.village_event = nullptr;
    };
    LiveCounty reference(700);
    quiet(reference);
    reference.live(plain);
    for (Isa isa : all_isas) {
        if (!is_supported(isa)) continue;
        LiveCounty county(700);
        quiet(county);
        county.live(isa);
        check_same(county, reference);
    }
}

TEST_CASE("each household's year is that of the formulas, to the bit", "[dynamics][hot_pass]") {
    LiveCounty county(2000);
    county.pass.screen = 3500.0F;
    for (std::size_t i = 0; i < 2000;
         i += 10)  // some are in an event already, in its last year or not
        county.state.state[i] = state::EventYears::set(state::Event::set(county.state.state[i], 1),
                                                       i % 20 == 0 ? 1 : 0);
    std::vector<Lived> expected;
    for (std::size_t i = 0; i < 2000; ++i) expected.push_back(lived(county, i));
    county.live(best_isa());
    std::vector<std::uint32_t> screened;
    for (std::uint32_t i = 0; i < 2000; ++i) {
        const Lived& l = expected[i];
        REQUIRE(county.state.deviation[i] == l.deviation);
        REQUIRE(county.state.multiplier[i] == l.multiplier);
        REQUIRE(county.state.measurement[i] == l.measurement);
        REQUIRE(county.state.observed[i] == l.observed);
        REQUIRE(county.state.state[i] == l.state);
        if (l.screened) screened.push_back(i);
    }
    REQUIRE(screened.size() > 20);
    CHECK(std::vector<std::uint32_t>(county.screened.row.begin(),
                                     county.screened.row.begin() +
                                         static_cast<std::ptrdiff_t>(county.pass.screened_count)) ==
          screened);
}

// Lanes add up to 32 floats a block before they become doubles, and each term is rounded a few
// times.
TEST_CASE("sums are those of doubles within float error, and leave the cases out",
          "[dynamics][hot_pass]") {
    LiveCounty county(5000);
    std::vector<Lived> expected;
    for (std::size_t i = 0; i < 5000; ++i) expected.push_back(lived(county, i));
    county.live(best_isa());
    LiveSums sums;
    std::vector<std::uint32_t> classes(IncomeClasses::count, 0);
    for (std::size_t i = 0; i < 5000; ++i) {
        if (state::IsCase::get(county.state.state[i])) continue;
        const double people = trait::People::get(county.population.traits[i]);
        const double y = expected[i].income, z = county.pass.line;
        sums.people += people;
        sums.income += people * y;
        sums.source[0] += people * static_cast<double>(expected[i].operating);
        sums.source[1] += people * static_cast<double>(expected[i].wages);
        sums.source[2] += people * static_cast<double>(expected[i].property);
        classes[static_cast<std::size_t>(income_class_of(expected[i].income))] +=
            static_cast<std::uint32_t>(people);
        for (int a = 0; a < 3; ++a)
            sums.poverty[a] += y < z ? people * std::pow((z - y) / z, a) : 0.0;
    }
    constexpr double float_error = (32 + 8) * 0x1p-24;
    CHECK(county.pass.sums.people == sums.people);
    CHECK(county.pass.sums.income == Approx(sums.income).epsilon(float_error));
    for (int s = 0; s < 3; ++s)
        CHECK(county.pass.sums.source[s] == Approx(sums.source[s]).epsilon(float_error));
    CHECK(county.pass.sums.poverty[0] == sums.poverty[0]);
    CHECK(county.pass.sums.poverty[1] == Approx(sums.poverty[1]).epsilon(float_error));
    CHECK(county.pass.sums.poverty[2] == Approx(sums.poverty[2]).epsilon(float_error));
    CHECK(county.pass.sums.not_finite == 0.0);
    CHECK(county.classes == classes);
}

TEST_CASE("published poverty measures come out of the sums", "[dynamics][hot_pass]") {
    const auto measured = [](const std::vector<float>& incomes, float line) {
        LiveCounty county(incomes.size());
        for (auto& source : county.population.income) std::fill(source.begin(), source.end(), 0.0F);
        county.population.income[0] = incomes;
        for (std::size_t s = 0; s < 4; ++s)
            county.pass.income[s] = county.population.income[s].data();
        std::fill(county.population.traits.begin(), county.population.traits.end(),
                  trait::People::set(0, 1));
        std::fill(county.state.state.begin(), county.state.state.end(), 0U);
        county.pass.has_luck = county.pass.has_measurement = false;
        county.pass.mean_one = 0.0F;
        county.pass.events = nullptr;
        county.pass.growth[0] = 1.0F;
        county.pass.line = line;
        county.live(plain);
        std::array<double, 3> fgt{};
        for (std::size_t a = 0; a < 3; ++a)
            fgt[a] = county.pass.sums.poverty[a] / county.pass.sums.people;
        return fgt;
    };
    constexpr double float_error = 16 * 0x1p-24;
    const auto ineq = measured({541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261}, 2000);
    CHECK(ineq[0] == Approx(0.2).epsilon(float_error));
    CHECK(ineq[1] == Approx(0.0998).epsilon(float_error));
    CHECK(ineq[2] == Approx((1459.0 * 1459 + 537.0 * 537) / 4e6 / 10).epsilon(float_error));
    CHECK_THAT(ineq[2], Catch::WithinAbs(0.0604263, 5e-8));
    const auto handbook = measured({100, 110, 150, 160}, 125);
    CHECK(handbook[0] == Approx(0.5).epsilon(float_error));
    CHECK(handbook[1] == Approx(0.08).epsilon(float_error));
    CHECK(handbook[2] == Approx(0.0136).epsilon(float_error));
}

TEST_CASE("luck has mean one, whatever its variance, within 4 standard errors",
          "[dynamics][hot_pass]") {
    constexpr std::size_t n = 100000;
    LiveCounty county(n);
    county.pass.persistence = 0.7F;
    double variance = 0.0;
    for (int year = 2016; year <= 2020; ++year) {
        variance = 0.49 * variance + 0.01;
        county.pass.mean_one = static_cast<float>(-0.5 * (variance + 0.04));
        county.live(best_isa(), year);
        const double sd = std::sqrt(std::exp(variance + 0.04) - 1.0);
        CHECK(std::abs(mean_multiplier(county) - 1.0) < 4 * sd / std::sqrt(double{n}));
    }
}

TEST_CASE("an income that is not a number is counted", "[dynamics][hot_pass]") {
    LiveCounty county(600);
    std::fill(county.state.state.begin(), county.state.state.end(), 0U);
    county.population.income[2][37] = std::numeric_limits<float>::quiet_NaN();
    county.population.income[3][540] = std::numeric_limits<float>::infinity();
    county.live(best_isa());
    CHECK(county.pass.sums.not_finite == 2.0);
}

TEST_CASE("measurement of another replicate leaves luck and events, and is that replicate's",
          "[dynamics][hot_pass]") {
    for (Isa isa : all_isas) {
        if (!is_supported(isa)) continue;
        INFO("isa " << name(isa));
        LiveCounty plain_county(1000), mixed(1000), other(1000);
        mixed.pass.measurement_replicate = 2;
        other.pass.replicate = other.pass.measurement_replicate = 2;
        for (LiveCounty* county : {&plain_county, &mixed, &other}) county->live(isa, 2016);
        CHECK(same_bits(mixed.state.multiplier, plain_county.state.multiplier));
        CHECK(same_bits(mixed.state.state, plain_county.state.state));
        CHECK(same_bits(mixed.state.measurement, other.state.measurement));
        CHECK_FALSE(same_bits(mixed.state.multiplier, other.state.multiplier));
    }
}
