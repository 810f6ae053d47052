#include "engine/analysis/study.h"

#include <cmath>
#include <filesystem>
#include <limits>

#include "engine/analysis/study_checks.h"
#include "engine/core/config/probe.h"
#include "engine/core/config/reading.h"
#include "engine/core/random/draws.h"
#include "engine/io/overlay.h"
#include "engine/io/setting.h"
#include "engine/io/sha256.h"
#include "engine/io/study_file.h"
#include "engine/io/yaml_writer.h"

namespace zhaimao {
namespace {

constexpr double most_points = 1e7;

Project read_scenario_of(const StudyFile& file, const std::string& scenario,
                         const std::vector<std::string>& settings, Diagnostics& diagnostics) {
    const std::string path = beside(file.name, scenario);
    Configuration composed = compose(path, {}, diagnostics);
    if (!composed.tree.entries.empty()) {
        Diagnostics consequences;  // a path may stand in a file that could not be read
        Diagnostics& of_changes = composed.whole ? diagnostics : consequences;
        if (file.change) apply_change(composed.tree, *file.change, of_changes);
        for (const std::string& setting : settings)
            apply_setting(composed.tree, setting, of_changes);
    }
    return read_project(std::move(composed), path, diagnostics);
}

void check_paths(const std::vector<Factor>& factors, Diagnostics& diagnostics) {
    for (std::size_t i = 0; i < factors.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (!factors[i].path.empty() && !factors[j].path.empty() &&
                paths_overlap(factors[i].path, factors[j].path))
                diagnostics.clash(factors[i].place, "factors." + factors[i].id + ".path",
                                  "'" + factors[i].path + "' is set by factor '" + factors[j].id +
                                      "', too (" + factors[j].place.text() +
                                      "). Give each factor a path of its own");
}

// What the scenario's readers say of the level itself is told as it is. What they say of other
// files, which are right without it, is told at the level.
void add_at_level(const Factor& factor, std::size_t level, const Diagnostics& of_level,
                  Diagnostics& diagnostics) {
    const auto [place, text] = written_at(factor, level);
    for (const Mistake& m : of_level.sorted()) {
        if (m.warning)
            diagnostics.warning(m.place, m.path, m.message);
        else if (m.place.file && place.file && *m.place.file == *place.file)
            diagnostics.error(m.place, m.path, m.message);
        else
            diagnostics.clash(place, "factors." + factor.id,
                              text + " does not go with the scenario (" + m.text() + ")");
    }
}

// Each level alone, and each distribution: what the scenario's readers say of it.
void check_levels(const Study& study, Diagnostics& diagnostics) {
    for (const Factor& factor : study.factors) {
        const std::size_t count = factor.levels.empty() ? 1 : factor.levels.size();
        for (std::size_t level = 0; level < count; ++level) {
            Node tree = study.project.tree;
            GivenUniforms given;
            Diagnostics of_level;
            set_factor(factor, level_place(level, count), tree, given, of_level);
            if (!of_level.has_errors()) {
                const Project project =
                    varied_project(study.project, std::move(tree), std::move(given), of_level);
                check_outputs(study, factor, level, project.central, of_level);
            }
            add_at_level(factor, level, of_level, diagnostics);
        }
    }
}

std::string read_scenario_name(Block& root) {
    return root.text("scenario", "the scenario's file, from here");
}

void read_keys(Study& study, Block& root) {
    Block factors = root.block("factors", "what is varied, by id");
    for (Block& block : factors.children())
        study.factors.push_back(read_factor(block, study.project.tree));
    if (study.factors.empty() && root.is_map("factors"))
        root.wrong("factors", "no factor is given. Name at least one");
    Block design = root.block("design", "how points are placed");
    study.options = StudyDesign::read(design, study.project.seed);
    Block outputs = root.block("outputs", "what is looked at, by id");
    for (Block& block : outputs.children())
        study.outputs.push_back(StudyOutput::read(block, study.project.central));
    if (study.outputs.empty() && root.is_map("outputs"))
        root.wrong("outputs", "no output is given. Name at least one");
    study.common_random_numbers =
        root.flag("common_random_numbers", "every point has the same luck", true);
    if (!study.common_random_numbers && study.options.compares_in_pairs())
        root.wrong("common_random_numbers",
                   "does not go with one_at_a_time (its points are compared future by future). "
                   "Leave it out, or take another design");
    if (study.factors.empty() || !design.is_sound("")) return;
    if (const double n = study.options.points(study.factors); n > most_points)
        root.wrong("design", "has " + std::to_string(std::llround(n)) +
                                 " points (10 million are the most). Take fewer");
}

std::string hash_of(const Study& study, const Node& written) {
    std::string all =
        write_yaml(written, study.title) + write_yaml(study.project.tree, study.project.title);
    for (const InputFile& input : study.project.inputs) all += input.hash;
    return sha256(all);
}

}  // namespace

Study read_study(const std::string& path, const std::vector<std::string>& settings,
                 Diagnostics& diagnostics) {
    Study study;
    study.id = std::filesystem::path(path).stem().string();
    std::optional<StudyFile> file = load_study_file(path, diagnostics);
    if (!file) return study;
    study.title = file->title;
    Reading reading(diagnostics);
    Block root = reading.root(file->tree);
    const std::string scenario = read_scenario_name(root);
    Diagnostics of_scenario;
    if (!scenario.empty()) study.project = read_scenario_of(*file, scenario, settings, of_scenario);
    diagnostics.add(of_scenario);
    if (of_scenario.has_errors()) study.project.central = {};
    read_keys(study, root);
    reading.finish();
    check_paths(study.factors, diagnostics);
    check_pairs(study, diagnostics);
    check_settings(study, settings, diagnostics);
    if (!diagnostics.has_errors()) check_levels(study, diagnostics);
    if (!diagnostics.has_errors()) check_outermost(study, diagnostics);
    if (diagnostics.has_errors()) return study;
    study.project.inputs.insert(study.project.inputs.begin(), {path, file->text});
    study.design = study.options.make(study.factors);
    study.hash = hash_of(study, file->tree);
    return study;
}

Outline study_outline() {
    return outline_of([](Block& root) {
        Study study;
        study.project.seed = std::numeric_limits<int>::max();  // none to be named in an outline
        (void)read_scenario_name(root);
        read_keys(study, root);
    });
}

Project project_at(const Study& study, std::size_t point, Diagnostics& diagnostics) {
    Node tree = study.project.tree;
    GivenUniforms given;
    const auto places = study.design.point(point);
    for (std::size_t j = 0; j < study.factors.size(); ++j) {
        const Factor& factor = study.factors[j];
        if (!std::isnan(places[j]))
            set_factor(factor, study.options.place_of(factor, places[j]), tree, given, diagnostics);
    }
    if (!study.common_random_numbers)
        tree.find("ensemble")->find("seed")->set_text(std::to_string(seed_at(study, point)));
    return varied_project(study.project, std::move(tree), std::move(given), diagnostics);
}

std::uint64_t seed_at(const Study& study, std::size_t point) {
    if (study.common_random_numbers) return study.project.seed;
    const Words w = Draws(study.project.seed, 0)
                        .words(static_cast<std::uint32_t>(point), 0, 0, Purpose("study/seed"));
    constexpr std::uint64_t exact = (std::uint64_t{1} << 53) - 1;  // in a double
    return ((std::uint64_t{w.w0} << 32) | w.w1) & exact;
}

}  // namespace zhaimao
