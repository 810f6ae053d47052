#include "engine/analysis/sweep_ranks.h"

#include <catch2/catch.hpp>
#include <limits>

#include "tests/same_bits.h"

using namespace zhaimao;

TEST_CASE("results go between processes to the bit", "[analysis][sweep_ranks]") {
    constexpr double third = 1.0 / 3.0, none = std::numeric_limits<double>::quiet_NaN();
    const std::vector<PointResult> sent{
        {7, "", {{third, ""}, {std::nullopt, "名"}}, {{third, -0.0}, {none, 1e300}}, 0.1},
        {8, "a: is wrong\nb: too", {{}, {}}, {}, 2.0}};
    const std::vector<PointResult> got = results_from(bytes_of(sent));
    REQUIRE(got.size() == sent.size());
    for (std::size_t k = 0; k < sent.size(); ++k) {
        CHECK(got[k].point == sent[k].point);
        CHECK(got[k].failure == sent[k].failure);
        CHECK(got[k].seconds == sent[k].seconds);
        REQUIRE(got[k].outcomes.size() == sent[k].outcomes.size());
        for (std::size_t o = 0; o < sent[k].outcomes.size(); ++o)
            CHECK(same_bits(got[k].outcomes[o], sent[k].outcomes[o]));
        REQUIRE(got[k].factors.size() == sent[k].factors.size());
        for (std::size_t j = 0; j < sent[k].factors.size(); ++j) {
            CHECK(got[k].factors[j].number == sent[k].factors[j].number);
            CHECK(got[k].factors[j].level == sent[k].factors[j].level);
        }
    }
    CHECK(results_from(bytes_of(std::vector<PointResult>{})).empty());
}
