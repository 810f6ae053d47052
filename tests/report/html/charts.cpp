#include "engine/report/html/charts.h"

#include <catch2/catch.hpp>

#include "engine/report/result_lookup.h"
#include "engine/report/sections.h"
#include "tests/report/made_up_run.h"

using namespace zhaimao;

namespace {

using Json = nlohmann::ordered_json;

ReportTable section(const MadeUpRun& made, const std::string& id) {
    for (const ReportTable& table : sections_of(read_results(made.folder), {}))
        if (table.section == id) return table;
    throw std::out_of_range(id);
}

}  // namespace

TEST_CASE("a chart says what the table says", "[report][html]") {
    const MadeUpRun made;
    const auto charts = page_charts(section(made, "poor"), {}, {});
    REQUIRE(charts.size() == 2);
    CHECK(charts[0].id == "poor-all");
    CHECK(charts[0].drawing["title"] == "People on the register on 31 December, people: Linfen");
    CHECK(charts[0].drawing["heads"] == Json{"2015", "2016", "2017", "2018", "2019"});
    CHECK(charts[1].id == "poor");
    CHECK(charts[1].drawing["rows"].size() == 3);
    // Quantiles of replicates at -30, -10, 10 and 30 around 1,800.
    CHECK(charts[1].drawing["rows"][0]["name"] == "Xiangning");
    CHECK(charts[1].drawing["rows"][0]["cells"][1] ==
          Json{1800.0, 1773.0, 1827.0, "1,800 [1,770, 1,830]"});
    CHECK(charts[1].alt ==
          "Chart: People on the register on 31 December, people. Linfen: 6,900 in 2015, 540 [460, "
          "620] in 2019. Every figure is in the table under it.");
}

TEST_CASE("limits are drawn where a county has one", "[report][html]") {
    const MadeUpRun made;
    const auto charts =
        page_charts(section(made, "incidence"), {false, {0.03, Summary::undefined, 0.03}}, {});
    REQUIRE(charts.size() == 2);
    CHECK(charts[1].drawing["rows"][0]["limit"] == 3.0);
    CHECK_FALSE(charts[1].drawing["rows"][1].contains("limit"));
    CHECK_FALSE(charts[0].drawing["rows"][0].contains("limit"));
}

TEST_CASE("what was promised is told apart from what was estimated", "[report][html]") {
    const MadeUpRun made;
    const auto charts = page_charts(section(made, "exits"), {}, {});
    REQUIRE(charts.size() == 1);
    const Json& rows = charts[0].drawing["rows"];
    REQUIRE(rows.size() == 2);
    CHECK_FALSE(rows[0].contains("given"));
    CHECK(rows[1]["given"] == true);
    CHECK(rows[1]["cells"][0][3] == "2,000");
}

TEST_CASE("bars carry their range and the line of what is probable", "[report][html]") {
    const MadeUpRun made;
    const auto charts = page_charts(section(made, "targets"), {}, {});
    REQUIRE(charts.size() == 1);
    CHECK(charts[0].drawing["range"] == Json{0, 100});
    CHECK(charts[0].drawing["mark"] == 80.0);
    CHECK(charts[0].drawing["title"] == "P on time, %");
    CHECK(charts[0].drawing["rows"][0]["cells"][0][3] == "75 [30, 95]");
}

TEST_CASE("the largest are stacked, the others added up", "[report][html]") {
    ReportTable table{"money", 0, "Money", {{"", FigureKind::text}, {"2016", FigureKind::people}},
                      {},      0, false,   ReportChart::stacked,
                      0};
    for (int i = 1; i <= 10; ++i)
        table.rows.push_back({std::to_string(i), Figure{static_cast<double>(i)}});
    const Json rows = page_charts(table, {}, {})[0].drawing["rows"];
    REQUIRE(rows.size() == 8);
    CHECK(rows[0]["name"] == "10");
    CHECK(rows[7]["name"] == "3 others");
    CHECK(rows[7]["cells"][0][3] == "6");
}
