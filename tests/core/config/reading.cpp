#include "engine/core/config/reading.h"

#include <thread>

#include "engine/core/random/path_uniform.h"
#include "tests/core/config/tree_text.h"

using namespace zhaimao;

namespace {

double number(Block& block, std::string_view name) {
    return block.number({name, unit::number, any_number, "n"});
}

}  // namespace

TEST_CASE("a key that nobody read is a mistake, with the closest that was looked for",
          "[core][config][reading]") {
    TreeText t("town: {capcity: 1, capacity_share: 2}\nzebra: 1\nunused: {x: 1}\n");
    Reading reading(t.diagnostics);
    Block root = reading.root(t.tree);
    Block town = root.block("town", "t");
    (void)town.maybe_number({"capacity", unit::number, any_number, "c"});
    (void)number(town, "capacity_share");
    root.skip("unused");
    reading.finish();
    CHECK(t.messages() ==
          "t.yaml:1:8: town.capcity: unknown key; did you mean 'capacity'?\n"
          "t.yaml:2:1: zebra: unknown key. Known here: town, unused");
}

TEST_CASE("a distribution without draws stands for its mean, with draws for its own draw",
          "[core][config][reading]") {
    TreeText t(
        "a: {uniform: [1, 3]}\nb: {uniform: [1, 3]}\nc: {value: {uniform: [1, 3]}, drawn_as: a}\n");
    Diagnostics d;
    Reading mean(d);
    Block middle = mean.root(t.tree);
    CHECK(number(middle, "a") == 2.0);
    Reading drawn(d, {.draws = Draws(2016, 7)});
    Block root = drawn.root(t.tree);
    const double a = number(root, "a");
    CHECK(a == 1.0 + 2.0 * path_uniform(2016, 7, "a"));
    CHECK(number(root, "b") != a);
    CHECK(number(root, "c") == a);
    Reading other(d, {.draws = Draws(2016, 8)});
    Block next = other.root(t.tree);
    CHECK(number(next, "a") != a);
}

TEST_CASE("distributions are noted by what keys their draw, once each", "[core][config][reading]") {
    TreeText t(
        "a: {uniform: [1, 3]}\nb: 5\nc: {value: {uniform: [10, 30]}, drawn_as: a}\n"
        "d: {uniform: [2, 4]}\n");
    Diagnostics d;
    DrawnNumbers means, values;
    Reading mean(d, {.drawn = &means});
    Reading drawn(d, {.draws = Draws(2016, 7), .drawn = &values});
    for (Reading* reading : {&mean, &drawn}) {
        Block root = reading->root(t.tree);
        for (const char* name : {"a", "b", "c", "d"}) (void)number(root, name);
    }
    CHECK(means == DrawnNumbers{{"a", 2.0}, {"d", 3.0}});
    CHECK(values == DrawnNumbers{{"a", 1.0 + 2.0 * path_uniform(2016, 7, "a")},
                                 {"d", 2.0 + 2.0 * path_uniform(2016, 7, "d")}});
}

TEST_CASE("a timely value known later than as_of is refused", "[core][config][reading]") {
    TreeText t(R"(
early: {value: 1, source: plan, known_on: 2016-01-31}
late: {value: 2, source: plan, known_on: 2016-02-01}
silent: {value: 3, source: plan}
guess: {value: 4, source: assumption}
)");
    Reading reading(t.diagnostics, {.as_of = "2016-01-31"});
    Block root = reading.root(t.tree);
    for (std::string_view name : {"early", "late", "silent", "guess"})
        (void)root.number({name, unit::number, any_number, "n", true});
    CHECK(root.number({"late", unit::number, any_number, "n", false}) == 2.0);
    CHECK(
        t.messages() ==
        "t.yaml:3:15: late: was known on 2016-02-01, after as_of (2016-01-31). Use what was known "
        "by then, or remove as_of\n"
        "t.yaml:4:17: silent: does not say when it was known (as_of is 2016-01-31). Add known_on");
}

