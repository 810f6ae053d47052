// A scenario as plain numbers: what one replicate believes. Built per replicate from the
// configuration tree.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/core/config/block.h"
#include "engine/dynamics/parameters.h"
#include "engine/exit/delisting.h"
#include "engine/exit/inspection.h"
#include "engine/exit/parameters.h"
#include "engine/exit/village_exit.h"
#include "engine/interventions/fund.h"
#include "engine/interventions/intervention.h"
#include "engine/population/parameters.h"
#include "engine/simulation/recording.h"

namespace zhaimao {

struct Scenario {
    int start = 0;    // its 31 December is the state that the run begins with
    int horizon = 0;  // last year
    City city;
    std::vector<Province> provinces;  // in order of code; none where counties are not grouped
    std::vector<County> counties;     // in order of code
    std::vector<double> growth_gap;   // by county, added to every source's rate
    std::string line_variant;
    std::vector<double> line;  // [year - start], yuan per person
    PopulationInputs population;
    Dynamics dynamics;
    LookBack look_back;
    Assessment assessment;
    std::optional<std::vector<double>>
        exit_plan;  // [year - start - 1], people of the city who may exit at most
    Delisting delisting;
    std::optional<Inspection> inspection;  // of the true state of those outside the register
    std::optional<VillageExit> village_exit;
    std::int64_t stock_tolerance = 0;  // people left that still count as all exited
    std::vector<double>
        yearly_exits;  // [year - start - 1], exits that the city has promised; reported against
    Recording recording;
    std::vector<Fund> funds;                  // in declared order
    std::vector<Intervention> interventions;  // in declared order

    [[nodiscard]] double line_in(int year) const {
        return line[static_cast<std::size_t>(year - start)];
    }
    [[nodiscard]] int years() const { return horizon - start + 1; }
    // Observed income under which a household outside the register is poor again, judged at the end
    // of `year`.
    [[nodiscard]] float reentry_line(int year) const {
        return static_cast<float>(look_back.reentry_share * line_in(year));
    }

    friend bool operator==(const Scenario&, const Scenario&) = default;
};

// Reads everything but `ensemble`; mistakes go to the block's Reading.
[[nodiscard]] Scenario read_scenario(Block& root, std::uint64_t population_seed);

}  // namespace zhaimao
