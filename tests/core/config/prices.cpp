#include "engine/core/config/prices.h"

#include "tests/core/config/tree_text.h"

using namespace zhaimao;

namespace {

const Key income{"x", unit::yuan_per_person_year, non_negative, "an income"};
const Key index_key{"prices", unit::number, positive, "price index", true};

// `x` read from YAML, by year from 2015 to 2017 or as one number, with prices of 2015 where it is
// one.
struct Read {
    explicit Read(const std::string& yaml, const std::string& as_of = "", bool by_year = true) {
        TreeText t(yaml);
        Reading reading(t.diagnostics, {.as_of = as_of});
        Block root = reading.root(t.tree);
        root.use_prices(index_key, 2015);
        values =
            by_year ? root.by_year(income, 2015, 2017) : std::vector<double>{root.number(income)};
        reading.finish();
        messages = t.messages();
    }
    std::vector<double> values;
    std::string messages;
};

const std::string index_text = "prices: {2010: 100, 2015: 115, 2016..2017: 120}\n";

}  // namespace

TEST_CASE("prices of 2010 become those of each year, or of the start", "[core][config][prices]") {
    CHECK(Read(index_text + "x: 2000 yuan/person/year @2010\n").values ==
          std::vector<double>{2300.0, 2400.0, 2400.0});
    CHECK(Read(index_text + "x: 2000 yuan/person/year @2010\n", "", false).values ==
          std::vector<double>{2300.0});
    const Read mixed(index_text +
                     "x: {2015: 2000 yuan/person/year, 2016+: {uniform: [900 yuan/person/year "
                     "@2010, 1100 yuan/person/year @2010]}}\n");
    CHECK(mixed.messages.empty());
    CHECK(mixed.values[0] == 2000.0);
    CHECK(mixed.values[1] == Approx(1200.0));
    CHECK(Read("x: 2000 yuan/person/year\n").values[2] == 2000.0);
}

TEST_CASE("a distribution is cut to the key's range in the prices it ends in",
          "[core][config][prices]") {
    TreeText t("prices: {2010: 100, 2015: 200}\nx: {uniform: [0 yuan @2010, 10 yuan @2010]}\n");
    Reading reading(t.diagnostics);
    Block root = reading.root(t.tree);
    root.use_prices(index_key, 2015);
    // Of 0 to 20 yuan, what is up to 10 is left: its mean is 5.
    CHECK(root.number({"x", unit::yuan, between(0, 10), "money"}) == Approx(5.0).epsilon(1e-14));
}

TEST_CASE("a year that the index does not hold is named", "[core][config][prices]") {
    CHECK(Read("x: 5 yuan/person/year @2010\n").messages ==
          "t.yaml:1:4: x: 5 yuan/person/year @2010 is in prices of 2010 (no price index is given). "
          "Add 'prices', by year, or write the value in prices of its own year, without '@'");
    CHECK(Read(index_text + "x: 5 yuan/person/year @2009\n").messages ==
          "t.yaml:2:4: x: 5 yuan/person/year @2009 is in prices of 2009 (prices has no value for "
          "2009). Add it there");
    CHECK(
        Read("prices: {2010: 100, 2015: 115, 2017: 120}\nx: 5 yuan/person/year @2010\n").messages ==
        "t.yaml:2:4: x: 5 yuan/person/year @2010 is in prices of 2010 (prices has no value for "
        "2016). Add it there");
}

TEST_CASE("an index must be by year, of numbers above zero, and known in time where it is used",
          "[core][config][prices]") {
    CHECK(Read("prices: 100\nx: 5 yuan/person/year\n").messages ==
          "t.yaml:1:9: prices: 100 is not by year. Write {2010: 100, 2011: ...}");
    CHECK(Read("prices: {2010: 0, 2011: 3 yuan}\nx: 5 yuan/person/year\n").messages ==
          "t.yaml:1:16: prices.2010: 0 is not above 0\n"
          "t.yaml:1:25: prices.2011: '3 yuan' is in yuan (expected a plain number)");
    const std::string late =
        "prices: {source: s, known_on: 2016-01-01, 2010: 100, 2015: 115, 2016+: {value: 120, "
        "known_on: 2017-01-01}}\n";
    CHECK(Read(late + "x: 2000 yuan/person/year @2010\n", "2016-06-30", false).messages.empty());
    CHECK(Read(late + "x: 2000 yuan/person/year @2010\n", "2016-06-30").messages ==
          "t.yaml:1:80: prices.2016+: was known on 2017-01-01, after as_of (2016-06-30). Use what "
          "was known by then, or remove as_of");
}

TEST_CASE("only money has prices, and a distribution those of one year", "[core][config][prices]") {
    TreeText t("x: 5 people @2010\ny: {uniform: [1 yuan @2010, 2 yuan @2011]}\n");
    Reading reading(t.diagnostics);
    Block root = reading.root(t.tree);
    (void)root.number({"x", unit::people, any_number, "people"});
    (void)root.number({"y", unit::yuan, any_number, "money"});
    CHECK(t.messages() ==
          "t.yaml:1:4: x: '5 people @2010' is no money (only money has prices of a year). Write it "
          "without '@'\n"
          "t.yaml:2:4: y: {uniform: [1 yuan @2010, 2 yuan @2011]} mixes prices of several years. "
          "Give all the same '@'");
}