TEST_CASE("the ledger lists every number read, once, and counts assumptions",
          "[core][config][ledger]") {
    TreeText t(R"(
source: plan
people: {2016: 5 people, 2017: {value: {uniform: [5 people, 7 people]}, source: assumption}}
share: {value: 54 %, source: assumption, known_on: 2016-01-15}
)");
    Ledger ledger;
    Reading reading(t.diagnostics, {.ledger = &ledger});
    Block root = reading.root(t.tree);
    for (int i = 0; i < 2; ++i) {
        (void)root.by_year({"people", unit::people, any_number, "p"}, 2016, 2017);
        (void)root.number({"share", unit::number, share_range, "s"});
    }
    REQUIRE(ledger.numbers().size() == 3);
    CHECK(ledger.numbers()[1].path == "people.2017");
    CHECK(ledger.numbers()[1].value == "{uniform: [5 people, 7 people]}");
    CHECK(ledger.numbers()[1].unit == "people");
    CHECK(ledger.numbers()[1].varied);
    CHECK(ledger.numbers()[2].known_on == "2016-01-15");
    CHECK(ledger.numbers()[0].source == "plan");
    CHECK(ledger.assumed() == 2);
    CHECK(ledger.never_varied() == 1);
}

TEST_CASE("threads that read one tree see the same numbers", "[core][config][reading]") {
    TreeText t("a: {normal: [5 people, 1 person]}\nb: 54 %\n");
    std::array<double, 4> sums{};
    {
        std::vector<std::jthread> threads;
        for (double& sum : sums)
            threads.emplace_back([&t, &sum] {
                for (std::uint32_t replicate = 0; replicate < 200; ++replicate) {
                    Diagnostics d;
                    Reading reading(d, {.draws = Draws(1, replicate)});
                    Block root = reading.root(t.tree);
                    sum += root.number({"a", unit::people, any_number, "a"}) + number(root, "b");
                }
            });
    }
    CHECK(sums[0] > 0.0);
    for (double sum : sums) CHECK(sum == sums[0]);
}

TEST_CASE("a mistyped key that must be there is one mistake", "[core][config][reading]") {
    TreeText t("town: {peple: 1, villages: 2}\nrule: {undr: 3}\n");
    Reading reading(t.diagnostics);
    Block root = reading.root(t.tree);
    Block town = root.block("town", "t");
    (void)number(town, "people");
    (void)number(town, "villages");
    Block rule = root.block("rule", "r");
    if (!rule.maybe_number({"under", unit::number, any_number, "u"})) rule.error("", "no limit");
    reading.finish();
    CHECK(t.messages() ==
          "t.yaml:1:8: town.peple: unknown key; did you mean 'people'?\n"
          "t.yaml:2:8: rule.undr: unknown key; did you mean 'under'?");
}

TEST_CASE("what leans on a mistaken value is not judged", "[core][config][reading]") {
    TreeText t("town: {poor: 5, people: x}\ncity: {poor: 5, people: 3, label: {en: 1}}\n");
    Reading reading(t.diagnostics);
    Block root = reading.root(t.tree);
    for (const char* name : {"town", "city"}) {
        Block area = root.block(name, "a");
        const double poor = number(area, "poor");
        if (poor > number(area, "people")) area.error("poor", "more than people");
        area.skip("label");
    }
    reading.finish();
    CHECK(t.messages() ==
          "t.yaml:1:25: town.people: 'x' is not a number (expected a plain number)\n"
          "t.yaml:2:14: city.poor: more than people");
}

TEST_CASE("of a part of a tree only single values are judged", "[core][config][reading]") {
    TreeText t("a: 5 people\nb: {2016: 1, 2018: x}\nc: 5 yuan @2010\n");
    Reading reading(t.diagnostics, {.partial = true});
    Block root = reading.root(t.tree);
    (void)number(root, "a");
    (void)number(root, "gone");
    (void)root.number({"c", unit::yuan, any_number, "the index may stand in the other part"});
    (void)root.by_year({"b", unit::number, any_number, "b"}, 2016, 2018);
    root.error("b", "does not go with a");
    reading.finish();
    CHECK(t.messages() ==
          "t.yaml:1:4: a: '5 people' is in people (expected a plain number)\n"
          "t.yaml:2:20: b.2018: 'x' is not a number (expected a plain number)");
}
