// What a report needs to know beside the ensemble: names, years, counts. Plain data, so that tests
// can make it up.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "engine/core/config/ledger.h"
#include "engine/ensemble/targets.h"
#include "engine/population/area.h"
#include "engine/population/columns.h"
#include "engine/report/rule_set.h"
#include "engine/simulation/recording.h"

namespace zhaimao {

struct ReportFund {
    std::string id;
    Label label;
};

struct ReportIntervention {
    std::string id;
    Label label;
    std::string batch;
    // By effect: the source of income, guarantee, event or expense that it moves; those of none are
    // left out.
    std::map<std::string, std::string> effects_about{};
    bool is_entitlement = false;  // covers whoever is eligible, who is never enrolled
    bool covers_all = false;      // one of everybody, registered or not: nobody is counted
    bool has_cost = false;        // of its own: a cost, or transfers that it pays
    bool tops_up = false;         // its money is that of the top-ups
};

// People of the city who are to exit in a year.
struct YearlyTask {
    int year = 0;
    double people = 0.0;
};

struct ReportContext {
    std::string scenario;  // id in the tables: the file's name without its ending
    Label title;
    City city;
    std::vector<County> counties;       // in order of code: the areas of the ensemble
    std::vector<Province> provinces{};  // in order of code; County::province is an index here
    std::vector<ReportIntervention> interventions;
    std::vector<std::string> cause_ids;
    std::vector<std::string> rule_ids;
    std::vector<ReportFund> funds;
    std::string line;  // the variant of the poverty line
    IncidenceLimits limits;
    CountyRules rules;    // of delisting
    Recording recording;  // of what is recorded, what is in the tables
    int first_year = 0;   // the start: its 31 December is the state that the run begins with
    int last_year = 0;    // the horizon
    std::int64_t replicates = 0;
    std::uint64_t seed = 0;
    std::int64_t households = 0;        // real ones
    std::int64_t one_in = 1;            // of which a simulated one stands for so many
    std::vector<YearlyTask> exit_task;  // empty: none set
    Ledger ledger;                      // the numbers that the run used
    std::vector<Marginal> marginals;

    [[nodiscard]] std::int64_t registered_at_start() const {
        std::int64_t people = 0;
        for (const County& county : counties) people += county.registered_poor;
        return people;
    }
    [[nodiscard]] int last_deadline() const {
        int year = first_year;
        for (const County& county : counties) year = std::max(year, county.target.deadline);
        return year;
    }
};

}  // namespace zhaimao
