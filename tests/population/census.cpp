#include "engine/population/census.h"

#include <catch2/catch.hpp>

#include "tests/population/sample_inputs.h"

using namespace zhaimao;

namespace {

// Half of the people of working age, against 60 % in the place; twice the children, half as many
// old again.
PopulationInputs with_ages() {
    PopulationInputs in = sample_inputs();
    in.composition.workers_share = 0.6;
    in.composition.no_worker = {0.2, 0.1};
    in.composition.students[0] = {0.2, 0.8};
    in.composition.students[3] = {0.05, 0.07};
    in.ages = AgeShares{0.2, 0.2};
    in.counties[0].ages = AgeShares{0.4, 0.3};
    return in;
}

}  // namespace

TEST_CASE("a county's ages move workers, households without any, and pupils",
          "[population][census]") {
    const Composition c = composition_in(with_ages(), 0);
    CHECK(c.workers_share == Approx(0.6 * 0.3 / 0.6));
    CHECK(c.no_worker.poor == Approx(0.2 * 0.3 / 0.2));
    CHECK(c.no_worker.others == Approx(0.15));
    CHECK(c.students[0].poor == Approx(0.4));
    CHECK(c.students[0].others == 1.0);  // twice 80 %
    CHECK(c.students[3].poor == 0.05);   // no children any more
}

TEST_CASE("without ages of the county or of the place nothing moves", "[population][census]") {
    PopulationInputs in = with_ages();
    in.ages.reset();
    CHECK(composition_in(in, 0) == in.composition);
    in = with_ages();
    in.counties[0].ages.reset();
    CHECK(composition_in(in, 0) == in.composition);
}
