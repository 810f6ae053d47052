#include "engine/io/schema/key_table.h"

#include <array>
#include <catch2/catch.hpp>

#include "engine/core/config/probe.h"

using namespace zhaimao;

TEST_CASE("one row a key, neighbours that hold the same together", "[io][schema]") {
    constexpr std::array<std::string_view, 2> kinds{"stock", "cohort"};
    constexpr std::array counted{unit::people, unit::households};
    const Outline language = outline_of([&](Block& root) {
        for (Block& town : root.block("towns", "the towns").children()) {
            (void)town.whole({"people", unit::people, positive, "registered people"});
            (void)town.maybe_by_year_in({"capacity", {}, non_negative, "served"}, counted, 1, 2);
            for (const char* share : {"wages", "property"})
                (void)town.number({share, unit::number, share_range, "share of income"}, 0.5);
            (void)town.choice("kind", "kind of target", kinds, 1);
            (void)town.flag("open", "whether it is", false);
        }
    });
    CHECK(
        key_table(language) ==
        "| key | value | range | if absent | meaning |\n"
        "| --- | --- | --- | --- | --- |\n"
        "| `towns` | a map keyed by id |  | required | the towns |\n"
        "| `towns.<id>.people` | people, whole | above 0 people | required | registered people |\n"
        "| `towns.<id>.capacity` | people or households, by year | at least 0 |  | served |\n"
        "| `towns.<id>.{wages, property}` | a plain number | 0 to 1 | 0.5 | share of income |\n"
        "| `towns.<id>.kind` | stock or cohort |  | cohort | kind of target |\n"
        "| `towns.<id>.open` | true or false |  | false | whether it is |\n");
}

TEST_CASE("a map whose rows stand above refers to them", "[io][schema]") {
    const auto read_rules = [](Block block) {
        for (const char* name : {"a", "b", "c", "d"})
            (void)block.number({name, unit::number, at_least(*name - 'a'), "limit"}, 9.0);
    };
    const Outline language = outline_of([&](Block& root) {
        read_rules(root.block("now", "in force"));
        (void)root.flag("again", "whether", true);
        read_rules(root.block("later", "in force later"));
    });
    const std::string table = key_table(language);
    CHECK(table.find("| `later` | a map, keys as in `now` |  | required | in force later |\n") !=
          std::string::npos);
    CHECK(table.find("`now.d`") != std::string::npos);
    CHECK(table.find("`later.d`") == std::string::npos);
}
