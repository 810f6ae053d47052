#include "engine/report/html/page.h"

#include <catch2/catch.hpp>

#include "engine/report/html/assets.h"
#include "engine/report/result_lookup.h"
#include "engine/report/sections.h"
#include "tests/holds.h"
#include "tests/report/made_up_run.h"

using namespace zhaimao;

namespace {

std::string page_of(const RunResults& results, const ReportStyle& style) {
    return html_of({title_of(results.run, style),
                    sections_of(results, style),
                    notes_of(results.run, sections_of(results, style), style),
                    {&results}},
                   style);
}

// Without the library, whose text is not ours.
std::string own_text(std::string page) {
    const std::size_t at = page.find(echarts_js());
    REQUIRE(at != std::string::npos);
    return page.erase(at, echarts_js().size());
}

}  // namespace

TEST_CASE("the first screen answers, and says what it rests on", "[report][html]") {
    const MadeUpRun made;
    const std::string page = page_of(read_results(made.folder), {});
    const std::string text = own_text(page);
    INFO(text);
    CHECK(text.starts_with("<!DOCTYPE html>\n<html lang=\"en\">\n"));
    CHECK(holds(text, "<h1>A made-up plan</h1>"));
    CHECK(holds(text,
                "<p class=\"answer\">1 of 3 counties probably meet their year (P &gt;= 80 %)."
                " All 3 together: 25 % [5, 70].</p>"));
    CHECK(holds(text, "<li>Houma by 2017: 75\u00a0% [30,\u00a095]</li>"));
    CHECK(holds(text, "<h3>Exits up to 2018, people</h3>"));
    CHECK(holds(text,
                "<p>whoever exits twice counts twice; 6,900 people were registered at the start"
                "</p>"));
    CHECK(holds(text, "2 of 3 inputs are assumptions, 1 of them never varied."));
    CHECK(holds(text, "<dt>Delisting: poverty incidence</dt><dd>strictly under 3 %</dd>"));
    CHECK(holds(text, "<dt>Seed</dt><dd>2016</dd>"));
    CHECK(holds(text, "<dt>Date</dt><dd>2026-11-29</dd>"));
    constexpr std::size_t two_megabytes = 2'000'000;
    CHECK(page.size() < two_megabytes);
}

TEST_CASE("risks are named by probability, then delay, then people too many", "[report][html]") {
    const std::vector<TargetChance> chances{{1, 2017, {}, "", 0, {0.5, 3.0, 900.0}},
                                            {2, 2017, {}, "", 0, {0.0, 1.0, 100.0}},
                                            {3, 2018, {}, "", 0, {0.0, 1.0, 200.0}},
                                            {4, 2019, {}, "", 0, {0.0, 2.0, 0.0}}};
    CHECK(by_risk(chances, 3) == std::vector<std::size_t>{3, 2, 1});
    CHECK(least_likely(chances, 3) == std::vector<std::size_t>{1, 2, 3});
    const MadeUpRun made;
    const std::vector<TargetChance> read = target_chances(read_results(made.folder));
    CHECK(read[1].risk.p_on_time == 0.25);
    CHECK(read[1].risk.mean_delay == 0.75);
    CHECK(read[1].risk.too_many == 31.0);
    CHECK(read[0].risk.too_many == 0.0);
}

TEST_CASE("the strip frames the target's year and marks the median one", "[report][html]") {
    const MadeUpRun made;
    const std::string text = own_text(page_of(read_results(made.folder), {}));
    INFO(text);
    // Xiangning, delisting by 2017: 9.0 % in 2016, 2.5 % in 2017.
    CHECK(holds(text,
                "<tr><th scope=\"row\">Xiangning</th><td class=\"s5\" title=\"15.0\">15.0"
                "</td><td class=\"s3\" title=\"9.0 [8.9, 9.1]\">9.0</td>"
                "<td class=\"s1 due\" title=\"2.5 [2.4, 2.6]\">2.5<span class=\"hidden\">, "
                "year of the target</span><b role=\"img\""));
}

TEST_CASE("figures stand as in other documents, with their unrounded value", "[report][html]") {
    const MadeUpRun made;
    const std::string text = own_text(page_of(read_results(made.folder), {}));
    CHECK(holds(text,
                "<section id=\"poor\" aria-labelledby=\"poor-head\">\n<h2 id=\"poor-head\">"
                "People on the register on 31 December, people</h2>"));
    CHECK(holds(text, "<td class=\"n\" data-v=\"1800\">1,800 <small>[1,770, 1,830]</small></td>"));
    CHECK(holds(text, "<tfoot>\n<tr><th scope=\"row\">Linfen</th>"));
    const ReportStyle chinese{Language::zh, "标题", Numbers::wan, {}};
    const std::string zh = own_text(page_of(read_results(made.folder), chinese));
    CHECK(holds(zh, "<html lang=\"zh-Hans\">"));
    CHECK(holds(zh, "<h1>标题</h1>"));
    CHECK(holds(zh, "<td class=\"n\" data-v=\"1800\">0.180 <small>[0.177, 0.183]</small></td>"));
}

TEST_CASE("a name is text everywhere in a page", "[report][html]") {
    const MadeUpRun made("<script>alert(1)</script>\"'{{title}}");
    const std::string text = own_text(page_of(read_results(made.folder), {}));
    CHECK_FALSE(holds(text, "<script>alert"));
    CHECK(holds(text,
                "<th scope=\"row\">&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;{{title}}"
                "</th>"));
    const MadeUpRun formula("=cmd()");
    CHECK(holds(page_of(read_results(formula.folder), {}), "<th scope=\"row\">=cmd()</th>"));
}

TEST_CASE("a page asks the network for nothing", "[report][html]") {
    const MadeUpRun made;
    const std::string page = page_of(read_results(made.folder), {});
    CHECK(holds(page,
                "content=\"default-src 'none'; base-uri 'none'; form-action 'none'; "
                "script-src 'sha256-"));
    std::string text = own_text(page);
    const std::string name_of_svg = "http://www.w3.org/2000/svg";  // a name, not an address
    for (std::size_t at = 0; (at = text.find(name_of_svg)) != std::string::npos;)
        text.erase(at, name_of_svg.size());
    for (const char* part : {" src=", "<link", "@import", "url(", "http:", "https:"})
        CHECK_FALSE(holds(text, part));
    CHECK_FALSE(holds(std::string(echarts_js()), "</script"));
    CHECK_FALSE(holds(std::string(page_js()), "</script"));
    CHECK_FALSE(holds(std::string(page_css()), "</style"));
}
