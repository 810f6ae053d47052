#include "engine/exit/rules/incidence.h"

#include <catch2/catch.hpp>
#include <cmath>

using namespace zhaimao;

namespace {

constexpr IncidenceRule under(double threshold) {
    return {threshold, IncidenceRule::Side::under};
}
constexpr IncidenceRule at_most(double threshold) {
    return {threshold, IncidenceRule::Side::at_most};
}

}  // namespace

// Law 9. The product form `poor < threshold * rural` gets thousands of these wrong.
TEST_CASE("a county exactly at the threshold fails under and passes at_most",
          "[exit][incidence][law9]") {
    std::size_t wrong = 0, product_form_wrong = 0;
    for (std::int64_t percent : {2, 3, 5, 7}) {
        const double threshold = static_cast<double>(percent) / 100.0;
        for (std::int64_t k = 1; k <= 20000; ++k) {
            const std::int64_t poor = percent * k, rural = 100 * k;
            wrong += under(threshold).holds(poor, rural) ? 1U : 0U;
            wrong += at_most(threshold).holds(poor, rural) ? 0U : 1U;
            product_form_wrong +=
                static_cast<double>(poor) < threshold * static_cast<double>(rural) ? 1U : 0U;
        }
    }
    CHECK(wrong == 0);
    CHECK(product_form_wrong > 1000);
}

TEST_CASE("one person decides, either way", "[exit][incidence][law9]") {
    std::size_t wrong = 0;
    for (std::int64_t percent : {2, 3, 5, 7})
        for (std::int64_t k = 1; k <= 20000; k += 7) {
            const double threshold = static_cast<double>(percent) / 100.0;
            const std::int64_t at = percent * k, rural = 100 * k;
            wrong += under(threshold).holds(at - 1, rural) ? 0U : 1U;
            wrong += at_most(threshold).holds(at + 1, rural) ? 1U : 0U;
        }
    CHECK(wrong == 0);
}

// 2 % of a population that is no multiple of 50 is no whole person: both sides agree.
TEST_CASE("away from the threshold the sides agree with exact arithmetic",
          "[exit][incidence][law9]") {
    std::size_t wrong = 0;
    for (std::int64_t rural = 47069; rural < 48069; ++rural)
        for (std::int64_t poor = rural * 2 / 100 - 2; poor <= rural * 2 / 100 + 2; ++poor) {
            wrong += under(0.02).holds(poor, rural) != (100 * poor < 2 * rural) ? 1U : 0U;
            wrong += at_most(0.02).holds(poor, rural) != (100 * poor <= 2 * rural) ? 1U : 0U;
        }
    CHECK(wrong == 0);
}

TEST_CASE("nobody poor holds under any threshold above zero", "[exit][incidence]") {
    CHECK(under(0.02).holds(0, 1));
    CHECK_FALSE(under(0.0).holds(0, 1));
    CHECK(at_most(0.0).holds(0, 1));
    CHECK_FALSE(at_most(0.0).holds(1, 1000000));
}
