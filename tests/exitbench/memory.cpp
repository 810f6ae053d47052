// Claim: hundreds of replicates take no more memory than two, their tables included.
#include <malloc.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "engine/ensemble/run.h"
#include "engine/report/digest.h"
#include "engine/report/from_project.h"
#include "engine/report/tables.h"
#include "tests/paths.h"

using namespace zhaimao;

namespace {

// Sanitizers keep what was freed.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool is_sanitized = true;
#else
constexpr bool is_sanitized = false;
#endif

// "VmRSS", what is resident now, or "VmHWM", the most that was.
double mebibytes(const std::string& word) {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(word + ":")) return std::stod(line.substr(word.size() + 1)) / 1024.0;
    return 0.0;
}

// False: the kernel does not let us.
bool forget_the_most() {
    std::ofstream clear("/proc/self/clear_refs");
    clear << "5";
    clear.close();
    return !clear.fail();
}

// What a run takes beyond what the process has.
double taken(const Project& project, int replicates) {
    ::malloc_trim(0);
    const double before = mebibytes("VmRSS");
    if (!forget_the_most()) return -1.0;
    RunOptions options;
    options.replicates = replicates;
    options.seed = project.seed;
    options.isa = best_isa();
    const std::optional<RunResult> result = run_ensemble(project, options);
    const ReportContext context = report_context(project, *result);
    CHECK(digest(context, result->ensemble).non_finite.values == 0);
    CHECK(run_tables(context, result->ensemble).size() > 10);
    return mebibytes("VmHWM") - before;
}

}  // namespace

TEST_CASE("three hundred replicates take as much memory as two", "[exitbench][memory]") {
    std::vector<std::string> warnings;
    const Project project =
        load_project(source_dir() + "/bench/exitbench-sample.yaml", {}, warnings);
    const double two = taken(project, 2);
    const double many = taken(project, 300);  // 45 MiB of records
    INFO("of two replicates " << two << " MiB, of three hundred " << many);
    if (two < 0.0 || is_sanitized) return;
    CHECK(two > 1.0);  // or nothing was measured
    CHECK(many <= two + 3.0);
}
