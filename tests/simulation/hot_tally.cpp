#include "engine/simulation/hot_tally.h"

#include <catch2/catch.hpp>
#include <cstring>
#include <vector>

#include "engine/core/random/draws.h"
#include "engine/population/household.h"
#include "engine/simulation/invariants.h"

using namespace zhaimao;

namespace {

// Cases of any status with incomes on both sides of the line.
struct TalliedCases {
    std::vector<std::uint32_t> state;
    std::vector<float> people, earned, support, top_up, base[4], gain[4], income;

    explicit TalliedCases(std::uint32_t n) : income(n, -1.0F) {
        const Draws draws(7, 1);
        for (std::uint32_t c = 0; c < n; ++c) {
            const auto u = [&](const char* what) {
                return static_cast<float>(draws.uniform(c, 1, 1, Purpose(what)));
            };
            state.push_back(0xFFFFFFFCU | c % 4);
            people.push_back(static_cast<float>(1 + c % 7));
            earned.push_back(6000.0F * u("earned"));
            support.push_back(300.0F * u("support"));
            top_up.push_back(c % 3 == 0 ? 50.0F : 0.0F);
            for (int s = 0; s < 4; ++s) {
                base[s].push_back(1000.0F * u("base"));
                gain[s].push_back(100.0F * u("gain"));
            }
        }
    }

    CaseSums tally(Isa isa, double support_error = 0.0) {
        TallyPass p;
        p.cases = state.size();
        p.line = 3000.0F;
        p.support_error = support_error;
        p.state = state.data();
        p.people = people.data(), p.earned = earned.data();
        p.support = support.data(), p.top_up = top_up.data(), p.income = income.data();
        for (int s = 0; s < 4; ++s) p.base[s] = base[s].data(), p.gain[s] = gain[s].data();
        tally_kernel(isa)(p);
        return p.sums;
    }
};

bool same_bits(const CaseSums& a, const CaseSums& b) {
    return std::memcmp(&a, &b, sizeof a) == 0;
}

}  // namespace

TEST_CASE("cases add up as one by one, the same bits at every level", "[simulation][tally]") {
    for (std::uint32_t n : {0U, 1U, 7U, 8U, 9U, 200U, 1003U}) {
        TalliedCases cases(n);
        const CaseSums sums = cases.tally(Isa::baseline);
        double income = 0, registered = 0, gaps = 0, square = 0, transfers = 0;
        for (std::size_t c = 0; c < n; ++c) {
            const double of = static_cast<double>(cases.people[c]);
            const double y = static_cast<double>(cases.earned[c] + cases.top_up[c]);
            const double gap = y < 3000.0 ? (3000.0 - y) / 3000.0 : 0.0;
            income += of * y;
            registered += c % 4 == 1 || c % 4 == 3 ? of * y : 0.0;
            gaps += of * gap;
            square += of * gap * gap;
            transfers += of * static_cast<double>(cases.base[3][c] + cases.gain[3][c] +
                                                  cases.support[c] + cases.top_up[c]);
            REQUIRE(cases.income[c] == cases.earned[c] + cases.top_up[c]);
        }
        CHECK(sums.income == Approx(income).epsilon(1e-12));
        CHECK(sums.registered_income == Approx(registered).epsilon(1e-12));
        CHECK(sums.gap == Approx(gaps).epsilon(1e-12));
        CHECK(sums.squared_gap == Approx(square).epsilon(1e-12));
        CHECK(sums.source[3] == Approx(transfers).epsilon(1e-6));
        for (const Isa isa : all_isas)
            if (is_supported(isa)) CHECK(same_bits(sums, cases.tally(isa)));
    }
}

TEST_CASE("what households are paid is counted in whole fen", "[simulation][tally]") {
    TalliedCases cases(4);
    cases.people = {3.0F, 7.0F, 3.0F, 1.0F};
    // 1,000.01 yuan among 3 people and 0.07 yuan among 7: no float holds either quotient.
    cases.support = {static_cast<float>(1000.01) / 3.0F, static_cast<float>(0.07) / 7.0F, 0.0F,
                     200000.0F};
    cases.top_up = {999.875F, 0.0F, 0.005F, 0.0F};  // 3 x 999.875 = 2,999.625 yuan
    // Half a unit of 200,000.00 yuan's float is half a fen and more: its error is allowed for.
    const double error = receipt_error(1);
    for (const Isa isa : all_isas) {
        if (!is_supported(isa)) continue;
        const CaseSums sums = cases.tally(isa, error);
        CHECK(sums.received_fen == 100008.0 + 2e7);
        CHECK(sums.unsure_fen == 2e7 * error + 0.5);
        CHECK(sums.top_up_fen == 299963.0 + 1.0);  // halves up; 1.5 fen of a float below
    }
}
