#include "engine/population/report_marginals.h"

#include <cmath>
#include <limits>

#include "engine/population/census.h"
#include "engine/population/hot_marginals.h"

namespace zhaimao {
namespace {

MarginalCounts count(const CountyPopulation& p, const Composition& c, Isa isa) {
    MarginalKernel k;
    k.traits = p.traits.data();
    k.state = p.state.data();
    std::size_t at = 0;
    const auto add = [&](const RateByPoverty& rate) {
        k.rate[0][at] = rate.others;
        k.rate[1][at++] = rate.poor;
    };
    add(c.no_worker);
    for (const RateByPoverty& rate : c.students) add(rate);
    for (const RateByPoverty& rate : c.unmet) add(rate);
    return marginal_kernel(isa)(k, p.households());
}

// People's permanent incomes, household by household and source by source.
double income_in_order(const CountyPopulation& p) {
    double income = 0.0;
    for (std::size_t row = 0; row < p.households(); ++row)
        for (const std::vector<float>& source : p.income)
            income += static_cast<double>(trait::People::get(p.traits[row])) *
                      static_cast<double>(source[row]);
    return income;
}

// The same number, without another look at the incomes where no sum of them was ever rounded: all
// are whole multiples of the last place of the least one, and the whole sum is less than 2^52 of
// these.
double income_of(const CountyPopulation& p) {
    const double sum =
        (p.start.source[0] + p.start.source[1]) + (p.start.source[2] + p.start.source[3]);
    const auto least = static_cast<double>(p.least_income);
    if (!(least > 0.0)) return income_in_order(p);
    constexpr int places = std::numeric_limits<double>::digits - std::numeric_limits<float>::digits;
    return sum < std::ldexp(1.0, std::ilogb(least) + places) ? sum : income_in_order(p);
}

}  // namespace

std::vector<Marginal> report_marginals(const PopulationInputs& inputs, std::size_t county,
                                       const County& area, const CountyPopulation& population,
                                       Isa isa) {
    std::vector<Marginal> marginals;
    const MarginalCounts n = count(population, composition_in(inputs, county), isa);
    const auto households = static_cast<double>(population.households());
    const auto people = static_cast<double>(n.people);
    const auto registered = static_cast<double>(n.registered_households);
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    const CountyMarginals& m = inputs.counties[county];
    const auto weight = static_cast<double>(inputs.one_in);
    const auto add = [&](std::string variable, double target, double achieved) {
        marginals.push_back({county, std::move(variable), target, achieved});
    };
    add("rural_people", static_cast<double>(area.rural_people), weight * people);
    add("registered_people", static_cast<double>(area.registered_poor),
        weight * static_cast<double>(n.registered));
    add("people_per_household", m.mean_size.value_or(unknown), people / households);
    add("mean_permanent_income", m.mean_income.value_or(m.published_income.value_or(unknown)),
        income_of(population) / people);
    // What a file says itself has no target.
    const AttributesInFile known =
        inputs.microdata ? inputs.microdata->mapping.attributes() : AttributesInFile{};
    std::size_t at = 0;
    const auto add_share = [&](std::string_view variable, std::string_view id, bool is_known) {
        add(std::string(variable).append(id), is_known ? unknown : n.wanted[at] / households,
            static_cast<double>(n.reached[at]) / households);
        ++at;
    };
    add_share("share_without_worker", "", known.workers);
    for (std::size_t s = 0; s < stage_count; ++s)
        add_share("share_with_student_", stage_ids[s], known.students[s]);
    for (std::size_t g = 0; g < guarantee_count; ++g)
        add_share("share_unmet_", guarantee_ids[g], known.unmet[g]);
    add("registered_households", unknown, weight * registered);
    add("registered_in_registered_villages", unknown,
        registered > 0 ? static_cast<double>(n.in_villages) / registered : 0.0);
    marginals.insert(marginals.end(), population.reading.begin(), population.reading.end());
    return marginals;
}

}  // namespace zhaimao
