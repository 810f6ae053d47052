#include "engine/io/tree_path.h"

#include <catch2/catch.hpp>

#include "engine/io/tree.h"

using namespace zhaimao;

namespace {

Node tree() {
    Diagnostics d;
    return *tree_from_text(
        "interventions: {relocation: {capacity: {2015: 1 person, 2017+: 2 people}}}\n", "t", d);
}

}  // namespace

TEST_CASE("a mistyped path names the closest one", "[io][tree_path]") {
    const Node t = tree();
    CHECK(no_such_path(t, {"interventions", "relocaton", "capacity", "2017"}) ==
          "no such path; did you mean 'interventions.relocation.capacity.2017'?");
    CHECK(no_such_path(t, {"relocation", "capacity"}) ==
          "no such path. The tree has interventions");
    CHECK(no_such_path(t, {"interventions", "zebra"}) ==
          "no such path. 'interventions' has relocation");
    for (const std::vector<std::string>& parts :
         {std::vector<std::string>{"", "interventions"}, {"interventions", ""}})
        CHECK(no_such_path(t, parts) == "no such path (it has an empty part: a dot too many)");
    Diagnostics d;
    const Node drawn = *tree_from_text("growth: {wages: {normal: [7 %, 1 %]}}\n", "t", d);
    for (const char* below : {"norml", "normal", "sd"})
        CHECK(no_such_path(drawn, {"growth", "wages", below}) ==
              "no such path ('growth.wages' is a distribution: one value)");
}

TEST_CASE("a year path finds the map whose entries cover it", "[io][tree_path]") {
    Node t = tree();
    const Found found = find_path(t, {"interventions", "relocation", "capacity", "2018..2019"});
    REQUIRE(found.parent != nullptr);
    CHECK(found.years->first == 2018);
    CHECK(find_path(t, {"interventions", "relocation", "2018"}).parent == nullptr);
    CHECK(find_path(t, {"interventions", "relocation"}).node->find("capacity") == found.parent);
}

TEST_CASE("years are split at both ends of what is edited", "[io][tree_path]") {
    Node t = tree();
    Node& capacity = *t.find("interventions")->find("relocation")->find("capacity");
    const auto keep = [](Node&) { return true; };
    CHECK(edit_years(capacity, {2018, 2019}, "p", keep).empty());
    CHECK(keys_of(capacity) == std::vector<std::string>{"2015", "2017", "2018..2019", "2020+"});
    CHECK(edit_years(capacity, {2016, 2017}, "p", keep) == "2016");
    CHECK(
        edit_years(capacity, {2019, YearSpan::open_end}, "p", [](Node&) { return false; }).empty());
    CHECK(keys_of(capacity) == std::vector<std::string>{"2015", "2017", "2018"});
}
