#include "engine/population/report_marginals.h"

#include <limits>

#include "engine/population/census.h"

namespace zhaimao {
namespace {

struct Counts {
    double households = 0, people = 0, poor = 0, registered = 0, registered_households = 0,
           income = 0, idle = 0, idle_target = 0, in_villages = 0;
    std::array<double, stage_count> students{}, students_target{};
    std::array<double, guarantee_count> unmet{}, unmet_target{};
};

void count_household(Counts& n, const CountyPopulation& p, std::size_t row, const Composition& c) {
    const std::uint32_t traits = p.traits[row];
    const bool poor = trait::Poor::get(traits) != 0;
    const double people = trait::People::get(traits);
    n.households += 1;
    n.people += people;
    n.poor += poor ? 1 : 0;
    for (const std::vector<float>& source : p.income)
        n.income += people * static_cast<double>(source[row]);
    if (on_register(status_of(p.state[row]))) {
        n.registered += people;
        n.registered_households += 1;
        n.in_villages += trait::RegisteredVillage::get(traits);
    }
    const auto rate = [&](const RateByPoverty& r) { return poor ? r.poor : r.others; };
    n.idle += trait::Workers::get(traits) == 0 ? 1 : 0;
    n.idle_target += rate(c.no_worker);
    for (std::size_t s = 0; s < stage_count; ++s) {
        n.students[s] += (trait::Students::get(traits) >> s) & 1U;
        n.students_target[s] += rate(c.students[s]);
    }
    for (std::size_t g = 0; g < guarantee_count; ++g) {
        n.unmet[g] += (trait::Unmet::get(traits) >> g) & 1U;
        n.unmet_target[g] += rate(c.unmet[g]);
    }
}

}  // namespace

std::vector<Marginal> report_marginals(const PopulationInputs& inputs, std::size_t county,
                                       const County& area, const CountyPopulation& population) {
    std::vector<Marginal> marginals;
    Counts n;
    const Composition composition = composition_in(inputs, county);
    for (std::size_t row = 0; row < population.households(); ++row)
        count_household(n, population, row, composition);
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    const CountyMarginals& m = inputs.counties[county];
    const auto weight = static_cast<double>(inputs.one_in);
    const auto add = [&](std::string variable, double target, double achieved) {
        marginals.push_back({county, std::move(variable), target, achieved});
    };
    add("rural_people", static_cast<double>(area.rural_people), weight * n.people);
    add("registered_people", static_cast<double>(area.registered_poor), weight * n.registered);
    add("people_per_household", m.mean_size.value_or(unknown), n.people / n.households);
    add("mean_permanent_income", m.mean_income.value_or(m.published_income.value_or(unknown)),
        n.income / n.people);
    // What a file says itself has no target.
    const AttributesInFile known =
        inputs.microdata ? inputs.microdata->mapping.attributes() : AttributesInFile{};
    const auto add_share = [&](std::string variable, bool is_known, double target, double count) {
        add(std::move(variable), is_known ? unknown : target / n.households, count / n.households);
    };
    add_share("share_without_worker", known.workers, n.idle_target, n.idle);
    for (std::size_t s = 0; s < stage_count; ++s)
        add_share("share_with_student_" + std::string(stage_ids[s]), known.students[s],
                  n.students_target[s], n.students[s]);
    for (std::size_t g = 0; g < guarantee_count; ++g)
        add_share("share_unmet_" + std::string(guarantee_ids[g]), known.unmet[g], n.unmet_target[g],
                  n.unmet[g]);
    add("registered_households", unknown, weight * n.registered_households);
    add("registered_in_registered_villages", unknown,
        n.registered_households > 0 ? n.in_villages / n.registered_households : 0.0);
    marginals.insert(marginals.end(), population.reading.begin(), population.reading.end());
    return marginals;
}

}  // namespace zhaimao
