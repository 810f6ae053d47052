#include "engine/population/lorenz/points.h"

#include <catch2/catch.hpp>

#include "tests/core/config/tree_text.h"

using namespace zhaimao;

namespace {

struct ReadPoints {
    std::vector<LorenzPoint> points;
    std::string messages;
};

ReadPoints read(const std::string& text) {
    TreeText yaml("lorenz: " + text);
    Reading reading(yaml.diagnostics);
    Block root = reading.root(yaml.tree);
    Block lorenz = root.block("lorenz", "a curve");
    ReadPoints result{read_lorenz_points(lorenz), ""};
    reading.finish();
    result.messages = yaml.messages();
    return result;
}

void refuses(const std::string& text, const std::string& message) {
    const ReadPoints result = read(text);
    INFO(text << "\n" << result.messages);
    CHECK(result.points.empty());
    CHECK(result.messages.find(message) != std::string::npos);
}

}  // namespace

TEST_CASE("points are read as cumulative shares, the end is dropped", "[population][lorenz]") {
    const auto [points, messages] =
        read("{points: {6.609339 %: 1.869946 %, 20%: 8 %, 50 %: 30.5 %, 100 %: 100 %}}");
    CHECK(messages.empty());
    REQUIRE(points.size() == 3);
    CHECK(points[0].people == 0.06609339);
    CHECK(points[0].income == 0.01869946);
    CHECK(points[1].people == 0.2);
    CHECK(points[2].income == 0.305);
}

TEST_CASE("deciles become nine points of their own sum", "[population][lorenz]") {
    const auto [points, messages] = read(
        "{deciles: [2.5 %, 3.9 %, 5 %, 6 %, 7.1 %, 8.4 %, 10 %, 12.2 %, 15.9 %, 28.6 %]}");  // 99.6
    CHECK(messages.empty());
    REQUIRE(points.size() == 9);
    CHECK(points[0].people == 0.1);
    CHECK(points[0].income == Approx(0.025 / 0.996).epsilon(1e-14));
    CHECK(points[8].people == 0.9);
    CHECK(points[8].income == Approx(1 - 0.286 / 0.996).epsilon(1e-14));
}

TEST_CASE("what is no Lorenz curve is refused, with the reason", "[population][lorenz]") {
    refuses("{}", "has neither points nor deciles. Give one of them");
    refuses("{points: {20 %: 8 %, 40 %: 20 %}}", "has too few points");
    refuses("{points: {20 %: 8 %, 40 %: 20 %, people: 50 %}}",
            "'people' is not a share of people. Write it as 10 %: 2.5 %");
    refuses("{points: {20 %: 8 %, 10 %: 9 %, 60 %: 40 %}}",
            "the point 10 %: 9 % does not lie above the one before");
    refuses("{points: {20 %: 21 %, 40 %: 42 %, 60 %: 70 %}}", "is not under the diagonal");
    refuses("{points: {20 %: 8 %, 40 %: 15 %, 60 %: 40 %}}",
            "the point 40 %: 15 % makes its group poorer than the one before");
    refuses("{points: {20 %: 8 %, 40 %: 20 %, 60 %: 59 %}}", "the richest group is poorer");
    refuses("{points: {20 %: 8 %, 40 %: 20 %, 60 %: 38 %, 100 %: 99 %}}",
            "all people have all income");
    refuses("{deciles: [10 %, 90 %]}", "has 2 shares (ten groups of equal size)");
    refuses("{deciles: [2 %, 6 %, 11 %, 17 %, 24 %, 33 %, 43 %, 55 %, 71 %, 100 %]}",
            "the shares add up to 362 % (of all income). Give shares of groups");
}

TEST_CASE("points and deciles together are one too many", "[population][lorenz]") {
    const std::string tenths = "[1 %, 2 %, 3 %, 5 %, 7 %, 9 %, 12 %, 15 %, 19 %, 27 %]";
    const std::string both =
        "{points: {20 %: 8 %, 40 %: 20 %, 60 %: 38 %}, deciles: " + tenths + "}";
    refuses(both, "has both points and deciles. Remove one");
    CHECK(read(both).messages.find("unknown key") == std::string::npos);
}
