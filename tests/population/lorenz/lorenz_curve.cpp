#include "engine/population/lorenz/lorenz_curve.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "tests/core/config/tree_text.h"
#include "tests/population/lorenz/surveys.h"

using namespace zhaimao;

namespace {

// The survey's points as a user would write them.
std::string yaml_of(const surveys::Survey& survey, const std::string& curve) {
    std::string points;
    for (const LorenzPoint& p : survey.points)
        points += fmt::format("{:.6f} %: {:.8f} %, ", 100 * p.people, 100 * p.income);
    return fmt::format("lorenz: {{curve: {}, points: {{{}100 %: 100 %}}}}", curve, points);
}

std::optional<LorenzCurve> read(const std::string& text, std::string& messages) {
    TreeText yaml(text);
    Reading reading(yaml.diagnostics);
    Block root = reading.root(yaml.tree);
    Block lorenz = root.block("lorenz", "a curve");
    const std::optional<LorenzCurve> curve = read_lorenz_curve(lorenz);
    reading.finish();
    messages = yaml.messages();
    return curve;
}

}  // namespace

TEST_CASE("a survey's points in YAML give PovcalNet's coefficients", "[population][lorenz]") {
    const surveys::Survey& survey = surveys::of("CHN_R2013X");
    std::string messages;
    const auto quadratic = read(yaml_of(survey, "general_quadratic"), messages);
    CHECK(messages.empty());
    REQUIRE(quadratic);
    CHECK_THAT(std::get<GeneralQuadratic>(*quadratic).a, Catch::WithinAbs(0.867934, 2e-5));
    CHECK(slope_of(*quadratic, 0.5) == std::get<GeneralQuadratic>(*quadratic).slope(0.5));
    const auto beta = read(yaml_of(survey, "beta"), messages);
    CHECK(messages.empty());
    REQUIRE(beta);
    CHECK_THAT(std::get<BetaLorenz>(*beta).gamma, Catch::WithinAbs(0.948596, 2e-5));
}

TEST_CASE("a fit that is no Lorenz curve is refused, and the other curve named",
          "[population][lorenz]") {
    const surveys::Survey& survey = surveys::of("CHN_R1993X");
    std::string messages;
    CHECK_FALSE(read(yaml_of(survey, "general_quadratic"), messages));
    CHECK(messages.find("lorenz.curve: general_quadratic does not fit these points (the curve ends "
                        "at 94.33 % of income (a + c < 1)). Use beta") != std::string::npos);
    CHECK(read(yaml_of(survey, "beta"), messages));
    CHECK(messages.empty());
}
