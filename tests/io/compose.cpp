#include "engine/io/compose.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "engine/core/config/reading.h"
#include "engine/io/tree.h"
#include "tests/io/scratch_folder.h"

using namespace zhaimao;

namespace {

// Files in a folder of their own; the messages leave its name out.
struct Files {
    ScratchFolder folder;

    void write(const std::string& name, const std::string& text) const {
        std::filesystem::create_directories((folder.path / name).parent_path());
        std::ofstream(folder.path / name) << "zhaimao: 1\n" << text;
    }

    Configuration compose(const std::string& name, const std::vector<std::string>& settings = {}) {
        Diagnostics d;
        Configuration c = zhaimao::compose((folder.path / name).string(), settings, d);
        messages.clear();
        for (const Mistake& m : d.sorted()) messages += (messages.empty() ? "" : "\n") + m.text();
        for (std::size_t at; (at = messages.find(folder.path.string() + "/")) != std::string::npos;)
            messages.erase(at, folder.path.string().size() + 1);
        return c;
    }

    std::string messages;
};

const Node& at(const Node& tree, std::initializer_list<const char*> path) {
    const Node* node = &tree;
    for (const char* part : path) {
        node = node->find(part);
        INFO(part);
        REQUIRE(node != nullptr);
    }
    return *node;
}

constexpr const char* base_text = R"(title: Base
a:
  source: plan
  known_on: 2016-01-15
  capacity: {2015: 12000 people, 2016: 11000 people, 2017+: {value: {triangular: [6000 people, 10000 people, 14000 people]}, source: guess}}
  share: 9.61 %
  gini: 0.33
  label: {en: One, zh: 一}
  deadline: 2020
  sd: {normal: [10 %, 2 %]}
  log: {lognormal: [5 people, 0.3]}
  beta: {beta: [1 people, 5 people, 2, 3]}
)";

}  // namespace

TEST_CASE("include joins files, relative to the one that names them", "[io][compose]") {
    Files files;
    files.write("scenarios/s.yaml",
                "title: {en: S, zh: 甲}\ninclude: [../config/all.yaml]\nstart: 2015\n");
    files.write("config/all.yaml", "title: All\ninclude: [i/a.yaml, i/b.yaml]\n");
    files.write("config/i/a.yaml", "interventions.a: {cost: 1 yuan}\n");
    files.write("config/i/b.yaml", "interventions:\n  b: {cost: 2 yuan}\n");
    const Configuration c = files.compose("scenarios/s.yaml");
    CHECK(files.messages.empty());
    CHECK(c.title.zh == "甲");
    CHECK(keys_of(*c.tree.find("interventions")) == std::vector<std::string>{"a", "b"});
    CHECK(c.tree.find("zhaimao") == nullptr);
    REQUIRE(c.files.size() == 4);
    CHECK(c.files[2].name == (files.folder.path / "config/i/a.yaml").string());
    CHECK(c.files[2].text.starts_with("zhaimao: 1\n"));
}

TEST_CASE("a table is read beside the file that names it, and listed with the inputs",
          "[io][compose]") {
    Files files;
    files.write("s.yaml", "include: [config/all.yaml]\n");
    files.write("config/all.yaml", "a: {table: t.csv, source: one}\nb: {table: t.csv}\n");
    files.write("x.yaml", "extends: s.yaml\nchange:\n  a: {table: config/u.csv}\n");
    files.write("u.yaml", "extends: s.yaml\nadd: {c: {table: nowhere.csv}}\n");
    std::ofstream(files.folder.path / "config/t.csv") << "id,n\np,1\nq,2\n";
    std::ofstream(files.folder.path / "config/u.csv") << "id,n\nq,3\n";
    const Configuration c = files.compose("s.yaml");
    CHECK(files.messages.empty());
    CHECK(at(c.tree, {"a", "q", "n"}).text == "2");
    CHECK(at(c.tree, {"a", "q", "n"}).source == "one");
    CHECK(at(c.tree, {"b", "p", "n"}).place.text() ==
          (files.folder.path / "config/t.csv").string() + ":2:3");
    REQUIRE(c.files.size() == 3);
    CHECK(c.files[2].text == "id,n\np,1\nq,2\n");
    const Configuration changed = files.compose("x.yaml");
    CHECK(files.messages.empty());
    CHECK(at(changed.tree, {"a", "p", "n"}).text == "1");
    CHECK(at(changed.tree, {"a", "q", "n"}).text == "3");
    files.compose("u.yaml");
    CHECK(files.messages == "u.yaml:3:18: 'nowhere.csv': no such file");
}

