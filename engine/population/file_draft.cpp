#include "engine/population/file_draft.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/core/diagnostics.h"
#include "engine/core/math/hot.h"
#include "engine/core/math/math.h"
#include "engine/core/ordered_sum.h"
#include "engine/population/synthesis_draws.h"

namespace zhaimao {
namespace {

constexpr std::size_t years = DraftKernel::max_basis_years;

double total_of(const std::array<double, source_count>& income) {
    return (income[0] + income[1]) + (income[2] + income[3]);
}

struct Incomes {
    std::vector<std::array<double, source_count>> sources;  // of each household of the draft
    std::vector<double> total;
};

void settle_low_incomes(FileDraft& d, Incomes& incomes, double floor) {
    for (std::size_t i = 0; i < incomes.sources.size(); ++i) {
        const LowIncome low = settle_low_income(incomes.sources[i], floor);
        if (low == LowIncome::bottom_coded) d.bottom_coded_people += d.draft.size[i];
        if (low == LowIncome::netted) d.netted_people += d.draft.size[i];
        incomes.total[i] = total_of(incomes.sources[i]);
    }
}

// A total becomes sources by shares that vary with its rank in the county (households).
void split_totals(Incomes& incomes, const IncomeDistribution& shares) {
    std::vector<std::uint32_t> order(incomes.total.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return incomes.total[a] < incomes.total[b];
    });
    for (std::size_t position = 0; position < order.size(); ++position) {
        const double rank =
            (static_cast<double>(position) + 0.5) / static_cast<double>(order.size());
        for (std::size_t s = 0; s < source_count; ++s)
            incomes.sources[order[position]][s] =
                incomes.total[order[position]] *
                (shares.lowest[s] + rank * (shares.highest[s] - shares.lowest[s]));
    }
}

double mean_income(const FileDraft& d, const std::vector<double>& total) {
    return ordered_sum(
               0, total.size(),
               [&](std::size_t i) { return total[i] * static_cast<double>(d.draft.size[i]); }) /
           static_cast<double>(d.draft.people);
}

// From one year's income to permanent income: all sources of a household by one factor.
void take_luck_out(const FileDraft& d, Incomes& incomes, double transitory_sd,
                   const std::string& county) {
    const std::size_t n = incomes.total.size();
    std::vector<double> log(n);
    for (std::size_t i = 0; i < n; ++i) log[i] = math::log(incomes.total[i]);
    const double mean = ordered_sum(log) / static_cast<double>(n);
    const double variance =
        ordered_sum(0, n, [&](std::size_t i) { return (log[i] - mean) * (log[i] - mean); }) /
        static_cast<double>(n);
    const double luck = transitory_sd * transitory_sd;
    if (luck > variance)
        throw InputError("county " + county +
                         ": the log incomes of the file vary less than one year's luck does. Lower "
                         "luck.transitory_sd, or say incomes_are: permanent");
    const double keep = luck == 0.0 ? 1.0 : std::sqrt(1.0 - luck / variance);
    std::vector<double> permanent(n);
    for (std::size_t i = 0; i < n; ++i) permanent[i] = math::exp(mean + keep * (log[i] - mean));
    const double scale = mean_income(d, incomes.total) / mean_income(d, permanent);
    for (std::size_t i = 0; i < n; ++i) {
        const double factor = scale * permanent[i] / incomes.total[i];
        for (double& source : incomes.sources[i]) source *= factor;
        incomes.total[i] = total_of(incomes.sources[i]);
    }
}

Incomes incomes_of(FileDraft& d, std::span<const FileHousehold> rows,
                   const PopulationInputs& inputs, const std::string& county) {
    const MicrodataInputs& m = *inputs.microdata;
    Incomes incomes;
    for (const std::uint32_t row : d.row) incomes.sources.push_back(rows[row].income);
    incomes.total.resize(incomes.sources.size());
    settle_low_incomes(d, incomes, m.bottom_code.value_or(0.0));
    if (m.mapping.total.is_mapped()) split_totals(incomes, inputs.income);
    if (m.mapping.income == IncomeMeaning::one_year)
        take_luck_out(d, incomes, inputs.luck.transitory_sd, county);
    return incomes;
}

void resize(Draft& draft, std::size_t n) {
    for (std::vector<float>* column : {&draft.rank, &draft.deviation, &draft.score, &draft.observed,
                                       &draft.observed_before, &draft.measurement})
        column->resize(n);
    draft.unmet_if_poor.resize(n);
    draft.unmet_if_not.resize(n);
}

// One household's luck: standard normals of the basis years, and its log measurement errors.
struct Luck {
    float transitory[years], error[years];
};

Luck luck_of(const WordBlock& transitory, const WordBlock& error, std::size_t i,
             const StartLuck& luck) {
    Luck l;
    hot::box_muller(transitory.w[0][i], transitory.w[1][i], l.transitory[0], l.transitory[1]);
    hot::box_muller(transitory.w[2][i], transitory.w[3][i], l.transitory[2], l.transitory[3]);
    hot::box_muller(error.w[0][i], error.w[1][i], l.error[0], l.error[1]);
    hot::box_muller(error.w[2][i], error.w[3][i], l.error[2], l.error[3]);
    const auto sd = static_cast<float>(luck.measurement_sd);
    const auto persistence = static_cast<float>(luck.measurement_persistence);
    const float innovation = sd * std::sqrt(1.0F - persistence * persistence);
    l.error[years - 1] *= sd;
    for (std::size_t y = years - 1; y-- > 0;)
        l.error[y] = persistence * l.error[y + 1] + innovation * l.error[y];
    return l;
}

// Observed incomes of the basis years and their score (draft.h).
void observe(Draft& draft, std::size_t row, const Luck& l, float market,
             const PopulationInputs& inputs) {
    const auto sd = static_cast<float>(inputs.luck.transitory_sd);
    const float mean_one = 0.5F * sd * sd;
    const auto basis = static_cast<std::size_t>(inputs.entry.basis_years);
    float sum = 0.0F;
    for (std::size_t y = 0; y < std::max<std::size_t>(basis, 2); ++y) {
        const float moved = market * hot::exp(sd * l.transitory[y] - mean_one);
        const float log = draft.deviation[row] + l.error[y] + hot::log(moved + (1.0F - market));
        if (y < basis) sum += log;
        if (y == 0) draft.observed[row] = hot::exp(log);
        if (y == 1) draft.observed_before[row] = hot::exp(log);
    }
    draft.score[row] = sum / static_cast<float>(basis);
    draft.measurement[row] = l.error[0];
}

std::uint8_t drawn_unmet(const WordBlock& words, const WordBlock& income, std::size_t i,
                         const Composition& c, bool poor) {
    std::uint8_t unmet = 0;
    for (std::size_t g = 0; g < guarantee_count; ++g) {
        const float u = hot::unit_uniform(g < 4 ? words.w[g][i] : income.w[1][i]);
        const auto rate = static_cast<float>(poor ? c.unmet[g].poor : c.unmet[g].others);
        unmet = static_cast<std::uint8_t>(unmet | (u < rate ? 1U << g : 0U));
    }
    return unmet;
}

struct DraftWords {
    WordBlock transitory, error, unmet, income;

