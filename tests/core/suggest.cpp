#include "engine/core/suggest.h"

#include <catch2/catch.hpp>
#include <vector>

using namespace zhaimao;

TEST_CASE("edit distance counts inserted, deleted, replaced and swapped letters",
          "[core][suggest]") {
    CHECK(edit_distance("capcity", "capacity") == 1);
    CHECK(edit_distance("capactiy", "capacity") == 1);  // a swap is one
    CHECK(edit_distance("kitten", "sitting") == 3);
    CHECK(edit_distance("", "abc") == 3);
    CHECK(edit_distance("same", "same") == 0);
}

TEST_CASE("the closest word is suggested, and none that is far", "[core][suggest]") {
    const std::vector<std::string> known{"capacity", "take_up", "cost", "completed_by"};
    CHECK(suggest("capcity", known) == "capacity");
    CHECK(suggest("takeup", known) == "take_up");
    CHECK(suggest("zebra", known).empty());
    CHECK(suggest("x", known).empty());
    CHECK(did_you_mean("cots", known) == "; did you mean 'cost'?");
    CHECK(did_you_mean("zebra", known).empty());
    CHECK(suggest(std::string(100000, 'a'), known).empty());
}

TEST_CASE("a distance that is not wanted is not worked out", "[core][suggest]") {
    CHECK(edit_distance("kitten", "sitting", 3) == 3);
    CHECK(edit_distance("kitten", "sitting", 2) > 2);
    CHECK(edit_distance("abcdefgh", "hgfedcba", 1) > 1);
    CHECK(edit_distance("ba", "ab", 1) == 1);
    const std::vector<std::string> many(10001, "capacity");  // too many to look through
    CHECK(suggest("capcity", many).empty());
    CHECK(suggest("capcity", std::span(many).first(10000)) == "capacity");
}
