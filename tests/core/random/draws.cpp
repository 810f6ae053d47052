#include "engine/core/random/draws.h"

#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include "engine/core/contracts.h"
#include "engine/core/math/hot.h"

using namespace zhaimao;

namespace {

constexpr std::uint32_t households = 200000;
constexpr std::uint32_t area = 141030;
constexpr Purpose luck{"luck"};

// The four normals of one call, as the dense pass makes them.
std::array<float, 4> normals_of(const Words& w) {
    std::array<float, 4> z{};
    hot::box_muller(w.w0, w.w1, z[0], z[1]);
    z[2] = hot::normal_quantile(hot::unit_uniform(w.w2));
    z[3] = hot::normal_quantile(hot::unit_uniform(w.w3));
    return z;
}

// Mean of f over the households of one area and year.
template <class F>
double mean(F f) {
    double sum = 0.0;
    for (std::uint32_t i = 0; i < households; ++i) sum += f(i);
    return sum / households;
}

// Correlation times sqrt(n): standard normal where the two standard normals are independent.
template <class F, class G>
double correlation_sigmas(F f, G g) {
    return mean([&](std::uint32_t i) { return f(i) * g(i); }) * std::sqrt(double{households});
}

}  // namespace

TEST_CASE("a draw is a function of its key: nothing else", "[core][random]") {
    const Draws draws(2016, 3), again(2016, 3);
    const double first = draws.uniform(5, area, 2017, luck);
    (void)draws.uniform(6, area, 2017, luck);
    CHECK(draws.uniform(5, area, 2017, luck) == first);
    CHECK(again.uniform(5, area, 2017, luck) == first);
    CHECK(draws.uniform(6, area, 2017, luck) != first);
    CHECK(draws.uniform(5, area + 1, 2017, luck) != first);
    CHECK(draws.uniform(5, area, 2018, luck) != first);
    CHECK(draws.uniform(5, area, 2017, Purpose("take_up")) != first);
    CHECK(Draws(2016, 4).uniform(5, area, 2017, luck) != first);
    CHECK(Draws(2017, 3).uniform(5, area, 2017, luck) != first);
    CHECK(Draws(2016 + (1ULL << 32), 3).uniform(5, area, 2017, luck) != first);
}

TEST_CASE("words are those of Philox at (serial, area, replicate, year and purpose) under the seed",
          "[core][random]") {
    const Words words = Draws(0x123456789ABCDEF0u, 42).words(7, area, 2020, luck);
    const Words expected =
        philox4x32({7, area, 42, (2020u << 20) | luck.code}, 0x9ABCDEF0u, 0x12345678u);
    CHECK(words.w0 == expected.w0);
    CHECK(words.w1 == expected.w1);
    CHECK(words.w2 == expected.w2);
    CHECK(words.w3 == expected.w3);
}

TEST_CASE("a purpose is FNV-1a folded to 20 bits", "[core][random]") {
    // FNV-1a of "" is 0x811c9dc5, of "a" 0xe40c292c (the published test vectors).
    CHECK(Purpose("").code == ((0x811c9dc5u ^ (0x811c9dc5u >> 20)) & 0xFFFFFu));
    CHECK(Purpose("a").code == ((0xe40c292cu ^ (0xe40c292cu >> 20)) & 0xFFFFFu));
}

