#include "engine/cli/check_command.h"

#include <fmt/format.h>

#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

#include "engine/cli/project_options.h"
#include "engine/core/config/path.h"
#include "engine/io/yaml_writer.h"

namespace zhaimao {

namespace {

// Paths and values of all leaves, with the place of each.
struct Leaf {
    std::string value;
    std::string place;
};
using Leaves = std::map<std::string, Leaf>;

void collect(const Node& node, const std::string& path, Leaves& leaves) {
    for (const Entry& entry : node.entries) collect(entry.node, join_path(path, entry.key), leaves);
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        collect(node.items[i], join_path(path, std::to_string(i)), leaves);
    }
    if (node.is_scalar()) leaves[path] = {node.text, node.place.text()};
}

Leaves leaves_of(const Project& project) {
    Leaves leaves;
    collect(project.tree, "", leaves);
    return leaves;
}

std::string side(const Leaves& leaves, const std::string& path) {
    const auto found = leaves.find(path);
    if (found == leaves.end()) return "(absent)";
    return fmt::format("{} ({})", found->second.value, found->second.place);
}

void print_difference(const Leaves& a, const Leaves& b) {
    Leaves all = a;
    all.insert(b.begin(), b.end());
    std::size_t count = 0;
    for (const auto& [path, leaf] : all) {
        const auto in_a = a.find(path);
        const auto in_b = b.find(path);
        if (in_a != a.end() && in_b != b.end() && in_a->second.value == in_b->second.value)
            continue;
        std::cout << fmt::format("{}: {} > {}\n", path, side(a, path), side(b, path));
        ++count;
    }
    std::cout << fmt::format("{} values differ.\n", count);
}

void print_summary(const std::string& path, const Project& project, const Options& options) {
    const Scenario& scenario = project.central;
    const Ledger& ledger = project.ledger;
    if (options.json) {
        std::cout << nlohmann::ordered_json{{"file", path},
                                            {"counties", scenario.counties.size()},
                                            {"interventions", scenario.interventions.size()},
                                            {"first_year", scenario.start},
                                            {"last_year", scenario.horizon},
                                            {"inputs", ledger.numbers().size()},
                                            {"assumptions", ledger.assumed()},
                                            {"never_varied", ledger.never_varied()}}
                         .dump()
                  << '\n';
        return;
    }
    std::cout << fmt::format(
        "{}: no mistakes. {} counties, {} interventions, {}-{}; {} of {} inputs are assumptions, "
        "{} "
        "never varied.\n",
        path, scenario.counties.size(), scenario.interventions.size(), scenario.start,
        scenario.horizon, ledger.assumed(), ledger.numbers().size(), ledger.never_varied());
}

void check(const std::string& path, const Options& options) {
    const Project project = load_with_options(path, options);
    if (options.effective) {
        std::cout << write_yaml(project.tree, project.title, {.origins = true});
    } else {
        print_summary(path, project, options);
    }
}

}  // namespace

int check_command(const Options& options) {
    if (options.files.empty()) throw InputError("check: name at least one scenario file");
    if (options.diff) {
        if (options.files.size() != 2) throw InputError("check --diff: name two scenario files");
        print_difference(leaves_of(load_with_options(options.files[0], options)),
                         leaves_of(load_with_options(options.files[1], options)));
        return 0;
    }
    // The mistakes of all files, not only of the first wrong one.
    std::vector<Mistake> mistakes;
    for (const std::string& path : options.files) {
        try {
            check(path, options);
        } catch (const InputError& e) {
            mistakes.insert(mistakes.end(), e.mistakes().begin(), e.mistakes().end());
        }
    }
    if (!mistakes.empty()) throw InputError(mistakes);
    return 0;
}

}  // namespace zhaimao
