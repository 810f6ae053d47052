#include "engine/core/random/philox.h"

#include <Random123/philox.h>
#include <catch2/catch.hpp>
#include <vector>

#undef philox4x32  // a macro of Random123, after which our function would be unreachable

using namespace zhaimao;

namespace {

bool same(const Words& words, std::uint32_t w0, std::uint32_t w1, std::uint32_t w2,
          std::uint32_t w3) {
    return words.w0 == w0 && words.w1 == w1 && words.w2 == w2 && words.w3 == w3;
}

}  // namespace

TEST_CASE("philox4x32 gives the known answers of Random123", "[core][random]") {
    constexpr std::uint32_t ones = 0xFFFFFFFFu;
    CHECK(same(philox4x32({0, 0, 0, 0}, 0, 0), 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u));
    CHECK(same(philox4x32({ones, ones, ones, ones}, ones, ones), 0x408f276du, 0x41c83b0eu,
               0xa20bc7c6u, 0x6d5451fdu));
    CHECK(same(
        philox4x32({0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u}, 0xa4093822u, 0x299f31d0u),
        0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u));
}

TEST_CASE("philox4x32 agrees with Random123 on other counters and keys", "[core][random]") {
    for (std::uint32_t i = 0; i < 1000; ++i) {
        const std::uint32_t a = i * 2654435761u, b = i * 2246822519u, c = i * 3266489917u,
                            d = i * 668265263u;
        const auto expected = r123::Philox4x32()({{a, b, c, d}}, {{d ^ 5u, a + 7u}});
        if (!same(philox4x32({a, b, c, d}, d ^ 5u, a + 7u), expected[0], expected[1], expected[2],
                  expected[3]))
            FAIL("counter " << i);
    }
}

TEST_CASE("philox_block writes the words of each household, for every length", "[core][random]") {
    constexpr std::uint32_t untouched = 0xABCDABCDu;
    for (std::size_t n = 0; n <= 40; ++n) {
        std::vector<std::uint32_t> w[4];
        for (auto& column : w) column.assign(n + 1, untouched);
        const std::uint32_t first = 0xFFFFFFF0u;  // wraps for n over 16
        philox_block(first, n, 141030, 17, (2016u << 20) | 99u, 1, 2, w[0].data(), w[1].data(),
                     w[2].data(), w[3].data());
        for (std::uint32_t i = 0; i < n; ++i)
            CHECK(same(philox4x32({first + i, 141030, 17, (2016u << 20) | 99u}, 1, 2), w[0][i],
                       w[1][i], w[2][i], w[3][i]));
        for (const auto& column : w) CHECK(column[n] == untouched);
    }
}
