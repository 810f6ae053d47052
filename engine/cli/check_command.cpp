#include "engine/cli/check_command.h"

#include <algorithm>
#include <iostream>

#include "engine/cli/check_report.h"
#include "engine/cli/commands.h"
#include "engine/cli/diff_report.h"
#include "engine/cli/project_options.h"
#include "engine/io/study_file.h"
#include "engine/io/yaml_writer.h"
#include "engine/simulation/provenance.h"

namespace zhaimao {

namespace {

// A study's scenario stands for it where values are shown.
CheckedFile read_as_study(const std::string& path, const Options& options, Diagnostics& of_file) {
    Study study = read_study(path, settings_of(options), of_file);
    CheckedFile file{path, std::move(study.project)};
    file.factors = study.factors.size();
    file.points = of_file.has_errors() ? 0 : study.design.points();
    return file;
}

CheckedFile read_file(const std::string& path, const Options& options, Diagnostics& all) {
    refuse_results(path, "a scenario's or a study's file");
    Diagnostics of_file;
    CheckedFile file = file_kind(path) == FileKind::study
                           ? read_as_study(path, options, of_file)
                           : CheckedFile{path, read_project(path, settings_of(options), of_file)};
    if (options.strict) check_sources(file.project, of_file);
    const std::vector<Mistake> mistakes = of_file.sorted();
    file.right = !of_file.has_errors() && (!options.strict || mistakes.empty());
    all.add(of_file);
    return file;
}

// The mistakes of all files, each once though several files share an include.
CheckReport read_all(const Options& options) {
    CheckReport report;
    Diagnostics all;
    for (const std::string& path : options.files)
        report.files.push_back(read_file(path, options, all));
    for (const Mistake& m : all.sorted())
        (m.warning && !options.strict ? report.warnings : report.errors).push_back(m);
    if (options.quiet) report.warnings.clear();
    return report;
}

void print_results(const CheckReport& report, const Options& options) {
    for (const Mistake& m : report.warnings) std::cerr << m.text() << '\n';
    const std::vector<CheckedFile>& files = report.files;
    if (options.diff) {
        const auto list = differences(files[0].project.tree, files[1].project.tree);
        std::cout << (options.json ? diff_json(list)
                                   : diff_text(list, files[0].path, files[1].path));
        return;
    }
    std::cout << write_yaml(files[0].project.tree, files[0].project.title, {.origins = true});
}

void refuse_beside_effective(const Options& options) {
    if (options.diff)
        throw InputError(
            "check: --effective prints one file, --diff where two differ. Ask for one");
    if (options.json) throw InputError("check --effective: prints YAML. Leave out --json");
    if (options.files.size() > 1)
        throw InputError("check --effective: name one file, so that one document is printed");
}

}  // namespace

int check_command(const Options& options) {
    if (options.files.empty())
        throw InputError("check: name at least one file of a scenario or a study");
    if (options.diff && options.files.size() != 2)
        throw InputError("check --diff: name two scenario files");
    if (options.effective) refuse_beside_effective(options);
    const CheckReport report = read_all(options);
    const bool wrong = !report.errors.empty();
    if (wrong || !(options.diff || options.effective))
        std::cout << (options.json ? check_json(report) : check_text(report));
    else
        print_results(report, options);
    return wrong ? input_wrong : done;
}

}  // namespace zhaimao
