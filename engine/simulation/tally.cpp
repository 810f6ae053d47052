#include "engine/simulation/tally.h"

#include <numeric>

#include "engine/core/contracts.h"
#include "engine/core/math/hot.h"

namespace zhaimao {
namespace {

void count_status(Tally& t, const CountyWorld& county, std::size_t c, std::uint32_t traits) {
    const Status now = county.state.cases.status(c);
    const std::int64_t people = trait::People::get(traits);
    t.moved[county.status_before[c]][static_cast<std::size_t>(now)] += people;
    if (!on_register(now)) return;
    t.poor_people += people;
    t.poor_households += 1;
    t.cohort_people += county.state.cases.cohort[c] != 0 ? people : 0;
}

void count_lacking(Tally& t, const CountyWorld& county, std::size_t c, bool under_line,
                   std::uint32_t traits) {
    const std::uint32_t unmet = state::Unmet::get(county.state.cases.state[c]);
    const auto lacks = std::size_t{count_bits(unmet)} + (under_line ? 1 : 0);
    t.lacking[lacks] += trait::People::get(traits);
}

void count_cases(Tally& t, const CountyWorld& county, float line) {
    const CaseYear& year = county.cases;
    for (std::size_t c = 0; c < county.state.cases.size(); ++c) {
        count_status(t, county, c, year.traits[c]);
        const auto people = static_cast<double>(year.people[c]);
        const bool registered = on_register(county.state.cases.status(c));
        const float income = year.income[c] + year.top_up[c];
        t.incomes.count(income, line, people, registered);
        count_lacking(t, county, c, income < line, year.traits[c]);
        for (std::size_t s = 0; s < source_count; ++s)
            t.incomes.source[s] += people * static_cast<double>(year.base[s][c] + year.gain[s][c]);
        t.incomes.source[static_cast<std::size_t>(Source::transfers)] +=
            people * static_cast<double>(year.support[c] + year.top_up[c]);
    }
}

void count_others(Tally& t, const CountyWorld& county) {
    const LiveSums& sums = county.sums;
    IncomeTally& incomes = t.incomes;
    incomes.people += sums.people;
    incomes.income += sums.income;
    for (std::size_t s = 0; s < 3; ++s) incomes.source[s] += sums.source[s];
    incomes.source[3] += sums.income - (sums.source[0] + sums.source[1] + sums.source[2]);
    for (std::size_t a = 0; a < 3; ++a) incomes.poverty[a] += sums.poverty[a];
    incomes.not_finite += sums.not_finite;
}

void count_events(Tally& t, const CountyWorld& county, int year) {
    t.exits = county.exits;
    t.exited_ever = county.exited_ever;
    t.able = county.assessed.able_people;
    t.plan_shortfall = county.plan_shortfall;
    for (std::size_t k = 0; k < cause_count; ++k) {
        t.relapsed += county.entries.relapsed[k];
        t.newly_poor += county.entries.newly_poor[k];
    }
    t.top_up_fen = county.assessed.top_up_fen;
    for (const ServiceYear& service : county.services) {
        t.support_fen += service.paid_fen;
        t.dividend_fen += service.flows.dividends;
        t.village_fen += service.flows.village;
    }
    t.counties_delisted = county.delisting.delisted_in != 0 ? 1 : 0;
    t.counties_approved = county.approved_in != 0 ? 1 : 0;
    if (county.delisting.delisted_in != 0 && county.delisting.delisted_in < year)
        t.relapsed_after_delisting = t.relapsed;
    t.villages_exited = county.villages.exited;
    t.truth = county.truth;
    t.exited_after = county.exited_after;
    t.relapsed_after = county.entries.relapsed_after;
}

// Whoever is no case was never on the register; all people are somewhere.
void close(Tally& t, const CountyPopulation& population) {
    std::int64_t counted = 0;
    for (const auto& row : t.moved) counted = std::accumulate(row.begin(), row.end(), counted);
    t.moved[0][0] += population.people - counted;
    INVARIANT(t.moved[0][0] >= 0, "more people among the cases than in the county");
    INVARIANT(t.poor_people <= population.people, "more poor people than people");
}

}  // namespace

void Tally::add(const Tally& o) {
    rural_people += o.rural_people;
    poor_people += o.poor_people;
    poor_households += o.poor_households;
    cohort_people += o.cohort_people;
    screened_people += o.screened_people;
    exits += o.exits;
    exited_ever += o.exited_ever;
    able += o.able;
    plan_shortfall += o.plan_shortfall;
    relapsed += o.relapsed;
    newly_poor += o.newly_poor;
    counties_delisted += o.counties_delisted;
    counties_approved += o.counties_approved;
    relapsed_after_delisting += o.relapsed_after_delisting;
    villages_exited += o.villages_exited;
    support_fen += o.support_fen;
    top_up_fen += o.top_up_fen;
    dividend_fen += o.dividend_fen;
    village_fen += o.village_fen;
    truth.exited += o.truth.exited;
    truth.wrong += o.truth.wrong;
    truth.unregistered += o.truth.unregistered;
    truth.missed += o.truth.missed;
    for (std::size_t k = 0; k < spell_count; ++k) {
        exited_after[k] += o.exited_after[k];
        relapsed_after[k] += o.relapsed_after[k];
    }
    for (std::size_t i = 0; i < status_count; ++i)
        for (std::size_t j = 0; j < status_count; ++j) moved[i][j] += o.moved[i][j];
    for (std::size_t k = 0; k < lacking.size(); ++k) lacking[k] += o.lacking[k];
    incomes.add(o.incomes);
}

Tally tally_year(const World& world, std::size_t county, int year) {
    const CountyWorld& w = world.counties[county];
    Tally t;
    t.rural_people = world.scenario.counties[county].rural_people;
    t.incomes.classes = w.classes;
    count_others(t, w);
    count_cases(t, w, static_cast<float>(world.scenario.line_in(year)));
    count_events(t, w, year);
    for (std::uint32_t row : w.state.screened)
        t.screened_people += trait::People::get(world.population->counties[county].traits[row]);
    close(t, world.population->counties[county]);
    return t;
}

Tally tally_start(const World& world, std::size_t county) {
    const CountyWorld& w = world.counties[county];
    const CountyPopulation& p = world.population->counties[county];
    Tally t;
    t.rural_people = world.scenario.counties[county].rural_people;
    t.incomes = p.start;
    if (!world.scenario.recording.income_classes) t.incomes.classes.clear();
    const auto line = static_cast<float>(world.scenario.line_in(world.scenario.start));
    for (std::size_t c = 0; c < w.state.cases.size(); ++c) {
        const std::uint32_t row = w.state.cases.row[c];
        count_status(t, w, c, p.traits[row]);
        const float income = p.observed[row] / hot::exp(p.measurement[row]);
        count_lacking(t, w, c, income < line, p.traits[row]);
    }
    for (std::uint32_t row : w.state.screened)
        t.screened_people += trait::People::get(p.traits[row]);
    for (const ServiceYear& service : w.services) t.support_fen += service.paid_fen;
    close(t, p);
    return t;
}

}  // namespace zhaimao
