#include "engine/simulation/record_distribution.h"

#include "engine/population/measures/class_measures.h"
#include "engine/population/measures/entropy.h"
#include "engine/population/measures/lorenz.h"
#include "engine/population/measures/multidimensional.h"

namespace zhaimao {
namespace {

constexpr double inequality_aversion = 0.5;
constexpr double cutoff = 1.0 / 3.0;

// One area and year of the record.
struct AreaYear {
    World& world;
    std::size_t area;
    int year;

    void set(Indicator indicator, double value) const {
        world.record[world.layout.area_year(indicator, area, year)] = value;
    }
};

void write_gaps(const AreaYear& place, const IncomeTally& incomes, double line) {
    const auto& [poor, gap, squared] = incomes.poverty;
    place.set(Indicator::total_gap, line * gap);
    place.set(Indicator::mean_gap, poor > 0.0 ? line * gap / poor : 0.0);
}

void write_indices(const AreaYear& place, const measures::Distribution& d, double line) {
    place.set(Indicator::watts, watts(d, line).value);
    place.set(Indicator::theil_t, theil_t(d).value);
    place.set(Indicator::theil_l, theil_l(d).value);
    place.set(Indicator::atkinson, atkinson(d, inequality_aversion).value);
    place.set(Indicator::hoover, hoover(d));
}

void write_groups(const AreaYear& place, const measures::Distribution& d) {
    const std::vector<double> means = group_means(d, ventile_count);
    for (std::size_t v = 0; v < ventile_count; ++v)
        place.world.record[place.world.layout.ventile(v, place.area, place.year)] = means[v];
    const std::vector<double> tenths = group_shares(d, 10);
    place.set(Indicator::decile_1_share, tenths[0]);
    place.set(Indicator::bottom_40_share, tenths[0] + tenths[1] + tenths[2] + tenths[3]);
    place.set(Indicator::decile_10_share, tenths[9]);
}

// With equal weights only the number of lacks counts: one row for each number.
void write_lacking(const AreaYear& place, const Tally& tally) {
    std::vector<std::uint32_t> lacks;
    std::vector<double> people;
    for (std::size_t k = 0; k < tally.lacking.size(); ++k) {
        lacks.push_back((1U << k) - 1U);
        people.push_back(static_cast<double>(tally.lacking[k]));
    }
    const std::vector<double> weights(tally.lacking.size() - 1, 1.0);
    const measures::Multidimensional m = measures::alkire_foster(lacks, people, weights, cutoff);
    place.set(Indicator::multidimensional_headcount, m.headcount);
    place.set(Indicator::multidimensional_intensity, m.intensity);
    place.set(Indicator::multidimensional_poverty, m.adjusted);
}

}  // namespace

void record_distribution(World& world, const Tally& tally, std::size_t area, int year) {
    const AreaYear place{world, area, year};
    const double line = world.scenario.line_in(year);
    write_gaps(place, tally.incomes, line);
    write_lacking(place, tally);
    const measures::Distribution incomes = distribution_of_classes(tally.incomes.classes);
    write_indices(place, incomes, line);
    write_groups(place, incomes);
}

}  // namespace zhaimao
