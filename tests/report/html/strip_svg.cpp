#include "engine/report/html/strip_svg.h"

#include <catch2/catch.hpp>

#include "engine/report/html/assets.h"
#include "engine/report/sections.h"
#include "tests/holds.h"
#include "tests/report/made_up_run.h"

using namespace zhaimao;

namespace {

std::string svg_of(const MadeUpRun& made, const ReportStyle& style) {
    const RunResults results = read_results(made.folder);
    return strip_svg(strip_of(results, style), citation(results.run, style), style);
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++found;
    return found;
}

}  // namespace

TEST_CASE("the strip as a file has its numbers, frames, marks, legend and source",
          "[report][html]") {
    const std::string svg = svg_of(MadeUpRun(), {});
    INFO(svg);
    CHECK(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
    CHECK(svg.ends_with("</svg>\n"));
    for (const char* text : {">Poverty incidence on 31 December, % of registered rural people<",
                             ">Xiangning<", ">2017<", ">15.0<", ">9.0<", ">2.5<", ">75 [30, 95]<",
                             ">\u2265 20<", ">&lt; 1<", ">Framed: the year of the target.",
                             ">A made-up plan (scenario made-up, seed 2016, 4 futures)"})
        CHECK(holds(svg, text));
    CHECK(count(svg, "stroke=") == 3);         // a target each
    CHECK(count(svg, ">\u2713</text>") == 3);  // each is met by half of the futures
}

TEST_CASE("the strip as a file speaks Chinese, and a name in it is text", "[report][html]") {
    const std::string chinese = svg_of(MadeUpRun(), {Language::zh, "", Numbers::plain, {}});
    CHECK(holds(chinese, ">大宁县<"));
    CHECK(holds(chinese, ">加框：目标年份。"));
    CHECK(holds(svg_of(MadeUpRun("<script>&"), {}), ">&lt;script&gt;&amp;<"));
    const std::string longest = svg_of(MadeUpRun(std::string(80, 'x').c_str()), {});
    CHECK(holds(longest, ">" + std::string(32, 'x') + "\u2026<"));
}

TEST_CASE("the strip has the same colours in a page and as a file", "[report][html]") {
    const std::string css(page_css());
    for (std::size_t i = 0; i < strip_colours.size(); ++i)
        CHECK(holds(css, ".key.s" + std::to_string(i) +
                             " { background: " + std::string(strip_colours[i].ground) + ";"));
}
