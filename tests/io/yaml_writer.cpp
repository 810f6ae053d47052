#include "engine/io/yaml_writer.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "engine/io/compose.h"
#include "tests/io/scratch_folder.h"
#include "tests/io/tree_of.h"

using namespace zhaimao;

namespace {

Configuration composed_again(const std::string& text) {
    const ScratchFolder folder;
    const std::string file = (folder.path / "effective.yaml").string();
    std::ofstream(file) << text;
    Diagnostics d;
    Configuration c = compose(file, {}, d);
    INFO(text);
    d.throw_if_errors();
    return c;
}

}  // namespace

TEST_CASE("sources stand as high as they can, others in long form", "[io][yaml_writer]") {
    const Node t = tree_of(
        "x: {source: plan, b: 2 people, c: {value: {uniform: [1, 2]}, source: guess, known_on: "
        "2016-01-15, drawn_as: q}, d: 4}\n"
        "a: 1\n");
    CHECK(write_yaml(t, {"T: one", "甲"}) ==
          "zhaimao: 1\n"
          "title: {en: \"T: one\", zh: 甲}\n"
          "x:\n"
          "  source: plan\n"
          "  b: 2 people\n"
          "  c: {value: {uniform: [1, 2]}, source: guess, known_on: 2016-01-15, drawn_as: q}\n"
          "  d: 4\n"
          "a: 1\n");
    CHECK(write_yaml(tree_of("source: plan\na: 1\n"), {}, {true}) ==
          "zhaimao: 1\nsource: plan\na: 1  # t.yaml:2  plan\n");
}

TEST_CASE("what is written reads back as an equal tree", "[io][yaml_writer]") {
    const char* texts[] = {
        "a: 1\n",
        "a: \"5 people\"\nb: 'it''s: x, y'\nc: \"line\\nbreak \\\" \\\\ tab\\t\"\n",
        "source: plan\na: {b: 1, c: {value: 2, source: x}}\nd: {e: 1, source: "
        "'http://x.y/?a=b&c'}\n",
        "a: 2300 yuan/person/year @2010\nb: [1 yuan @2010, \"@x\"]\n",
        "a: [0 %, 100 %]\nb: [x, \"y, z\", [1, 2]]\nc: []\nd: {}\n",
        "a: {2016: 5 people, 2017..2018: {value: {normal: [5 people, 1 people]}, source: s}, "
        "2019+: 7 people}\n",
        "a: registered and students > 0\nb: -5 %\nc: \"-\"\nd: \"null\"\ne: ~\nf: \"true\"\ng: "
        "临汾：市\n",
        "a: .5\nb: +5 people\nc: -.5\nd: -5e+3 %\ne: 2300 yuan/person/year @2010\nf: +x\ng: ..\n",
        "a: {value: [1, {value: 2, source: b}], source: c}\n",
        "a: {value: 1, source: \"\\L \\P \\x80 \\x9f \\u0085 \\uFEFF\"}\nb: "
        "\"\\uFEFF\"\n\"\\u0085\": "
        "1\n",
        "known_on: 2016-01-15\na: 1\nb: {value: 3, known_on: 2017-01-01}\n",
    };
    for (const char* text : texts) {
        CAPTURE(text);
        const Node before = tree_of(text);
        const std::string written = write_yaml(before, {"t", "t"});
        const Configuration after = composed_again(written);
        CHECK(same_tree(before, after.tree));
        CHECK(write_yaml(after.tree, after.title) == written);
        CHECK(same_tree(before, composed_again(write_yaml(before, {"t", "t"}, {true})).tree));
    }
}
