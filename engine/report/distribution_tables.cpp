#include "engine/report/distribution_tables.h"

#include <array>

#include "engine/population/measures/growth_incidence.h"
#include "engine/report/summary_rows.h"
#include "engine/report/tables.h"

namespace zhaimao {
namespace {

using Ventiles = std::array<double, ventile_count>;

// By ventile, one value for each replicate.
using Curves = std::array<std::vector<double>, ventile_count>;

Curves means_of(const Ensemble& ensemble, std::size_t area, int year) {
    Curves means;
    for (std::size_t v = 0; v < ventile_count; ++v)
        means[v] = ensemble.row(ensemble.layout.ventile(v, area, year));
    return means;
}

Ventiles of_replicate(const Curves& curves, std::size_t replicate) {
    Ventiles values{};
    for (std::size_t v = 0; v < ventile_count; ++v) values[v] = curves[v][replicate];
    return values;
}

template <class Curve>
Curves curves(const Ensemble& ensemble, const Curve& curve) {
    Curves all;
    for (std::size_t r = 0; r < ensemble.replicates(); ++r) {
        const Ventiles values = curve(r);
        for (std::size_t v = 0; v < ventile_count; ++v) all[v].push_back(values[v]);
    }
    return all;
}

Ventiles cumulative_shares(const Ventiles& means) {
    Ventiles shares{};
    double sum = 0.0;
    for (std::size_t v = 0; v < ventile_count; ++v) shares[v] = sum += means[v];
    for (double& s : shares) s = sum > 0.0 ? s / sum : Summary::undefined;
    return shares;
}

Ventiles growth(const Ventiles& before, const Ventiles& after, int years) {
    Ventiles g{};
    for (std::size_t v = 0; v < ventile_count; ++v)
        g[v] = before[v] > 0.0 && after[v] > 0.0
                   ? measures::yearly_growth(before[v], after[v], years)
                   : Summary::undefined;
    return g;
}

void add_rows(Table& table, const ReportContext& context, std::size_t area, int year,
              const Curves& values, const Ventiles& places) {
    for (std::size_t v = 0; v < ventile_count; ++v) {
        const Summary s = summarise(values[v]);
        if (s.n == 0) continue;
        add_summary_row(
            table, {context.scenario, area_id(context, area), std::int64_t{year}, places[v]}, s);
    }
}

Table empty_table(const char* name, const char* place) {
    return {name, with_summary({{"scenario", CellType::text},
                                {"area_id", CellType::whole},
                                {"year", CellType::whole},
                                {place, CellType::real}})};
}

}  // namespace

Table lorenz_table(const ReportContext& context, const Ensemble& ensemble) {
    Table table = empty_table("lorenz", "population_share");
    Ventiles upper_ends{};
    for (std::size_t v = 0; v < ventile_count; ++v)
        upper_ends[v] = static_cast<double>(v + 1) / ventile_count;
    for_each_area_year(context, context.first_year, [&](std::size_t area, int year) {
        const Curves means = means_of(ensemble, area, year);
        const Curves shares = curves(
            ensemble, [&](std::size_t r) { return cumulative_shares(of_replicate(means, r)); });
        add_rows(table, context, area, year, shares, upper_ends);
    });
    return table;
}

Table growth_incidence_table(const ReportContext& context, const Ensemble& ensemble) {
    Table table = empty_table("growth_incidence", "percentile");
    Ventiles middles{};
    for (std::size_t v = 0; v < ventile_count; ++v)
        middles[v] = 100.0 * (static_cast<double>(v) + 0.5) / ventile_count;
    for_each_area_year(context, context.first_year + 1, [&](std::size_t area, int year) {
        const Curves before = means_of(ensemble, area, context.first_year);
        const Curves after = means_of(ensemble, area, year);
        const Curves rates = curves(ensemble, [&](std::size_t r) {
            return growth(of_replicate(before, r), of_replicate(after, r),
                          year - context.first_year);
        });
        add_rows(table, context, area, year, rates, middles);
    });
    return table;
}

}  // namespace zhaimao
