#include "engine/core/config/probe.h"

#include <array>
#include <catch2/catch.hpp>

#include "engine/core/config/reading.h"

using namespace zhaimao;

namespace {

double read_number(Block block, std::string_view name) {
    return block.number({name, unit::number, any_number, "n"});
}

// The key at the end of a path of names; fails where there is none.
const Outline& at(const Outline& outline, const std::vector<std::string_view>& path) {
    const Outline* key = &outline;
    for (std::string_view name : path) {
        INFO(name);
        key = key->find(name);
        REQUIRE(key != nullptr);
    }
    return *key;
}

}  // namespace

TEST_CASE("both sides of a branch on a key's presence are found", "[core][config][probe]") {
    const Outline o = outline_of([](Block& root) {
        Block income = root.block("income", "i");
        if (income.has("curve"))
            (void)read_number(*income.maybe_block("curve", "c"), "slope");
        else if (income.has("log_sd"))
            (void)read_number(income, "log_sd");
        else
            (void)read_number(income, "gini");
        (void)read_number(income, "mean");
    });
    CHECK(at(o, {"income", "curve", "slope"}).required);
    CHECK_FALSE(at(o, {"income", "log_sd"}).required);
    CHECK_FALSE(at(o, {"income", "gini"}).required);
    CHECK(at(o, {"income", "mean"}).required);
    CHECK(at(o, {"income"}).required);
}

TEST_CASE("what an optional map hides is found, all the way down", "[core][config][probe]") {
    const Outline o = outline_of([](Block& root) {
        std::optional<Block> rules = root.maybe_block("rules", "r");
        if (!rules) return;
        std::optional<Block> north = rules->maybe_block("north", "n");
        std::optional<Block> south = rules->maybe_block("south", "s");
        Block& own = north ? *north : south ? *south : *rules;
        if (std::optional<Block> incidence = own.maybe_block("incidence", "i"))
            (void)read_number(*incidence, "under");
    });
    for (const char* place : {"north", "south"})
        CHECK(at(o, {"rules", place, "incidence", "under"}).required);
    CHECK(at(o, {"rules", "incidence", "under"}).required);
    CHECK_FALSE(at(o, {"rules"}).required);
}

TEST_CASE("every word of a closed list is tried, and a word or a map", "[core][config][probe]") {
    constexpr std::array<std::string_view, 3> kinds{"plain", "curved", "listed"};
    const Outline o = outline_of([&](Block& root) {
        switch (root.choice("kind", "k", kinds)) {
            case 1:
                (void)read_number(root, "slope");
                break;
            case 2:
                (void)root.numbers({"list", unit::number, any_number, "l"});
                break;
            default:
                break;
        }
        if (root.is_map("rule"))
            (void)read_number(*root.maybe_block("rule", "r"), "weight");
        else
            (void)root.choice("rule", "r", kinds, 0);
    });
    CHECK_FALSE(at(o, {"slope"}).required);
    CHECK(at(o, {"list"}).form(Form::number)->written.list);
    CHECK(at(o, {"rule"}).forms.size() == 2);
    CHECK(at(o, {"rule", "weight"}).required);
}

TEST_CASE("maps keyed by id have one child for every id", "[core][config][probe]") {
    const Outline o = outline_of([](Block& root) {
        std::vector<std::string> ids;
        for (Block& town : root.block("towns", "t").children()) {
            ids.push_back(town.id());
            (void)town.whole({"people", unit::people, positive, "p"});
        }
        Block weights = root.block("weights", "w");
        for (const std::string& id : ids) (void)read_number(weights, id);
        Block points = root.block("points", "p");
        for (const std::string& key : points.keys()) (void)read_number(points, key);
    });
    const Declaration* people = at(o, {"towns", every_id, "people"}).form(Form::number);
    CHECK(people->written.whole);
    CHECK(people->dimensions == std::vector<Dimension>{unit::people});
    CHECK(at(o, {"weights", every_id}).form(Form::number) != nullptr);
    CHECK(at(o, {"points", every_id}).form(Form::number) != nullptr);
}
