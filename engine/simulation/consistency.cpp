#include "engine/simulation/consistency.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <numeric>

#include "engine/simulation/consistency_messages.h"

namespace zhaimao {
namespace {

std::string counted(std::int64_t number, const char* unit) {
    return std::to_string(number) + " " + unit;
}

// `of` is the key in the city's block and in each county's.
void check_total(ConsistencyMessages& messages, const char* of, const char* unit,
                 const std::optional<std::int64_t>& published, std::int64_t sum) {
    const std::string path = std::string("city.") + of;
    if (!published || *published == sum || !messages.sound({path, "counties"})) return;
    const std::int64_t off = std::abs(*published - sum);
    messages.error(path, "the counties' " + std::string(of) + " add up to " + counted(sum, unit) +
                             ", but the city has " + counted(*published, unit) + " (" +
                             counted(off, unit) + (sum > *published ? " too many" : " too few") +
                             "). Correct a county or the city");
}

void check_totals(ConsistencyMessages& messages, const Scenario& s) {
    std::int64_t rural = 0, poor = 0, villages = 0, registered = 0;
    for (std::size_t c = 0; c < s.counties.size(); ++c) {
        rural += s.counties[c].rural_people;
        poor += s.counties[c].registered_poor;
        villages += s.population.counties[c].villages;
        registered += s.population.counties[c].registered_villages;
    }
    check_total(messages, "rural_people", "people", s.city.rural_people, rural);
    check_total(messages, "registered_poor", "people", s.city.registered_poor, poor);
    check_total(messages, "villages", "villages", s.city.villages, villages);
    check_total(messages, "registered_villages", "villages", s.city.registered_villages,
                registered);
}

void check_exits(ConsistencyMessages& messages, const std::string& path,
                 const std::vector<double>& by_year, const Scenario& s) {
    if (!messages.knows_years() || !messages.sound({path, "counties"})) return;
    const double exits = std::accumulate(by_year.begin(), by_year.end(), 0.0);
    double everybody = 0.0;
    for (const County& county : s.counties) everybody += static_cast<double>(county.rural_people);
    if (exits > everybody)
        messages.warning(path, "adds up to " + counted(static_cast<std::int64_t>(exits), "people") +
                                   ", more than all rural people of the counties (" +
                                   std::to_string(static_cast<std::int64_t>(everybody)) +
                                   "). Give each year the exits of this year only");
}

void check_years(ConsistencyMessages& messages, const Intervention& iv, const Scenario& s) {
    const std::string path = "interventions." + iv.id;
    if (!messages.knows_years() || !messages.sound({path + ".from", path + ".until"})) return;
    if (iv.from > s.horizon)
        messages.warning(path + ".from", "begins in " + std::to_string(iv.from) +
                                             ", after the run's last year (" +
                                             std::to_string(s.horizon) + "): it serves nobody");
    else if (iv.until < iv.from)
        messages.error(path + ".until", "ends (" + std::to_string(iv.until) +
                                            ") before it begins (" + std::to_string(iv.from) +
                                            "). Put the earlier year first");
}

void check_pipeline(ConsistencyMessages& messages, const Intervention& iv) {
    const std::string path = "interventions." + iv.id;
    if (iv.pipeline.empty() || !iv.capacity) return;
    if (!messages.knows_years() || !messages.sound({path + ".pipeline", path + ".capacity"}))
        return;
    std::int64_t sum = 0;
    for (const PipelineStage& stage : iv.pipeline) sum += stage.units;
    const auto capacity = static_cast<std::int64_t>(iv.capacity->by_year.front());
    if (sum != capacity)
        messages.error(path + ".pipeline", "the stages hold " + std::to_string(sum) +
                                               " units, the capacity of the start year is " +
                                               std::to_string(capacity) + ". Make them equal");
}

// A capacity that no unit of the sample stands for.
void check_sample(ConsistencyMessages& messages, const Intervention& iv, const Scenario& s) {
    constexpr std::array counted_in{unit::people, unit::households, unit::workers, unit::students,
                                    unit::villages};  // in the order of Per
    const std::string path = "interventions." + iv.id + ".capacity";
    const std::int64_t one_in = s.population.one_in;
    if (!iv.capacity || !messages.knows_years() || !messages.sound({path, "population.sample"}))
        return;
    for (std::size_t y = 0; y < iv.capacity->by_year.size(); ++y) {
        const auto units = static_cast<std::int64_t>(iv.capacity->by_year[y]);
        if (units == 0 || units >= one_in) continue;
        return messages.warning(
            path, std::to_string(units) + " " +
                      counted_in[static_cast<std::size_t>(iv.capacity->counted_in)].text() +
                      " of " + std::to_string(s.start + static_cast<int>(y)) +
                      " are fewer than the " + std::to_string(one_in) +
                      " that one simulated unit stands for: nobody is served in that year");
    }
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

void check_relief(ConsistencyMessages& messages, const Intervention& iv, const Scenario& s) {
    for (const NamedEffect& effect : iv.effects) {
        const auto* relief = std::get_if<Relieve>(&effect.effect);
        const std::string block = "interventions." + iv.id + ".effects." + effect.id + ".relieve";
        if (relief == nullptr || !messages.sound({block, "events", "expenses"})) continue;
        const bool school = relief->expense == Relieve::Expense::schooling;
        const double expense = school ? largest_schooling(iv, s) : largest_illness(s);
        if (relief->by.yuan <= expense) continue;
        const auto yuan = [](double value) {
            return counted(static_cast<std::int64_t>(std::llround(value)), "yuan");
        };
        const std::string kind = school ? "expenses.schooling" : "expenses of events";
        messages.warning(
            block + ".by",
            expense == 0.0
                ? "relieves an expense that is 0 here (" + kind + "). Is it a transfer?"
                : "relieves " + yuan(relief->by.yuan) + " a year of an expense of at most " +
                      yuan(expense) + " a " + (school ? "student" : "household") + " (" + kind +
                      "): the rest has no effect. Is part of it a transfer?");
    }
}

// Years from the beginning of the benefit after which an effect does nothing any more.
int end_of(const Effect& effect) {
    if (const auto* raise = std::get_if<Raise>(&effect); raise != nullptr)
        return raise->duration == Raise::for_good ? Intervention::for_good
                                                  : raise->delay + raise->duration;
    if (const auto* transfer = std::get_if<Transfer>(&effect); transfer != nullptr)
        return transfer->duration;
    if (const auto* dividend = std::get_if<Dividend>(&effect); dividend != nullptr)
        return dividend->duration;
    if (const auto* loan = std::get_if<Lend>(&effect); loan != nullptr)
        return loan->repaid == Lend::Repaid::capital ? loan->term : Intervention::for_good;
    return Intervention::for_good;
}

void check_costs(ConsistencyMessages& messages, const Intervention& iv) {
    const std::string path = "interventions." + iv.id;
    if (!iv.cost_yearly || iv.cost_duration != Intervention::for_good) return;
    if (!messages.sound({path + ".cost", path + ".effects"})) return;
    int years = 0;
    for (const NamedEffect& effect : iv.effects) years = std::max(years, end_of(effect.effect));
    if (years == Intervention::for_good) return;
    messages.warning(path + ".cost.yearly", "falls due for good, though the effects end after " +
                                                std::to_string(years) +
                                                " years. Say `duration` beside it");
}

// Incomes do not fall below nothing.
void check_growth(ConsistencyMessages& messages, const Scenario& s) {
    if (!messages.knows_years() || !messages.sound({"growth", "counties"})) return;
    double least = 0.0;
    for (const std::vector<double>& of_source : s.dynamics.growth.rates)
        for (const double rate : of_source) least = std::min(least, rate);
    for (std::size_t c = 0; c < s.counties.size(); ++c)
        if (1.0 + least + s.growth_gap[c] <= 0.0)
            return messages.error("counties." + s.counties[c].id + ".growth_gap",
                                  "with the lowest of growth.rates the county would lose all of a "
                                  "source in a year. Raise one of them");
}

}  // namespace

void check_consistency(const Scenario& central, const Node& tree, Diagnostics& diagnostics) {
    ConsistencyMessages messages(tree, diagnostics);
    check_totals(messages, central);
    check_exits(messages, "targets.yearly_exits", central.yearly_exits, central);
    if (central.exit_plan) check_exits(messages, "exit_plan", *central.exit_plan, central);
    check_growth(messages, central);
    for (const Intervention& iv : central.interventions) {
        check_years(messages, iv, central);
        check_relief(messages, iv, central);
        check_costs(messages, iv);
        check_pipeline(messages, iv);
        check_sample(messages, iv, central);
    }
    check_eligible(messages, central);
}

}  // namespace zhaimao
