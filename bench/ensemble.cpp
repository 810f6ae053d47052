// Runs a scenario and reports household-years per second and core, by stage, and peak memory.
//
//   zhaimao_ensemble_bench SCENARIO [REPLICATES [THREADS [ISA [PATH=VALUE...]]]]
//
// Exit code 77: this machine does not have the instruction set.
// Rate = households x years x replicates / seconds of simulation / threads busy; synthesis stands
// beside it.
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <exception>

#include "engine/ensemble/run.h"
#include "engine/ensemble/summary.h"

namespace {

constexpr int no_such_isa = 77;

double seconds_of(const timeval& t) {
    return static_cast<double>(t.tv_sec) + 1e-6 * static_cast<double>(t.tv_usec);
}

// Processor time swings less than the clock's where other jobs run.
void print_usage() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    fmt::print("processor {:.2f} s user, {:.2f} s system; peak memory {:.0f} MiB\n",
               seconds_of(usage.ru_utime), seconds_of(usage.ru_stime),
               static_cast<double>(usage.ru_maxrss) / 1024.0);
}

void print_rates(const zhaimao::Project& project, const zhaimao::RunOptions& options,
                 const zhaimao::RunResult& result, double wall) {
    const double years =
        static_cast<double>(project.central.horizon - project.central.start) * options.replicates;
    const double household_years = static_cast<double>(result.households) * years;
    fmt::print("{}: {} households, {:.0f} years in all, {} threads, isa {}\n", project.id,
               result.households, years, options.threads, zhaimao::name(options.isa));
    fmt::print(
        "simulation {:.1f} million household-years/s/core; synthesis {:.4f} s, simulation {:.2f} "
        "s, wall {:.2f} s\n",
        household_years / result.simulation_seconds / 1e6, result.synthesis_seconds,
        result.simulation_seconds, wall);
    print_usage();
}

void print_incidence(const zhaimao::Project& project, const zhaimao::Ensemble& ensemble) {
    fmt::print("register, % of people, mean of replicates:");
    for (int year = project.central.start; year <= project.central.horizon; ++year) {
        const auto cell =
            ensemble.layout.area_year(zhaimao::Indicator::incidence, ensemble.layout.city(), year);
        fmt::print(" {:.3f}", 100.0 * zhaimao::summarise(ensemble, cell).mean);
    }
    fmt::print("\n");
}

int measure(const std::vector<std::string>& arguments) {
    const std::vector<std::string> settings(
        arguments.begin() + std::min<std::ptrdiff_t>(std::ssize(arguments), 4), arguments.end());
    std::vector<std::string> warnings;
    const zhaimao::Project project = zhaimao::load_project(arguments[0], settings, warnings);
    zhaimao::RunOptions options;
    options.replicates = arguments.size() > 1 ? std::stoi(arguments[1]) : project.replicates;
    options.threads = arguments.size() > 2 ? std::stoi(arguments[2]) : 1;
    options.isa = arguments.size() > 3
                      ? zhaimao::parse_isa(arguments[3]).value_or(zhaimao::best_isa())
                      : zhaimao::best_isa();
    options.seed = project.seed;
    if (!zhaimao::is_supported(options.isa)) return no_such_isa;
    const auto start = std::chrono::steady_clock::now();
    const std::optional<zhaimao::RunResult> result = zhaimao::run_ensemble(project, options);
    if (!result) return 1;
    print_rates(project, options, *result,
                std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    print_incidence(project, result->ensemble);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        fmt::print("usage: {} SCENARIO [REPLICATES [THREADS [ISA [PATH=VALUE...]]]]\n", argv[0]);
        return 2;
    }
    try {
        return measure({argv + 1, argv + argc});
    } catch (const std::exception& e) {
        fmt::print(stderr, "{}\n", e.what());
        return 2;
    }
}
