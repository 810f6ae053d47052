#include <cmath>

#include "engine/simulation/year.h"

namespace zhaimao {
namespace {

void meet(CountyWorld& county, TargetKind kind, bool met, int year) {
    int& first = county.met_in[static_cast<std::size_t>(kind)];
    if (met && first == 0) first = year;
}

// People of the register by village.
std::vector<std::int32_t> poor_by_village(const Cases& cases, std::size_t villages) {
    std::vector<std::int32_t> poor(villages, 0);
    for (std::size_t c = 0; c < cases.size(); ++c)
        if (on_register(cases.status(c)))
            poor[cases.village[c]] += static_cast<std::int32_t>(cases.people(c));
    return poor;
}

std::int64_t share_of_people(std::int64_t part, std::int64_t of, std::int64_t everybody) {
    return of == 0 ? 0
                   : std::llround(static_cast<double>(part) / static_cast<double>(of) *
                                  static_cast<double>(everybody));
}

// The errors that the assessment finds: everybody's true ones, or those of its sample.
void find_errors(const World& world, std::size_t c, int year, const Truth& truth,
                 CountyFacts& facts) {
    const CountyWorld& county = world.counties[c];
    facts.found = county.truth;
    if (world.scenario.inspection->sample)
        facts.found = inspect(truth, county.state, world.population->counties[c],
                              *world.scenario.inspection->sample, county.villages.people.size(),
                              world.draws, world.scenario.counties[c].code, year);
    facts.wrong_exit_people =
        share_of_people(facts.found.wrong, facts.found.exited, county.truth.exited);
    facts.missed_people =
        share_of_people(facts.found.missed, facts.found.unregistered, county.truth.unregistered);
}

void hold_against_rules(World& world, std::size_t c, int year, const Truth& truth,
                        std::int64_t poor_people) {
    const County& area = world.scenario.counties[c];
    CountyWorld& county = world.counties[c];
    county.rule_failed.assign(world.layout.rules(), 0);
    const DelistingRules* rules = world.scenario.delisting.rules_of(area);
    if (rules == nullptr) return;
    const bool was_delisted = county.delisting.delisted_in != 0;
    CountyFacts facts{poor_people, area.rural_people, {}, {}, {}};
    const bool is_open = !was_delisted || rules->revoked_by_relapse;
    if (is_open && rules->looks_at_truth()) find_errors(world, c, year, truth, facts);
    if (const ApprovalRule* approval = rules->approval())
        facts.approval = approval->draw(world.draws, area.code, year);
    delist(county.delisting, *rules, facts, year, county.rule_failed);
    if (was_delisted && !rules->revoked_by_relapse)
        county.rule_failed.assign(world.layout.rules(), 0);
    const int delisted_in = county.delisting.delisted_in;
    const int approved_in = delisted_in == 0 ? 0 : delisted_in + rules->approved_after;
    county.approved_in = approved_in <= year ? approved_in : 0;
    // What is revoked before the deadline has to be met again; afterwards it was met in time.
    if (delisted_in == 0 && year <= area.target.deadline)
        county.met_in[static_cast<std::size_t>(TargetKind::delisting)] = 0;
    meet(county, TargetKind::delisting, delisted_in != 0, year);
}

Truth look_at_truth(World& world, std::size_t c, int year) {
    CountyWorld& county = world.counties[c];
    Truth truth;
    if (!world.scenario.inspection) return truth;
    judge_cases(truth.case_fails, county.cases, county.state, *world.scenario.inspection,
                world.scenario.line_in(year));
    truth.missed = county.missed;
    county.truth = count_truth(truth, county.state, world.population->counties[c]);
    return truth;
}

}  // namespace

void delist(World& world, std::size_t c, int year) {
    const Scenario& s = world.scenario;
    CountyWorld& county = world.counties[c];
    const Cases& cases = county.state.cases;
    const OnRegister left = count_on_register(cases);
    meet(county, TargetKind::cohort, left.cohort == 0, year);
    meet(county, TargetKind::stock, left.people <= s.stock_tolerance, year);
    if (s.village_exit)
        county.villages.advance(*s.village_exit,
                                poor_by_village(cases, county.villages.people.size()),
                                county.village_fen, year);
    hold_against_rules(world, c, year, look_at_truth(world, c, year), left.people);
}

}  // namespace zhaimao
