#include "engine/simulation/language.h"

#include <catch2/catch.hpp>

#include "engine/core/config/path.h"
#include "engine/io/schema/key_table.h"
#include "engine/io/tree.h"
#include "engine/simulation/project.h"
#include "tests/io/held_table.h"
#include "tests/paths.h"

using namespace zhaimao;

namespace {

const Outline& language() {
    static const Outline outline = scenario_outline();
    return outline;
}

// The key at a path; nullptr where there is none.
const Outline* key_at(const std::string& path) {
    const Outline* key = &language();
    for (const std::string& part : split_path(path)) {
        const Outline* below = key->find(part);
        if (below == nullptr) below = key->find(every_id);
        if (below == nullptr) return nullptr;
        key = below;
    }
    return key;
}

const Declaration& number_at(const std::string& path) {
    const Outline* key = key_at(path);
    INFO(path);
    REQUIRE(key != nullptr);
    REQUIRE(key->form(Form::number) != nullptr);
    return *key->form(Form::number);
}

// Paths of a tree that the outline lacks, and how many were looked up.
void look_up_all(const Node& node, const std::string& path, std::string& missing,
                 std::size_t& seen) {
    for (const Entry& e : node.entries) {
        const std::string below = join_path(path, e.key);
        const Outline* key = key_at(below);
        ++seen;
        if (key == nullptr) missing += below + "\n";
        const bool goes_on = key != nullptr && key->form(Form::block) != nullptr;
        if (goes_on && is_block(e.node)) look_up_all(e.node, below, missing, seen);
    }
}

}  // namespace

TEST_CASE("every path of a scenario is in the outline", "[simulation][language]") {
    for (const char* file : {"scenarios/linfen-plan.yaml", "scenarios/linfen-lorenz-start.yaml",
                             "bench/exitbench.yaml", "tests/laws/busy.yaml",
                             "tests/population/microdata/survey.yaml"}) {
        std::vector<std::string> warnings;
        const Project project = load_project(source_dir() + "/" + file, {}, warnings);
        std::string missing;
        std::size_t seen = 0;
        look_up_all(project.tree, "", missing, seen);
        INFO(file);
        CHECK(missing == "");
        CHECK(seen > 200);
    }
}

TEST_CASE("units, ranges and what is required are those of the readers", "[simulation][language]") {
    const Declaration& people = number_at("counties.daning.rural_people");
    CHECK(people.dimensions == std::vector<Dimension>{unit::people});
    CHECK(people.range.low == 1.0);
    CHECK(people.written.whole);
    CHECK(key_at("counties.daning.rural_people")->required);
    const Declaration& capacity = number_at("interventions.relocation.capacity");
    CHECK(capacity.written.by_year);
    CHECK(capacity.dimensions.size() == 5);  // people, households, workers, students, villages
    CHECK_FALSE(key_at("interventions.relocation.capacity")->required);
    CHECK(number_at("luck.persistence").range.high == 1.0);
    CHECK(number_at("lines.ex_ante").timely);
    CHECK(number_at("interventions.relocation.completed_by").written.list);
    CHECK_FALSE(number_at("interventions.relocation.cost.once").written.by_year);
    CHECK(number_at("interventions.a.effects.b.raise.factor").written.if_absent == 1.0);
}

TEST_CASE("keys that exclude each other are all there, none of them required",
          "[simulation][language]") {
    for (const char* path :
         {"population.gini", "population.log_sd", "population.lorenz", "population.lorenz.deciles",
          "population.lorenz.points", "lines.ex_ante", "lines.ex_post"}) {
        INFO(path);
        REQUIRE(key_at(path) != nullptr);
        CHECK_FALSE(key_at(path)->required);
    }
    CHECK(key_at("interventions.a.allocation")->forms.size() == 2);
    CHECK(key_at("delisting.national.incidence.under") != nullptr);
    CHECK(key_at("delisting.national.west.incidence.under") != nullptr);
    CHECK(key_at("capcity") == nullptr);
}

TEST_CASE("config/README.md holds the table of keys that the program prints",
          "[simulation][language]") {
    check_held_table("config/README.md", "keys", key_table(language()));
}
