#include "engine/population/hot_start.h"

#include "engine/core/math/hot.h"
#include "engine/population/income_classes.h"

#define ZHAIMAO_JOIN(a, b) a##b
#define ZHAIMAO_NAME(prefix, isa) ZHAIMAO_JOIN(prefix, isa)

namespace zhaimao {
namespace {

constexpr std::size_t size = 256;  // a block stays in the first-level cache

void scale(float* __restrict column, float level, std::size_t households) {
    for (std::size_t i = 0; i < households; ++i) column[i] = level * column[i];
}

void incomes(const IncomeKernel& k, std::size_t households) {
    float permanent[size];
    for (std::size_t first = 0; first < households; first += size) {
        const std::size_t n = households - first < size ? households - first : size;
        const float* const __restrict deviation = k.deviation + first;
        const float* const __restrict rank = k.rank + first;
        for (std::size_t i = 0; i < n; ++i) permanent[i] = k.level * hot::exp(deviation[i]);
        for (std::size_t s = 0; s < source_count; ++s) {
            float* const __restrict out = k.income[s] + first;
            const float lowest = k.lowest[s], slope = k.slope[s];
            for (std::size_t i = 0; i < n; ++i) out[i] = permanent[i] * (lowest + slope * rank[i]);
        }
    }
    scale(k.observed, k.level, households);
    scale(k.observed_before, k.level, households);
}

// A block's columns for the sums; rows from n on are nobody's.
struct Block {
    float income[size];
    std::uint32_t people[size], registered[size];
    std::int32_t income_class[size];
    double of_income[size], of_registered[size], of_source[source_count][size];  // times people
};

std::uint32_t sum_of(const std::uint32_t* __restrict column, std::size_t n) {
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < n; ++i) sum += column[i];
    return sum;
}

void prepare(const TallyKernel& k, Block& b, std::size_t first, std::size_t n) {
    const float* const __restrict observed = k.observed + first;
    const float* const __restrict measurement = k.measurement + first;
    const std::uint32_t* const __restrict traits = k.traits + first;
    const std::uint32_t* const __restrict state = k.state + first;
    for (std::size_t i = 0; i < n; ++i) b.income[i] = observed[i] / hot::exp(measurement[i]);
    for (std::size_t i = 0; i < n; ++i) b.income_class[i] = income_class_of(b.income[i]);
    for (std::size_t i = 0; i < n; ++i) b.people[i] = trait::People::get(traits[i]);
    for (std::size_t i = 0; i < n; ++i)
        b.registered[i] = registered_bit(state[i]) != 0 ? b.people[i] : 0U;
    for (std::size_t i = 0; i < n; ++i) {
        const double y = static_cast<double>(b.income[i]);
        b.of_income[i] = static_cast<double>(static_cast<std::int32_t>(b.people[i])) * y;
        b.of_registered[i] = b.registered[i] != 0 ? b.of_income[i] : 0.0;
    }
    for (std::size_t s = 0; s < source_count; ++s) {
        const float* const __restrict source = k.income[s] + first;
        for (std::size_t i = 0; i < n; ++i)
            b.of_source[s][i] = static_cast<double>(static_cast<std::int32_t>(b.people[i])) *
                                static_cast<double>(source[i]);
    }
}

// As whole numbers, which order as floats do that are not negative; others come out negative.
std::int32_t least_of(const float* __restrict column, std::size_t n, std::int32_t least) {
    for (std::size_t i = 0; i < n; ++i) {
        const auto bits = static_cast<std::int32_t>(hot::to_bits(column[i]));
        least = bits < least ? bits : least;
    }
    return least;
}

// Each sum waits for itself from row to row: together they take no longer than one.
void add_up(const Block& b, std::size_t n, StartSums& sums) {
    StartSums s = sums;
    for (std::size_t i = 0; i < n; ++i) {
        s.income += b.of_income[i];
        s.registered_income += b.of_registered[i];
        s.source[0] += b.of_source[0][i];
        s.source[1] += b.of_source[1][i];
        s.source[2] += b.of_source[2][i];
        s.source[3] += b.of_source[3][i];
    }
    s.people += static_cast<double>(sum_of(b.people, n));
    s.registered_people += static_cast<double>(sum_of(b.registered, n));
    std::uint32_t not_finite = 0;
    for (std::size_t i = 0; i < n; ++i)
        not_finite += (hot::to_bits(b.income[i]) & 0x7F800000U) == 0x7F800000U ? 1U : 0U;
    s.not_finite += static_cast<double>(not_finite);
    sums = s;
}

void add_poor(const Block& b, std::size_t n, float line, StartSums& sums) {
    std::uint32_t poor[size];
    std::size_t count = 0;
    for (std::uint32_t i = 0; i < n; ++i) {
        poor[count] = i;
        count += b.income[i] < line ? 1 : 0;
    }
    const auto z = static_cast<double>(line);
    for (std::size_t at = 0; at < count; ++at) {
        const double people = b.people[poor[at]];
        const double gap = (z - static_cast<double>(b.income[poor[at]])) / z;
        sums.poverty[0] += people;
        sums.poverty[1] += people * gap;
        sums.poverty[2] += people * gap * gap;
    }
}

void tally(const TallyKernel& k, std::size_t households, StartSums& sums) {
    Block b;
    std::int32_t least = 0x7F800000;  // infinity
    for (std::size_t first = 0; first < households; first += size) {
        const std::size_t n = households - first < size ? households - first : size;
        prepare(k, b, first, n);
        for (std::size_t s = 0; s < source_count; ++s)
            least = least_of(k.income[s] + first, n, least);
        add_up(b, n, sums);
        add_poor(b, n, k.line, sums);
        for (std::size_t i = 0; i < n; ++i) k.classes[b.income_class[i]] += b.people[i];
    }
    sums.least_source = hot::from_bits(static_cast<std::uint32_t>(least));
}

}  // namespace

StartKernels ZHAIMAO_NAME(start_kernels_, ZHAIMAO_ISA)() {
    return {incomes, tally};
}

}  // namespace zhaimao
