#include "engine/population/draft.h"

#include <algorithm>
#include <cmath>

#include "engine/core/math/math.h"
#include "engine/population/synthesis_draws.h"

namespace zhaimao {
namespace {

// Upper ends of the intervals of sizes 1, 2, ...; the last size has no upper end.
std::vector<float> cumulative_sizes(const std::vector<double>& shares) {
    std::vector<float> cumulative;
    double sum = 0.0;
    for (std::size_t i = 0; i + 1 < shares.size(); ++i)
        cumulative.push_back(static_cast<float>(sum += shares[i]));
    return cumulative;
}

// The last household is cut to fit; those from `row` on are too many.
void cut_to_fit(Draft& draft, std::size_t row, std::int64_t people) {
    for (; draft.people < people; draft.people += draft.size[row++])
        if (draft.size[row] > people - draft.people)
            draft.size[row] = static_cast<std::uint8_t>(people - draft.people);
    draft.size.resize(row);
}

void draw_sizes(Draft& draft, const SynthesisDraws& draws, const std::vector<double>& shares,
                std::int64_t people) {
    const std::vector<float> upper_ends = cumulative_sizes(shares);
    SizeKernel kernel{draws.key(SynthesisPurpose::composition), upper_ends.data(),
                      upper_ends.size(), nullptr};
    draft.size.clear();
    for (std::size_t first = 0; draft.people < people; first += WordBlock::size) {
        draft.size.resize(first + WordBlock::size);
        kernel.size = draft.size.data();
        const std::uint32_t more = draws.sizes(kernel, first);
        if (draft.people + more > people) return cut_to_fit(draft, first, people);
        draft.people += more;
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

DraftKernel kernel_of(const PopulationInputs& inputs, const SynthesisDraws& draws, Draft& draft) {
    const auto market = [](const std::array<double, source_count>& s) {
        return static_cast<float>(s[0] + s[1]);
    };
    DraftKernel k;
    k.income = draws.key(SynthesisPurpose::income);
    k.unmet = draws.key(SynthesisPurpose::unmet);
    k.transitory = draws.key(SynthesisPurpose::transitory);
    k.measurement = draws.key(SynthesisPurpose::measurement);
    k.permanent_sd = static_cast<float>(permanent_log_sd(inputs));
    if (inputs.income.shape) k.shape = inputs.income.shape->at.data();
    k.transitory_sd = static_cast<float>(inputs.luck.transitory_sd);
    k.market_lowest = market(inputs.income.lowest);
    k.market_slope = market(inputs.income.highest) - k.market_lowest;
    k.measurement_sd = static_cast<float>(inputs.luck.measurement_sd);
    k.measurement_persistence = static_cast<float>(inputs.luck.measurement_persistence);
    k.measurement_innovation =
        k.measurement_sd * std::sqrt(1.0F - k.measurement_persistence * k.measurement_persistence);
    k.basis_years = static_cast<std::size_t>(inputs.entry.basis_years);
    for (std::size_t g = 0; g < guarantee_count; ++g) {
        k.unmet_poor[g] = static_cast<float>(inputs.composition.unmet[g].poor);
        k.unmet_others[g] = static_cast<float>(inputs.composition.unmet[g].others);
    }
    k.rank = draft.rank.data();
    k.deviation = draft.deviation.data();
    k.score = draft.score.data();
    k.observed = draft.observed.data();
    k.observed_before = draft.observed_before.data();
    k.log_error = draft.measurement.data();
    k.unmet_if_poor = draft.unmet_if_poor.data();
    k.unmet_if_not = draft.unmet_if_not.data();
    return k;
}

}  // namespace

double permanent_log_sd(const PopulationInputs& inputs) {
    const double s = inputs.income.log_sd;
    const double t = inputs.luck.transitory_sd;
    return std::sqrt(std::max(0.0, s * s - t * t));
}

double permanent_log_mean(const PopulationInputs& inputs) {
    const double s0 = permanent_log_sd(inputs);
    return inputs.income.shape ? inputs.income.shape->log_mean(s0) : 0.5 * s0 * s0;
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
        if (middle == low || middle == high) break;  // as near as numbers come
        (mean_at(middle) < mean ? low : high) = middle;
    }
    mean_at(0.5 * (low + high));
    return shares;
}

void draft_county(Draft& draft, const PopulationInputs& inputs, std::size_t county,
                  const County& area, Isa isa) {
    const SynthesisDraws draws(inputs.seed, area.code, isa);
    const CountyMarginals& marginals = inputs.counties[county];
    std::vector<double> sizes = inputs.composition.size_shares;
    if (marginals.mean_size) sizes = tilt_to_mean(std::move(sizes), *marginals.mean_size);
    draft.people = 0;
    draw_sizes(draft, draws, sizes, area.rural_people);
    resize_columns(draft);
    const DraftKernel kernel = kernel_of(inputs, draws, draft);
    for (std::size_t first = 0; first < draft.households(); first += WordBlock::size)
        draws.draft(kernel, first,
                    std::min<std::size_t>(WordBlock::size, draft.households() - first));
}

Draft draft_county(const PopulationInputs& inputs, std::size_t county, const County& area,
                   Isa isa) {
    Draft draft;
    draft_county(draft, inputs, county, area, isa);
    return draft;
}

}  // namespace zhaimao
