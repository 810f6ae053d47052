#include "engine/analysis/compare.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "engine/ensemble/run.h"
#include "tests/cli/finished.h"
#include "tests/cli/scenario_files.h"
#include "tests/ensemble/values.h"
#include "tests/io/scratch_folder.h"
#include "tests/one_line.h"
#include "tests/paths.h"
#include "tests/report/made_up.h"
#include "tests/same_bits.h"

using namespace zhaimao;

namespace {

// Linfen by a sample of one household in fifty.
struct Futures {
    explicit Futures(const std::string& scenario, int replicates = 16) {
        std::vector<std::string> warnings;
        project = load_project(scenarios + scenario, {"population.sample.one_in=50"}, warnings);
        RunOptions options;
        options.replicates = replicates;
        options.seed = 2016;
        options.threads = 2;
        result = run_ensemble(project, options);
        REQUIRE(result);
    }
    [[nodiscard]] Comparison against(const Futures& baseline) const {
        return compare(baseline.result->ensemble, baseline.project.central.counties,
                       result->ensemble, project.central.counties);
    }
    Project project;
    std::optional<RunResult> result;
};

}  // namespace

TEST_CASE("half the capacity: more people poor, and pairing pays ten times and more",
          "[analysis][compare]") {
    const Futures plan("linfen-plan.yaml");
    const Comparison half = Futures("linfen-half-capacity.yaml").against(plan);
    CHECK(half.poor_people.confidence.low > 0.0);
    CHECK(half.money.confidence.high < 0.0);
    CHECK(half.poor_people.variance_ratio >= 10.0);
    CHECK(half.parts_in == 2016);
    CHECK(half.counties.size() == 17);
    for (const CountyComparison& county : half.counties)
        CHECK(county.on_time.difference.mean <= 0.0);
}

TEST_CASE("a scenario against itself differs in nothing", "[analysis][compare]") {
    const Futures plan("linfen-plan.yaml", 2);
    const Comparison same = plan.against(plan);
    CHECK_FALSE(same.parts_in);
    CHECK_FALSE(same.poor_people.is_told_from_zero());
    CHECK(same.poor_people.difference.mean == 0.0);
}

TEST_CASE("whatever is recorded, the year in which it differs first is that in which two part",
          "[analysis][compare]") {
    const Ensemble plan = made_up::ensemble();
    const auto parts_where = [&](std::size_t cell, double value) {
        Ensemble other = made_up::ensemble();
        set(other, cell, 2, value);
        const std::vector<County> counties = made_up::context().counties;
        return compare(plan, counties, other, counties).parts_in;
    };
    const RecordLayout& layout = plan.layout;
    CHECK(parts_where(layout.area_year(Indicator::gini, 3, 2018), 0.5) == 2018);
    CHECK(parts_where(layout.service(0, Service::served_people, 1, 2017), 1.0) == 2017);
    CHECK(parts_where(layout.transition(Status::exited, Status::exited, 3, 2016), 1.0) == 2016);
    CHECK(parts_where(layout.flow(Flow::relapse, 1, 0, 2019), 1.0) == 2019);
    CHECK(parts_where(layout.spell(Spell::relapse_after, 2, 0, 2018), 1.0) == 2018);
    CHECK(parts_where(layout.ventile(19, 2, 2015), 1.0) == 2015);
    CHECK(parts_where(layout.rule_failure(0, 0, 2017), 1.0) == 2017);
    // Houma meets its target in 2017 there, here in 2016.
    CHECK(parts_where(layout.met_in(TargetKind::cohort, 2), 2016.0) == 2016);
    CHECK_FALSE(parts_where(layout.service(0, Service::task, 1, 2016), 100.0));  // as it is
}

