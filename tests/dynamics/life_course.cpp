#include "engine/dynamics/life_course.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

using namespace zhaimao;

namespace {

constexpr std::uint32_t area = 141030;

// n households of four people with these workers and students.
struct Households {
    std::vector<std::uint32_t> traits, state;
    std::vector<float> deviation;

    Households(std::size_t n, std::uint32_t workers, std::uint32_t students) {
        std::uint32_t t = trait::People::set(0, 4);
        t = trait::Students::set(trait::Workers::set(t, workers), students);
        traits.assign(n, t);
        state.assign(n, with_members(0, t));
        deviation.assign(n, 0.0F);
    }

    void live(const LifeCourse& course, int year, Isa isa = Isa::baseline) {
        const Draws draws(2016, 3);
        LifePass pass = life_pass_of(course, draws, area, year);
        pass.households = traits.size();
        pass.traits = traits.data();
        pass.state = state.data();
        pass.deviation = deviation.data();
        life_kernel(isa)(pass);
    }

    template <class F>
    double share(F f) const {
        std::size_t count = 0;
        for (std::size_t i = 0; i < state.size(); ++i) count += f(state[i], deviation[i]) ? 1U : 0U;
        return static_cast<double>(count) / static_cast<double>(state.size());
    }
};

LifeCourse nothing() {
    LifeCourse l;
    l.earner_share = 0.6;
    for (auto& stage : l.stages) stage.years = 12.0;
    return l;
}

// Four standard errors of a share of n.
Approx about(double share, std::size_t n) {
    return Approx(share).margin(4.0 * std::sqrt(share * (1.0 - share) / static_cast<double>(n)));
}

constexpr std::size_t n = 200000;

}  // namespace

TEST_CASE("one of w workers passes working age and takes its earnings along",
          "[dynamics][life_course]") {
    LifeCourse l = nothing();
    l.ageing = 0.02;
    Households h(n, 3, 0);
    h.live(l, 2016);
    const auto loss = static_cast<float>(std::log(1.0 - 0.6 / 3.0));
    CHECK(h.share([](std::uint32_t s, float) { return state::Workers::get(s) == 2; }) ==
          about(0.06, n));
    CHECK(h.share([&](std::uint32_t s, float d) {
        return state::Workers::get(s) == 2 ? std::abs(d - loss) > 1e-6F : d != 0.0F;
    }) == 0.0);
}

TEST_CASE("students leave a stage, go on, or start to work", "[dynamics][life_course]") {
    LifeCourse l = nothing();
    l.stages[2] = {3.0, 0.5, 1.1};  // senior middle school
    Households h(n, 1, bit_of(Stage::senior));
    h.live(l, 2016);
    const auto studies = [](std::uint32_t s) { return state::Students::get(s); };
    CHECK(h.share([&](std::uint32_t s, float) { return studies(s) == bit_of(Stage::senior); }) ==
          about(2.0 / 3.0, n));
    CHECK(h.share([&](std::uint32_t s, float) {
        return studies(s) == bit_of(Stage::university);
    }) == about(1.0 / 6.0, n));
    const auto gain = static_cast<float>(std::log(1.0 + 0.6 * 1.1));
    CHECK(h.share([&](std::uint32_t s, float d) {
        return studies(s) == 0 && state::Workers::get(s) == 2 && std::abs(d - gain) < 1e-6F;
    }) == about(1.0 / 6.0, n));
}

TEST_CASE("education's lag: a pupil of today works years later", "[dynamics][life_course]") {
    LifeCourse l = nothing();
    l.stages = {{{1.0, 1.0, 1.0}, {1.0, 1.0, 1.0}, {1.0, 1.0, 1.0}, {1.0, 0.0, 1.5}}};
    Households h(1000, 0, bit_of(Stage::primary));
    for (int year = 2016; year < 2019; ++year) {
        h.live(l, year);
        CHECK(h.share([](std::uint32_t s, float) { return state::Workers::get(s) > 0; }) <
              0.01);  // 2^-16 of each stage stays behind, nobody is ahead
    }
    h.live(l, 2019);
    CHECK(h.share([](std::uint32_t s, float) {
        return state::Workers::get(s) == 1 && state::Students::get(s) == 0;
    }) > 0.99);
}

TEST_CASE("children begin school where one is missing", "[dynamics][life_course]") {
    LifeCourse l = nothing();
    l.begins_school = 0.04;
    Households without(n, 2, 0);
    without.live(l, 2016);
    CHECK(without.share([](std::uint32_t s, float) {
        return state::Students::get(s) == bit_of(Stage::primary);
    }) == about(0.04, n));
    Households full(1000, 1, 0b1111);  // a student of each stage: nobody is left to begin
    const auto before = full.state;
    l.stages[0].years = l.stages[1].years = l.stages[2].years = l.stages[3].years = 12.0;
    full.live(l, 2016);
    CHECK(full.share([](std::uint32_t s, float) { return state::Students::get(s) > 15; }) == 0.0);
}

TEST_CASE("every instruction set lives the same life course", "[dynamics][life_course]") {
    LifeCourse l = nothing();
    l.ageing = 0.03;
    l.begins_school = 0.05;
    l.stages = {{{6.0, 1.0, 1.0}, {3.0, 0.6, 1.0}, {3.0, 0.5, 1.1}, {4.0, 0.0, 1.5}}};
    Households baseline(5003, 2, 0b0101);
    for (int year = 2016; year < 2020; ++year) baseline.live(l, year);
    for (const Isa isa : {Isa::v3, Isa::v4}) {
        if (!is_supported(isa)) continue;
        Households other(5003, 2, 0b0101);
        for (int year = 2016; year < 2020; ++year) other.live(l, year, isa);
        CHECK(other.state == baseline.state);
        CHECK(other.deviation == baseline.deviation);
    }
}
