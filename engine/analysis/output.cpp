#include "engine/analysis/output.h"

#include <algorithm>
#include <array>

#include "engine/core/suggest.h"
#include "engine/ensemble/outcomes.h"
#include "engine/ensemble/targets.h"

namespace zhaimao {
namespace {

using Kind = StudyOutput::Kind;

struct Made {
    std::string_view id, unit;
    Kind kind;
    bool of_county;
};

// What is made from a whole future, rather than recorded by year.
constexpr std::array made{
    Made{"p_on_time", "share", Kind::on_time, true},
    Made{"mean_delay", "years", Kind::delay, true},
    Made{"counties_on_time", "counties", Kind::counties_on_time, false},
    Made{"p_all", "share", Kind::all_on_time, false},
    Made{"money", "yuan", Kind::money, false},
};

template <class Table>
std::optional<std::size_t> place_in(const Table& table, std::string_view id) {
    const auto found =
        std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.id == id; });
    if (found == table.end()) return std::nullopt;
    return static_cast<std::size_t>(found - table.begin());
}

std::vector<std::string> all_ids(bool of_intervention) {
    std::vector<std::string> ids;
    if (of_intervention) {
        for (const IndicatorInfo& info : service_table) ids.emplace_back(info.id);
        return ids;
    }
    for (const Made& m : made) ids.emplace_back(m.id);
    for (const IndicatorInfo& info : indicator_table) ids.emplace_back(info.id);
    return ids;
}

std::vector<std::string_view> all_words() {
    std::vector<std::string_view> words;
    for (const Made& m : made) words.push_back(m.id);
    for (const IndicatorInfo& info : indicator_table) words.push_back(info.id);
    for (const IndicatorInfo& info : service_table)
        if (!place_in(indicator_table, info.id)) words.push_back(info.id);
    return words;
}

// False: nobody computes it, and that is reported.
bool read_indicator(StudyOutput& output, Block& block) {
    const bool of_intervention = block.has("intervention");
    const std::vector<std::string_view> words = all_words();
    const std::string id = block.word(
        "indicator", "what is looked at: an indicator, or what is made from many", words);
    if (id.empty()) return false;
    if (const auto at = place_in(made, id); at && !of_intervention) {
        output.kind = made[*at].kind;
        output.unit = made[*at].unit;
        return true;
    }
    const auto at = of_intervention ? place_in(service_table, id) : place_in(indicator_table, id);
    if (!at) {
        const bool other = place_in(service_table, id).has_value();
        const std::string hint = did_you_mean(id, all_ids(of_intervention));
        block.wrong("indicator",
                    "nobody computes '" + id + "'" +
                        (!of_intervention && other
                             ? " of a place. It is an intervention's: say which, 'intervention: ID'"
                         : hint.empty() ? ". config/README.md lists the indicators"
                                        : hint));
        return false;
    }
    output.kind = of_intervention ? Kind::service : Kind::area_year;
    output.indicator = static_cast<Indicator>(*at);
    output.service = static_cast<Service>(*at);
    output.unit = of_intervention ? service_table[*at].unit : indicator_table[*at].unit;
    return true;
}

void read_area(StudyOutput& output, Block& block, const std::vector<County>& counties) {
    const bool of_county = output.kind == Kind::on_time || output.kind == Kind::delay;
    output.area = counties.size();
    const std::optional<std::string> area =
        of_county ? block.text("area", "the county, by its id")
                  : block.maybe_text("area", "a county by its id; the city unless given");
    if (!area || area->empty() || counties.empty()) return;
    if (*area == "city" && !of_county) return;
    if (const auto at = place_in(counties, *area)) {
        output.area = *at;
        output.county_id = *area;
        return;
    }
    std::vector<std::string> ids;
    for (const County& county : counties) ids.push_back(county.id);
    if (!of_county) ids.emplace_back("city");
    const std::string hint = did_you_mean(*area, ids);
    block.wrong("area", "'" + *area + "' is no county of the scenario" +
                            (hint.empty() ? ". Name one by its id" +
                                                std::string(of_county ? "" : ", or 'city'")
                                          : hint));
}

// What the capacity of an intervention counts.
std::string unit_of_capacity(const Intervention& intervention) {
    constexpr std::array<std::string_view, 5> counted{"people", "households", "workers", "students",
                                                      "villages"};  // as Per
    return std::string(counted[static_cast<std::size_t>(intervention.counted_in())]);
}

void read_intervention(StudyOutput& output, Block& block, const Scenario& scenario) {
    const std::string id = block.text("intervention", "the intervention, by its id");
    if (id.empty() || scenario.interventions.empty()) return;
    if (const auto at = place_in(scenario.interventions, id)) {
        output.intervention = *at;
        output.intervention_id = id;
        if (output.service == Service::task || output.service == Service::served)
            output.unit = unit_of_capacity(scenario.interventions[*at]);
        return;
    }
    std::vector<std::string> ids;
    for (const Intervention& iv : scenario.interventions) ids.push_back(iv.id);
    block.wrong("intervention",
                "'" + id + "' is no intervention of the scenario" + did_you_mean(id, ids));
}

