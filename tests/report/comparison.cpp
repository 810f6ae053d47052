#include "engine/report/comparison.h"

#include <catch2/catch.hpp>

#include "engine/core/diagnostics.h"
#include "engine/report/figure_text.h"
#include "engine/report/replicate_reader.h"
#include "tests/report/made_up_run.h"

using namespace zhaimao;

namespace {

ComparedRun run_with(double mean, double mcse, std::int64_t n, std::vector<double> futures = {}) {
    ComparedRun run;
    run.results.folder = "run";
    run.results.run.areas = {{141000, {"Linfen", "临汾市"}, false}};
    run.results.run.years = {2015};
    run.results.run.replicates = n;
    run.results.run.seed = 1;
    run.results.tables = std::make_shared<const std::vector<Table>>();
    Summary s;
    s.mean = mean;
    s.mcse = mcse;
    s.n = n;
    run.results.run.values["poor_people"][141000][2015] = s;
    if (!futures.empty()) {
        run.replicates.emplace();
        (*run.replicates)["poor_people"][141000][2015] = std::move(futures);
    }
    return run;
}

Figure difference(const ComparedRun& a, const ComparedRun& b) {
    return run_difference(a, b, {"poor_people"}, 141000, 2015);
}

std::string problem_of(const ComparedRun& a, const ComparedRun& b) {
    try {
        refuse_unless_comparable(a.results, b.results);
    } catch (const InputError& e) {
        return e.what();
    }
    return "";
}

constexpr double digits = 1e-4;  // of the tables of Student's t that the values come from

}  // namespace

TEST_CASE("futures of one seed are held against each other one by one", "[report][comparison]") {
    const ComparedRun a = run_with(20.0, 5.7735, 3, {10.0, 20.0, 30.0});
    const ComparedRun b = run_with(25.0, 5.7735, 3, {14.0, 25.0, 36.0});
    CHECK(pairing_of(a, b) == Pairing::paired);
    const Figure d = difference(a, b);  // 4, 5, 6: sd 1, error 1 / sqrt 3, t(2) = 4.3027
    CHECK(d.value == Approx(5.0));
    CHECK(d.error == Approx(0.57735).epsilon(digits));
    CHECK(d.low == Approx(5.0 - 4.3027 * 0.57735).epsilon(digits));
    CHECK(d.high == Approx(5.0 + 4.3027 * 0.57735).epsilon(digits));
}

TEST_CASE("else errors add up, and the interval is wider", "[report][comparison]") {
    ComparedRun a = run_with(20.0, 3.0, 3, {10.0, 20.0, 30.0});
    ComparedRun b = run_with(25.0, 4.0, 3, {14.0, 25.0, 36.0});
    b.results.run.seed = 2;
    CHECK(pairing_of(a, b) == Pairing::other_seed);
    const Figure d = difference(a, b);
    CHECK(d.value == Approx(5.0));
    CHECK(d.error == Approx(5.0));
    // Degrees: 25^2 / (81 / 2 + 256 / 2) = 3.7, and 3 of them: t = 3.1824.
    CHECK(d.high == Approx(5.0 + 3.1824 * 5.0).epsilon(digits));
    b.results.run.seed = 1;
    b.results.run.replicates = 4;
    CHECK(pairing_of(a, b) == Pairing::other_count);
    b.results.run.replicates = 3;
    b.replicates.reset();
    CHECK(pairing_of(a, b) == Pairing::no_replicates);
    CHECK(difference(a, b).error == Approx(5.0));
}

TEST_CASE("one future has no interval, none no value", "[report][comparison]") {
    const Figure one = difference(run_with(1.0, 0.0, 1), run_with(3.0, 0.0, 1));
    CHECK(one.value == 2.0);
    CHECK_FALSE(one.has_range());
    CHECK_FALSE(std::isfinite(
        run_difference(run_with(1.0, 0.0, 2), run_with(3.0, 0.0, 2), {"x"}, 1, 2015).value));
}

TEST_CASE("a difference of shares: Newcombe's table II", "[report][comparison]") {
    // 56/70 against 48/80: 0.2, [0.0524, 0.3339] (method 10).
    const Interval second = wilson(56, 70), first = wilson(48, 80);
    const Figure d = share_difference({48.0 / 80.0, first.low, first.high},
                                      {56.0 / 70.0, second.low, second.high});
    CHECK(d.value == Approx(0.2));
    CHECK(std::abs(d.low - 0.0524) < 0.00005);  // as printed
    CHECK(std::abs(d.high - 0.3339) < 0.00005);
}

