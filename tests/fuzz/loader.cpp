#include "engine/simulation/project.h"
#include "tests/fuzz/checks.h"
#include "tests/fuzz/targets.h"

namespace {

using namespace zhaimao;

// Reading is done once as `check` does it, once as a replicate does.
void check_reading(const std::string& file, const std::vector<std::string>& settings) {
    Diagnostics diagnostics;
    const Project project = read_project(file, settings, diagnostics);
    check_messages(diagnostics);
    if (diagnostics.has_errors()) return;
    check_written({project.tree, project.title, {}});
    try {
        (void)draw_scenario(project, 2016, 1);
    } catch (const InputError&) {  // a draw may be what the mean is not
    }
}

void check_composing(const std::string& file) {
    Diagnostics diagnostics;
    const Configuration c = compose(file, {}, diagnostics);
    if (!diagnostics.has_errors()) check_written(c);
}

}  // namespace

void try_loader(std::string_view bytes) {
    constexpr std::size_t longest_setting = 200;
    const std::string file = written("scenario.yaml", bytes);
    check_composing(file);
    check_reading(file, {});
    if (bytes.size() > longest_setting) return;
    static const std::string base = written("base-again.yaml", base_text());
    check_reading(base, {std::string(bytes)});
}
