#include "engine/io/tree_diff.h"

#include <catch2/catch.hpp>

#include "tests/io/tree_of.h"

using namespace zhaimao;

namespace {

// "path: text > text", "-" where absent, "(n)" for a subtree of n values.
std::vector<std::string> shown(const std::string& a, const std::string& b) {
    std::vector<std::string> lines;
    const auto side = [](const std::optional<Difference::Side>& s, std::size_t values) {
        if (!s) return std::string("-");
        return s->text.empty() ? "(" + std::to_string(values) + ")" : s->text;
    };
    for (const Difference& d : differences(tree_of(a, "a.yaml"), tree_of(b, "b.yaml")))
        lines.push_back(d.path + ": " + side(d.before, d.values) + " > " + side(d.after, d.values));
    return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("what means the same does not differ", "[io][tree_diff]") {
    CHECK(shown("a: 54 %\nb: {c: [1, 2]}\n", "b.c: [1, 2.0]\na: 0.54\n").empty());
    CHECK(shown("a: {2016..2018: 5, 2019+: 5}\n", "a: {2016+: 5}\n").empty());
    CHECK(shown("a: {source: x, b: 1}\n", "a: {source: y, b: 1}\n").empty());
}

TEST_CASE("a distribution or a list is one value", "[io][tree_diff]") {
    CHECK(shown("a: {normal: [1, 2]}\nb: [1, 2]\n", "a: {normal: [1, 3]}\nb: [1, 2, 3]\n") ==
          Lines{"a: {normal: [1, 2]} > {normal: [1, 3]}", "b: [1, 2] > [1, 2, 3]"});
    CHECK(shown("a: {uniform: [1, 2]}\n", "a: 1.5\n") == Lines{"a: {uniform: [1, 2]} > 1.5"});
}

TEST_CASE("values by year are compared year by year, however they are split", "[io][tree_diff]") {
    CHECK(shown("a: {2015: 1, 2016..2020: 5, 2021+: 6}\n",
                "a: {2015: 1, 2016: 5, 2017..2019: 4, 2020+: 6}\n") ==
          Lines{"a.2017..2019: 5 > 4", "a.2020: 5 > 6"});
    CHECK(shown("a: {2015: 1}\n", "a: {2015: 1, 2016+: 2}\n") == Lines{"a.2016+: - > 2"});
}

TEST_CASE("a subtree on one side only is one difference, with its number of values",
          "[io][tree_diff]") {
    const std::string a = "x: {a: {b: 1, c: {2016: 1, 2017: 2}, d: [1, 2]}, e: 1}\n";
    CHECK(shown(a, "x: {e: 1, f: 2}\n") == Lines{"x.a: (4) > -", "x.f: - > 2"});
    CHECK(shown(a, "y: 1\n") == Lines{"x: (5) > -", "y: - > 1"});
}

TEST_CASE("each side says where it was set, and its source", "[io][tree_diff]") {
    const auto list = differences(tree_of("a: {value: 1, source: plan}\n", "a.yaml"),
                                  tree_of("\na: {value: 2, source: guess}\n", "b.yaml"));
    REQUIRE(list.size() == 1);
    CHECK(list[0].before->place.text() == "a.yaml:1:12");
    CHECK(list[0].before->source == "plan");
    CHECK(list[0].after->place.text() == "b.yaml:2:12");
    CHECK(list[0].after->source == "guess");
}