TEST_CASE("two purposes with one hash are refused by name", "[core][random]") {
    // Among 3000 names in 2^20 hashes some 4 pairs collide: find one.
    std::vector<std::string> names;
    for (int i = 0; i < 3000; ++i) names.push_back("intervention." + std::to_string(i));
    std::string first, second;
    for (std::size_t i = 0; i < names.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (Purpose(names[i]).code == Purpose(names[j]).code)
                first = names[j], second = names[i];
    REQUIRE_FALSE(first.empty());
    PurposeSet purposes;
    CHECK(purposes.add(first).empty());
    CHECK(purposes.add("luck").empty());
    CHECK(purposes.add(first).empty());
    const std::string problem = purposes.add(second);
    CHECK(problem.find(first) != std::string::npos);
    CHECK(problem.find(second) != std::string::npos);
}

TEST_CASE("years outside twelve bits are refused", "[core][random]") {
    CHECK(year_and_purpose(4095, luck) == ((4095u << 20) | luck.code));
#ifndef NDEBUG
    CHECK_THROWS_AS(year_and_purpose(4096, luck), ContractViolation);
    CHECK_THROWS_AS(year_and_purpose(-1, luck), ContractViolation);
#endif
}

TEST_CASE("the double uniform stays inside (0, 1) and is symmetric", "[core][random]") {
    CHECK(unit_uniform(0u, 0u) == 0x1p-53);
    CHECK(unit_uniform(0xFFFFFFFFu, 0xFFFFFFFFu) == 1.0 - 0x1p-53);
    CHECK(unit_uniform(0x80000000u, 0u) == 0.5 + 0x1p-53);
}

TEST_CASE("moments of the draws lie within 5 standard errors", "[core][random]") {
    const Draws draws(2016, 0);
    const double root_n = std::sqrt(double{households});
    const auto z = [&](std::uint32_t i) { return draws.normal(i, area, 2016, luck); };
    CHECK(std::fabs(mean([&](auto i) { return draws.uniform(i, area, 2016, luck); }) - 0.5) <
          5 * std::sqrt(1.0 / 12) / root_n);
    CHECK(std::fabs(mean(z)) < 5 / root_n);
    CHECK(std::fabs(mean([&](auto i) { return z(i) * z(i); }) - 1) < 5 * std::sqrt(2.0) / root_n);
    CHECK(std::fabs(mean([&](auto i) { return std::pow(z(i), 3); })) <
          5 * std::sqrt(15.0) / root_n);
    CHECK(std::fabs(mean([&](auto i) { return std::pow(z(i), 4); }) - 3) <
          5 * std::sqrt(96.0) / root_n);
}

TEST_CASE("moments and tails of hot normals lie within 5 standard errors", "[core][random][hot]") {
    const Draws draws(7, 0);
    std::array<double, 4> square{}, fourth{}, beyond{};
    std::array<double, 4> sum{};
    for (std::uint32_t i = 0; i < households; ++i) {
        const std::array<float, 4> drawn = normals_of(draws.words(i, area, 2016, luck));
        const std::array<double, 4> z{drawn[0], drawn[1], drawn[2], drawn[3]};
        for (std::size_t k = 0; k < 4; ++k) {
            sum[k] += z[k];
            square[k] += z[k] * z[k];
            fourth[k] += std::pow(z[k], 4);
            beyond[k] += std::fabs(z[k]) > 3.0 ? 1.0 : 0.0;
        }
    }
    const double n = households, tail = std::erfc(3.0 / std::sqrt(2.0));
    for (std::size_t k = 0; k < 4; ++k) {
        CHECK(std::fabs(sum[k]) < 5 * std::sqrt(n));
        CHECK(std::fabs(square[k] - n) < 5 * std::sqrt(2 * n));
        CHECK(std::fabs(fourth[k] - 3 * n) < 5 * std::sqrt(96 * n));
        CHECK(std::fabs(beyond[k] - n * tail) < 5 * std::sqrt(n * tail * (1 - tail)));
    }
}

TEST_CASE("tails of hot normals are right to 5 sigma within 5 standard errors",
          "[core][random][hot]") {
    constexpr std::uint32_t many = 1U << 24;        // 38 beyond 5 sigma: none would be too few
    std::array<std::array<double, 4>, 3> beyond{};  // 3, 4 and 5 sigma, by draw of a call
    const Draws draws(13, 0);
    for (std::uint32_t i = 0; i < many; ++i) {
        const std::array<float, 4> z = normals_of(draws.words(i, area, 2016, luck));
        for (std::size_t k = 0; k < 4; ++k)
            for (std::size_t s = 0; s < 3; ++s)
                beyond[s][k] += std::fabs(z[k]) > static_cast<float>(s + 3) ? 1.0 : 0.0;
    }
    for (std::size_t s = 0; s < 3; ++s) {
        const double expected = many * std::erfc(static_cast<double>(s + 3) / std::sqrt(2.0));
        double all = 0.0;
        for (const double count : beyond[s]) {
            CHECK(std::fabs(count - expected) < 5 * std::sqrt(expected));
            all += count;
        }
        CHECK(std::fabs(all - 4 * expected) < 5 * std::sqrt(4 * expected));
    }
}

TEST_CASE("the draws of one call are independent: products and squares are uncorrelated",
          "[core][random][hot]") {
    const Draws draws(17, 0);
    std::array<std::array<double, 4>, 4> product{}, squares{};
    for (std::uint32_t i = 0; i < households; ++i) {
        const std::array<float, 4> drawn = normals_of(draws.words(i, area, 2016, luck));
        const std::array<double, 4> z{drawn[0], drawn[1], drawn[2], drawn[3]};
        for (std::size_t a = 0; a < 4; ++a)
            for (std::size_t b = 0; b < a; ++b) {
                product[a][b] += z[a] * z[b];
                squares[a][b] += (z[a] * z[a] - 1.0) * (z[b] * z[b] - 1.0);
            }
    }
    const double root_n = std::sqrt(double{households});
    for (std::size_t a = 0; a < 4; ++a)
        for (std::size_t b = 0; b < a; ++b) {
            CHECK(std::fabs(product[a][b]) < 5 * root_n);
            CHECK(std::fabs(squares[a][b]) < 5 * 2 * root_n);  // a square's variance is 2
        }
}

TEST_CASE("chi-square of each word's uniform over 256 cells is within 5 sigma",
          "[core][random][hot]") {
    const Draws draws(11, 5);
    std::array<std::array<double, 256>, 4> counts{};
    for (std::uint32_t i = 0; i < households; ++i) {
        const Words w = draws.words(i, area, 2019, luck);
        const std::uint32_t words[] = {w.w0, w.w1, w.w2, w.w3};
        for (std::size_t k = 0; k < 4; ++k)
            ++counts[k][static_cast<std::size_t>(256.0f * hot::unit_uniform(words[k]))];
    }
    for (const auto& cells : counts) {
        double chi_square = 0.0;
        for (const double c : cells)
            chi_square +=
                (c - households / 256.0) * (c - households / 256.0) / (households / 256.0);
        CHECK(std::fabs(chi_square - 255.0) < 5 * std::sqrt(2 * 255.0));
    }
}

TEST_CASE("draws of neighbours, words, years, areas, replicates and purposes are uncorrelated",
          "[core][random]") {
    const Draws draws(99, 0), replicate(99, 1), seed(100, 0);
    const auto z = [&](std::uint32_t i) { return draws.normal(i, area, 2016, luck); };
    const auto from_uniform = [&](std::uint32_t i) {
        return (draws.uniform(i, area, 2016, luck) - 0.5) * std::sqrt(12.0);
    };
    CHECK(std::fabs(correlation_sigmas(z, from_uniform)) < 5);
    CHECK(std::fabs(correlation_sigmas(z, [&](auto i) { return z(i + 1); })) < 5);
    CHECK(std::fabs(correlation_sigmas(z, [&](auto i) { return z(i + 16); })) < 5);
    CHECK(std::fabs(correlation_sigmas(
              z, [&](auto i) { return draws.normal(i, area, 2017, luck); })) < 5);
    CHECK(std::fabs(correlation_sigmas(
              z, [&](auto i) { return draws.normal(i, area + 1, 2016, luck); })) < 5);
    CHECK(std::fabs(correlation_sigmas(
              z, [&](auto i) { return draws.normal(i, area, 2016, Purpose("event")); })) < 5);
    CHECK(std::fabs(correlation_sigmas(
              z, [&](auto i) { return replicate.normal(i, area, 2016, luck); })) < 5);
    CHECK(std::fabs(
              correlation_sigmas(z, [&](auto i) { return seed.normal(i, area, 2016, luck); })) < 5);
}

TEST_CASE("one kind of chance may come from another replicate, the others stay", "[core][random]") {
    const Purpose seen{"seen", Chance::measurement};
    Draws::Replicates replicates{3, 3, 3, 3};
    replicates[static_cast<std::size_t>(Chance::measurement)] = 8;
    const Draws mixed(2016, replicates);
    CHECK(mixed.uniform(5, area, 2017, luck) == Draws(2016, 3).uniform(5, area, 2017, luck));
    CHECK(mixed.uniform(5, area, 2017, seen) == Draws(2016, 8).uniform(5, area, 2017, seen));
}
