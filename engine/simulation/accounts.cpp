#include "engine/simulation/accounts.h"

#include <algorithm>
#include <memory>
#include <numeric>

#include "engine/core/contracts.h"
#include "engine/interventions/allocation.h"
#include "engine/interventions/rationing.h"
#include "engine/simulation/served.h"

namespace zhaimao {
namespace {

// Adds a village's own yearly cost to the first of its households.
void add_village_costs(std::vector<std::int64_t>& costs, const Intervention& iv,
                       const std::vector<Served>& served, const Cases& cases) {
    const std::int64_t fen = fen_of_yuan(iv.cost_yearly->yuan);
    std::vector<std::uint8_t> seen;
    for (std::size_t k = 0; k < served.size(); ++k) {
        if (served[k].age >= iv.cost_duration) continue;
        const std::size_t village = cases.village[served[k].case_index];
        if (seen.size() <= village) seen.resize(village + 1, 0);
        if (seen[village] == 0) costs[k] += fen;
        seen[village] = 1;
    }
}

// Of a fund's money the members at enrolment decide, whoever grows older in the year.
std::uint32_t traits_of(const World& world, std::size_t i, std::size_t c, const Served& served) {
    if (is_paid_by_members_at_enrolment(world, i, c))
        return world.counties[c].members[served.case_index];
    return world.counties[c].state.cases.traits_now(served.case_index);
}

// Yearly costs and transfers of each of those served.
std::vector<std::int64_t> dues(const World& world, std::size_t i, std::size_t c,
                               const std::vector<Served>& served) {
    std::vector<std::int64_t> due = yearly_costs(world, i, c, served);
    for (const NamedEffect& effect : world.scenario.interventions[i].effects)
        if (const auto* transfer = std::get_if<Transfer>(&effect.effect))
            for (std::size_t k = 0; k < served.size(); ++k)
                due[k] += transfer->due(traits_of(world, i, c, served[k]), served[k]);
    return due;
}

void pay_county(World& world, std::size_t i, std::size_t c, const std::vector<std::int64_t>& due,
                std::int64_t fen) {
    std::int64_t paid = 0;
    world.counties[c].reached[i] = reach(due, fen, paid);
    if (world.counties[c].reached[i] == due.size()) world.counties[c].reached[i] = CountyWorld::all;
    charge(world, i, c, paid);
}

using Dues = std::vector<std::vector<std::int64_t>>;  // by county, of those served

void share_money(World& world, std::size_t i, const Dues& due) {
    std::vector<double> total;
    for (const std::vector<std::int64_t>& of_county : due)
        total.push_back(static_cast<double>(
            std::accumulate(of_county.begin(), of_county.end(), std::int64_t{0})));
    const std::int64_t left = money_left(world, world.scenario.interventions[i]);
    const bool enough =
        std::accumulate(total.begin(), total.end(), 0.0) <= static_cast<double>(left);
    const std::vector<std::int64_t> shares = largest_remainder(left, total);
    for (std::size_t c = 0; c < due.size(); ++c)
        pay_county(world, i, c, due[c], enough ? Limit::none : shares[c]);
}

void pay_commitments_of(World& world, std::size_t i, int year, CountySteps& steps) {
    const auto due = std::make_shared<Dues>(world.counties.size());
    steps.each([&world, due, i, year](std::size_t c, Scratch& scratch) {
        find_enrolled(world, c, i, year, scratch.served);
        (*due)[c] = dues(world, i, c, scratch.served);
        // Who benefits in a village is who is paid for, not who is eligible once all are enrolled.
        if (world.scenario.interventions[i].serves_villages)
            world.counties[c].served_in_villages[i] = scratch.served;
    });
    steps.of_city([&world, due, i] { share_money(world, i, *due); });
}

}  // namespace

void open_accounts(World& world, int year, CountySteps& steps) {
    const std::vector<Fund>& funds = world.scenario.funds;
    if (!funds.empty()) steps.settle();  // what they spent last year is in the record
    for (std::size_t f = 0; f < funds.size(); ++f) {
        Account& account = world.accounts[f];
        const std::int64_t carried = funds[f].carries_over ? account.left() : 0;
        account = {funds[f].allotted_fen[static_cast<std::size_t>(year - world.scenario.start)],
                   carried, 0};
        std::fill(world.spent_fen[f].begin(), world.spent_fen[f].end(), 0);
    }
}

void close_accounts(World& world, std::size_t c) {
    if (world.scenario.funds.empty() || !world.scenario.dynamics.life_course) return;
    const Cases& cases = world.counties[c].state.cases;
    std::vector<std::uint32_t>& members = world.counties[c].members;
    members.resize(cases.size());
    for (std::size_t k = 0; k < members.size(); ++k) members[k] = cases.traits_now(k);
}

bool is_paid_by_members_at_enrolment(const World& world, std::size_t i, std::size_t c) {
    return !world.counties[c].members.empty() && !world.scenario.interventions[i].paid_from.empty();
}

void pay_commitments(World& world, int year, CountySteps& steps) {
    for (std::size_t i = 0; i < world.scenario.interventions.size(); ++i)
        if (!world.scenario.interventions[i].paid_from.empty())
            pay_commitments_of(world, i, year, steps);
}

std::int64_t money_left(const World& world, const Intervention& iv) {
    if (iv.paid_from.empty()) return Limit::none;
    std::int64_t fen = 0;
    for (std::size_t f : iv.paid_from) fen += world.accounts[f].left();
    return fen;
}

void charge(World& world, std::size_t i, std::size_t c, std::int64_t fen) {
    for (std::size_t f : world.scenario.interventions[i].paid_from) {
        const std::int64_t part = std::min(fen, world.accounts[f].left());
        world.accounts[f].spent += part;
        world.spent_fen[f][c] += part;
        fen -= part;
    }
    INVARIANT(fen == 0 || world.scenario.interventions[i].paid_from.empty(),
              "more spent than the funds of " + world.scenario.interventions[i].id + " hold");
}

std::vector<std::int64_t> yearly_costs(const World& world, std::size_t i, std::size_t c,
                                       const std::vector<Served>& served) {
    const Intervention& iv = world.scenario.interventions[i];
    std::vector<std::int64_t> costs(served.size(), 0);
    if (!iv.cost_yearly) return costs;
    for (std::size_t k = 0; k < served.size(); ++k)
        if (served[k].age < iv.cost_duration)
            costs[k] = iv.cost_yearly->fen_of(traits_of(world, i, c, served[k]));
    if (iv.cost_yearly->per == Per::village)
        add_village_costs(costs, iv, served, world.counties[c].state.cases);
    return costs;
}

}  // namespace zhaimao
