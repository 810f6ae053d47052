#include "engine/simulation/tally.h"

#include <algorithm>
#include <numeric>

#include "engine/core/contracts.h"
#include "engine/core/math/hot.h"
#include "engine/simulation/served.h"

namespace zhaimao {
namespace {

// Where a case stands at the end of the year, in bits: how many guarantees are unmet, under the
// line or not, of the cohort or not, its status now and before.
using Gaps = BitField<0, 3>;
using UnderLine = BitField<3, 1>;
using Cohort = BitField<4, 1>;
using Now = BitField<5, 2>;
using Before = BitField<7, 2>;
constexpr std::size_t standing_count = std::size_t{1} << 9;

std::uint32_t standing_of(std::uint32_t state_word, std::uint32_t before, std::uint32_t cohort,
                          bool under_line) {
    return count_bits(state::Unmet::get(state_word)) | (under_line ? 1U : 0U) << UnderLine::shift |
           cohort << Cohort::shift | state::Status::get(state_word) << Now::shift |
           before << Before::shift;
}

// The cases by standing: households in the upper half of the word, their people in the lower.
class Standings {
   public:
    void add(std::uint32_t standing, std::uint32_t people) {
        of_[standing] += std::uint64_t{1} << 32 | people;
    }
    void add_to(Tally& t) const {
        for (std::uint32_t k = 0; k < standing_count; ++k)
            if (of_[k] != 0) add_to(t, k, of_[k] & 0xFFFFFFFFU, of_[k] >> 32);
    }
    const Standings& add_to(IncomeTally& t) const {
        for (std::uint32_t k = 0; k < standing_count; ++k) {
            const auto people = static_cast<double>(of_[k] & 0xFFFFFFFFU);
            t.people += people;
            t.registered_people += on_register(static_cast<Status>(Now::get(k))) ? people : 0.0;
            t.poverty[0] += UnderLine::get(k) != 0 ? people : 0.0;
        }
        return *this;
    }

   private:
    static void add_to(Tally& t, std::uint32_t k, std::uint64_t of_people,
                       std::uint64_t of_households) {
        const auto people = static_cast<std::int64_t>(of_people);
        const std::uint32_t now = Now::get(k);
        t.moved[Before::get(k)][now] += people;
        t.lacking[Gaps::get(k) + UnderLine::get(k)] += people;
        if (!on_register(static_cast<Status>(now))) return;
        t.poor_people += people;
        t.poor_households += static_cast<std::int64_t>(of_households);
        t.cohort_people += Cohort::get(k) != 0 ? people : 0;
    }