TEST_CASE("each scenario is held against its own deadlines", "[analysis][compare]") {
    // Xiangning meets its target in 2017 in every future, 500 people poor then and 1,800 in 2016.
    const Ensemble plan = made_up::ensemble();
    const std::vector<County> counties = made_up::context().counties;
    std::vector<County> sooner = counties;
    sooner[0].target.deadline = 2016;
    const Comparison c = compare(plan, counties, plan, sooner);
    CHECK(c.counties[0].deadline == 2017);
    CHECK(c.counties[0].other_deadline == 2016);
    CHECK(c.counties[0].delay.difference.mean == 1.0);
    CHECK(c.counties[0].on_time.difference.mean == -1.0);
    CHECK(c.counties[0].poor_at_deadline.difference.mean == Approx(1300.0));
    CHECK(c.counties_on_time.difference.mean == -1.0);
    CHECK(c.counties[1].delay.difference.mean == 0.0);
    // Poor people of the city are those of one year, whatever the other's last deadline is.
    sooner[1].target.deadline = 2016;
    CHECK(compare(plan, counties, plan, sooner).poor_people.difference.mean == 0.0);
}

TEST_CASE("what differs from 2018 on shares the years before to the bit", "[analysis][compare]") {
    const Futures plan("linfen-plan.yaml", 2);
    std::vector<std::string> warnings;
    Futures later("linfen-plan.yaml", 1);
    later.project = load_project(
        scenarios + "linfen-plan.yaml",
        {"population.sample.one_in=50", "interventions.dibao.take_up.2018+=50 %"}, warnings);
    RunOptions options;
    options.replicates = 2;
    options.seed = 2016;
    later.result = run_ensemble(later.project, options);
    REQUIRE(later.result);
    CHECK(later.against(plan).parts_in == 2018);
}

TEST_CASE("compare prints words first and writes the table of differences",
          "[analysis][compare][cli]") {
    const ScratchFolder scratch;
    const std::string folder = (scratch.path / "compare").string();
    const std::string files = scenarios + "linfen-plan.yaml " + scenarios + "linfen-nothing.yaml ";
    const Finished run =
        run_program("compare " + files + "-n 4 --set population.sample.one_in=200 -q -o " + folder);
    INFO(run.output);
    REQUIRE(run.code == 0);
    CHECK(run.output.starts_with("Against: Linfen's plan of January 2016 | 17 counties, "));
    CHECK(run.output.find(" more people poor in 2020 [") != std::string::npos);
    CHECK(run.output.find("The two part in 2016;") != std::string::npos);
    CHECK(run.output.find("; costs nothing;") != std::string::npos);
    CHECK(std::filesystem::exists(folder + "/tables/difference.csv"));
    const Finished json = run_program("compare " + files + "--json --lang zh -n 2 -q -o " + folder +
                                      " --set population.sample.one_in=500");
    CHECK(nlohmann::json::parse(json.output)["scenarios"][0]["parts_in"] == 2016);
}

TEST_CASE("further futures are added to those there are", "[analysis][compare]") {
    const Project project = Futures("linfen-nothing.yaml", 1).project;
    RunOptions options;
    options.replicates = 2;
    options.seed = 2016;
    auto few = run_ensembles({&project, 1}, options);
    REQUIRE(few);
    options.replicates = 5;
    const auto more = run_ensembles({&project, 1}, options, std::move(*few));
    const auto at_once = run_ensemble(project, options);
    REQUIRE((more && at_once));
    CHECK(same_bits(values_of(more->front().ensemble), values_of(at_once->ensemble)));
    CHECK(same_bits(more->front().ensemble.inputs.values, at_once->ensemble.inputs.values));
}

TEST_CASE("a scenario compared with itself is the same", "[analysis][compare][cli]") {
    const ScratchFolder scratch;
    const Finished run = run_program("compare " + scenarios + "linfen-plan.yaml " + scenarios +
                                     "linfen-plan.yaml -n 2 -q --set population.sample.one_in=500 "
                                     "-o " +
                                     (scratch.path / "compare").string());
    CHECK(one_line(run.output)
              .find("poor people in 2020: the same in every replicate; counties in "
                    "time: the same in every replicate; cost: the same in every "
                    "replicate; delay: the same in every replicate.") != std::string::npos);
    CHECK(run.output.find("Nothing recorded differs in any replicate.") != std::string::npos);
}

