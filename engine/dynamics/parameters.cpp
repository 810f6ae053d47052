#include "engine/dynamics/parameters.h"

#include <algorithm>

#include "engine/dynamics/hot_pass.h"

namespace zhaimao {
namespace {

// Households' events share one draw, villages' another. Whoever has an event of their own in a year
// is not struck by the village's, so these need not leave room for each other.
void check_probabilities(const std::vector<Event>& events, Block& root) {
    double of_households = 0.0, of_villages = 0.0;
    for (const Event& e : events)
        if (e.scope == EventScope::household)
            of_households += e.probability * std::max(1.0, e.times_if_poor);
        else
            of_villages += e.probability;
    if (of_households > 1.0 || of_villages > 1.0)
        root.error(
            "events",
            "the probabilities of a year's events add up to more than 100 % (those of the poor "
            "included). Lower one");
}

}  // namespace

Growth Growth::read(Block block, int first_year, int last_year) {
    Growth g;
    Block rates =
        block.block("rates", "growth of each income source, net of the programmes modelled");
    for (std::size_t s = 0; s < source_count; ++s)
        g.rates[s] =
            rates.by_year({source_ids[s], unit::per_year, between(-0.99, 1.0), "growth a year"},
                          first_year, last_year);
    Block shocks = block.block("shocks", "common shocks, log sd a year");
    g.nation_sd = shocks.number({"nation", unit::number, non_negative, "shared by all counties"});
    g.city_sd =
        shocks.number({"city", unit::number, non_negative, "shared by the city's counties"});
    g.county_sd = shocks.number({"county", unit::number, non_negative, "of one county"});
    return g;
}

Luck Luck::read(Block block) {
    return {
        block.number({"permanent_sd", unit::number, non_negative,
                      "log sd of a year's permanent innovation"}),
        block.number(
            {"persistence", unit::number, share_range, "share of the deviation kept a year"}),
        block.number({"transitory_sd", unit::number, non_negative, "log sd of transitory luck"})};
}

double Luck::variance_after(int years) const {
    double v = 0.0;
    for (int t = 0; t < years; ++t) v = persistence * persistence * v + permanent_sd * permanent_sd;
    return v;
}

Measurement Measurement::read(Block block) {
    return {
        block.number({"sd", unit::number, non_negative, "log sd of the error in observed income"}),
        block.number({"persistence", unit::number, share_range, "share of the error kept a year"})};
}

Event Event::read(Block block) {
    constexpr std::array<std::string_view, 2> scopes{"household", "village"};
    Event e;
    e.id = block.id();
    e.cause = static_cast<Cause>(
        block.choice("cause", "cause of an entry or relapse during the event", cause_ids));
    e.scope = static_cast<EventScope>(block.choice("scope", "whom it strikes together", scopes, 0));
    e.probability = block.number(
        {"probability", unit::per_year, share_range, "a year, of a household or village"});
    e.times_if_poor = block.number(
        {"times_if_poor", unit::number, non_negative, "for the poor at the start"}, 1.0);
    e.struck_share =
        block.number({"struck_share", unit::number, share_range,
                      "of a hit village's households: whoever has no event of their own this year"},
                     1.0);
    if (std::optional<Block> loses = block.maybe_block("loses", "share of each source lost"))
        for (std::size_t s = 0; s < 2; ++s)  // luck and events move market income only
            e.loses[s] =
                loses->number({source_ids[s], unit::number, share_range, "share lost"}, 0.0);
    e.expense = block.number(
        {"expense", unit::yuan_per_household_year, non_negative, "unavoidable expense"}, 0.0);
    e.lasts = static_cast<int>(
        block.maybe_whole({"lasts", unit::years, between(1, 60), "duration; absent: for good"})
            .value_or(for_good));
    return e;
}

Expenses Expenses::read(std::optional<Block> block) {
    Expenses e;
    if (!block) return e;
    if (std::optional<Block> schooling =
            block->maybe_block("schooling", "unavoidable expense of a student, by stage"))
        for (std::size_t s = 0; s < stage_count; ++s)
            e.schooling[s] = schooling->number(
                {stage_ids[s], unit::yuan_per_student_year, non_negative, "expense"}, 0.0);
    return e;
}

Dynamics Dynamics::read(Block& root, int first_year, int last_year) {
    Dynamics d;
    d.growth = Growth::read(root.block("growth", "growth of incomes"), first_year, last_year);
    d.luck = Luck::read(root.block("luck", "households' own luck"));
    d.measurement = Measurement::read(root.block("measurement", "error in observed income"));
    if (std::optional<Block> events = root.maybe_block("events", "what may strike a household"))
        for (Block& event : events->children()) d.events.push_back(Event::read(event));
    std::stable_partition(d.events.begin(), d.events.end(),
                          [](const Event& e) { return e.scope == EventScope::household; });
    if (d.events.size() > EventThresholds::max_events)
        root.error("events", "at most eight events are possible");
    check_probabilities(d.events, root);
    if (std::optional<Block> course =
            root.maybe_block("life_course", "ageing and schooling of a household's members"))
        d.life_course = LifeCourse::read(*course);
    d.expenses = Expenses::read(root.maybe_block("expenses", "unavoidable expenses"));
    return d;
}

}  // namespace zhaimao
