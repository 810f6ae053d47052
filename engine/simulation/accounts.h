// The city's funds during a year: what they hold, what is promised to those already served, what is
// spent where. Model, section 3 A.
//
// Money goes first to households (or villages) already served, in declared order of interventions
// and, where it does not reach for all, to counties in proportion to what is due and there in order
// of enrolment: who is not reached goes without this year, and nobody new is served by that
// intervention in the county. Then newly served ones take what is left.
#pragma once

#include "engine/simulation/county_steps.h"

namespace zhaimao {

// A new year: allotments, and what was carried over.
void open_accounts(World& world, int year, CountySteps& steps);

// The end of enrolment in a county: what funds pay for is settled, and keeps the members that
// households have now.
void close_accounts(World& world, std::size_t county);

// Whether households grow older between what a fund pays for and what they receive of it.
[[nodiscard]] bool is_paid_by_members_at_enrolment(const World& world, std::size_t intervention,
                                                   std::size_t county);

// Pays what is due this year to those served before; sets how many of each intervention are
// reached, once counties meet.
void pay_commitments(World& world, int year, CountySteps& steps);

// What the funds of an intervention still hold; Limit::none where it has no fund.
[[nodiscard]] std::int64_t money_left(const World& world, const Intervention& intervention);

// Takes money of an intervention from its funds, in order. EXPECTS that they hold it.
void charge(World& world, std::size_t intervention, std::size_t county, std::int64_t fen);

// What each of those served costs this year beside transfers, fen. A village's own cost stands at
// the first of its households.
[[nodiscard]] std::vector<std::int64_t> yearly_costs(const World& world, std::size_t intervention,
                                                     std::size_t county,
                                                     const std::vector<Served>& served);

}  // namespace zhaimao