    DraftWords(const SynthesisDraws& draws, std::uint32_t first) {
        draws.fill(transitory, first, SynthesisPurpose::transitory);
        draws.fill(error, first, SynthesisPurpose::measurement);
        draws.fill(unmet, first, SynthesisPurpose::unmet);
        draws.fill(income, first, SynthesisPurpose::income);
    }
};

void draw_luck(FileDraft& d, std::span<const FileHousehold> rows, const PopulationInputs& inputs,
               const SynthesisDraws& draws) {
    Draft& draft = d.draft;
    for (std::size_t first = 0; first < draft.households(); first += WordBlock::size) {
        const DraftWords words(draws, static_cast<std::uint32_t>(first));
        const std::size_t n = std::min<std::size_t>(WordBlock::size, draft.households() - first);
        for (std::size_t i = 0; i < n; ++i) {
            const std::size_t row = first + i;
            const float market =
                (d.income[0][row] + d.income[1][row]) /
                ((d.income[0][row] + d.income[1][row]) + (d.income[2][row] + d.income[3][row]));
            observe(draft, row, luck_of(words.transitory, words.error, i, inputs.luck), market,
                    inputs);
            const std::uint8_t known = rows[d.row[row]].unmet;
            const auto unmet = [&](bool poor) {
                return static_cast<std::uint8_t>(
                    known | drawn_unmet(words.unmet, words.income, i, inputs.composition, poor));
            };
            draft.unmet_if_poor[row] = unmet(true);
            draft.unmet_if_not[row] = unmet(false);
        }
    }
}

}  // namespace

LowIncome settle_low_income(std::array<double, source_count>& income, double floor) {
    const double total = total_of(income);
    const bool negative = std::any_of(income.begin(), income.end(), [](double y) { return y < 0; });
    const bool low = total < floor || !(total > 0.0);
    if (!negative && !low) return LowIncome::none;
    for (double& source : income) source = std::max(source, 0.0);
    const double above_zero = total_of(income);
    const double wanted = low ? floor : total;
    if (above_zero > 0.0)
        for (double& source : income) source *= wanted / above_zero;
    else
        income[static_cast<std::size_t>(Source::operating)] = wanted;
    return low ? LowIncome::bottom_coded : LowIncome::netted;
}

FileDraft draft_from_file(const PopulationInputs& inputs, std::size_t county, const County& area,
                          const std::vector<std::uint32_t>& copies, Isa isa) {
    const std::span<const FileHousehold> rows = inputs.microdata->households->of(county);
    FileDraft d;
    d.county = county;
    for (std::uint32_t row = 0; row < rows.size(); ++row)
        for (std::uint32_t copy = 0; copy < copies[row]; ++copy) {
            d.row.push_back(row);
            d.draft.size.push_back(rows[row].people);
            d.draft.people += rows[row].people;
        }
    resize(d.draft, d.row.size());
    const Incomes incomes = incomes_of(d, rows, inputs, area.id);
    for (std::size_t s = 0; s < source_count; ++s)
        for (const auto& sources : incomes.sources)
            d.income[s].push_back(static_cast<float>(sources[s]));
    for (std::size_t i = 0; i < incomes.total.size(); ++i)
        d.draft.deviation[i] = static_cast<float>(math::log(incomes.total[i]));
    draw_luck(d, rows, inputs, SynthesisDraws(inputs.seed, area.code, isa));
    return d;
}

}  // namespace zhaimao
