#include "engine/core/hot_words.h"

#include <catch2/catch.hpp>

using namespace zhaimao;

TEST_CASE("a list's words are those of each household, at every level", "[core][random]") {
    const Draws draws(0x123456789ABCDEFULL, 7);
    constexpr Purpose purpose("test/list");
    for (std::uint32_t n : {0U, 1U, 7U, 31U, 32U, 33U, 64U, 100U}) {
        std::vector<std::uint32_t> rows;
        for (std::uint32_t i = 0; i < n; ++i) rows.push_back(i * 2654435761U);
        for (const Isa isa : all_isas) {
            if (!is_supported(isa)) continue;
            const std::vector<std::uint64_t> words =
                words_of(draws, words_kernel(isa), rows, 141028, 2016, purpose);
            REQUIRE(words.size() == n);
            for (std::uint32_t i = 0; i < n; ++i) {
                const Words w = draws.words(rows[i], 141028, 2016, purpose);
                REQUIRE(words[i] == (std::uint64_t{w.w0} << 32 | w.w1));
                REQUIRE(unit_uniform(words[i]) == draws.uniform(rows[i], 141028, 2016, purpose));
            }
        }
    }
}