TEST_CASE("a chance differs future by future, each by its own deadline", "[report][comparison]") {
    ComparedRun a = run_with(1.0, 0.0, 4, {1.0, 1.0, 1.0, 1.0});
    ComparedRun b = a;
    const TargetChance before{141000, 2017, {0.75, 0.3, 0.95}};
    const TargetChance after{141000, 2018, {0.5, 0.15, 0.85}};
    CHECK_FALSE(chances_are_paired(a, b));
    CHECK(chance_difference(a, before, b, after).low ==
          share_difference(before.p_on_time, after.p_on_time).low);
    (*a.replicates)[on_time_id][141000][2017] = {1.0, 1.0, 1.0, 0.0};
    (*b.replicates)[on_time_id][141000][2018] = {1.0, 0.0, 1.0, 0.0};
    CHECK(chances_are_paired(a, b));
    // 0, -1, 0, 0: sd 0.5, error 0.25. Newcombe's interval with Wilson's of 3/4 and 2/4; so few
    // pairs leave no correlation.
    const Figure d = chance_difference(a, before, b, after);
    CHECK(d.value == Approx(-0.25));
    CHECK(d.error == Approx(0.25));
    const Interval three = wilson(3, 4), two = wilson(2, 4);
    CHECK(d.low == Approx(-0.25 - std::hypot(0.5 - two.low, three.high - 0.75)));
    CHECK(d.high == Approx(-0.25 + std::hypot(two.high - 0.5, 0.75 - three.low)));
    CHECK(figure_text(d, FigureKind::points, {}) == "-25.0 [-65.5, 32.0]");
}

TEST_CASE("runs of other places, years or versions are refused", "[report][comparison]") {
    const ComparedRun a = run_with(1.0, 0.0, 2);
    CHECK(problem_of(a, a).empty());
    ComparedRun b = a;
    b.results.folder = "other";
    b.results.run.areas[0].id = 110000;
    CHECK(
        problem_of(a, b) ==
        "report: 'run' and 'other' are of different places (their areas have not the same codes)");
    b = a;
    b.results.run.years = {2016};
    CHECK(problem_of(a, b).find("are of different years (2015-2015, 2016-2016)") !=
          std::string::npos);
    b = a;
    b.results.run.version = "0.0.1";
    CHECK(problem_of(a, b).find("are of different versions of the program (, 0.0.1)") !=
          std::string::npos);
    b = a;
    b.results.run.values.clear();
    CHECK(problem_of(a, b).find("holds no projection to compare") != std::string::npos);
}

TEST_CASE("a comparison has the runs, their targets and the differences", "[report][comparison]") {
    const MadeUpRun one, other;
    const std::vector<ComparedRun> runs{{read_results(one.folder), {}},
                                        {read_results(other.folder), {}}};
    std::vector<std::string> ids;
    for (const ReportTable& table : comparison_sections(runs, {})) ids.push_back(table.section);
    CHECK(ids ==
          std::vector<std::string>{"runs", "targets", "poor", "incidence", "exits", "money"});
    const ReportTable poor = comparison_sections(runs, {})[2];
    CHECK(std::get<Figure>(poor.rows[0][2]).value == 0.0);
    CHECK(poor.closing_rows == 1);
    // The same folder name and title: they cannot be told apart by either, and need not be.
    CHECK(comparison_title(runs, {}) == "A made-up plan (run) against A made-up plan (run)");
    const auto notes = comparison_notes(runs, comparison_sections(runs, {}), {});
    CHECK(notes[3].starts_with("Where a run is unpaired (table Runs), its"));
}

TEST_CASE("a comparison of some sections has no notes on others", "[report][comparison]") {
    const MadeUpRun one, other;
    const std::vector<ComparedRun> runs{{read_results(one.folder), {}},
                                        {read_results(other.folder), {}}};
    const auto notes = comparison_notes(runs, {comparison_sections(runs, {})[2]}, {});
    REQUIRE(notes.size() == 4);  // of poor people: intervals, pairing, and each run's source
    CHECK(notes[0].starts_with("Differences: mean and"));
    CHECK(notes[1].starts_with("Where a run is unpaired, its"));
    CHECK(notes[2].starts_with("Source: "));
}
