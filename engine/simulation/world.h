// The world of one replicate: shared parameters, state, scratch, random draws. A year changes it in
// five calls.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "engine/core/isa.h"
#include "engine/core/random/draws.h"
#include "engine/dynamics/case_year.h"
#include "engine/dynamics/county_start.h"
#include "engine/dynamics/hot_life.h"
#include "engine/dynamics/hot_pass.h"
#include "engine/exit/delisting.h"
#include "engine/exit/household_exit.h"
#include "engine/exit/inspection.h"
#include "engine/exit/look_back.h"
#include "engine/exit/village_exit.h"
#include "engine/interventions/fund.h"
#include "engine/interventions/village_enrolment.h"
#include "engine/simulation/hot_tally.h"
#include "engine/simulation/record.h"
#include "engine/simulation/scenario.h"

namespace zhaimao {

// Whom one intervention gave something this year, and how much: simulation/targeting.h.
struct GivenYear {
    double people = 0.0;
    double poor_people = 0.0;     // under the line before
    double poorest_people = 0.0;  // of the poorest 40 %
    double money = 0.0;           // yuan
    double poorest_money = 0.0;   // of it, to the poorest 40 %
};

// What one intervention did in one county this year.
struct ServiceYear {
    std::int64_t task = 0;  // capacity allotted, in its unit; -1: none set
    std::int64_t eligible_households = 0;
    ServiceCount served;
    std::int64_t paid_fen = 0;  // costs of the year and transfers
    Flows flows;                // what its effects moved, transfers included
    GivenYear given;
    std::int64_t would_fail = 0;  // households that left the register and would not have without it
};

// What one intervention gave to one case this year, yuan per head of assessable income.
struct Gain {
    std::uint32_t case_index = 0;
    std::uint16_t intervention = 0;
    std::uint8_t guarantees = 0;  // met this year, one bit each
    bool floor = false;           // the top-up reaches to its line
    float yuan = 0.0F;
};

// What is large of a county's year, and asked for in that year alone.
struct YearColumns {
    CaseYear cases;
    std::vector<Gain> gains;             // what interventions gave to cases
    std::vector<Able> able;              // cases that may leave the register
    std::vector<std::uint32_t> classes;  // people by income class
    std::vector<std::uint32_t> missed;   // rows of no cases, poor in truth
};

// One county: state carried over the years, and what this year brought.
struct CountyWorld : YearColumns {
    CountyState state;
    std::vector<std::vector<Enrolment>> enrolments;  // by intervention
    std::vector<std::vector<VillageService>> village_services;
    DelistingState delisting;
    std::array<int, 3> met_in{};   // by TargetKind: first year in which it was met, 0 not yet
    std::int64_t exited_ever = 0;  // cumulative exits, people
    std::array<float, source_count> growth{1.0F, 1.0F, 1.0F,
                                           1.0F};  // of each source since the start

    std::vector<std::uint8_t> status_before;  // of the cases at the start of the year
    std::vector<ServiceYear> services;        // by intervention
    static constexpr std::size_t all = std::numeric_limits<std::size_t>::max();
    std::vector<std::size_t> reached;  // by intervention: how many of those served money reaches
    std::vector<std::vector<Served>> served_in_villages;  // by intervention
    std::vector<std::uint32_t> members;     // traits of cases at enrolment: what funds pay for
    std::vector<std::int64_t> village_fen;  // by village: income of its own this year
    double poor_before = 0.0;  // people under the line without what interventions gave this year
    EntryCount entries;
    std::int64_t able_people = 0;     // of those in `able`
    ExitCount exits;                  // this year
    std::int64_t exit_plan = 0;       // people, the county's part of the city's
    std::int64_t plan_shortfall = 0;  // people of the exit plan who were not able
    LiveSums sums;                    // of the households that are no cases
    TruthCount truth;                 // everybody's
    Villages villages;
    int approved_in = 0;  // year in which the delisting was approved, 0 not yet
    std::vector<std::uint8_t> rule_failed;
};

// What a thread writes over for each county.
struct Scratch {
    std::vector<Served> served;
    Screened screened;                  // room for the largest county
    std::vector<std::uint32_t> missed;  // rows; the same
    YearColumns columns;                // of the county that lives its year
    std::vector<float> multiplier;      // its rows'
};

// What the counties of a population begin with.
struct Started {
    StartRule rule;
    std::vector<CountyStart> counties;  // in order of code
};

// How worlds of a scenario begin.
[[nodiscard]] StartRule start_rule(const Scenario& scenario);

// How a world is lived, with the same results.
struct WorldUse {
    std::size_t threads = 1;  // share its counties
    // Whether a thread's columns serve one county after the other: nothing of YearColumns is left
    // after a year then.
    bool lends_columns = false;
    // Whether what was observed of those who are no cases is kept: needed where any scenario that
    // it is lived under looks_at_last_year.
    bool keeps_observed = true;
    // What worlds that begin alike share, where some do; another rule's is not used.
    std::shared_ptr<const Started> started;
    Population* last_use = nullptr;  // the population, where no other world begins with it again
    // By thread, as many at least; worlds that one thread lives one after the other may share it.
    // Null: the world's own.
    std::shared_ptr<std::vector<Scratch>> scratch;
};

// All of a world but what it goes on under.
struct WorldState {
    std::shared_ptr<const Population> population;
    Draws draws;
    LiveKernel live;
    LifeKernel age;
    CaseKernels case_year;
    PredicateKernel judge;
    TallyKernel tally;
    WordsKernel words;
    std::vector<CountyWorld> counties;                 // in order of code
    std::vector<Account> accounts;                     // by fund
    std::vector<std::vector<std::int64_t>> spent_fen;  // by fund and county, this year
    RecordLayout layout;
    Record record;
    std::shared_ptr<std::vector<Scratch>> scratch;  // by thread; nothing in it outlives a call
    std::vector<Dynamics> dynamics;                 // by year: events as they strike the protected
    bool lends_columns = false;                     // WorldUse
};

struct World : WorldState {
    const Scenario& scenario;

    World(const Scenario& scenario, std::shared_ptr<const Population> population,
          const Draws& draws, Isa isa, const WorldUse& use = {});
    // The same world, to go on under another scenario, which has been the same up to now.
    World(const World& past, const Scenario& now) : WorldState(past), scenario(now) {}

    // Of a year that is lived or was.
    [[nodiscard]] Dynamics& dynamics_in(int year) {
        return dynamics[static_cast<std::size_t>(year - scenario.start)];
    }
    [[nodiscard]] const Dynamics& dynamics_in(int year) const {
        return dynamics[static_cast<std::size_t>(year - scenario.start)];
    }
};

// Calls f for every county, on the threads of the world (simulation/county_steps.h).
void for_each_county(World& world,
                     const std::function<void(std::size_t county, Scratch& scratch)>& f);

[[nodiscard]] RecordLayout layout_of(const Scenario& scenario);

// Whether anything asks what was observed last year of a household that is no case, beyond whether
// it is screened.
[[nodiscard]] bool looks_at_last_year(const Scenario& scenario);

// A county's cases as predicates see them; adding a case ends the view.
[[nodiscard]] HouseholdView view_cases(const World& world, std::size_t county, int year);

}  // namespace zhaimao
