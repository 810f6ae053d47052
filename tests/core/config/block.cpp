#include "engine/core/config/block.h"

#include <array>

#include "tests/core/config/tree_text.h"

using namespace zhaimao;

namespace {

const Key people{"people", unit::people, non_negative, "people served"};
const Key share{"share", unit::number, share_range, "a share"};

std::string complaint(const std::string& yaml, const Key& key) {
    TreeText t(yaml);
    Reading reading(t.diagnostics);
    (void)reading.root(t.tree).number(key);
    return t.messages();
}

}  // namespace

TEST_CASE("a block reads numbers, words, flags and labels", "[core][config][block]") {
    TreeText t(R"(
people: 1.2 万人
share: 54 %
code: 141000
deadline: 2020
label: {en: Linfen, zh: 临汾市}
plain_label: Daning
kind: stock
by: [income, random]
one: income
on: true
eligible: registered and students > 0
done: [0 %, 100 %]
)");
    Reading reading(t.diagnostics);
    Block root = reading.root(t.tree);
    CHECK(root.number(people) == 12000.0);
    CHECK(root.number(share) == 0.54);
    CHECK(root.whole({"code", unit::number, positive, "code"}) == 141000);
    CHECK(root.year("deadline", "by when") == 2020);
    CHECK(root.label("label", "name").zh == "临汾市");
    CHECK(root.label("plain_label", "name").zh == "Daning");
    constexpr std::array<std::string_view, 3> kinds{"cohort", "stock", "delisting"};
    CHECK(root.choice("kind", "kind", kinds) == 1);
    CHECK(root.choice("absent", "kind", kinds, 2) == 2);
    CHECK(root.texts("by", "order") == std::vector<std::string>{"income", "random"});
    CHECK(root.texts("one", "order") == std::vector<std::string>{"income"});
    CHECK(root.texts("none", "order").empty());
    CHECK(root.flag("on", "switch", false));
    CHECK(root.flag("off", "switch", true));
    CHECK(root.text("eligible", "who") == "registered and students > 0");
    CHECK(root.numbers({"done", unit::number, share_range, "done"}) == std::vector{0.0, 1.0});
    CHECK_FALSE(root.maybe_number({"nothing", unit::number, any_number, "n"}).has_value());
    CHECK(root.number({"nothing", unit::number, any_number, "n"}, 7.0) == 7.0);
    reading.finish();
    CHECK(t.messages().empty());
}

TEST_CASE("values by year come from single years, ranges, open ends or one value",
          "[core][config][block]") {
    TreeText t("a: {2016: 5 people, 2017..2018: 6 people, 2019+: 7 people}\nb: 3 people\n");
    Reading reading(t.diagnostics);
    Block root = reading.root(t.tree);
    CHECK(root.by_year({"a", unit::people, any_number, "a"}, 2016, 2020) ==
          std::vector<double>{5, 6, 6, 7, 7});
    CHECK(root.by_year({"b", unit::people, any_number, "b"}, 2016, 2018) ==
          std::vector<double>{3, 3, 3});
    CHECK(t.messages().empty());
}

TEST_CASE("a year without value is named, with its neighbours as a range",
          "[core][config][block]") {
    TreeText t("a: {2016: 5 people, 2018: 6 people}\n");
    Reading reading(t.diagnostics);
    (void)reading.root(t.tree).by_year({"a", unit::people, any_number, "a"}, 2015, 2020);
    CHECK(
        t.messages() ==
        "t.yaml:1:4: a: has no value for 2015, 2017, 2019..2020 (each year 2015..2020 needs one)");
}

TEST_CASE("the dimension found is one of the options, and one for all years",
          "[core][config][block]") {
    constexpr std::array options{unit::people, unit::households};
    TreeText t(
        "a: {2016+: 5 households}\nb: {2016: 5 households, 2017: 6 people}\nc: 5 villages\n");
    Reading reading(t.diagnostics);
    Block root = reading.root(t.tree);
    const auto a = root.maybe_by_year_in({"a", {}, non_negative, "a"}, options, 2016, 2017);
    CHECK(a->dimension == unit::households);
    CHECK(a->values == std::vector<double>{5, 5});
    (void)root.maybe_by_year_in({"b", {}, non_negative, "b"}, options, 2016, 2017);
    (void)root.maybe_by_year_in({"c", {}, non_negative, "c"}, options, 2016, 2017);
    CHECK(t.messages() ==
          "t.yaml:2:31: b.2017: '6 people' is in people (expected households)\n"
          "t.yaml:3:4: c: '5 villages' is in villages (expected people or households)");
}

