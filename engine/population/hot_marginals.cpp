#include "engine/population/hot_marginals.h"

#define ZHAIMAO_JOIN(a, b) a##b
#define ZHAIMAO_NAME(prefix, isa) ZHAIMAO_JOIN(prefix, isa)

namespace zhaimao {
namespace {

constexpr std::size_t size = 1024;  // a block stays in the first-level cache

// What households have of a field, in a block.
template <class F>
inline __attribute__((always_inline)) std::uint32_t count(std::size_t n, F f) {
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < n; ++i) sum += f(i);
    return sum;
}

void count_reached(const MarginalKernel& k, std::size_t first, std::size_t n, MarginalCounts& c) {
    const std::uint32_t* const __restrict t = k.traits + first;
    const std::uint32_t* const __restrict state = k.state + first;
    const auto on = [=](std::size_t i) __attribute__((always_inline)) {
        return 0U - registered_bit(state[i]);
    };
    c.people += count(n, [=](std::size_t i) { return trait::People::get(t[i]); });
    c.registered += count(n, [=](std::size_t i) { return trait::People::get(t[i]) & on(i); });
    c.registered_households += count(n, [=](std::size_t i) { return 1U & on(i); });
    c.in_villages +=
        count(n, [=](std::size_t i) { return trait::RegisteredVillage::get(t[i]) & on(i); });
    c.reached[0] +=
        count(n, [=](std::size_t i) { return trait::Workers::get(t[i]) == 0 ? 1U : 0U; });
    for (std::size_t s = 0; s < stage_count; ++s)
        c.reached[1 + s] +=
            count(n, [=](std::size_t i) { return (trait::Students::get(t[i]) >> s) & 1U; });
    for (std::size_t g = 0; g < guarantee_count; ++g)
        c.reached[1 + stage_count + g] +=
            count(n, [=](std::size_t i) { return (trait::Unmet::get(t[i]) >> g) & 1U; });
}

// All rates of a household at once, two by two: the sums wait for each other from row to row, not
// within one.
typedef double Pair __attribute__((vector_size(2 * sizeof(double))));
constexpr std::size_t pairs = rated_count / 2;
static_assert(2 * pairs == rated_count);

struct Rates {
    Pair of[2][pairs];  // [poor]
};

Rates in_pairs(const MarginalKernel& k) {
    Rates rates;
    for (std::size_t r = 0; r < rated_count; ++r) {
        rates.of[0][r / 2][r % 2] = k.rate[0][r];
        rates.of[1][r / 2][r % 2] = k.rate[1][r];
    }
    return rates;
}

void add_wanted(const std::uint32_t* __restrict traits, std::size_t n, const Rates& rates,
                Pair (&wanted)[pairs]) {
    Pair sum[pairs];
    for (std::size_t r = 0; r < pairs; ++r) sum[r] = wanted[r];
    for (std::size_t i = 0; i < n; ++i) {
        const Pair(&own)[pairs] = rates.of[trait::Poor::get(traits[i])];
#pragma GCC unroll 5
        for (std::size_t r = 0; r < pairs; ++r) sum[r] += own[r];
    }
    for (std::size_t r = 0; r < pairs; ++r) wanted[r] = sum[r];
}

MarginalCounts count_marginals(const MarginalKernel& k, std::size_t households) {
    MarginalCounts c;
    const Rates rates = in_pairs(k);
    Pair wanted[pairs] = {};
    for (std::size_t first = 0; first < households; first += size) {
        const std::size_t n = households - first < size ? households - first : size;
        count_reached(k, first, n, c);
        add_wanted(k.traits + first, n, rates, wanted);
    }
    for (std::size_t r = 0; r < rated_count; ++r) c.wanted[r] = wanted[r / 2][r % 2];
    return c;
}

}  // namespace

CountMarginals ZHAIMAO_NAME(marginal_kernel_, ZHAIMAO_ISA)() {
    return count_marginals;
}

}  // namespace zhaimao
