#include "engine/simulation/consistency.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>

#include "engine/simulation/project.h"
#include "tests/io/scratch_folder.h"
#include "tests/paths.h"

using namespace zhaimao;

namespace {

using Settings = std::vector<std::string>;

// The messages of busy.yaml under these settings, without their places.
std::vector<std::string> messages(const Settings& settings) {
    Diagnostics diagnostics;
    (void)read_project(source_dir() + "/tests/laws/busy.yaml", settings, diagnostics);
    std::vector<std::string> list;
    for (const Mistake& m : diagnostics.sorted())
        list.push_back((m.warning ? "warning: " : "") + m.path + ": " + m.message);
    return list;
}

void says(const Settings& settings, const std::string& path, const std::string& part) {
    const auto list = messages(settings);
    INFO(settings.front() << " -> " << (list.empty() ? "" : list.front()));
    REQUIRE(list.size() == 1);
    CHECK(list[0].starts_with(path + ": "));
    CHECK(list[0].find(part) != std::string::npos);
}

}  // namespace

TEST_CASE("what goes together is not reported", "[simulation][consistency]") {
    CHECK(messages({}).empty());
}

TEST_CASE("the counties add up to what the city has published", "[simulation][consistency]") {
    const ScratchFolder folder;
    const auto with_total = [&](const std::string& total) {
        const std::string file = (folder.path / "busy.yaml").string();
        std::ofstream(file) << "zhaimao: 1\nextends: " << source_dir()
                            << "/tests/laws/busy.yaml\nadd: {" << total << "}\n";
        Diagnostics diagnostics;
        (void)read_project(file, {}, diagnostics);
        return diagnostics.sorted().empty() ? "" : diagnostics.sorted()[0].message;
    };
    CHECK(with_total("city.rural_people: 9001 people").empty());
    CHECK(with_total("city.registered_poor: 1850 people").empty());
    CHECK(with_total("city.villages: 25 villages").empty());
    CHECK(with_total("city.registered_villages: 10 villages").empty());
    CHECK(with_total("city.registered_poor: 1849 people")
              .starts_with("the counties' registered_poor add up to 1850 people, but the city has "
                           "1849 people (1 people too many)"));
}

TEST_CASE("promised exits of more people than there are", "[simulation][consistency]") {
    says({"exit_plan.2018+=3000 people"}, "warning: exit_plan",
         "adds up to 13000 people, more than all rural people of the counties (9001)");
    CHECK(messages({"exit_plan.2018+=2000 people"}).empty());
}

TEST_CASE("relief beyond the expense", "[simulation][consistency]") {
    const std::string by = "interventions.grants.effects.school.relieve.by";
    says({by + "=8001 yuan/student/year"}, "warning: " + by,
         "8001 yuan a year of an expense of at most 8000 yuan a student");
    CHECK(messages({by + "=8000 yuan/student/year"}).empty());
    says({"expenses.schooling.university=0 yuan/student/year"}, "warning: " + by,
         "an expense that is 0 here");
}

TEST_CASE("a yearly cost that outlasts the effects", "[simulation][consistency]") {
    const ScratchFolder folder;
    const auto with_cost = [&](const std::string& cost) {
        const std::string file = (folder.path / "busy.yaml").string();
        std::ofstream(file) << "zhaimao: 1\nextends: " << source_dir()
                            << "/tests/laws/busy.yaml\nadd: {interventions.rangers.cost: " << cost
                            << "}\n";
        Diagnostics diagnostics;
        (void)read_project(file, {}, diagnostics);
        return diagnostics.sorted().empty() ? "" : diagnostics.sorted()[0].message;
    };
    CHECK(with_cost("{yearly: 100 yuan/household}") ==
          "falls due for good, though the effects end after 3 years. Say `duration` beside it");
    CHECK(with_cost("{yearly: 100 yuan/household, duration: 3 years}").empty());
    CHECK(with_cost("{duration: 3 years}") == "without `yearly` there is nothing that goes on");
}

TEST_CASE("an intervention for which nobody can be eligible", "[simulation][consistency]") {
    const std::string training = "interventions.training.eligible";
    says({training + "=registered and workers > 6"}, training, "1 to 6 people");
    says({training + "=registered and not registered"}, training, "contradict");
    says({"population.unmet.housing.poor=0 %", "population.unmet.housing.others=0 %"},
         "interventions.relocation.eligible", "0 % for housing");
    says({training + "=enrolled.grants"}, training, "enrolled in grants");
    says({"events.disability.probability=0 %", training + "=registered and disabled"}, training,
         "the cause disability");
}

TEST_CASE("what the life course brings about is possible", "[simulation][consistency]") {
    const ScratchFolder folder;
    const std::string file = (folder.path / "busy.yaml").string();
    const auto errors = [&](const std::string& goes_on) {
        std::ofstream(file) << "zhaimao: 1\nextends: " << source_dir() << "/tests/laws/busy.yaml\n"
                            << "change:\n  population.students.university.poor: 0 %\n"
                            << "  population.students.university.others: 0 %\n"
                            << "add:\n  life_course:\n    ageing: 1 %\n    earner_share: 50 %\n"
                            << "    begins_school: 5 %\n    students:\n"
                            << "      primary: {years: 6 years, goes_on: 90 %}\n"
                            << "      junior: {years: 3 years, goes_on: 90 %}\n"
                            << "      senior: {years: 3 years, goes_on: " << goes_on << "}\n"
                            << "      university: {years: 4 years}\n";
        Diagnostics diagnostics;
        (void)read_project(file, {}, diagnostics);
        const auto list = diagnostics.sorted();
        return std::count_if(list.begin(), list.end(), [](const Mistake& m) { return !m.warning; });
    };
    CHECK(errors("0 %") == 1);  // nobody ever studies, so nobody is eligible for grants
    CHECK(errors("20 %") == 0);
}

TEST_CASE("consequences of one mistaken value are not reported", "[simulation][consistency]") {
    CHECK(messages({"population.unmet.housing.poor=3", "population.unmet.housing.others=0 %"})
              .size() == 1);
    CHECK(messages({"counties.a.rural_people=4000"}).size() == 1);
    CHECK(messages({"horizon=20210"}).size() == 1);
    CHECK(messages({"start=15"}).size() == 1);
    CHECK(messages({"population.causes.illness=x"}).size() == 1);
    CHECK(messages({"interventions.rangers.allocation.weights.a=x",
                    "interventions.rangers.allocation.weights.b=0"})
              .size() == 1);
}