TEST_CASE("a number out of place says what was expected", "[core][config][block]") {
    CHECK(complaint("people: 11000\n", people) ==
          "t.yaml:1:9: people: 11000 has no unit (expected people). Write '11000 people'");
    CHECK(complaint("people: 5 households\n", people) ==
          "t.yaml:1:9: people: '5 households' is in households (expected people)");
    CHECK(complaint("people: \"5 people\"\n", people) ==
          "t.yaml:1:9: people: '5 people' is in quotes, and so a text (a number is expected). "
          "Remove the quotes");
    CHECK(complaint("people: [5 people]\n", people) ==
          "t.yaml:1:9: people: a list stands here (one number is expected)");
    CHECK(complaint("people:\n", people) == "t.yaml:1:1: people: has no value");
    CHECK(complaint("other: 1\n", people) ==
          "t.yaml:1:1: people: is missing (people served; expected people)");
    CHECK(complaint("people: many\n", people) ==
          "t.yaml:1:9: people: 'many' is not a number (expected people)");
    CHECK(complaint("people: -5 people\n", people) ==
          "t.yaml:1:9: people: -5 people is below 0 people (the least allowed here)");
    CHECK(complaint("share: 3\n", share) ==
          "t.yaml:1:8: share: 3 is above 1 (a share). Did you mean '3 %'?");
    CHECK(complaint("share: 130 %\n", share) ==
          "t.yaml:1:8: share: 130 % is above 100 % (a share)");
    CHECK(complaint("share: -1\n", share) == "t.yaml:1:8: share: -1 is below 0 (a share)");
}

TEST_CASE("a rate a year is a share, with or without its year", "[core][config][block]") {
    const Key growth{"x", unit::per_year, between(-0.99, 10.0), "growth"};
    const auto read = [&](const std::string& text) {
        TreeText t("x: " + text + "\n");
        Reading reading(t.diagnostics);
        const double value = reading.root(t.tree).number(growth);
        return std::pair(value, t.messages());
    };
    CHECK(read("7 %") == std::pair(0.07, std::string()));
    CHECK(read("7 %/year") == std::pair(0.07, std::string()));
    CHECK(read("0.07") == std::pair(0.07, std::string()));
    CHECK(read("7 %/年") == std::pair(0.07, std::string()));
    CHECK(read("0.5 %/month").first ==
          Approx(0.06).epsilon(1e-15));  // twelve times, not compounded
    CHECK(read("{uniform: [2 %, 8 %/year]}").first == Approx(0.05).epsilon(1e-15));
    CHECK(read("7 yuan").second ==
          "t.yaml:1:4: x: '7 yuan' is in yuan (expected a share a year such as 7 %)");
    CHECK(read("-120 %").second ==
          "t.yaml:1:4: x: -120 % is below -99 %/year (the least allowed here)");
    CHECK(
        read("{uniform: [-3, -2]}").second ==
        "t.yaml:1:4: x: {uniform: [-3, -2]} is not in the range of this key (-99 to 1000 %/year)");
    CHECK(complaint("share: 7 %/year\n", share) ==
          "t.yaml:1:8: share: '7 %/year' is in a share a year (expected a plain number). If it is "
          "so much once, write '7 %'");
    const Key probability{"p", unit::per_year, share_range, "p"};
    CHECK(complaint("p: 120 %/year\n", probability) ==
          "t.yaml:1:4: p: 120 %/year is above 100 % (a share)");
}

TEST_CASE("whole numbers, years, words and flags refuse what they are not",
          "[core][config][block]") {
    TreeText t(
        "villages: 2.5 villages\ndeadline: 20 years\nkind: delist\non: yes\nas_of: soon\nlist: "
        "[a]\ntarget: kind：stock\n");
    Reading reading(t.diagnostics);
    Block root = reading.root(t.tree);
    constexpr std::array<std::string_view, 3> kinds{"cohort", "stock", "delisting"};
    (void)root.whole({"villages", unit::villages, at_least(1), "v"});
    (void)root.year("deadline", "d");
    (void)root.choice("kind", "k", kinds);
    (void)root.flag("on", "o", false);
    CHECK_FALSE(root.maybe_date("as_of", "a").has_value());
    (void)root.text("list", "l");
    Block target = root.block("target", "t");
    CHECK(target.number({"anything", unit::people, at_least(3), "below a mistake"}) == 3.0);
    CHECK(
        t.messages() ==
        "t.yaml:1:11: villages: 2.5 villages is not a whole number\n"
        "t.yaml:2:11: deadline: 20 years is not a calendar year. Write four digits, such as 2020\n"
        "t.yaml:3:7: kind: 'delist' is not one of cohort, stock, delisting; did you mean "
        "'delisting'?\n"
        "t.yaml:4:5: on: 'yes' is neither true nor false. Write one of them\n"
        "t.yaml:5:8: as_of: 'soon' is not a date. Write it as 2016-01-31\n"
        "t.yaml:6:7: list: [a] is not a text\n"
        "t.yaml:7:9: target: is 'kind：stock' (a map of keys is expected). It holds full-width "
        "'：': write ':'");
}

TEST_CASE("children come in the order written, with their paths", "[core][config][block]") {
    TreeText t("towns: {b: {people: 1 person}, a: {people: 2 people}, c: 3}\n");
    Reading reading(t.diagnostics);
    std::vector<std::string> paths;
    for (Block& child : reading.root(t.tree).block("towns", "towns").children())
        paths.push_back(child.path());
    CHECK(paths == std::vector<std::string>{"towns.b", "towns.a"});
    CHECK(t.messages() == "t.yaml:1:58: towns.c: is '3' (a map of keys is expected)");
}