TEST_CASE("the same path set by two files names both places", "[io][compose]") {
    Files files;
    files.write("s.yaml", "include: [a.yaml, b.yaml]\n");
    files.write("a.yaml", "x: {y: 1, z: 2}\n");
    files.write("b.yaml", "x.y: 3\n");
    (void)files.compose("s.yaml");
    CHECK(files.messages == "b.yaml:2:1: x.y: is set twice (also at a.yaml:2:5). Remove one");
}

TEST_CASE("cycles and double includes end with a message", "[io][compose]") {
    Files files;
    files.write("a.yaml", "include: [b.yaml]\n");
    files.write("b.yaml", "include: [a.yaml]\n");
    (void)files.compose("a.yaml");
    CHECK(files.messages ==
          "b.yaml:2:11: 'a.yaml' leads back to itself (through include or extends)");
    files.write("c.yaml", "extends: c.yaml\n");
    (void)files.compose("c.yaml");
    CHECK(files.messages ==
          "c.yaml:2:10: 'c.yaml' leads back to itself (through include or extends)");
    files.write("d.yaml", "include: [e.yaml, e.yaml]\n");
    files.write("e.yaml", "x: 1\n");
    (void)files.compose("d.yaml");
    CHECK(files.messages ==
          "d.yaml:2:19: 'e.yaml' is read twice (also by d.yaml:2:11). Name it once");
}

TEST_CASE("a change takes the place of a value and says where it comes from",
          "[io][compose][overlay]") {
    Files files;
    files.write("base.yaml", base_text);
    files.write("s.yaml",
                "extends: base.yaml\n"
                "change:\n"
                "  a.gini: 0.4\n"
                "  a: {share: {value: 5 %, source: book, known_on: 2015-01-01}}\n"
                "  a.label.zh: 二\n");
    const Configuration c = files.compose("s.yaml");
    CHECK(files.messages.empty());
    CHECK(c.title.en == "Base");
    CHECK(at(c.tree, {"a", "gini"}).text == "0.4");
    CHECK(at(c.tree, {"a", "gini"}).source == "assumption");
    CHECK(at(c.tree, {"a", "gini"}).known_on == "2016-01-15");
    CHECK(at(c.tree, {"a", "share"}).source == "book");
    CHECK(at(c.tree, {"a", "share"}).known_on == "2015-01-01");
    CHECK(at(c.tree, {"a", "label", "zh"}).text == "二");
}

TEST_CASE("one year of a range is changed alone, and the parts keep their draw",
          "[io][compose][overlay]") {
    Files files;
    files.write("base.yaml", base_text);
    files.write("s.yaml",
                "extends: base.yaml\nchange: {a.capacity.2018: 5000 people, a.capacity.2020+: "
                "{times: 0.5}}\n");
    const Configuration c = files.compose("s.yaml");
    CHECK(files.messages.empty());
    const Node& capacity = at(c.tree, {"a", "capacity"});
    CHECK(keys_of(capacity) ==
          std::vector<std::string>{"2015", "2016", "2017", "2018", "2019", "2020+"});
    CHECK(capacity.find("2018")->text == "5000 people");
    CHECK(short_text(*capacity.find("2020+")) ==
          "{triangular: [3000 people, 5000 people, 7000 people]}");
    for (std::uint32_t replicate = 0; replicate < 20; ++replicate) {
        Diagnostics d;
        const auto read = [&](const Node& tree) {
            Reading reading(d, {.draws = Draws(1, replicate)});
            return reading.root(tree).block("a", "a").by_year(
                {"capacity", unit::people, any_number, "c"}, 2015, 2023);
        };
        const Configuration base = files.compose("base.yaml");
        const std::vector<double> before = read(base.tree), after = read(c.tree);
        CHECK(after[2] == before[2]);
        CHECK(after[3] == 5000.0);
        CHECK(after[4] == before[4]);
        CHECK(after[5] == Approx(before[5] / 2.0).epsilon(1e-14));
    }
}

