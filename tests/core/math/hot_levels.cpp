#include "tests/core/math/hot_levels.h"

#include <catch2/catch.hpp>
#include <cstring>
#include <memory>

#include "engine/core/isa.h"
#include "engine/core/math/hot.h"
#include "engine/core/random/philox4x32.h"

using namespace zhaimao;

namespace {

using Run = void (*)(const hot_levels::Input&, hot_levels::Output&);

std::unique_ptr<hot_levels::Input> input_at(std::uint32_t first_serial) {
    auto input = std::make_unique<hot_levels::Input>();
    input->first_serial = first_serial;
    for (std::uint32_t i = 0; i < hot_levels::size; ++i) {
        const Words w = philox4x32({i, first_serial, 1, 1}, 1, 1);
        input->numbers[i] = 200.0f * hot::unit_uniform(w.w0) - 100.0f;
        const std::uint32_t exponent = 1 + w.w1 % 254;
        input->positives[i] = hot::from_bits((exponent << 23) | (w.w2 >> 9));
    }
    return input;
}

std::unique_ptr<hot_levels::Output> output_of(Run run, const hot_levels::Input& input) {
    auto output = std::make_unique<hot_levels::Output>();
    run(input, *output);
    return output;
}

// The first column in which two levels differ, or `columns`.
std::size_t difference(const hot_levels::Output& a, const hot_levels::Output& b) {
    std::size_t column = 0;
    while (column < hot_levels::columns &&
           std::memcmp(a.bits[column], b.bits[column], sizeof a.bits[column]) == 0)
        ++column;
    return column;
}

}  // namespace

TEST_CASE("hot functions give the same bits in scalar code and at every instruction set",
          "[core][hot][isa]") {
    for (const std::uint32_t first : {0u, 1000003u, 0xFFFFFF00u}) {
        const auto input = input_at(first);
        const auto scalar = output_of(hot_levels::run_scalar, *input);
        const auto differs = [&](Run run) { return difference(*scalar, *output_of(run, *input)); };
        CHECK(differs(hot_levels::run_baseline) == hot_levels::columns);
        if (is_supported(Isa::v3)) CHECK(differs(hot_levels::run_v3) == hot_levels::columns);
        if (is_supported(Isa::v4)) CHECK(differs(hot_levels::run_v4) == hot_levels::columns);
    }
}

TEST_CASE("philox_block gives the words of philox4x32 at a length that is no multiple",
          "[core][random]") {
    const auto output = output_of(hot_levels::run_scalar, *input_at(0xFFFFFFF0u));  // serials wrap
    for (std::size_t k = 0; k < 4; ++k)
        CHECK(std::memcmp(output->bits[k], output->bits[k + 4], sizeof output->bits[k]) == 0);
}
