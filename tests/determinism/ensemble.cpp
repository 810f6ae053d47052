// Law 7: results do not depend on threads, instruction set, or the order of counties in the file;
// and scenarios share every draw that they have in common (model, section 5).
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "engine/ensemble/influence.h"
#include "engine/ensemble/outcomes.h"
#include "engine/io/csv.h"
#include "engine/io/sha256.h"
#include "engine/report/from_project.h"
#include "engine/report/label_table.h"
#include "tests/ensemble/values.h"
#include "tests/golden/golden_file.h"
#include "tests/io/scratch_folder.h"
#include "tests/laws/world_of.h"
#include "tests/paths.h"
#include "tests/same_bits.h"

using namespace zhaimao;

namespace {

// Some numbers are distributions, so that replicates differ in their scenarios and populations,
// too.
const std::vector<std::string> uncertain{
    "growth.rates.operating={normal: [6 %, 1 %]}", "luck.transitory_sd={uniform: [0.15, 0.25]}",
    "interventions.relocation.effects.work.raise.factor={triangular: [1.05, 1.1, 1.2]}"};

Ensemble ensemble_of(const Project& project, int threads, Isa isa, int replicates = 7) {
    RunOptions options;
    options.replicates = replicates;
    options.seed = project.seed;
    options.threads = threads;
    options.isa = isa;
    std::optional<RunResult> result = run_ensemble(project, options);
    REQUIRE(result);
    return std::move(result->ensemble);
}

Eigen::ArrayXXd run(const Project& project, int threads, Isa isa, int replicates = 7) {
    return values_of(ensemble_of(project, threads, isa, replicates));
}

// The correlations of the main outcome with what was drawn.
Eigen::ArrayXXd influence_of(const Project& project, const Ensemble& ensemble) {
    const Outcome outcome = main_outcome(ensemble, project.central.counties);
    const auto all = RankedInputs(ensemble.inputs).on(outcome.values);
    Eigen::ArrayXXd numbers(3, static_cast<Eigen::Index>(all.size()));
    for (std::size_t i = 0; i < all.size(); ++i)
        numbers.col(static_cast<Eigen::Index>(i)) << all[i].rank_correlation, all[i].confidence.low,
            all[i].confidence.high;
    return numbers;
}

std::vector<std::string> lines_of_busy() {
    std::ifstream in(source_dir() + "/tests/laws/busy.yaml");
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

Project project_of(const std::vector<std::string>& lines) {
    ScratchFolder folder;
    std::ofstream out(folder.path / "busy.yaml");
    for (const std::string& line : lines) out << line << "\n";
    out.close();
    std::vector<std::string> warnings;
    return load_project((folder.path / "busy.yaml").string(), {}, warnings);
}

// First of the lines that hold counties, one a line.
std::size_t first_county(const std::vector<std::string>& lines) {
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (lines[i] == "counties:") return i + 1;
    FAIL("no counties in busy.yaml");
    return 0;
}

std::string labels_of(const Project& project) {
    return to_csv(label_table(report_context(project)));
}

double at(const Eigen::ArrayXXd& values, std::size_t cell, Eigen::Index replicate) {
    return values(static_cast<Eigen::Index>(cell), replicate);
}

}  // namespace

TEST_CASE("any number of threads gives the same bytes", "[determinism][law7]") {
    const Project project = law_project("busy.yaml", uncertain);
    const Ensemble one = ensemble_of(project, 1, best_isa());
    const Eigen::ArrayXXd values = values_of(one);
    CHECK(same_bits(values, run(project, 2, best_isa())));
    const Ensemble seven = ensemble_of(project, 7, best_isa());
    CHECK(same_bits(values, values_of(seven)));
    CHECK((values.col(0) != values.col(1)).any());  // or nothing was tested
    CHECK(one.inputs.paths == seven.inputs.paths);
    CHECK(same_bits(one.inputs.values, seven.inputs.values));
    CHECK(same_bits(influence_of(project, one), influence_of(project, seven)));
    CHECK(one.inputs.paths ==
          std::vector<std::string>{"growth.rates.operating",
                                   "interventions.relocation.effects.work.raise.factor",
                                   "luck.transitory_sd"});
    CHECK((one.inputs.values.col(0) != one.inputs.values.col(1)).all());
    CHECK(influence_of(project, one).row(0).allFinite());  // so few futures have no interval
    const Project full = law_project("full.yaml");
    CHECK(same_bits(run(full, 1, best_isa()), run(full, 7, best_isa())));
}

TEST_CASE("threads share the counties of a single replicate, with the same bytes",
          "[determinism][law7]") {
    const Project project = law_project(GENERATE("busy.yaml", "full.yaml"));
    const Eigen::ArrayXXd alone = run(project, 1, best_isa(), 1);
    CHECK(same_bits(alone, run(project, 2, best_isa(), 1)));
    CHECK(same_bits(alone, run(project, 7, best_isa(), 1)));
}

TEST_CASE("every instruction set gives the same bytes", "[determinism][law7]") {
    const Project project = law_project(GENERATE("busy.yaml", "full.yaml"));
    const Eigen::ArrayXXd baseline = run(project, 1, Isa::baseline, 2);
    for (Isa isa : all_isas)
        if (is_supported(isa)) CHECK(same_bits(baseline, run(project, 1, isa, 2)));
}

TEST_CASE("the order of counties in the file changes no byte", "[determinism][law7]") {
    std::vector<std::string> lines = lines_of_busy();
    const Eigen::ArrayXXd as_written = run(project_of(lines), 1, best_isa(), 2);
    const std::string labels = labels_of(project_of(lines));
    const auto first = lines.begin() + static_cast<std::ptrdiff_t>(first_county(lines));
    std::reverse(first, first + 3);
    CHECK(same_bits(as_written, run(project_of(lines), 1, best_isa(), 2)));
    CHECK(labels_of(project_of(lines)) == labels);
    std::swap(first[0], first[1]);
    CHECK(same_bits(as_written, run(project_of(lines), 1, best_isa(), 2)));
    CHECK(labels_of(project_of(lines)) == labels);
}

TEST_CASE("a replicate is the same alone and among others", "[determinism]") {
    const Project project = law_project("busy.yaml", uncertain);
    const Eigen::ArrayXXd many = run(project, 1, best_isa(), 5),
                          few = run(project, 1, best_isa(), 2);
    CHECK(same_bits(many.leftCols(2), few));
    // A single replicate does not keep what only its beginning needs.
    CHECK(same_bits(many.leftCols(1), run(project, 1, best_isa(), 1)));
    const Project certain = law_project("full.yaml");
    CHECK(same_bits(run(certain, 1, best_isa(), 2).leftCols(1), run(certain, 1, best_isa(), 1)));
}

// Every build, optimised or not, with sanitizers or without, is held to the same digests.
TEST_CASE("the bytes are those of every other build", "[determinism][golden]") {
    std::string digests;
    for (const char* name : {"quiet.yaml", "busy.yaml", "full.yaml"}) {
        Eigen::ArrayXXd values = run(law_project(name), 1, best_isa(), 2);
        values = values.isNaN().select(0.0, values);  // the sign of no number is the compiler's
        const auto* bytes = reinterpret_cast<const char*>(values.data());
        digests += std::string(name) + " " +
                   sha256({bytes, static_cast<std::size_t>(values.size()) * sizeof(double)}) + "\n";
    }
    check_golden("digests.txt", digests);
}

TEST_CASE("a scenario that differs from 2018 on has the same history until then, to the bit",
          "[determinism]") {
    const Project plain = law_project("busy.yaml");
    const Project other =
        law_project("busy.yaml", {"interventions.relocation.capacity.2018+=400 people",
                                  "lines.ex_ante.2019+=3900 yuan/person/year"});
    const Eigen::ArrayXXd a = run(plain, 1, best_isa(), 2), b = run(other, 1, best_isa(), 2);
    const RecordLayout layout = layout_of(plain.central);
    std::size_t different = 0;
    for (std::size_t k = 0; k < indicator_count; ++k)
        for (std::size_t area = 0; area < layout.areas(); ++area)
            for (int year = 2015; year <= 2021; ++year) {
                const std::size_t cell = layout.area_year(static_cast<Indicator>(k), area, year);
                for (Eigen::Index r = 0; r < 2; ++r) {
                    if (year < 2018)
                        CHECK(at(a, cell, r) == at(b, cell, r));
                    else
                        different += at(a, cell, r) != at(b, cell, r) ? 1U : 0U;
                }
            }
    CHECK(different > 100);
}

// A run of one future takes the population that others copy.
TEST_CASE("a future alone is the first of many", "[determinism]") {
    const Project plan = law_project("busy.yaml");
    const Eigen::ArrayXXd many = run(plan, 2, best_isa(), 2), one = run(plan, 2, best_isa(), 1);
    CHECK(same_bits(one.col(0), many.col(0)));
}

// Without the city's capacities, which the counties share.
TEST_CASE("another county shifts nobody's luck", "[determinism]") {
    Scenario three = law_scenario("busy.yaml");
    three.interventions.clear();
    three.exit_plan.reset();
    Scenario two = three;
    two.counties.erase(two.counties.begin() + 1);
    two.growth_gap.erase(two.growth_gap.begin() + 1);
    two.population.counties.erase(two.population.counties.begin() + 1);
    const Replicate a(three), b(two);
    for (std::size_t k = 0; k < indicator_count; ++k)
        for (int year = 2015; year <= 2021; ++year) {
            const auto indicator = static_cast<Indicator>(k);
            CHECK(a.at(indicator, year, 0) == b.at(indicator, year, 0));
            CHECK(a.at(indicator, year, 2) == b.at(indicator, year, 1));
        }
}

TEST_CASE("another seed and another replicate are other futures", "[determinism]") {
    const Scenario s = law_scenario("busy.yaml");
    const auto people = people_of(s);
    const Replicate one(s, people, 1), two(s, people, 2);
    CHECK(one.at(Indicator::mean_income, 2015) == two.at(Indicator::mean_income, 2015));
    CHECK(one.at(Indicator::mean_income, 2016) != two.at(Indicator::mean_income, 2016));
    const Record other = run_replicate(s, people, {s.population.seed + 1, 1}, best_isa());
    CHECK(other != one.record);
    CHECK(run_replicate(s, people, {s.population.seed, 1}, best_isa()) == one.record);
}
