#include "engine/report/html/markup.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "engine/io/sha256.h"

using namespace zhaimao;

TEST_CASE("text is never markup", "[report][html]") {
    CHECK(escape_html("<script>\"a\" & 'b'</script>大宁") ==
          "&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/script&gt;大宁");
}

TEST_CASE("no text of the data ends the element that holds it", "[report][html]") {
    const nlohmann::ordered_json data{{"name", "</script><!--"}, {"bytes", "\xFF"}};
    const std::string text = script_json(data);
    CHECK(text.find('<') == std::string::npos);
    CHECK(nlohmann::json::parse(text)["name"] == "</script><!--");
}

TEST_CASE("a page is filled once, and what is filled in stays as it is", "[report][html]") {
    CHECK(filled_page("a{{x}}b{{y}}c{{x}}", {{"x", "{{y}}"}, {"y", "2"}}) == "a{{y}}b2c{{y}}");
    CHECK(filled_page("no places", {}) == "no places");
}

TEST_CASE("a content policy admits what it names and nothing else", "[report][html]") {
    CHECK(content_policy({"1", "2"}, "3") ==
          "default-src 'none'; base-uri 'none'; form-action 'none'; script-src 'sha256-" +
              sha256_base64("1") + "' 'sha256-" + sha256_base64("2") + "'; style-src 'sha256-" +
              sha256_base64("3") + "'");
}