TEST_CASE("futures are drawn until the interval is as narrow as is wanted",
          "[analysis][compare][cli]") {
    const ScratchFolder scratch;
    const Finished run =
        run_program("compare " + scenarios + "linfen-plan.yaml " + scenarios +
                    "linfen-half-capacity.yaml -n 3 --until-halfwidth 2500 --json -q --set "
                    "population.sample.one_in=200 -o " +
                    (scratch.path / "compare").string());
    REQUIRE(run.code == 0);
    const auto json = nlohmann::json::parse(run.output);
    CHECK(json["replicates"] >= 20);
    const auto& poor = json["scenarios"][0]["poor_people"];
    CHECK(poor["conf_high"].get<double>() - poor["conf_low"].get<double>() <= 2 * 2500.0);
    CHECK(poor["told_from_zero"] == (poor["conf_low"] > 0.0 || poor["conf_high"] < 0.0));
    // The folder's configuration is that of as many futures.
    std::ifstream effective(scratch.path / "compare" / "effective.yaml");
    const std::string yaml(std::istreambuf_iterator<char>(effective), {});
    CHECK(yaml.find("replicates: " + std::to_string(json["replicates"].get<int>()) + "\n") !=
          std::string::npos);
}

TEST_CASE("two futures that agree by chance are not enough", "[analysis][compare][cli]") {
    const ScratchFolder scratch;
    const std::string line = "compare " + scenarios + "linfen-plan.yaml " + scenarios +
                             "linfen-no-ecology.yaml -n 2 --json -q --seed 21 --set "
                             "population.sample.one_in=200 -o " +
                             (scratch.path / "compare").string();
    const auto poor = [](const Finished& run) {
        return nlohmann::json::parse(run.output)["scenarios"][0]["poor_people"];
    };
    const auto two = poor(run_program(line));
    REQUIRE(two["conf_low"] == two["conf_high"]);  // or another seed has to be found
    const Finished until = run_program(line + " --until-halfwidth 500");
    REQUIRE(until.code == 0);
    CHECK(nlohmann::json::parse(until.output)["replicates"] >= 20);
    CHECK(poor(until)["conf_low"] < poor(until)["conf_high"]);
}

TEST_CASE("what cannot be compared is refused before anything runs", "[analysis][compare][cli]") {
    const Finished places = run_program("compare " + scenarios + "linfen-plan.yaml " + scenarios +
                                        "china-2013-2020.yaml -q");
    CHECK(places.code == 2);
    CHECK(places.output ==
          "compare: 'linfen-plan' and 'china-2013-2020' are of different places (their counties "
          "have not the same codes)\n");
    const Finished years = run_program("compare " + scenarios + "linfen-plan.yaml " + scenarios +
                                       "guard-2021-2025.yaml -q");
    CHECK(years.code == 2);
    CHECK(years.output ==
          "compare: 'linfen-plan' and 'guard-2021-2025' are of different years (2015-2023, "
          "2020-2025). Give them one start and horizon\n");
    CHECK(run_program("compare " + scenarios + "linfen-plan.yaml").code == 2);
}

TEST_CASE("two scenarios of one name are refused: tables tell them apart by it",
          "[analysis][compare][cli]") {
    const ScratchFolder scratch;
    const std::string busy = source_dir() + "/tests/laws/busy.yaml ";
    const std::string namesake = (scratch.path / "busy.yaml").string();
    std::ofstream(namesake) << "zhaimao: 1\ntitle: Another\nextends: " << busy << '\n';
    const std::string options = " -n 1 -q -o " + (scratch.path / "c").string();
    for (const std::string& files : {busy + namesake, busy + busy + busy}) {
        const Finished refused = run_program("compare " + files + options);
        CHECK(refused.code == 2);
        CHECK(refused.output.find("have one name, by which tables tell scenarios apart") !=
              std::string::npos);
    }
    CHECK(run_program("compare " + busy + busy + options).code == 0);  // against itself
}
