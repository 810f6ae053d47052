#include "engine/simulation/project.h"

#include <filesystem>
#include <optional>

#include "engine/core/config/reading.h"
#include "engine/io/compose.h"
#include "engine/io/microdata_table.h"
#include "engine/population/read_population.h"
#include "engine/simulation/consistency.h"
#include "engine/simulation/ensemble_size.h"
#include "engine/simulation/sample.h"
#include "engine/simulation/unused.h"

namespace zhaimao {
namespace {

// What every draw of the engine is keyed by: two names with one hash would share their luck.
void check_purposes(const Scenario& scenario, Diagnostics& diagnostics, const Place& place) {
    PurposeSet purposes;
    const auto add = [&](const std::string& name) {
        if (const std::string problem = purposes.add(name); !problem.empty())
            diagnostics.error(place, "interventions", problem);
    };
    for (const char* name :
         {"live/luck", "growth/common_shock", "event/village", "look_back/detection",
          "live/life_course", "inspection/village", "inspection/household", "delisting/approval"})
        add(name);
    for (const Intervention& iv : scenario.interventions) {
        for (const char* own : {"/targeting", "/take_up", "/completion", "/order"})
            add("intervention/" + iv.id + own);
        for (const NamedEffect& effect : iv.effects)
            add("intervention/" + iv.id + "/effect/" + effect.id);
    }
}

// The one file of households, read and raked once; its path becomes absolute, so that the tree
// means the same wherever it is written.
void read_microdata(Project& project, Diagnostics& diagnostics) {
    PopulationInputs& p = project.central.population;
    if (!p.microdata) return;
    MicrodataInputs& m = *p.microdata;
    const std::optional<std::string> bytes =
        read_microdata_bytes(m.mapping.file, m.mapping.asked_at, diagnostics);
    if (!bytes) return;
    HouseholdFileOptions options{m.rake_columns, m.bottom_code.has_value(), {}};
    for (const CountyMarginals& county : p.counties)
        options.villages.push_back({county.villages, county.registered_villages});
    m.households =
        read_household_file(*bytes, m.mapping, project.central.counties, options, diagnostics);
    if (!m.households) return;
    const Scenario simulated = in_sample(project.central);
    for (std::size_t c = 0; c < p.counties.size(); ++c)
        (void)raked_weights(simulated.population, c, simulated.counties[c], diagnostics);
    project.inputs.push_back({m.mapping.file, "", m.households->sha256});
    project.tree.find("population")
        ->find("microdata")
        ->find("file")
        ->set_text(std::filesystem::absolute(m.mapping.file).lexically_normal().string());
}

// From the tree to plain numbers; `whole`: every file could be read.
void read_tree(Project& project, bool whole, Diagnostics& diagnostics) {
    Reading reading(diagnostics, {.given = &project.given,
                                  .ledger = &project.ledger,
                                  .drawn = &project.uncertain,
                                  .partial = !whole});
    Block root = reading.root(project.tree);
    if (const std::optional<std::string> as_of =
            root.maybe_date("as_of", "what was published later is refused"))
        reading.set_as_of(project.as_of = *as_of);
    const EnsembleSize ensemble = read_ensemble_size(root);
    project.replicates = ensemble.replicates;
    project.seed = ensemble.seed;
    project.central = read_scenario(root, ensemble.seed);
    check_purposes(project.central, diagnostics, project.tree.place);
    reading.finish();
    if (whole) check_consistency(project.central, project.tree, diagnostics);
}

}  // namespace

Project read_project(Configuration composed, const std::string& path, Diagnostics& diagnostics) {
    Project project;
    project.tree = std::move(composed.tree);
    project.inputs = std::move(composed.files);
    project.title = std::move(composed.title);
    project.id = std::filesystem::path(path).stem().string();
    read_tree(project, composed.whole, diagnostics);
    if (composed.whole) check_unused(project.central, project.tree, diagnostics);
    if (composed.whole && !diagnostics.has_errors()) read_microdata(project, diagnostics);
    return project;
}

Project read_project(const std::string& path, const std::vector<std::string>& overrides,
                     Diagnostics& diagnostics) {
    return read_project(compose(path, overrides, diagnostics), path, diagnostics);
}

Project varied_project(const Project& base, Node tree, GivenUniforms given,
                       Diagnostics& diagnostics) {
    Project project;
    project.tree = std::move(tree);
    project.title = base.title;
    project.id = base.id;
    project.given = std::move(given);
    read_tree(project, true, diagnostics);
    if (project.central.population.microdata && base.central.population.microdata)
        project.central.population.microdata->households =
            base.central.population.microdata->households;
    return project;
}

Project load_project(const std::string& path, const std::vector<std::string>& overrides,
                     std::vector<std::string>& warnings) {
    Diagnostics diagnostics;
    Project project = read_project(path, overrides, diagnostics);
    diagnostics.throw_if_errors();
    for (const Mistake& warning : diagnostics.sorted()) warnings.push_back(warning.text());
    return project;
}

Scenario draw_scenario(const Project& project, std::uint64_t seed, std::uint32_t replicate,
                       DrawnNumbers* drawn) {
    Diagnostics diagnostics;
    Reading reading(diagnostics,
                    {.draws = Draws(seed, replicate), .given = &project.given, .drawn = drawn});
    Block root = reading.root(project.tree);
    Scenario scenario = read_scenario(root, seed);
    if (scenario.population.microdata)
        scenario.population.microdata->households =
            project.central.population.microdata->households;
    diagnostics.throw_if_errors();
    return in_sample(std::move(scenario));
}

}  // namespace zhaimao
