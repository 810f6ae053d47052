#include "engine/report/html/chart_rows.h"

#include <catch2/catch.hpp>

using namespace zhaimao;

namespace {

// County k has k people, and a probability of k per cent.
ReportTable counties(std::size_t count, FigureKind kind) {
    ReportTable table;
    table.columns = {{"County", FigureKind::text}, {"2020", kind}};
    for (std::size_t k = 0; k < count; ++k)
        table.rows.push_back({std::string("county"), Figure{static_cast<double>(k) / 100.0}});
    table.chart = kind == FigureKind::probability ? ReportChart::bars : ReportChart::lines;
    return table;
}

}  // namespace

TEST_CASE("few counties are all drawn, of many those that the context chose", "[report][html]") {
    const ChartContext context{false, {}, {5, 7}, {1, 2, 3}};
    CHECK(drawn_counties(counties(40, FigureKind::people), context).size() == 40);
    CHECK(drawn_counties(counties(41, FigureKind::people), context) ==
          std::vector<std::size_t>{5, 7});
    const ReportTable targets = counties(41, FigureKind::probability);
    CHECK(bar_rows(targets, FigureKind::probability, context) == std::vector<std::size_t>{1, 2, 3});
}

TEST_CASE("of many counties of a comparison those are drawn that differ most", "[report][html]") {
    const ChartContext context{true, {}, {}, {}};
    const std::vector<std::size_t> drawn =
        drawn_counties(counties(100, FigureKind::people), context);
    REQUIRE(drawn.size() == most_drawn_counties);
    CHECK(drawn.front() == 60);
    CHECK(drawn.back() == 99);
    ReportTable targets = counties(100, FigureKind::probability);
    targets.columns.push_back(targets.columns[1]);
    for (auto& row : targets.rows) row.push_back(Figure{0.0});
    CHECK(bar_rows(targets, FigureKind::probability, context) == drawn);
}
