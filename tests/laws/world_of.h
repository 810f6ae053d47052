// Scenarios of the laws, made from small YAML files, and one replicate of them year by year or as a
// record.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/ensemble/run.h"
#include "engine/population/synthesis.h"
#include "engine/simulation/year.h"
#include "tests/paths.h"

// A scenario file of tests/laws with settings "path=value".
inline zhaimao::Project law_project(const std::string& name,
                                    const std::vector<std::string>& settings = {}) {
    std::vector<std::string> warnings;
    return zhaimao::load_project(zhaimao::source_dir() + "/tests/laws/" + name, settings, warnings);
}

inline zhaimao::Scenario law_scenario(const std::string& name,
                                      const std::vector<std::string>& settings = {}) {
    return law_project(name, settings).central;
}

inline std::shared_ptr<const zhaimao::Population> people_of(const zhaimao::Scenario& scenario) {
    return std::make_shared<const zhaimao::Population>(
        zhaimao::synthesise(scenario.population, scenario.counties));
}

// One replicate with its record.
struct Replicate {
    zhaimao::RecordLayout layout;
    zhaimao::Record record;

    explicit Replicate(const zhaimao::Scenario& scenario, std::uint32_t replicate = 1)
        : Replicate(scenario, people_of(scenario), replicate) {}
    Replicate(const zhaimao::Scenario& scenario, std::shared_ptr<const zhaimao::Population> people,
              std::uint32_t replicate)
        : layout(zhaimao::layout_of(scenario)),
          record(zhaimao::run_replicate(scenario, std::move(people),
                                        {scenario.population.seed, replicate},
                                        zhaimao::best_isa())) {}

    [[nodiscard]] double at(zhaimao::Indicator indicator, int year, std::size_t area = 0) const {
        return record[layout.area_year(indicator, area, year)];
    }
    [[nodiscard]] double moved(zhaimao::Status from, zhaimao::Status to, int year,
                               std::size_t area = 0) const {
        return record[layout.transition(from, to, area, year)];
    }
    [[nodiscard]] double service(std::size_t i, zhaimao::Service what, int year,
                                 std::size_t area = 0) const {
        return record[layout.service(i, what, area, year)];
    }
};

inline zhaimao::World world_of(const zhaimao::Scenario& scenario, std::uint32_t replicate = 1) {
    return {
        scenario, people_of(scenario), {scenario.population.seed, replicate}, zhaimao::best_isa()};
}

// Everybody's true income per head this year, top-ups included, in order of row. Without events.
inline std::vector<float> true_incomes(const zhaimao::World& world, std::size_t county) {
    using namespace zhaimao;
    const CountyPopulation& p = world.population->counties[county];
    const CountyWorld& w = world.counties[county];
    std::vector<float> income(p.households());
    for (std::size_t row = 0; row < p.households(); ++row) {
        const float m = w.state.multiplier[row];
        income[row] = p.income[0][row] * w.growth[0] * m + p.income[1][row] * w.growth[1] * m +
                      (p.income[2][row] * w.growth[2] + p.income[3][row] * w.growth[3]);
    }
    for (std::size_t c = 0; c < w.state.cases.size(); ++c)
        income[w.state.cases.row[c]] = w.cases.income[c] + w.cases.top_up[c];
    return income;
}
