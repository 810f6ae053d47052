#include "engine/analysis/study.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <set>

#include "tests/analysis/study_of.h"
#include "tests/io/scratch_folder.h"

using namespace zhaimao;

namespace {

const std::filesystem::path folder =
    std::filesystem::path(source_dir()) / "tests" / "analysis" / "studies";

std::vector<std::string> messages_of(const std::filesystem::path& file) {
    Diagnostics diagnostics;
    (void)read_study(file.string(), {}, diagnostics);
    std::vector<std::string> lines;
    const std::string here = (folder / "mistakes").string() + "/";
    for (const Mistake& m : diagnostics.sorted()) {
        lines.push_back(m.text());
        for (const std::string& known : {here, source_dir() + "/"})
            for (std::size_t at; (at = lines.back().find(known)) != std::string::npos;)
                lines.back().erase(at, known.size());
    }
    return lines;
}

std::vector<std::string> expected_messages(const std::filesystem::path& file) {
    std::ifstream stream(file);
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);)
        if (line.starts_with("#! ")) lines.push_back(line.substr(3));
    return lines;
}

Project at(const Study& study, std::size_t point) {
    Diagnostics diagnostics;
    Project project = project_at(study, point, diagnostics);
    diagnostics.throw_if_errors();
    return project;
}

double capacity_in(const Project& project, int year) {
    const Intervention& relocation = project.central.interventions.front();
    return relocation.capacity->by_year.at(static_cast<std::size_t>(year - project.central.start));
}

}  // namespace

TEST_CASE("the mistakes of a study are shown all at once, each with its place",
          "[analysis][study]") {
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder / "mistakes")) {
        INFO(entry.path().filename().string());
        CHECK(messages_of(entry.path()) == expected_messages(entry.path()));
        CHECK_FALSE(expected_messages(entry.path()).empty());
        ++files;
    }
    CHECK(files >= 8);
}

TEST_CASE("a point is the scenario with its levels, and nothing else", "[analysis][study]") {
    const Study study = study_of("grid");
    REQUIRE(study.design.points() == 6);
    CHECK(capacity_in(at(study, 0), 2017) == 0.0);
    CHECK(capacity_in(at(study, 0), 2016) == 110.0);
    CHECK(capacity_in(at(study, 3), 2021) == 90.0);
    CHECK(at(study, 5).replicates == 3);
}

TEST_CASE("a distribution stands at the point's quantile in every replicate, times multiplies",
          "[analysis][study]") {
    const Study study = study_of("saltelli");
    REQUIRE(study.design.points() == 4 * 5);
    for (const std::size_t p : {0U, 7U}) {
        const Project project = at(study, p);
        const auto u = study.design.point(p);
        const double wages = 0.15 * u[0];
        CHECK(project.uncertain.at("growth.rates.wages.2018+") == Approx(wages));
        DrawnNumbers drawn;
        const Scenario first = draw_scenario(project, project.seed, 1, &drawn);
        CHECK(drawn.at("growth.rates.wages.2018+") ==
              project.uncertain.at("growth.rates.wages.2018+"));
        CHECK(capacity_in(project, 2015) == Approx(120.0 * 2.0 * u[1]).margin(1.0));
    }
}

TEST_CASE("points share their luck, or have each its own", "[analysis][study]") {
    const Study common = study_of("grid");
    CHECK(at(common, 4).seed == at(common, 1).seed);
    Study own = study_of("grid");
    own.common_random_numbers = false;
    std::set<std::uint64_t> seeds;
    for (std::size_t p = 0; p < own.design.points(); ++p) seeds.insert(at(own, p).seed);
    CHECK(seeds.size() == own.design.points());
}

TEST_CASE("the hash of a study follows what its results depend on", "[analysis][study]") {
    const std::string hash = study_of("grid").hash;
    CHECK(hash.size() == 64);
    CHECK(study_of("grid").hash == hash);
    CHECK(study_of("grid", {"ensemble.replicates=4"}).hash != hash);
    CHECK(study_of("grid", {"luck.permanent_sd=0.11"}).hash != hash);
}

TEST_CASE("a setting that a factor overrules is warned of", "[analysis][study]") {
    const auto warnings = [](const std::string& name, const std::string& setting) {
        Diagnostics diagnostics;
        (void)read_study((folder / (name + ".yaml")).string(), {setting}, diagnostics);
        std::vector<std::string> lines;
        for (const Mistake& m : diagnostics.sorted())
            if (m.path.starts_with("factors.")) lines.push_back(m.message);
        return lines;
    };
    CHECK(warnings("grid", "register.rule=line").empty());
    CHECK(warnings("grid", "interventions.relocation.capacity.2018=70 people") ==
          std::vector<std::string>{
              "'--set interventions.relocation.capacity.2018=70 people' is overruled where this "
              "factor is set (interventions.relocation.capacity.2017+)"});
    // What is multiplied begins from the setting.
    CHECK(warnings("saltelli", "interventions.relocation.capacity.2018=70 people").empty());
}

TEST_CASE("a handful of Saltelli rows is warned of", "[analysis][study]") {
    Diagnostics diagnostics;
    (void)read_study((folder / "saltelli.yaml").string(), {}, diagnostics);
    REQUIRE(diagnostics.sorted().size() == 1);
    CHECK(diagnostics.sorted().front().message ==
          "fewer than 8 rows say nothing of shares of a variance, and have no intervals. Take "
          "hundreds");
}

TEST_CASE("paths overlap where one is a part of the other", "[analysis][factor]") {
    CHECK(paths_overlap("a.b", "a.b"));
    CHECK(paths_overlap("a.b.2017", "a.b"));
    CHECK(paths_overlap("a.b.2017", "a.b.2016..2018"));
    CHECK(paths_overlap("a.b.2020", "a.b.2018+"));
    CHECK_FALSE(paths_overlap("a.b.2017", "a.b.2018+"));
    CHECK_FALSE(paths_overlap("a.b", "a.bc"));
}

TEST_CASE("what an intervention serves is counted as its capacity is", "[analysis][study]") {
    const ScratchFolder scratch;
    const std::filesystem::path file = scratch.path / "served.yaml";
    std::ofstream(file)
        << "zhaimao: 1\ntitle: Served\nscenario: " << source_dir()
        << "/tests/laws/busy.yaml\nfactors: {wages: {path: growth.rates.wages.2018+, "
           "levels: [0 %, 10 %]}}\ndesign: {kind: grid}\noutputs:\n  moved: "
           "{indicator: served, intervention: relocation, year: 2018}\n  trained: "
           "{indicator: task, intervention: training, year: 2018}\n";
    Diagnostics diagnostics;
    const Study study = read_study(file.string(), {}, diagnostics);
    diagnostics.throw_if_errors();
    CHECK(study.outputs.at(0).unit == "people");
    CHECK(study.outputs.at(1).unit == "workers");
}