TEST_CASE("numbers are scaled exactly, in years, lists and distributions", "[io][compose][scale]") {
    Files files;
    files.write("base.yaml", base_text);
    files.write("s.yaml",
                "extends: base.yaml\n"
                "change:\n"
                "  a.share: {times: 1.1}\n"
                "  a.capacity: {plus: 0.1 万人}\n"
                "  a.deadline: {plus: -1}\n"
                "  a.sd: {times: 50 %}\n"
                "  a.log: {times: 2}\n"
                "  a.beta: {times: 2}\n");
    const Configuration c =
        files.compose("s.yaml", {"a.sd={plus: 1 %}", "a.beta={plus: 1 people}"});
    CHECK(files.messages.empty());
    CHECK(at(c.tree, {"a", "share"}).text == "10.571 %");
    CHECK(at(c.tree, {"a", "capacity", "2016"}).text == "12000 people");
    CHECK(at(c.tree, {"a", "capacity", "2016"}).source == "assumption");
    CHECK(short_text(at(c.tree, {"a", "capacity", "2017+"})) ==
          "{triangular: [7000 people, 11000 people, 15000 people]}");
    CHECK(at(c.tree, {"a", "deadline"}).text == "2019");
    CHECK(short_text(at(c.tree, {"a", "sd"})) == "{normal: [6 %, 1 %]}");
    CHECK(short_text(at(c.tree, {"a", "log"})) == "{lognormal: [10 people, 0.3]}");
    CHECK(short_text(at(c.tree, {"a", "beta"})) == "{beta: [3 people, 11 people, 2, 3]}");
}

TEST_CASE("scaling refuses what it cannot do", "[io][compose][scale]") {
    Files files;
    files.write("base.yaml", base_text);
    (void)files.compose("base.yaml", {"a.share={plus: 1 people}"});
    CHECK(files.messages ==
          "--set a.share={plus: 1 people}: a.share: '1 people' cannot be added to '9.61 %'. Give "
          "it the same unit");
    (void)files.compose("base.yaml", {"a.log={plus: 1 people}"});
    CHECK(files.messages ==
          "--set a.log={plus: 1 people}: a.log: a lognormal cannot be shifted. Use times");
    (void)files.compose("base.yaml", {"a.sd={times: -1}"});
    CHECK(
        files.messages ==
        "--set a.sd={times: -1}: a.sd: a distribution can be multiplied by a factor above 0 only");
    (void)files.compose("base.yaml", {"a.label.en={times: 2}"});
    CHECK(files.messages ==
          "--set a.label.en={times: 2}: a.label.en: 'One' is not a number (it cannot be scaled)");
    (void)files.compose("base.yaml", {"a={times: 2}"});
    CHECK(files.messages.find("a.deadline: 2020 has no unit (it may be a year or a code). "
                              "Scale one value, not the whole block") != std::string::npos);
    (void)files.compose("base.yaml", {"a.share={times: 2 people}"});
    CHECK(files.messages ==
          "--set a.share={times: 2 people}: a.share: times needs a plain number, such as 0.5 or 50 "
          "%");
}

