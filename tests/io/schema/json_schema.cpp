#include "engine/io/schema/json_schema.h"

#include <array>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <regex>

#include "engine/core/config/probe.h"

using namespace zhaimao;
using Json = nlohmann::ordered_json;

namespace {

Outline small_language() {
    constexpr std::array<std::string_view, 2> kinds{"stock", "cohort"};
    return outline_of([&](Block& root) {
        (void)root.year("start", "first year");
        for (Block& town : root.block("towns", "the towns").children()) {
            (void)town.whole({"people", unit::people, positive, "registered people"});
            (void)town.number({"share", unit::number, share_range, "a share"}, 0.5);
            (void)town.maybe_by_year({"exits", unit::people, non_negative, "exits"}, 1, 2);
            Block target = town.block("target", "what is promised");
            (void)target.choice("kind", "kind of target", kinds, 0);
        }
    });
}

// The schema behind a reference into this document.
const Json& behind(const Json& document, const Json& schema) {
    const Json* at = &schema;
    while (at->contains("$ref"))
        at = &document.at(
            nlohmann::ordered_json::json_pointer(at->at("$ref").get<std::string>().substr(1)));
    return *at;
}

// How many patterns of the map at `name` match the key, and the schema of the last.
std::pair<int, Json> pattern_for(const Json& map, const std::string& key) {
    std::pair<int, Json> found{0, {}};
    for (const auto& [pattern, schema] : map.at("patternProperties").items())
        if (std::regex_search(key, std::regex(pattern))) found = {found.first + 1, schema};
    return found;
}

}  // namespace

TEST_CASE("every reference of the schema leads somewhere", "[io][schema]") {
    const Json schema = json_schema(small_language());
    std::size_t seen = 0;
    const auto walk = [&](const auto& self, const Json& at) -> void {
        if (at.is_object() && at.contains("$ref") && at["$ref"].is_string()) {
            const auto target = at["$ref"].get<std::string>().substr(1);
            INFO(target);
            CHECK(schema.contains(nlohmann::ordered_json::json_pointer(target)));
            ++seen;
        }
        for (const Json& below : at)
            if (below.is_structured()) self(self, below);
    };
    walk(walk, schema);
    CHECK(seen > 50);
}

TEST_CASE("a file holds keys, or stands on another; both need the version", "[io][schema]") {
    const Json schema = json_schema(small_language());
    CHECK(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema");
    CHECK(schema["required"] == Json::array({"zhaimao"}));
    CHECK(schema["if"]["required"] == Json::array({"extends"}));
    const Json& keys = behind(schema, schema["else"]);
    const Json& standing = behind(schema, schema["then"]);
    CHECK(keys["properties"].contains("include"));
    CHECK(keys["properties"].contains("towns"));
    CHECK(keys["additionalProperties"] == false);
    CHECK(standing["properties"].contains("change"));
    CHECK_FALSE(standing["properties"].contains("include"));
    CHECK_FALSE(standing["properties"].contains("towns"));
}

TEST_CASE("plain numbers are bounded, words are listed, meanings described", "[io][schema]") {
    const Json schema = json_schema(small_language());
    const Json& town = schema["$defs"]["keys.towns.ID"];
    const Json& share = town["properties"]["share"];
    CHECK(share["description"] == "A share. A plain number. Range: 0 to 1. If absent: 0.5.");
    const Json& number = behind(schema, behind(schema, share)["anyOf"][0]);
    CHECK(number["minimum"] == 0.0);
    CHECK(number["maximum"] == 1.0);
    const Json& kind = schema["$defs"]["keys.towns.ID.target"]["properties"]["kind"];
    CHECK(kind["anyOf"][0]["enum"] == Json::array({"stock", "cohort"}));
    CHECK(town["properties"].contains("source"));
    CHECK(schema["$defs"]["keys.towns"]["properties"].contains("table"));
}

TEST_CASE("dotted keys are admitted at the top and inside maps, years below values by year",
          "[io][schema]") {
    const Json schema = json_schema(small_language());
    const Json& top = schema["$defs"]["keys"];
    for (const char* key : {"towns.daning", "towns.daning.people", "towns.daning.target.kind",
                            "towns.daning.exits.2016", "towns.daning.exits.2017..2018"}) {
        INFO(key);
        CHECK(pattern_for(top, key).first == 1);
    }
    CHECK(pattern_for(top, "towns.daning.people.2016").first == 0);
    CHECK(pattern_for(top, "towns.daning.peple").first == 0);
    CHECK(pattern_for(schema["$defs"]["keys.towns.ID"], "target.kind").first == 1);
}

TEST_CASE("only change may scale", "[io][schema]") {
    const Json schema = json_schema(small_language());
    const auto scales = [&](const char* section) {
        const auto [count, found] =
            pattern_for(schema["$defs"][section], "towns.daning.exits.2016");
        return found.dump().find("scaling.people") != std::string::npos;
    };
    CHECK(scales("change"));
    CHECK_FALSE(scales("keys"));
}

TEST_CASE("equal maps are defined once", "[io][schema]") {
    const auto read_rates = [](Block block) {
        (void)block.number({"poor", unit::number, share_range, "of the poor"});
    };
    const Json schema = json_schema(outline_of([&](Block& root) {
        read_rates(root.block("now", "rates"));
        read_rates(root.block("later", "rates of later"));
    }));
    CHECK(schema["$defs"].contains("keys.now"));
    CHECK_FALSE(schema["$defs"].contains("keys.later"));
    const Json& later = schema["$defs"]["keys"]["properties"]["later"];
    CHECK(later["$ref"] == "#/$defs/keys.now");
    CHECK(later["description"] == "Rates of later. A map. Required.");
    CHECK(pattern_for(schema["$defs"]["keys"], "later.poor").second["$ref"] ==
          "#/$defs/keys.now/properties/poor");
}