// Nothing where the year is one that the scenario lives.
std::string outside_the_run(const StudyOutput& output, const Scenario& scenario) {
    const bool flow = output.kind == Kind::service || is_flow(output.indicator);
    const int first = scenario.start + (flow ? 1 : 0);
    if (output.year >= first && output.year <= scenario.horizon) return {};
    return std::to_string(output.year) + " is outside the run (" + std::to_string(first) + ".." +
           std::to_string(scenario.horizon) + ")";
}

void read_year(StudyOutput& output, Block& block, const Scenario& scenario) {
    output.year = block.year("year", "the state of its 31 December, or what happened in it");
    if (output.year == 0 || scenario.horizon == 0) return;
    if (const std::string problem = outside_the_run(output, scenario); !problem.empty())
        block.wrong("year", problem);
}

// Whether `id`, where there is one, stands there still.
template <class Table>
bool stands_at(const Table& table, std::size_t at, const std::string& id) {
    return id.empty() || (at < table.size() && table[at].id == id);
}

// What a scenario does not record would stand at zero. Nothing where it records it.
std::string not_recorded(const StudyOutput& output, const Recording& recorded) {
    const Recording needed = output.kind == Kind::service ? recording_of(output.service, 0)
                                                          : recording_of(output.indicator, 0);
    if (recorded.covers(needed)) return {};
    const bool classes = needed.income_classes && !recorded.income_classes;
    return std::string("is not recorded: the scenario says 'record.") +
           (classes ? "income_classes" : "gains") + ": false'";
}

void check_recorded(const StudyOutput& output, Block& block, const Recording& recorded) {
    if (const std::string problem = not_recorded(output, recorded); !problem.empty())
        block.wrong("indicator", problem + ". Record it, or look at another");
}

}  // namespace

StudyOutput StudyOutput::read(Block& block, const Scenario& scenario) {
    StudyOutput output;
    output.id = block.id();
    output.label = block.label("label", "its name in reports", {block.id(), block.id()});
    const bool known = read_indicator(output, block);
    if (!known)
        for (const char* key : {"area", "year", "intervention"}) block.skip(key);
    if (!known) return output;
    const bool by_year = output.kind == Kind::area_year || output.kind == Kind::service;
    if (by_year || output.kind == Kind::on_time || output.kind == Kind::delay)
        read_area(output, block, scenario.counties);
    if (output.kind == Kind::service) read_intervention(output, block, scenario);
    if (by_year) read_year(output, block, scenario);
    if (by_year) check_recorded(output, block, scenario.recording);
    return output;
}

std::string StudyOutput::missing_in(const Scenario& scenario) const {
    if (!stands_at(scenario.counties, area, county_id))
        return "county '" + county_id + "' has another place among the counties";
    if (!stands_at(scenario.interventions, intervention, intervention_id))
        return "intervention '" + intervention_id + "' has another place among the interventions";
    if (kind != Kind::area_year && kind != Kind::service) return {};
    if (const std::string outside = outside_the_run(*this, scenario); !outside.empty())
        return outside;
    const std::string problem = not_recorded(*this, scenario.recording);
    return problem.empty() ? problem : "it " + problem;
}

Recording StudyOutput::recording(const Scenario& scenario) const {
    Recording needed = Recording::nothing();
    switch (kind) {
        case Kind::area_year:
            return recording_of(indicator, year);
        case Kind::service:
            return recording_of(service, year);
        case Kind::on_time:
            needed.last_year = scenario.counties[area].target.deadline;
            return needed;
        case Kind::counties_on_time:
        case Kind::all_on_time:
            for (const County& county : scenario.counties)
                needed.last_year = std::max(needed.last_year, county.target.deadline);
            return needed;
        case Kind::delay:
        case Kind::money:
            needed.last_year = scenario.horizon;
    }
    return needed;
}

std::vector<double> StudyOutput::values(const Ensemble& ensemble,
                                        const std::vector<County>& counties) const {
    const RecordLayout& layout = ensemble.layout;
    if (kind == Kind::area_year) return ensemble.row(layout.area_year(indicator, area, year));
    if (kind == Kind::service)
        return ensemble.row(layout.service(intervention, service, area, year));
    if (kind == Kind::on_time || kind == Kind::delay) {
        const Target& target = counties[area].target;
        std::vector<double> values;
        for (const int met : years_met(ensemble, area, target.kind))
            values.push_back(kind == Kind::delay ? std::max(0, met - target.deadline)
                                                 : (met <= target.deadline ? 1.0 : 0.0));
        return values;
    }
    const std::vector<Outcome> outcomes = outcomes_of(ensemble, counties);
    const std::string_view wanted = kind == Kind::money ? "money" : "counties_on_time";
    std::vector<double> values = outcomes[*place_in(outcomes, wanted)].values;
    if (kind == Kind::all_on_time)
        for (double& v : values) v = v == static_cast<double>(counties.size()) ? 1.0 : 0.0;
    return values;
}

}  // namespace zhaimao
