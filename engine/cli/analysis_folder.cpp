#include "engine/cli/analysis_folder.h"

#include "engine/cli/run_options.h"
#include "engine/cli/run_target.h"
#include "engine/cli/signals.h"
#include "engine/io/yaml_writer.h"
#include "engine/report/from_project.h"
#include "engine/report/run_folder.h"

namespace zhaimao {

bool write_analysis_folder(const std::string& path, const Project& project, const Options& options,
                           const RunOptions& run, const std::vector<Table>& tables,
                           std::chrono::steady_clock::time_point began) {
    RunFolder folder{path, manifest_of(project, options, run),
                     write_yaml(project.tree, project.title), options.language};
    folder.manifest.about = about(report_context(project));
    folder.manifest.inputs = hash_inputs(project.inputs);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    folder.manifest.wall_seconds = took.count();
    refuse_unless_replaceable(folder.path);
    return write_run_folder(std::move(folder), tables, interrupted());
}

}  // namespace zhaimao
