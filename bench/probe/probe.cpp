// exitbench by hand, the whole of it (bench/README.md): the probe that the engine is held against.
//
//   zhaimao_exitbench_probe_LEVEL [REPLICATES]    ..._probe_plain_LEVEL: bench/words.h
//
// Plain loops over two columns, with the engine's own random numbers and mathematics, compiled for
// one instruction set as a whole. What an engine may not take for granted is used: counties do not
// touch each other, so each lives its five years while its columns are in the cache, and nothing
// is configured. Prints million household-years a second on one core, the mean share of poor people
// at the ends of the years, the year's entrants counted, and the last replicate's years. Ends with
// 1 where the shares are not exitbench's, with 77 where the instruction set is not to be had.
#include <fmt/format.h>

#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "bench/probe/county_year.h"

using namespace probe;

namespace {

using Replicate = CountyYear[county_count][years];

constexpr double expected_shares[years] = {6.69, 6.95, 6.30, 6.25, 5.55};  // % of people
constexpr double tolerance = 0.05;
constexpr int not_here = 77;

bool is_here() {
#if defined(__AVX512F__)
    return __builtin_cpu_supports("x86-64-v4") != 0;
#elif defined(__AVX2__)
    return __builtin_cpu_supports("x86-64-v3") != 0;
#else
    return true;
#endif
}

World make_world(const Population& population) {
    std::size_t most = 0;
    for (const County& county : population.counties) most = std::max(most, county.rows);
    return World(most);
}

void simulate(const Population& population, World& world, std::uint32_t replicate, Replicate& out) {
    for (const County& county : population.counties) {
        restart(world, population.state, county);
        for (int year = 0; year < years; ++year)
            out[county.code][year] = simulate_year(world, county, replicate, year);
    }
}

CountyYear all_counties(const Replicate& of, int year) {
    CountyYear sum;
    for (const auto& county : of) sum.people += county[year].people;
    for (const auto& county : of) {
        const CountyYear& c = county[year];
        const double share = static_cast<double>(c.people) / static_cast<double>(sum.people);
        sum.poor += c.poor;
        sum.exits += c.exits;
        sum.entries += c.entries;
        sum.relapses += c.relapses;
        sum.production += c.production;
        sum.relocation += c.relocation;
        sum.floor += c.floor;
        sum.incidence += share * c.incidence;
        sum.p0 += share * c.p0;
        sum.p1 += share * c.p1;
        sum.p2 += share * c.p2;
        sum.mean_income += share * c.mean_income;
    }
    return sum;
}

void print_years(const Replicate& of) {
    fmt::print(
        "year  people    poor   exits entries relapses production relocation  floor"
        "     P0     P1     P2 income\n");
    for (int year = 0; year < years; ++year) {
        const CountyYear y = all_counties(of, year);
        fmt::print("{:4} {:7} {:7} {:7} {:7} {:8} {:10} {:10} {:6} {:.4f} {:.4f} {:.4f} {:.4f}\n",
                   year + 1, y.people, y.poor, y.exits, y.entries, y.relapses, y.production,
                   y.relocation, y.floor, y.p0, y.p1, y.p2, y.mean_income);
    }
}

bool print_shares(const double (&shares)[years]) {
    bool as_expected = true;
    fmt::print("poor, % of people:");
    for (int year = 0; year < years; ++year) {
        fmt::print(" {:.3f}", shares[year]);
        as_expected &= std::abs(shares[year] - expected_shares[year]) <= tolerance;
    }
    fmt::print("\n");
    if (!as_expected)
        fmt::print(stderr, "not exitbench: poor should be {:.2f} % of people, within {}\n",
                   fmt::join(expected_shares, ", "), tolerance);
    return as_expected;
}

}  // namespace

int main(int argc, char** argv) {
    if (!is_here()) return not_here;
    const int replicates = argc > 1 ? std::atoi(argv[1]) : 20;
    const Population population = make_population();
    World world = make_world(population);
    static Replicate out;
    double shares[years] = {};
    const auto start = std::chrono::steady_clock::now();
    for (int r = 1; r <= replicates; ++r) {
        simulate(population, world, static_cast<std::uint32_t>(r), out);
        for (int year = 0; year < years; ++year)
            shares[year] += 100.0 * all_counties(out, year).incidence / replicates;
    }
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    if (replicates <= 0) return 0;  // for who times the start alone
    fmt::print("{:.1f} million household-years/s\n",
               1e-6 * static_cast<double>(households) * years * replicates / seconds);
    print_years(out);
    return print_shares(shares) ? 0 : 1;
}