TEST_CASE("replace, remove and add", "[io][compose][overlay]") {
    Files files;
    files.write("base.yaml", base_text);
    files.write("s.yaml",
                "extends: base.yaml\n"
                "replace: {a.label: Two}\n"
                "remove: [a.gini, a.capacity.2016]\n"
                "add:\n"
                "  a.capacity.2016: 9 people\n"
                "  b.c: {source: book, d: 1}\n");
    const Configuration c = files.compose("s.yaml");
    CHECK(files.messages.empty());
    CHECK(at(c.tree, {"a", "label"}).text == "Two");
    CHECK(at(c.tree, {"a"}).find("gini") == nullptr);
    CHECK(at(c.tree, {"a", "capacity", "2016"}).text == "9 people");
    CHECK(at(c.tree, {"b", "c", "d"}).source == "book");
}

TEST_CASE("a scenario may stand on a scenario, and settings come last", "[io][compose]") {
    Files files;
    files.write("base.yaml", base_text);
    files.write("one.yaml", "title: One\nextends: base.yaml\nchange: {a.gini: 0.4}\n");
    files.write("two.yaml", "extends: one.yaml\nchange: {a.gini: {plus: 0.1}}\n");
    CHECK(at(files.compose("two.yaml").tree, {"a", "gini"}).text == "0.5");
    const Configuration c = files.compose("two.yaml", {"a.gini=0.6", "a.gini={times: 0.5}"});
    CHECK(at(c.tree, {"a", "gini"}).text == "0.3");
    CHECK(c.title.en == "One");
    CHECK(at(c.tree, {"a", "gini"}).place.text() == "--set a.gini={times: 0.5}");
}

TEST_CASE("settings that cannot be are refused", "[io][compose]") {
    Files files;
    files.write("base.yaml", base_text);
    (void)files.compose("base.yaml",
                        {"a.gin=1", "nonsense", "a.gini=", "a.capacity.2014=1 person", "a=5"});
    CHECK(files.messages ==
          "--set a.capacity.2014=1 person: a.capacity.2014: no entry covers 2014. Use add\n"
          "--set a.gin=1: a.gin: no such path; did you mean 'a.gini'?\n"
          "--set a.gini=: is not of the form path=value\n"
          "--set a=5: a: is a map of keys (change sets one value). Use replace\n"
          "--set nonsense: is not of the form path=value");
}

TEST_CASE("where a file cannot be read, paths into it are not called wrong", "[io][compose]") {
    Files f;
    f.write("part.yaml", "b: {c: 1\n");
    f.write("base.yaml", "include: [part.yaml]\na: 1\n");
    f.write("top.yaml", "extends: base.yaml\nchange: {b.c: 2, a: 3}\n");
    const Configuration c = f.compose("top.yaml");
    CHECK_FALSE(c.whole);
    CHECK(f.messages == "part.yaml:2:4: '{' is not closed");
    CHECK(at(c.tree, {"a"}).text == "3");
}

TEST_CASE("a mistake around a value leaves the value unjudged", "[io][compose]") {
    Files f;
    f.write("top.yaml", "a: {value: 3, units: people}\nb: {value: [1, 2], unit: peple}\nc: 1\n");
    const Configuration c = f.compose("top.yaml");
    CHECK(c.whole);
    CHECK(at(c.tree, {"a"}).doubtful);
    CHECK(at(c.tree, {"b"}).items[1].doubtful);
    CHECK_FALSE(at(c.tree, {"c"}).doubtful);
}

TEST_CASE("paths without end into a tree without end are refused", "[io][compose]") {
    Files f;
    std::string base, change = "extends: base.yaml\nchange:\n";
    for (int i = 0; i < 25000; ++i) {
        base += "k" + std::to_string(i) + ": 1\n";
        change += "  k" + std::to_string(i) + ": 2\n";
    }
    f.write("base.yaml", base);
    f.write("top.yaml", change);
    (void)f.compose("top.yaml");
    CHECK(f.messages ==
          "top.yaml:4:3: too many paths for maps of up to 25000 keys. Write the values into the "
          "base");
}
