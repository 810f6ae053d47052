#include <algorithm>

#include "engine/interventions/possible.h"
#include "engine/simulation/consistency_messages.h"

namespace zhaimao {
namespace {

// Whether anybody can be enrolled; an entitlement enrols nobody.
bool enrols(const Intervention& iv) {
    const auto some = [](const std::vector<double>& by_year) {
        return std::any_of(by_year.begin(), by_year.end(), [](double v) { return v > 0.0; });
    };
    return !iv.is_entitlement() && (!iv.capacity || some(iv.capacity->by_year)) &&
           (!iv.capacity_share || *iv.capacity_share > 0.0) && (!iv.take_up || some(*iv.take_up));
}

bool occurs(const RateByPoverty& rate) {
    return rate.poor > 0.0 || rate.others > 0.0;
}

bool strikes(const Scenario& s, Cause cause) {
    return std::any_of(s.dynamics.events.begin(), s.dynamics.events.end(),
                       [&](const Event& e) { return e.cause == cause && e.probability > 0.0; });
}

// Workers age out, pupils begin, go on to the next stage, and start to work.
void grow_older(HouseholdDomain& d, const LifeCourse& course) {
    if (course.ageing > 0.0) d.can_lack_workers = true;
    if (course.begins_school > 0.0) d.stages |= bit_of(Stage::primary);
    for (std::size_t i = 0; i + 1 < stage_count; ++i)
        if ((d.stages >> i & 1U) != 0 && course.stages[i].goes_on > 0.0) d.stages |= 2U << i;
    if (d.stages != 0) d.can_have_workers = true;
}

// What a file of households holds is not known before it is read: anything can be.
void admit_file(HouseholdDomain& d, const MicrodataInputs& microdata) {
    const AttributesInFile known = microdata.mapping.attributes();
    d.people.clear();
    for (std::uint32_t people = 1; people <= trait::People::max; ++people)
        d.people.push_back(static_cast<int>(people));
    if (known.workers) d.can_lack_workers = d.can_have_workers = true;
    for (std::size_t i = 0; i < stage_count; ++i) d.stages |= known.students[i] ? 1U << i : 0U;
    for (std::size_t i = 0; i < guarantee_count; ++i) d.unmet |= known.unmet[i] ? 1U << i : 0U;
}

HouseholdDomain domain_of(const Scenario& s) {
    const Composition& c = s.population.composition;
    HouseholdDomain d;
    for (std::size_t i = 0; i < c.size_shares.size(); ++i)
        if (c.size_shares[i] > 0.0) d.people.push_back(static_cast<int>(i) + 1);
    d.can_lack_workers = occurs(c.no_worker);
    d.can_have_workers = c.no_worker.poor < 1.0 || c.no_worker.others < 1.0;
    for (std::size_t i = 0; i < stage_count; ++i)
        if (occurs(c.students[i])) d.stages |= 1U << i;
    for (std::size_t i = 0; i < guarantee_count; ++i)
        if (occurs(c.unmet[i])) d.unmet |= 1U << i;
    if (s.population.microdata) admit_file(d, *s.population.microdata);
    if (s.dynamics.life_course) grow_older(d, *s.dynamics.life_course);
    d.can_be_ill = strikes(s, Cause::illness);
    d.can_be_disabled = strikes(s, Cause::disability);
    d.registered_villages = d.other_villages = false;
    for (const CountyMarginals& county : s.population.counties) {
        d.registered_villages = d.registered_villages || county.registered_villages > 0;
        d.other_villages = d.other_villages || county.registered_villages < county.villages;
    }
    for (const County& county : s.counties) d.designations.push_back(county.designation);
    for (std::size_t i = 0; i < s.interventions.size() && i < 64; ++i)
        if (enrols(s.interventions[i])) d.enrolled |= std::uint64_t{1} << i;
    d.most_years_registered = s.horizon - s.start;
    return d;
}

bool names_enrolments(const Predicate& predicate) {
    const auto steps = predicate.steps();
    return std::any_of(steps.begin(), steps.end(), [](const Predicate::Step& s) {
        return s.op == Predicate::Op::field && s.field == Predicate::Field::enrolled;
    });
}

}  // namespace

void check_eligible(ConsistencyMessages& messages, const Scenario& s) {
    if (s.counties.empty()) return;
    if (!messages.knows_years() || !messages.sound({"counties", "population", "events"})) return;
    const HouseholdDomain domain = domain_of(s);
    std::vector<std::string> ids;
    for (const Intervention& iv : s.interventions) ids.push_back(iv.id);
    for (const Intervention& iv : s.interventions) {
        const std::string path = "interventions." + iv.id + ".eligible";
        const std::string leans_on = names_enrolments(iv.eligible) ? "interventions" : path;
        if (!messages.sound({leans_on})) continue;
        if (const auto why = why_impossible(iv.eligible, domain, ids))
            messages.error(path, "no household can ever be eligible (" + *why +
                                     "). Change the predicate, or remove the intervention");
    }
}

}  // namespace zhaimao
