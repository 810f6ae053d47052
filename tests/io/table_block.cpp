#include "engine/io/table_block.h"

#include <catch2/catch.hpp>
#include <map>

#include "engine/io/tree.h"
#include "engine/io/yaml_loader.h"
#include "engine/io/yaml_writer.h"

using namespace zhaimao;

namespace {

struct Expanded {
    Expanded(const std::string& yaml, std::string csv) {
        Diagnostics d;
        tree = load_yaml_text(yaml, "s.yaml", d).value();
        expand_tables(
            tree, [&](const Node& named) { return read_csv_text(csv, named.text, d); }, d);
        settle(tree, Dotted::all, d);
        for (const Mistake& m : d.sorted()) messages += (messages.empty() ? "" : "\n") + m.text();
    }
    // The tree that the text in YAML alone means.
    static Node meant(const std::string& yaml) {
        Diagnostics d;
        Node node = tree_from_text(yaml, "s.yaml", d).value();
        d.throw_if_errors();
        return node;
    }
    Node tree;
    std::string messages;
};

std::string mistakes(const std::string& csv) {
    return Expanded("x: {table: t.csv}\n", csv).messages;
}

}  // namespace

TEST_CASE("a key that ends in two dots and `table` is one word", "[io][table_block]") {
    const Expanded e("x: {table: t.csv}\n", "id,a\n..table,1\n");
    CHECK(e.messages.empty());
    CHECK(same_tree(e.tree, Expanded::meant("x:\n  \"..table\": {a: 1}\n")));
    CHECK(same_tree(Expanded("x:\n  \"..table\": {a: 1}\n", "").tree, e.tree));
}

