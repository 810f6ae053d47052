// Runs a scenario and reports household-years per second and core, by stage, and peak memory.
//
//   zhaimao_ensemble_bench SCENARIO [REPLICATES [THREADS [ISA]]]
//
// Rate = households x years x replicates / seconds of simulation / threads busy; synthesis stands
// beside it.
#include <fmt/format.h>
#include <sys/resource.h>

#include <chrono>
#include <cstdlib>

#include "engine/ensemble/run.h"
#include "engine/ensemble/summary.h"

namespace {

double peak_mebibytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

void print_incidence(const zhaimao::Project& project, const zhaimao::Ensemble& ensemble) {
    fmt::print("register, % of people, mean of replicates:");
    for (int year = project.central.start; year <= project.central.horizon; ++year) {
        const auto cell =
            ensemble.layout.area_year(zhaimao::Indicator::incidence, ensemble.layout.city(), year);
        double sum = 0.0;
        for (Eigen::Index r = 0; r < ensemble.replicates(); ++r)
            sum += ensemble.values(static_cast<Eigen::Index>(cell), r);
        fmt::print(" {:.3f}", 100.0 * sum / static_cast<double>(ensemble.replicates()));
    }
    fmt::print("\n");
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2)
        return fmt::print("usage: {} SCENARIO [REPLICATES [THREADS [ISA]]]\n", argv[0]), 2;
    std::vector<std::string> warnings;
    const zhaimao::Project project = zhaimao::load_project(argv[1], {}, warnings);
    zhaimao::RunOptions options;
    options.replicates = argc > 2 ? std::atoi(argv[2]) : project.replicates;
    options.threads = argc > 3 ? std::atoi(argv[3]) : 1;
    options.isa =
        argc > 4 ? zhaimao::parse_isa(argv[4]).value_or(zhaimao::best_isa()) : zhaimao::best_isa();
    options.seed = project.seed;
    const auto start = std::chrono::steady_clock::now();
    const std::optional<zhaimao::RunResult> result = zhaimao::run_ensemble(project, options);
    const double wall =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    if (!result) return 1;
    const double years =
        static_cast<double>(project.central.horizon - project.central.start) * options.replicates;
    const double household_years = static_cast<double>(result->households) * years;
    fmt::print("{}: {} households, {:.0f} years in all, {} threads, isa {}\n", project.id,
               result->households, years, options.threads, zhaimao::name(options.isa));
    fmt::print(
        "simulation {:.1f} million household-years/s/core; synthesis {:.2f} s, simulation {:.2f} "
        "s, wall {:.2f} s\n",
        household_years / result->simulation_seconds / 1e6, result->synthesis_seconds,
        result->simulation_seconds, wall);
    fmt::print("peak memory {:.0f} MiB\n", peak_mebibytes());
    print_incidence(project, result->ensemble);
    return 0;
}
