#include "engine/population/draft.h"

#include <algorithm>
#include <cmath>

#include "engine/core/math/hot.h"
#include "engine/core/math/math.h"
#include "engine/population/synthesis_draws.h"

namespace zhaimao {
namespace {

std::uint8_t size_from(float u, const std::vector<float>& cumulative) {
    std::uint8_t size = 1;
    for (float c : cumulative) size = static_cast<std::uint8_t>(size + (u >= c ? 1 : 0));
    return size;
}

// Upper ends of the intervals of sizes 1, 2, ...; the last size has no upper end.
std::vector<float> cumulative_sizes(const std::vector<double>& shares) {
    std::vector<float> cumulative;
    double sum = 0.0;
    for (std::size_t i = 0; i + 1 < shares.size(); ++i)
        cumulative.push_back(static_cast<float>(sum += shares[i]));
    return cumulative;
}

void draw_sizes(Draft& draft, const SynthesisDraws& draws, const std::vector<double>& shares,
                std::int64_t people) {
    const std::vector<float> cumulative = cumulative_sizes(shares);
    WordBlock words;
    for (std::uint32_t first = 0; draft.people < people; first += WordBlock::size) {
        draws.fill(words, first, SynthesisPurpose::composition);
        for (std::uint32_t i = 0; i < WordBlock::size && draft.people < people; ++i) {
            const auto left =
                static_cast<std::uint8_t>(std::min<std::int64_t>(people - draft.people, 255));
            const std::uint8_t size =
                std::min(size_from(hot::unit_uniform(words.w[0][i]), cumulative), left);
            draft.size.push_back(size);
            draft.people += size;
        }
    }
}

void resize_columns(Draft& draft) {
    const std::size_t n = draft.households();
    for (std::vector<float>* column : {&draft.rank, &draft.deviation, &draft.score, &draft.observed,
                                       &draft.observed_before, &draft.measurement})
        column->resize(n);
    draft.unmet_if_poor.resize(n);
    draft.unmet_if_not.resize(n);
}

struct YearLuck {
    std::array<std::array<float, WordBlock::size>, RegisterEntry::max_basis_years>
        transitory;  // standard normal
    std::array<std::array<float, WordBlock::size>, RegisterEntry::max_basis_years>
        measurement;  // log error
};

// Years are counted backwards: index 0 is the start year. The error runs forward from the oldest
// year.
void draw_luck(YearLuck& luck, const StartLuck& parameters, const SynthesisDraws& draws,
               std::uint32_t first) {
    WordBlock words;
    draws.fill(words, first, SynthesisPurpose::transitory);
    for (std::uint32_t i = 0; i < WordBlock::size; ++i) {
        hot::box_muller(words.w[0][i], words.w[1][i], luck.transitory[0][i], luck.transitory[1][i]);
        hot::box_muller(words.w[2][i], words.w[3][i], luck.transitory[2][i], luck.transitory[3][i]);
    }
    draws.fill(words, first, SynthesisPurpose::measurement);
    const auto sd = static_cast<float>(parameters.measurement_sd);
    const auto rho = static_cast<float>(parameters.measurement_persistence);
    const float innovation = sd * std::sqrt(1.0F - rho * rho);
    for (std::uint32_t i = 0; i < WordBlock::size; ++i) {
        float n0, n1, n2, n3;
        hot::box_muller(words.w[0][i], words.w[1][i], n0, n1);
        hot::box_muller(words.w[2][i], words.w[3][i], n2, n3);
        const float m3 = luck.measurement[3][i] = sd * n3;
        const float m2 = luck.measurement[2][i] = rho * m3 + innovation * n2;
        const float m1 = luck.measurement[1][i] = rho * m2 + innovation * n1;
        luck.measurement[0][i] = rho * m1 + innovation * n0;
    }
}

struct IncomeShape {
    float permanent_sd, transitory_sd, market_lowest, market_slope;
    std::size_t basis_years;
};

IncomeShape shape_of(const PopulationInputs& inputs) {
    const auto market = [](const std::array<double, source_count>& s) {
        return static_cast<float>(s[0] + s[1]);
    };
    const float lowest = market(inputs.income.lowest);
    return {static_cast<float>(permanent_log_sd(inputs)),
            static_cast<float>(inputs.luck.transitory_sd), lowest,
            market(inputs.income.highest) - lowest,
            static_cast<std::size_t>(inputs.entry.basis_years)};
}

using Column = std::array<float, WordBlock::size>;

// Log observed income of one year, relative to the log-mean.
void observe_year(Column& year, const Column& deviation, const Column& market,
                  const Column& transitory, const Column& measurement, float sd) {
    const float mean_one = 0.5F * sd * sd;
    for (std::size_t i = 0; i < WordBlock::size; ++i)
        year[i] =
            deviation[i] + measurement[i] +
            hot::log(market[i] * hot::exp(sd * transitory[i] - mean_one) + (1.0F - market[i]));
}

// Incomes of one block of households.
void draft_incomes(Draft& draft, const IncomeShape& shape, const YearLuck& luck,
                   const WordBlock& income, std::size_t first, std::size_t n) {
    Column rank;
    Column deviation;
    Column market;
    for (std::size_t i = 0; i < WordBlock::size; ++i) {
        rank[i] = hot::unit_uniform(income.w[0][i]);
        market[i] = shape.market_lowest + shape.market_slope * rank[i];
        deviation[i] = shape.permanent_sd * hot::normal_quantile(rank[i]);
    }
    Column sum{};
    Column relative[2];
    for (std::size_t k = 0; k < std::max<std::size_t>(shape.basis_years, 2); ++k) {
        Column year;
        observe_year(year, deviation, market, luck.transitory[k], luck.measurement[k],
                     shape.transitory_sd);
        if (k < shape.basis_years)
            for (std::size_t i = 0; i < WordBlock::size; ++i) sum[i] += year[i];
        if (k < 2)
            for (std::size_t i = 0; i < WordBlock::size; ++i) relative[k][i] = hot::exp(year[i]);
    }
    const auto years = static_cast<float>(shape.basis_years);
    for (std::size_t i = 0; i < n; ++i) draft.score[first + i] = sum[i] / years;
    const auto copy = [&](const Column& from, std::vector<float>& to) {
        std::copy_n(from.begin(), n, to.begin() + static_cast<std::ptrdiff_t>(first));
    };
    copy(rank, draft.rank);
    copy(deviation, draft.deviation);
    copy(relative[0], draft.observed);
    copy(relative[1], draft.observed_before);
    copy(luck.measurement[0], draft.measurement);
}

// Independent guarantees: the first four take a word each of their own call, the fifth one of the
// income call.
void draft_unmet(Draft& draft, const Composition& composition, const WordBlock& words,
                 const WordBlock& income, std::size_t first, std::size_t n) {
    for (std::size_t g = 0; g < guarantee_count; ++g) {
        const auto poor = static_cast<float>(composition.unmet[g].poor);
        const auto others = static_cast<float>(composition.unmet[g].others);
        const std::uint32_t* const __restrict word = g < 4 ? words.w[g].data() : income.w[1].data();
        std::uint8_t* const __restrict if_poor = draft.unmet_if_poor.data() + first;
        std::uint8_t* const __restrict if_not = draft.unmet_if_not.data() + first;
        const auto bit = static_cast<std::uint8_t>(1U << g);
        for (std::size_t i = 0; i < n; ++i) {
            const float u = hot::unit_uniform(word[i]);
            if_poor[i] = static_cast<std::uint8_t>(if_poor[i] | (u < poor ? bit : 0));
            if_not[i] = static_cast<std::uint8_t>(if_not[i] | (u < others ? bit : 0));
        }
    }
}

}  // namespace

double permanent_log_sd(const PopulationInputs& inputs) {
    const double s = inputs.income.log_sd;
    const double t = inputs.luck.transitory_sd;
    return std::sqrt(std::max(0.0, s * s - t * t));
}

std::vector<double> tilt_to_mean(std::vector<double> shares, double mean) {
    const std::vector<double> base = shares;
    const auto mean_at = [&](double t) {
        double sum = 0.0;
        double weighted = 0.0;
        for (std::size_t i = 0; i < base.size(); ++i) {
            shares[i] = base[i] * math::exp(t * static_cast<double>(i));
            sum += shares[i];
            weighted += shares[i] * static_cast<double>(i + 1);
        }
        for (double& s : shares) s /= sum;
        return weighted / sum;
    };
    double low = -20.0;
    double high = 20.0;
    for (int i = 0; i < 100; ++i) {
        const double middle = 0.5 * (low + high);
        (mean_at(middle) < mean ? low : high) = middle;
    }
    mean_at(0.5 * (low + high));
    return shares;
}

Draft draft_county(const PopulationInputs& inputs, std::size_t county, const County& area) {
    const SynthesisDraws draws(inputs.seed, area.code);
    const CountyMarginals& marginals = inputs.counties[county];
    Draft draft;
    std::vector<double> sizes = inputs.composition.size_shares;
    if (marginals.mean_size) sizes = tilt_to_mean(std::move(sizes), *marginals.mean_size);
    draw_sizes(draft, draws, sizes, area.rural_people);
    resize_columns(draft);
    const IncomeShape shape = shape_of(inputs);
    YearLuck luck;
    WordBlock income;
    WordBlock unmet;
    for (std::size_t first = 0; first < draft.households(); first += WordBlock::size) {
        const std::size_t n = std::min<std::size_t>(WordBlock::size, draft.households() - first);
        const auto serial = static_cast<std::uint32_t>(first);
        draws.fill(income, serial, SynthesisPurpose::income);
        draws.fill(unmet, serial, SynthesisPurpose::unmet);
        draw_luck(luck, inputs.luck, draws, serial);
        draft_incomes(draft, shape, luck, income, first, n);
        draft_unmet(draft, inputs.composition, unmet, income, first, n);
    }
    return draft;
}

}  // namespace zhaimao
