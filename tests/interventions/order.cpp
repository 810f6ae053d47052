#include "engine/interventions/order.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "engine/core/math/hot.h"
#include "tests/dynamics/started.h"
#include "tests/population/made_county.h"

using namespace zhaimao;

namespace {

float first_rank(std::uint64_t key) {
    return hot::from_ordered_bits(static_cast<std::uint32_t>(key >> 32));
}

}  // namespace

TEST_CASE("permanent income has neither transitory luck nor events", "[interventions][order]") {
    MadeHousehold h;
    h.income = {1000.0F, 500.0F, 20.0F, 300.0F};
    MadeHousehold registered = h;
    registered.registered = true;
    const CountyPopulation p = made_county({h, registered});
    CountyState state;
    start_county(state, p, 2015, 0.0F, false);
    state.multiplier.assign(2, 9.0F);
    const Draws draws(2016, 1);
    Intervention iv;
    iv.order = {RankKey::permanent_income};
    const std::vector<Candidate> both{{1, 0, 1}, {0, -1, 1}};  // one case, one outside
    const EnrolmentPlace plain{state, p, draws, {}, {1.0F, 1.0F, 1.0F, 1.0F}, 0.0F, 1, 2016, 2015};
    for (const std::uint64_t key : keys_of(iv, both, plain)) CHECK(first_rank(key) == 1820.0F);
    state.deviation[0] = 0.5F;
    state.cases.deviation[0] = 0.5F;
    const EnrolmentPlace grown{state,   p, draws, {},  {2.0F, 2.0F, 1.0F, 1.0F},
                               -0.125F, 1, 2016,  2015};
    const double expected = 1500.0 * 2 * std::exp(0.5 - 0.125) + 20.0 + 300.0;
    constexpr double float_error = 8 * 0x1p-24;
    for (const std::uint64_t key : keys_of(iv, both, grown))
        CHECK(static_cast<double>(first_rank(key)) == Approx(expected).epsilon(float_error));
}
