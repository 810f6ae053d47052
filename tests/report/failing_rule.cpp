#include "engine/report/failing_rule.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "engine/report/console.h"
#include "tests/holds.h"
#include "tests/report/made_up.h"

using namespace zhaimao;

TEST_CASE("a run says which rule fails where it is not incidence", "[report][rules]") {
    const ReportContext context = made_up::context_of_rules();
    const RunDigest d = digest(context, made_up::ensemble_of_rules());
    const std::string text = console_text(context, d, {});
    INFO(text);
    CHECK(holds(text,
                "\nMost at risk: Daning; in 3 of 4 late futures 30 people too many (90 % of those "
                "futures: 10 to 50).\n"
                "2 of 2 delistings at risk fail most often on wrong exits (Daning: 100 % of "
                "futures, incidence 75 %).\n\n"));
    ConsoleStyle zh;
    zh.language = Language::zh;
    CHECK(holds(
        console_text(context, d, zh),
        "\n2个摘帽有风险的县中2个届时最常未达标的是错退率（大宁县：100%的模拟，贫困发生率75%）。"
        "\n"));
    const auto j = nlohmann::json::parse(console_json(context, d, ""));
    CHECK(j["counties"][2]["p_fail_at_deadline"]["wrong_exit"] == 1.0);
    CHECK(j["counties"][2]["p_fail_at_deadline"]["incidence"] == 0.75);
    CHECK_FALSE(j["counties"][0].contains("p_fail_at_deadline"));
}

TEST_CASE("no line where incidence fails as often, or nobody is at risk", "[report][rules]") {
    const ReportContext context = made_up::context_of_rules();
    Ensemble ensemble = made_up::ensemble_of_rules();
    for (const std::size_t county : {0, 1})
        set(ensemble, ensemble.layout.rule_failure(0, county, county == 0 ? 2017 : 2018),
            {1.0, 1.0, 1.0, 1.0});
    CHECK_FALSE(failing_rule(digest(context, ensemble)));
    CHECK_FALSE(failing_rule(digest(made_up::context(), made_up::ensemble())));
    set(ensemble, ensemble.layout.rule_failure(0, 0, 2017), {0.0, 0.0, 0.0, 0.0});
    const std::optional<FailingRule> failing = failing_rule(digest(context, ensemble));
    REQUIRE(failing);
    CHECK(failing->rule == "wrong_exit");
    CHECK(failing->counties == 1);
    CHECK(failing->at_risk == 2);
    for (const std::size_t county : {0, 1})
        set(ensemble, ensemble.layout.met_in(TargetKind::delisting, county),
            {2017.0, 2017.0, 2017.0, 2017.0});
    CHECK_FALSE(failing_rule(digest(context, ensemble)));
}

TEST_CASE("of counties in which a rule fails as often, that with the best incidence is named",
          "[report][rules]") {
    RunDigest d;
    for (const double incidence : {0.5, 0.2, 0.4})
        d.counties.push_back(
            {d.counties.size(), {}, 0.0, 0.0, {{"incidence", incidence}, {"wrong_exit", 1.0}}});
    CHECK(failing_rule(d)->worst == 1);
    CHECK(failing_rule(d)->incidence == 0.2);
    d.counties[1].failures[1].p_fail = 0.9;
    CHECK(failing_rule(d)->worst == 2);
}
