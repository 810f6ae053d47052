#include "engine/io/tree.h"

#include <catch2/catch.hpp>

#include "tests/io/tree_of.h"

using namespace zhaimao;

namespace {

std::string messages(const std::string& text) {
    Diagnostics d;
    (void)tree_from_text(text, "t.yaml", d);
    std::string all;
    for (const Mistake& m : d.sorted()) all += (all.empty() ? "" : "\n") + m.text();
    return all;
}

}  // namespace

TEST_CASE("sources go to everything below, a nearer one wins, and are no keys", "[io][tree]") {
    const Node t = tree_of(
        "source: plan\nknown_on: 2016-01-15\na: {b: 1, source: book}\nc: {value: 2, source: "
        "guess}\nd: 3\n");
    CHECK(t.find("source") == nullptr);
    CHECK(t.find("a")->entries.size() == 1);
    CHECK(t.find("a")->find("b")->source == "book");
    CHECK(t.find("a")->find("b")->known_on == "2016-01-15");
    CHECK(t.find("c")->source == "guess");
    CHECK(t.find("c")->text == "2");
    CHECK(t.find("d")->source == "plan");
}

TEST_CASE("the unit of a long form goes to bare numbers in it", "[io][tree]") {
    const Node t = tree_of(
        "a: {value: 5, unit: people}\n"
        "b: {value: {normal: [5, 2 people]}, unit: people}\n"
        "c: {value: {lognormal: [5, 0.3]}, unit: people}\n"
        "beta: {value: {beta: [5, 9, 2, 3]}, unit: people}\n"
        "d: {value: {2016: 5, 2017+: 6 households}, unit: people}\n");
    CHECK(t.find("a")->text == "5 people");
    CHECK(t.find("b")->find("normal")->items[0].text == "5 people");
    CHECK(t.find("c")->find("lognormal")->items[0].text == "5 people");
    CHECK(t.find("c")->find("lognormal")->items[1].text == "0.3");
    CHECK(short_text(*t.find("beta")) == "{beta: [5 people, 9 people, 2, 3]}");
    CHECK(t.find("d")->find("2016")->quantity->dimension == unit::people);
    CHECK(t.find("d")->find("2017+")->text == "6 households");
}

TEST_CASE("dotted keys are short for nested maps, in any order and depth", "[io][tree]") {
    CHECK(same_tree(tree_of("a.b.c: 1\na.b.d: 2\na: {e: 3}\n"),
                    tree_of("a: {b: {c: 1, d: 2}, e: 3}\n")));
    CHECK(same_tree(tree_of("x: {a.b: 1, 2018..2020: 4}\n"),
                    tree_of("x: {a: {b: 1}, 2018..2020: 4}\n")));
    CHECK(messages("a.b: 1\na: {b: 2}\n") ==
          "t.yaml:2:5: a.b: is set twice (also at t.yaml:1:1). Remove one");
    CHECK(same_tree(tree_of("a.b: 1\na.source: plan\nc.value: 2\nc.unit: people\n"),
                    tree_of("a: {b: 1, source: plan}\nc: 2 people\n")));
    CHECK(messages("a.table.b: 1\n") ==
          "t.yaml:1:1: a.table.b: 'table' is a reserved word (no key can be called so)");
    CHECK(messages("a.: 1\n") == "t.yaml:1:1: a.: is not a path (a part of it is empty)");
}

TEST_CASE("long forms refuse what does not belong", "[io][tree]") {
    CHECK(messages("a: {value: 1, unti: people}\n") ==
          "t.yaml:1:15: a.unti: unknown key beside 'value'; did you mean 'unit'?");
    CHECK(messages("a: {value: 1, unit: peple}\n") ==
          "t.yaml:1:21: a.unit: unknown unit 'peple'; did you mean 'people'?");
    CHECK(messages("a: {value: 1, known_on: January}\n") ==
          "t.yaml:1:25: a.known_on: 'January' is not a date. Write it as 2016-01-31");
    CHECK(messages("a: {value: 1, drawn_as: b}\n") ==
          "t.yaml:1:12: a: drawn_as is for distributions only");
    CHECK(messages("source: [a]\nb: 1\n") == "t.yaml:1:9: source: must be a text");
    CHECK(messages("- 1\n") == "t.yaml:1:1: is not a map of keys");
}

TEST_CASE("very many dotted keys are read in as many steps", "[io][tree]") {
    constexpr int many = 60000;  // pairwise this would be billions of comparisons
    std::string text;
    for (int i = 0; i < many; ++i) text += "a.b.k" + std::to_string(i) + ": 1\n";
    const Node t = tree_of(text);
    const std::vector<Entry>& below = t.find("a")->find("b")->entries;
    CHECK(below.size() == many);
    CHECK(below.front().key == "k0");
    CHECK(below.back().key == "k59999");
}
