#include "engine/core/config/outline.h"

#include <catch2/catch.hpp>

using namespace zhaimao;

namespace {

Declaration number(bool required, Range range = any_number) {
    Declaration d;
    d.form = Form::number;
    d.written.required = required;
    d.range = range;
    d.dimensions = {unit::people};
    return d;
}

Declaration word(std::vector<std::string> words) {
    Declaration d;
    d.form = Form::choice;
    d.words = std::move(words);
    return d;
}

}  // namespace

TEST_CASE("a key is required where every pass that read its map required it",
          "[core][config][outline]") {
    OutlineRecorder recorder;
    Declaration map;
    map.form = Form::block;
    recorder.begin_pass();
    recorder.declare("", "town", map);
    recorder.declare("town", "people", number(true));
    recorder.declare("town", "people", number(true));  // twice in one pass counts once
    recorder.declare("town", "gini", number(true));
    recorder.begin_pass();
    recorder.declare("town", "people", number(true));
    recorder.begin_pass();
    recorder.declare("", "other", number(false));  // the town is not read here
    const Outline outline = recorder.outline();
    REQUIRE(outline.find("town") != nullptr);
    CHECK_FALSE(outline.find("town")->required);
    CHECK(outline.find("town")->find("people")->required);
    CHECK_FALSE(outline.find("town")->find("gini")->required);
}

TEST_CASE("what several readings admit is joined", "[core][config][outline]") {
    OutlineRecorder recorder;
    recorder.begin_pass();
    recorder.declare("", "n", number(false, {0.0, 10.0, true}));
    recorder.declare("", "n", number(false, {0.0, 20.0}));
    recorder.declare("", "kind", word({"a", "b"}));
    recorder.declare("", "kind", word({"b", "c"}));
    const Outline outline = recorder.outline();
    const Declaration* n = outline.find("n")->form(Form::number);
    CHECK(n->range.high == 20.0);
    CHECK_FALSE(n->range.low_open);
    CHECK(outline.find("kind")->form(Form::choice)->words ==
          std::vector<std::string>{"a", "b", "c"});
    CHECK(outline.find("kind")->form(Form::number) == nullptr);
}

TEST_CASE("a key that was only looked for is no key", "[core][config][outline]") {
    OutlineRecorder recorder;
    recorder.begin_pass();
    recorder.ask("", "nobody_reads_it");
    CHECK(recorder.outline().below.empty());
}