    std::array<std::uint64_t, standing_count> of_{};
};

Standings count_standings(const CountyWorld& county, const std::vector<float>& income, float line) {
    const Cases& cases = county.state.cases;
    std::vector<std::uint32_t> standing(cases.size());
    for (std::size_t c = 0; c < standing.size(); ++c)
        standing[c] =
            standing_of(cases.state[c], county.status_before[c], cases.cohort[c], income[c] < line);
    Standings standings;
    for (std::size_t c = 0; c < standing.size(); ++c)
        standings.add(standing[c], trait::People::get(cases.traits[c]));
    return standings;
}

void add_sums(IncomeTally& t, const CaseSums& sums) {
    t.income += sums.income;
    t.registered_income += sums.registered_income;
    for (std::size_t s = 0; s < source_count; ++s) t.source[s] += sums.source[s];
    t.poverty[1] += sums.gap;
    t.poverty[2] += sums.squared_gap;
}

void count_not_finite(IncomeTally& t, const std::vector<float>& income) {
    std::uint32_t households = 0;
    for (const float y : income) households += y - y == 0.0F ? 0 : 1;
    t.not_finite += households;
}

void count_classes(IncomeTally& t, const CaseYear& year, const std::vector<float>& income) {
    if (t.classes.empty()) return;
    for (std::size_t c = 0; c < income.size(); ++c)
        t.classes[static_cast<std::size_t>(income_class_of(income[c]))] +=
            trait::People::get(year.traits[c]);
}

TallyPass pass_of(const CountyWorld& county, float line, double support_error) {
    const CaseYear& year = county.cases;
    TallyPass pass;
    pass.cases = county.state.cases.size();
    pass.line = line;
    pass.support_error = support_error;
    pass.state = county.state.cases.state.data();
    pass.people = year.people.data();
    pass.earned = year.income.data();
    pass.support = year.support.data();
    pass.top_up = year.top_up.data();
    for (std::size_t s = 0; s < source_count; ++s) {
        pass.base[s] = year.base[s].data();
        pass.gain[s] = year.gain[s].data();
    }
    return pass;
}

void count_cases(Tally& t, const World& world, const CountyWorld& county, int year) {
    const auto line = static_cast<float>(world.scenario.line_in(year));
    TallyPass pass = pass_of(county, line, receipt_error(payments_at_most(world.scenario, year)));
    std::vector<float> income(pass.cases);
    pass.income = income.data();
    world.tally(pass);
    add_sums(t.incomes, pass.sums);
    t.top_up_fen = static_cast<std::int64_t>(pass.sums.top_up_fen);
    t.received = {pass.sums.received_fen, pass.sums.unsure_fen};
    count_not_finite(t.incomes, income);
    count_standings(county, income, line).add_to(t.incomes).add_to(t);
    count_classes(t.incomes, county.cases, income);
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
    t.exits = county.exits.people;
    t.exited_ever = county.exited_ever;
    t.able = county.able_people;
    t.plan_shortfall = county.plan_shortfall;
    t.entries = county.entries;
    t.services = county.services;
    t.poor_before = county.poor_before;
    for (const ServiceYear& service : county.services) {
        t.support_fen += service.paid_fen;
        t.dividend_fen += service.flows.dividends;
        t.village_fen += service.flows.village;
    }
    t.counties_delisted = county.delisting.delisted_in != 0 ? 1 : 0;
    t.counties_approved = county.approved_in != 0 ? 1 : 0;
    if (county.delisting.delisted_in != 0 && county.delisting.delisted_in < year)
        t.relapsed_after_delisting = t.relapsed();
    t.villages_exited = county.villages.exited;
    t.truth = county.truth;
    t.exited_after = county.exits.after;
}

// Whoever is no case was never on the register; all people are somewhere.
void close(Tally& t, const CountyPopulation& population) {
    std::int64_t found = 0;
    for (const auto& row : t.moved) found = std::accumulate(row.begin(), row.end(), found);
    t.moved[0][0] += population.people - found;
    INVARIANT(t.moved[0][0] >= 0, "more people among the cases than in the county");
    INVARIANT(t.poor_people <= population.people, "more poor people than people");
}

template <std::size_t n>
void add_each(std::array<std::int64_t, n>& sums, const std::array<std::int64_t, n>& more) {
    for (std::size_t k = 0; k < n; ++k) sums[k] += more[k];
}

// A task that is not set adds nothing.
void add_service(ServiceYear& sum, const ServiceYear& s) {
    sum.task += std::max<std::int64_t>(0, s.task);
    sum.eligible_households += s.eligible_households;
    sum.served.units += s.served.units;
    sum.served.households += s.served.households;
    sum.served.people += s.served.people;
    sum.paid_fen += s.paid_fen;
    sum.would_fail += s.would_fail;
    sum.given.people += s.given.people;
    sum.given.poor_people += s.given.poor_people;
    sum.given.poorest_people += s.given.poorest_people;
    sum.given.money += s.given.money;
    sum.given.poorest_money += s.given.poorest_money;
    sum.flows.dividends += s.flows.dividends;
    sum.flows.lent += s.flows.lent;
    sum.flows.repaid += s.flows.repaid;
    sum.flows.written_off += s.flows.written_off;
}

std::int64_t total(const std::array<std::int64_t, cause_count>& people) {
    return std::accumulate(people.begin(), people.end(), std::int64_t{0});
}

}  // namespace

std::int64_t Tally::relapsed() const {
    return total(entries.relapsed);
}

std::int64_t Tally::newly_poor() const {
    return total(entries.newly_poor);
}

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
    add_each(exited_after, o.exited_after);
    add_each(entries.newly_poor, o.entries.newly_poor);
    add_each(entries.relapsed, o.entries.relapsed);
    add_each(entries.relapsed_after, o.entries.relapsed_after);
    services.resize(o.services.size());
    for (std::size_t i = 0; i < services.size(); ++i) add_service(services[i], o.services[i]);
    poor_before += o.poor_before;
    for (std::size_t i = 0; i < status_count; ++i) add_each(moved[i], o.moved[i]);
    add_each(lacking, o.lacking);
    incomes.add(o.incomes);
}

TallyKernel tally_kernel_baseline();
TallyKernel tally_kernel_v3();
TallyKernel tally_kernel_v4();

TallyKernel tally_kernel(Isa isa) {
    return of_level(isa, tally_kernel_baseline, tally_kernel_v3, tally_kernel_v4)();
}

Tally tally_year(const World& world, std::size_t county, int year) {
    const CountyWorld& w = world.counties[county];
    Tally t;
    t.rural_people = world.scenario.counties[county].rural_people;
    t.incomes.classes = w.classes;
    count_others(t, w);
    count_cases(t, world, w, year);
    count_events(t, w, year);
    for (const std::uint32_t traits : w.state.screened.traits)
        t.screened_people += trait::People::get(traits);
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
    std::vector<float> income = w.state.cases.observed;  // of the start year
    for (std::size_t c = 0; c < income.size(); ++c)      // without the measurement error
        income[c] /= hot::exp(w.state.cases.measurement[c]);
    count_standings(w, income, line).add_to(t);
    for (const std::uint32_t traits : w.state.screened.traits)
        t.screened_people += trait::People::get(traits);
    t.services = w.services;
    for (const ServiceYear& service : w.services) t.support_fen += service.paid_fen;
    close(t, p);
    return t;
}

}  // namespace zhaimao