TEST_CASE("a table is the map that its rows say", "[io][table_block]") {
    const Expanded t(
        "counties: {table: t.csv, source: city}\n",
        "county,rural_people (people),label.en,label.zh,target.deadline,growth (%),source,known_on,"
        "rural_people.source,target.source\n"
        "daning,52000,Daning,大宁县,2019,,yearbook,2016-01-15,census,plan\n"
        "xi, 9.1 万人 ,Xi,\"隰, 县\",,7,,,,plan\n");
    CHECK(t.messages.empty());
    CHECK(same_tree(t.tree, Expanded::meant(R"(
counties:
  source: city
  daning:
    source: yearbook
    known_on: 2016-01-15
    rural_people: {value: 52000 people, source: census}
    label: {en: Daning, zh: 大宁县}
    target: {source: plan, deadline: 2019}
  xi: {rural_people: 9.1 万人, label: {en: Xi, zh: "隰, 县"}, growth: 7 %}
)")));
    const Node& people = *t.tree.find("counties")->find("xi")->find("rural_people");
    CHECK(people.place.text() == "t.csv:3:4");
    CHECK(t.tree.find("counties")->entries[1].place.text() == "t.csv:3:1");
}

TEST_CASE("a column `value` makes values by year, and a dotted key may name a table",
          "[io][table_block]") {
    const Expanded t("lines.ex_ante.table: t.csv\n",
                     "year,value (yuan/person/year),source\n2015,2855,plan\n2016..2017,3000,\n"
                     "2018,,late\n2019+,\"4000\",guess\n");
    CHECK(t.messages.empty());
    CHECK(same_tree(t.tree, Expanded::meant(R"(
lines.ex_ante:
  2015: {value: 2855 yuan/person/year, source: plan}
  2016..2017: 3000 yuan/person/year
  2019+: {value: 4000 yuan/person/year, source: guess}
)")));
    CHECK(same_tree(t.tree, Expanded::meant(write_yaml(t.tree, {}).substr(11))));
}

TEST_CASE("mistakes in a table are shown where they stand in it", "[io][table_block]") {
    CHECK(mistakes("id,a (persns),()\n1,2,3\n") ==
          "t.csv:1:4: column 'a': unknown unit 'persns'; did you mean 'persons'?\n"
          "t.csv:1:15: a header has no name. Write the path of the column's values");
    CHECK(mistakes(",a\n1,2\n") ==
          "t.csv:1:1: a header has no name. Write the path of the column's values");
    CHECK(mistakes("id,a ()\n1,2\n") ==
          "t.csv:1:4: column 'a': no unit stands in the parentheses. Remove them");
    CHECK(mistakes("id,a..b,.c,人口（人）\n1,2,3,4\n") ==
          "t.csv:1:9: '.c' is not a path (a part of it is empty)\n"
          "t.csv:1:12: '人口（人）' holds full-width '（'. Write '('");
    CHECK(mistakes("id,a,a.b,a (people)\n1,2,3,4\n") ==
          "t.csv:1:6: column 'a.b' and column 'a' (t.csv:1:4) cannot both stand. Remove or rename "
          "one\n"
          "t.csv:1:10: column 'a' and column 'a' (t.csv:1:4) cannot both stand. Remove or rename "
          "one");
    CHECK(mistakes("id,a,b.source\n1,2,3\n") ==
          "t.csv:1:6: column 'b.source' belongs to no column of values");
    CHECK(mistakes("id,value,note\n1,2,3\n") ==
          "t.csv:1:10: column 'note' cannot stand beside 'value' (only source and known_on can)");
    CHECK(mistakes("id,a\none,1\n ,2\none,3\nvalue,4\na.b,5\n") ==
          "t.csv:3:1: the key of the row is empty. Write it in the first column\n"
          "t.csv:4:1: 'one' has two rows (also at t.csv:2:1). Remove one\n"
          "t.csv:5:1: 'value' is a reserved word (no key can be called so). Rename it\n"
          "t.csv:6:1: 'a.b' is a path (the key of a row is one word). Write the path in a header");
    CHECK(mistakes("id,a,source\none,1,\"\"\ntwo,2,x\n").empty());
    CHECK(mistakes("id,a.table\n<<,1\n") ==
          "t.csv:1:4: 'table' is a reserved word (no key can be called so). Rename it\n"
          "t.csv:2:1: '<<' is a reserved word (no key can be called so). Rename it");
}

TEST_CASE("a table that is too much is refused", "[io][table_block]") {
    const std::string key(257, 'k');
    CHECK(mistakes("id," + key + "\none,1\n") == "t.csv:1:4: a header longer than 256 bytes");
    CHECK(mistakes("id,a\n" + key + ",1\n") ==
          "t.csv:2:1: the key of the row is longer than 256 bytes");
    std::string deep = "a", wide = "id", row = "one";
    for (int i = 0; i < 32; ++i) deep += ".a";
    for (int i = 0; i < 2000; ++i) (wide += ",c") += std::to_string(i), row += ",1";
    CHECK(mistakes("id," + deep + "\none,1\n") ==
          "t.csv:1:4: '" + deep + "' is nested more than 32 deep");
    CHECK(mistakes(wide + "\n" + row + "\n").ends_with(": more than 2000 columns"));
    CHECK(mistakes("id,a\n" + std::string(4000000, '\n')) ==
          "t.csv: has more than 4000000 fields (counted by ',' and line ends)");
}

TEST_CASE("`table` is a reserved key, and stands alone but for its source", "[io][table_block]") {
    const std::string csv = "id,a\none,1\n";
    CHECK(Expanded("x: {table: t.csv, unit: people, known_onn: 2016-01-01}\n", csv).messages ==
          "s.yaml:1:19: unit: cannot stand beside 'table' (only source and known_on can)\n"
          "s.yaml:1:33: known_onn: cannot stand beside 'table' (only source and known_on can); did "
          "you mean 'known_on'?");
    CHECK(Expanded("interventions: {table: {batch: education}}\n", csv).messages ==
          "s.yaml:1:24: table: needs the name of a CSV file ('table' is a reserved word)");
}
