#include "engine/report/compare_text.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/holds.h"
#include "tests/one_line.h"
#include "tests/report/made_up.h"

using namespace zhaimao;

namespace {

// What is printed where the poor people of the city in 2018 are so many by future.
std::string printed(const std::vector<double>& before, const std::vector<double>& after) {
    const ReportContext context = made_up::context();
    const auto futures = [&](const std::vector<double>& poor) {
        Ensemble e(made_up::ensemble().layout);
        e.records.resize(poor.size());
        for (std::size_t cell = 0; cell < e.layout.size(); ++cell)
            set(e, cell, std::vector<double>(poor.size(), 0.0));
        set(e, e.layout.area_year(Indicator::poor_people, 3, 2018), poor);
        set(e, e.layout.area_year(Indicator::poor_people, 1, 2018), poor);
        return e;
    };
    const Comparison comparison =
        compare(futures(before), context.counties, futures(after), context.counties);
    return compare_text(context, {{{"Other", "另一个"}, "other", comparison}}, Language::en);
}

}  // namespace

TEST_CASE("one future has no intervals, and nothing to pair", "[report][compare]") {
    const std::string text = printed({100.0}, {150.0});
    INFO(text);
    CHECK(holds(text, "Other\nOne future: nothing says how far differences may be trusted.\n"));
    CHECK(holds(text, "+50\n"));
    for (const char* wrong : {"inf", "nan", "[-", "Pairing"}) CHECK_FALSE(holds(text, wrong));
}

TEST_CASE("a comparison of a sample says so", "[report][compare]") {
    ReportContext context = made_up::context();
    const Ensemble e = made_up::ensemble();
    const Comparison comparison = compare(e, context.counties, e, context.counties);
    const std::vector<ComparedScenario> others{{{"Other", "另一个"}, "other", comparison}};
    CHECK(holds(compare_text(context, others, Language::en), "1,003,211 households, 2015-2019"));
    CHECK_FALSE(holds(compare_text(context, others, Language::en), "weighted"));
    context.one_in = 20;
    CHECK(holds(compare_text(context, others, Language::en),
                "1,003,211 households (1 in 20 simulated), 2015-2019"));
    CHECK(holds(compare_text(context, others, Language::en),
                "\nCounts are weighted: each simulated household stands for 20.\n"));
    CHECK(holds(compare_text(context, others, Language::zh), "1,003,211户（每20户模拟1户），"));
    CHECK(nlohmann::json::parse(compare_json(context, others, "runs/c"))["one_in"] == 20);
}

TEST_CASE("what differs in no future is the same", "[report][compare]") {
    const std::string same = printed({100.0, 200.0}, {100.0, 200.0});
    INFO(same);
    CHECK(holds(same,
                "Other\npoor people in 2018: the same in every replicate; counties in time: the "
                "same in every replicate; delay:"));
    CHECK_FALSE(holds(same, "told from zero"));
    // Futures that differ both ways may differ by something on average.
    const std::string untold = printed({100.0, 200.0}, {110.0, 190.0});
    CHECK(holds(untold, "Other\npoor people in 2018: no difference told from zero [-"));
    CHECK(holds(one_line(untold), "counties in time: the same in every replicate"));
}

TEST_CASE("where deadlines differ both are shown", "[report][compare]") {
    const ReportContext context = made_up::context();
    std::vector<County> sooner = context.counties;
    sooner[0].target.deadline = 2016;
    const Ensemble e = made_up::ensemble();
    const auto said = [&](const std::vector<County>& others, Language language) {
        const Comparison comparison = compare(e, context.counties, e, others);
        return compare_text(context, {{{"Other", "另一个"}, "other", comparison}}, language);
    };
    const std::string text = said(sooner, Language::en);
    INFO(text);
    CHECK(holds(text, "\n2017         Houma "));
    CHECK(holds(text, "\n2017 > 2016  Xiangning "));
    CHECK(holds(text, "\n2018         Daning "));
    CHECK(holds(text, "\nBy: the baseline's deadline > the scenario's, where they differ;"));
    CHECK(holds(said(sooner, Language::zh), "\n期限：对照的期限 > 情景的期限"));
    CHECK_FALSE(holds(said(context.counties, Language::en), "each is held against its own"));
    const std::string json = compare_json(
        context, {{{"Other", ""}, "other", compare(e, context.counties, e, sooner)}}, "runs/c");
    CHECK(nlohmann::json::parse(json)["scenarios"][0]["counties"][0]["deadline"]["scenario"] ==
          2016);
}

TEST_CASE("a change of the delay is no change of the year", "[report][compare]") {
    const ReportContext context = made_up::context();
    const Ensemble plan = made_up::ensemble();
    Ensemble other = made_up::ensemble();
    set(other, other.layout.met_in(TargetKind::delisting, 0), {2018.0, 2018.0, 2018.0, 2019.0});
    const auto said = [&](const Ensemble& a, const Ensemble& b, Language language) {
        const Comparison comparison = compare(a, context.counties, b, context.counties);
        return one_line(
            compare_text(context, {{{"Other", "另一个"}, "other", comparison}}, language));
    };
    CHECK(holds(said(plan, other, Language::en), "Xiangning 1.2 years more delay [0.5, 2.0]"));
    CHECK(holds(said(other, plan, Language::en), "Xiangning 1.2 years less delay [0.5, 2.0]"));
    CHECK(holds(said(plan, other, Language::zh), "乡宁县多推迟1.2年 [0.5, 2.0]"));
    CHECK(holds(said(other, plan, Language::zh), "乡宁县少推迟1.2年 [0.5, 2.0]"));
}

TEST_CASE("zero has no sign, and pairing may cost", "[report][compare]") {
    const std::string text = printed({100.0, 200.0, 300.0}, {310.0, 190.0, 110.0});
    INFO(text);
    CHECK(holds(text, "  0.0 [  0.0,  0.0]"));
    CHECK_FALSE(holds(text, "-0.0"));
    CHECK(holds(text,
                "Pairing the draws multiplies the variance of the difference in poor people "
                "by 2.0.\n"));
    CHECK(holds(printed({100.0, 200.0, 300.0}, {110.0, 190.0, 310.0}),
                "Pairing the draws divides the variance of the difference in poor people by "));
}
