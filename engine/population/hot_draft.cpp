#include "engine/population/hot_draft.h"

#include "engine/core/math/hot.h"
#include "engine/core/random/philox.h"

#define ZHAIMAO_JOIN(a, b) a##b
#define ZHAIMAO_NAME(prefix, isa) ZHAIMAO_JOIN(prefix, isa)

namespace zhaimao {
namespace {

constexpr std::size_t size = WordBlock::size;
constexpr std::size_t years = DraftKernel::max_basis_years;
constexpr std::uint32_t no_replicate = 0;  // synthesis happens in none

struct Columns {
    float transitory[years][size];   // standard normal; year 0 is the start, counted backwards
    float measurement[years][size];  // log error
    float market[size], deviation[size], year[size], sum[size];
};

void fill(WordBlock& b, std::uint32_t first, const WordKey& key) {
    philox_block(first, size, key.area, no_replicate, key.year_purpose, key.key0, key.key1, b.w[0],
                 b.w[1], b.w[2], b.w[3]);
}

std::uint32_t sizes(const SizeKernel& k, std::size_t first) {
    WordBlock words;
    fill(words, static_cast<std::uint32_t>(first), k.composition);
    std::uint32_t people[size];
    for (std::size_t i = 0; i < size; ++i) people[i] = 1;
    for (std::size_t end = 0; end < k.ends; ++end) {
        const float upper = k.upper_ends[end];
        for (std::size_t i = 0; i < size; ++i)
            people[i] += hot::unit_uniform(words.w[0][i]) >= upper ? 1U : 0U;
    }
    std::uint8_t* const __restrict out = k.size + first;
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < size; ++i) sum += people[i];
    for (std::size_t i = 0; i < size; ++i) out[i] = static_cast<std::uint8_t>(people[i]);
    return sum;
}

void draw_transitory(const DraftKernel& k, Columns& c, WordBlock& words, std::uint32_t first) {
    fill(words, first, k.transitory);
    for (std::size_t i = 0; i < size; ++i)
        hot::box_muller(words.w[0][i], words.w[1][i], c.transitory[0][i], c.transitory[1][i]);
    if (k.basis_years <= 2) return;  // older years are not looked at
    for (std::size_t i = 0; i < size; ++i)
        hot::box_muller(words.w[2][i], words.w[3][i], c.transitory[2][i], c.transitory[3][i]);
}

// The error runs forward from the oldest year.
void draw_measurement(const DraftKernel& k, Columns& c, WordBlock& words, std::uint32_t first) {
    fill(words, first, k.measurement);
    float(&m)[years][size] = c.measurement;
    for (std::size_t i = 0; i < size; ++i)
        hot::box_muller(words.w[0][i], words.w[1][i], m[0][i], m[1][i]);
    for (std::size_t i = 0; i < size; ++i)
        hot::box_muller(words.w[2][i], words.w[3][i], m[2][i], m[3][i]);
    for (std::size_t i = 0; i < size; ++i) m[3][i] = k.measurement_sd * m[3][i];
    for (std::size_t y = years - 1; y-- > 0;)
        for (std::size_t i = 0; i < size; ++i)
            m[y][i] = k.measurement_persistence * m[y + 1][i] + k.measurement_innovation * m[y][i];
}

// Log observed income of one year, relative to the log-mean.
void observe_year(const DraftKernel& k, Columns& c, std::size_t y) {
    const float mean_one = 0.5F * k.transitory_sd * k.transitory_sd;
    for (std::size_t i = 0; i < size; ++i) {
        const float market =
            c.market[i] * hot::exp(k.transitory_sd * c.transitory[y][i] - mean_one);
        c.year[i] = c.deviation[i] + c.measurement[y][i] + hot::log(market + (1.0F - c.market[i]));
    }
}

// Another shape than the log-normal's, from the table: rank stands in `year`.
void bend(const DraftKernel& k, Columns& c) {
    const float* const __restrict shape = k.shape;
    for (std::size_t i = 0; i < size; ++i) {
        const float at =
            (hot::normal_quantile(c.year[i]) + ShapeGrid::end) * ShapeGrid::cells_per_unit;
        const auto cell = static_cast<std::int32_t>(at);
        const float within = at - static_cast<float>(cell);
        const float low = shape[cell], high = shape[cell + 1];
        c.deviation[i] = k.permanent_sd * (low + within * (high - low));
    }
}

void draft_incomes(const DraftKernel& k, Columns& c, const WordBlock& income, std::size_t first,
                   std::size_t n) {
    for (std::size_t i = 0; i < size; ++i) {
        const float rank = hot::unit_uniform(income.w[0][i]);
        c.year[i] = rank;
        c.market[i] = k.market_lowest + k.market_slope * rank;
        c.deviation[i] = k.permanent_sd * hot::normal_quantile(rank);
        c.sum[i] = 0.0F;
    }
    if (k.shape != nullptr) bend(k, c);
    for (std::size_t i = 0; i < n; ++i) k.rank[first + i] = c.year[i];
    for (std::size_t i = 0; i < n; ++i) k.deviation[first + i] = c.deviation[i];
    for (std::size_t i = 0; i < n; ++i) k.log_error[first + i] = c.measurement[0][i];
    const std::size_t observed_years = k.basis_years < 2 ? 2 : k.basis_years;
    for (std::size_t y = 0; y < observed_years; ++y) {
        observe_year(k, c, y);
        if (y < k.basis_years)
            for (std::size_t i = 0; i < size; ++i) c.sum[i] += c.year[i];
        if (y > 1) continue;
        float* const __restrict out = (y == 0 ? k.observed : k.observed_before) + first;
        for (std::size_t i = 0; i < n; ++i) out[i] = hot::exp(c.year[i]);
    }
    const auto basis = static_cast<float>(k.basis_years);
    for (std::size_t i = 0; i < n; ++i) k.score[first + i] = c.sum[i] / basis;
}

// Independent guarantees: the first four take a word each of their own call, the fifth one of the
// income call.
void draft_unmet(const DraftKernel& k, const WordBlock& words, const WordBlock& income,
                 std::size_t first, std::size_t n) {
    std::uint8_t* const __restrict if_poor = k.unmet_if_poor + first;
    std::uint8_t* const __restrict if_not = k.unmet_if_not + first;
    for (std::size_t i = 0; i < n; ++i) if_poor[i] = if_not[i] = 0;
    for (std::size_t g = 0; g < DraftKernel::guarantees; ++g) {
        const std::uint32_t* const __restrict word = g < 4 ? words.w[g] : income.w[1];
        const auto bit = static_cast<std::uint8_t>(1U << g);
        for (std::size_t i = 0; i < n; ++i) {
            const float u = hot::unit_uniform(word[i]);
            if_poor[i] = static_cast<std::uint8_t>(if_poor[i] | (u < k.unmet_poor[g] ? bit : 0));
            if_not[i] = static_cast<std::uint8_t>(if_not[i] | (u < k.unmet_others[g] ? bit : 0));
        }
    }
}

void draft(const DraftKernel& k, std::size_t first, std::size_t n) {
    const auto serial = static_cast<std::uint32_t>(first);
    Columns c;
    WordBlock income;
    WordBlock words;
    draw_transitory(k, c, words, serial);
    draw_measurement(k, c, words, serial);
    fill(income, serial, k.income);
    draft_incomes(k, c, income, first, n);
    fill(words, serial, k.unmet);
    draft_unmet(k, words, income, first, n);
}

}  // namespace

DraftKernels ZHAIMAO_NAME(draft_kernels_, ZHAIMAO_ISA)() {
    return {fill, sizes, draft};
}

}  // namespace zhaimao
