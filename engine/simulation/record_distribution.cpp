#include "engine/simulation/record_distribution.h"

#include "engine/population/measures/class_measures.h"
#include "engine/population/measures/entropy.h"
#include "engine/population/measures/lorenz.h"
#include "engine/population/measures/multidimensional.h"

namespace zhaimao {
namespace {

constexpr double inequality_aversion = 0.5;
constexpr double cutoff = 1.0 / 3.0;

void write_gaps(const RecordCells& cells, const IncomeTally& incomes, double line) {
    const auto& [poor, gap, squared] = incomes.poverty;
    cells.set(Indicator::total_gap, line * gap);
    cells.set(Indicator::mean_gap, poor > 0.0 ? line * gap / poor : 0.0);
}

void write_indices(const RecordCells& cells, const measures::Distribution& d, double line) {
    cells.set(Indicator::watts, watts(d, line).value);
    cells.set(Indicator::theil_t, theil_t(d).value);
    cells.set(Indicator::theil_l, theil_l(d).value);
    cells.set(Indicator::atkinson, atkinson(d, inequality_aversion).value);
    cells.set(Indicator::hoover, hoover(d));
}

void write_groups(const RecordCells& cells, const measures::Distribution& d) {
    const std::vector<double> means = group_means(d, ventile_count);
    for (std::size_t v = 0; v < ventile_count; ++v) cells.set_ventile(v, means[v]);
    const std::vector<double> tenths = group_shares(d, 10);
    cells.set(Indicator::decile_1_share, tenths[0]);
    cells.set(Indicator::bottom_40_share, tenths[0] + tenths[1] + tenths[2] + tenths[3]);
    cells.set(Indicator::decile_10_share, tenths[9]);
}

// With equal weights only the number of lacks counts: one row for each number.
void write_lacking(const RecordCells& cells, const Tally& tally) {
    std::vector<std::uint32_t> lacks;
    std::vector<double> people;
    for (std::size_t k = 0; k < tally.lacking.size(); ++k) {
        lacks.push_back((1U << k) - 1U);
        people.push_back(static_cast<double>(tally.lacking[k]));
    }
    const std::vector<double> weights(tally.lacking.size() - 1, 1.0);
    const measures::Multidimensional m = measures::alkire_foster(lacks, people, weights, cutoff);
    cells.set(Indicator::multidimensional_headcount, m.headcount);
    cells.set(Indicator::multidimensional_intensity, m.intensity);
    cells.set(Indicator::multidimensional_poverty, m.adjusted);
}

}  // namespace

void record_distribution(const RecordCells& cells, const Tally& tally) {
    const double line = cells.world.scenario.line_in(cells.year);
    write_gaps(cells, tally.incomes, line);
    write_lacking(cells, tally);
    const measures::Distribution incomes = distribution_of_classes(tally.incomes.classes);
    write_indices(cells, incomes, line);
    write_groups(cells, incomes);
}

}  // namespace zhaimao
