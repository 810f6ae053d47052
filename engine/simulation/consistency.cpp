#include "engine/simulation/consistency.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>

#include "engine/simulation/consistency_finder.h"

namespace zhaimao {
namespace {

std::string counted(std::int64_t number, const char* unit) {
    return std::to_string(number) + " " + unit;
}

// `of` is the key in the city's block and in each county's.
void check_total(Finder& finder, const char* of, const char* unit,
                 const std::optional<std::int64_t>& published, std::int64_t sum) {
    const std::string path = std::string("city.") + of;
    if (!published || *published == sum || !finder.sound({path, "counties"})) return;
    const std::int64_t off = std::abs(*published - sum);
    finder.error(path, "the counties' " + std::string(of) + " add up to " + counted(sum, unit) +
                           ", but the city has " + counted(*published, unit) + " (" +
                           counted(off, unit) + (sum > *published ? " too many" : " too few") +
                           "). Correct a county or the city");
}

void check_totals(Finder& finder, const Scenario& s) {
    std::int64_t rural = 0, poor = 0, villages = 0, registered = 0;
    for (std::size_t c = 0; c < s.counties.size(); ++c) {
        rural += s.counties[c].rural_people;
        poor += s.counties[c].registered_poor;
        villages += s.population.counties[c].villages;
        registered += s.population.counties[c].registered_villages;
    }
    check_total(finder, "rural_people", "people", s.city.rural_people, rural);
    check_total(finder, "registered_poor", "people", s.city.registered_poor, poor);
    check_total(finder, "villages", "villages", s.city.villages, villages);
    check_total(finder, "registered_villages", "villages", s.city.registered_villages, registered);
}

void check_exits(Finder& finder, const std::string& path, const std::vector<double>& by_year,
                 const Scenario& s) {
    if (!finder.sound({path, "counties", "start", "horizon"})) return;
    const double exits = std::accumulate(by_year.begin(), by_year.end(), 0.0);
    double everybody = 0.0;
    for (const County& county : s.counties) everybody += static_cast<double>(county.rural_people);
    if (exits > everybody)
        finder.warning(path, "adds up to " + counted(static_cast<std::int64_t>(exits), "people") +
                                 ", more than all rural people of the counties (" +
                                 std::to_string(static_cast<std::int64_t>(everybody)) +
                                 "). Give each year the exits of this year only");
}

void check_years(Finder& finder, const Intervention& iv, const Scenario& s) {
    const std::string path = "interventions." + iv.id;
    if (!finder.sound({path + ".from", path + ".until", "start", "horizon"})) return;
    if (iv.from > s.horizon)
        finder.warning(path + ".from", "begins in " + std::to_string(iv.from) +
                                           ", after the run's last year (" +
                                           std::to_string(s.horizon) + "): it serves nobody");
    else if (iv.until < iv.from)
        finder.error(path + ".until", "ends (" + std::to_string(iv.until) + ") before it begins (" +
                                          std::to_string(iv.from) +
                                          "). Put the earlier year first");
}

// The largest yearly expense of one student of the stages that the predicate names, or of any.
double largest_schooling(const Intervention& iv, const Scenario& s) {
    double named = -1.0, any = 0.0;
    for (const Predicate::Step& step : iv.eligible.steps())
        if (step.op == Predicate::Op::field && step.field == Predicate::Field::stage)
            named = std::max(named, s.dynamics.expenses.schooling[step.index]);
    for (const double expense : s.dynamics.expenses.schooling) any = std::max(any, expense);
    return named < 0.0 ? any : named;
}

double largest_illness(const Scenario& s) {
    double largest = 0.0;
    for (const Event& event : s.dynamics.events) largest = std::max(largest, event.expense);
    return largest;
}

void check_relief(Finder& finder, const Intervention& iv, const Scenario& s) {
    for (const NamedEffect& effect : iv.effects) {
        const auto* relief = std::get_if<Relieve>(&effect.effect);
        const std::string block = "interventions." + iv.id + ".effects." + effect.id + ".relieve";
        if (relief == nullptr || !finder.sound({block, "events", "expenses"})) continue;
        const bool school = relief->expense == Relieve::Expense::schooling;
        const double expense = school ? largest_schooling(iv, s) : largest_illness(s);
        if (relief->by.yuan <= expense) continue;
        const auto yuan = [](double value) {
            return counted(static_cast<std::int64_t>(std::llround(value)), "yuan");
        };
        const std::string kind = school ? "expenses.schooling" : "expenses of events";
        finder.warning(block + ".by",
                       expense == 0.0
                           ? "relieves an expense that is 0 here (" + kind + "). Is it a transfer?"
                           : "relieves " + yuan(relief->by.yuan) +
                                 " a year of an expense of at most " + yuan(expense) + " a " +
                                 (school ? "student" : "household") + " (" + kind +
                                 "): the rest has no effect. Is part of it a transfer?");
    }
}

}  // namespace

void check_consistency(const Scenario& central, const Node& tree, Diagnostics& diagnostics) {
    Finder finder(tree, diagnostics);
    check_totals(finder, central);
    check_exits(finder, "targets.yearly_exits", central.yearly_exits, central);
    if (central.exit_plan) check_exits(finder, "exit_plan", *central.exit_plan, central);
    for (const Intervention& iv : central.interventions) {
        check_years(finder, iv, central);
        check_relief(finder, iv, central);
    }
    check_eligible(finder, central);
}

}  // namespace zhaimao
