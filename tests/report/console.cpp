#include "engine/report/console.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/holds.h"
#include "tests/report/made_up.h"

using namespace zhaimao;

namespace {

constexpr const char* english =
    R"(A made-up plan | 3 counties, 1,003,211 households, 2015-2019 | 4 replicates, seed 2016

1 of 3 counties probably meet their year (P >= 80 %). All 3 together: 25 % [5, 70].
Most at risk: Daning; when late, 30 people too many (90 % of futures: 10 to 50).

By    County     Target  P on time, %  Median  Incidence, %     Late by
                         [95 %]                2015 > deadline   people
2017  Houma!     exit     75 [30, 95]  2017     3.5 > 0.1           ~70
      Xiangning  delist  100 [51,100]  2017    15.0 > 2.5             -
2018  Daning!    delist   25 [ 5, 70]  2019    25.0 > 3.2            30

Still poor on 31 December: people, incidence in %
County      2015     %   2016     %   2017    %  2018    %
Houma      1,400   3.5    600   1.5     40  0.1    40  0.1
Xiangning  3,000  15.0  1,800   9.0    500  2.5   400  2.0
Daning     2,500  25.0  1,500  15.0    700  7.0   320  3.2
Linfen     6,900   9.9  3,900   5.6  1,240  1.8   760  1.1

Exits, Linfen  2016 3,000  2017 2,660  2018 480!   ! under 2,000
Exits up to 2018: 6,140; whoever exits twice counts twice. Registered at the start: 6,900 people.
Too few futures to say what it leans on. 2 of 3 inputs are assumptions, 1 of them never varied.
[ ] is simulation error only. Incidence: registered poor / registered rural people, strictly under 3 %.
)";

constexpr const char* chinese =
    R"(虚构规划 | 3个县（市、区），1,003,211户，2015-2019年 | 4次模拟，种子2016

3个县（市、区）中1个很可能按期完成（概率不低于80%）。3个全部按期完成：25% [5, 70]。
风险最大：大宁县；若逾期，超出30人（90%的情形：10至50人）。

期限  县（市、区）  目标  按期概率，%   中位年份  贫困发生率，%  逾期超出
                          [95 %]                  2015 > 期限年        人
2017  侯马市!       脱贫   75 [30, 95]  2017       3.5 > 0.1          ~70
      乡宁县        摘帽  100 [51,100]  2017      15.0 > 2.5            -
2018  大宁县!       摘帽   25 [ 5, 70]  2019      25.0 > 3.2           30

12月31日仍贫困：人数，发生率（%）
县（市、区）   2015     %   2016     %   2017    %  2018    %
侯马市        1,400   3.5    600   1.5     40  0.1    40  0.1
乡宁县        3,000  15.0  1,800   9.0    500  2.5   400  2.0
大宁县        2,500  25.0  1,500  15.0    700  7.0   320  3.2
临汾市        6,900   9.9  3,900   5.6  1,240  1.8   760  1.1

临汾市脱贫  2016 3,000  2017 2,660  2018 480!   ! 低于2,000
截至2018年累计脱贫6,140人次，两次脱贫者计两次。起始在册6,900人。
模拟次数太少，看不出结果取决于什么。3项输入中2项为假设，其中1项从未变动。
[ ]仅为模拟误差。贫困发生率：在册贫困人口/农村户籍人口，须低于3%。
)";

std::string printed(const ReportContext& context, const Ensemble& ensemble,
                    const ConsoleStyle& style) {
    return console_text(context, digest(context, ensemble), style);
}

}  // namespace

TEST_CASE("what a run prints, in English", "[report][console]") {
    CHECK(printed(made_up::context(), made_up::ensemble(), {Language::en, false}) == english);
    CHECK(wrote_text("runs/made-up", Language::en) == "Wrote runs/made-up\n");
}

TEST_CASE("what a run prints, in Chinese", "[report][console]") {
    CHECK(printed(made_up::context(), made_up::ensemble(), {Language::zh, false}) == chinese);
    CHECK(wrote_text("runs/made-up", Language::zh) == "已写入runs/made-up\n");
}

TEST_CASE("what a run leans on, by name", "[report][console]") {
    ReportContext context = made_up::context();
    Ensemble ensemble = made_up::leaning_ensemble();
    context.replicates = static_cast<std::int64_t>(ensemble.replicates());
    CHECK(holds(
        printed(context, ensemble, {Language::en, false}),
        "\nLeans on: growth of wages. 2 of 3 inputs are assumptions, 1 of them never varied.\n"));
    CHECK(holds(printed(context, ensemble, {Language::zh, false}),
                "\n结果主要取决于：工资增长。3项输入中2项为假设，其中1项从未变动。\n"));
    CHECK(holds(
        printed(context, ensemble, {Language::en, false, 40}),
        "\nLeans on: growth of wages. 2 of 3 inputs\nare assumptions, 1 of them never varied.\n"));
    ensemble.inputs.values.row(0) = 0.07;
    CHECK(holds(printed(context, ensemble, {Language::en, false}),
                "\nNo input stands out. 2 of 3 inputs are"));
    CHECK(holds(printed(context, ensemble, {Language::zh, false}),
                "\n没有哪项输入的影响可以辨明。3项输入中"));
}

TEST_CASE("counties grouped by province are summed up, and listed where all are wanted",
          "[report][console]") {
    ReportContext context = made_up::context();
    context.provinces = {{"west", 1, {"West", "西"}}, {"east", 2, {"East", "东"}}};
    context.counties[0].province = context.counties[1].province = 0;
    context.counties[2].province = 1;
    const std::string text = printed(context, made_up::ensemble(), {});
    // 0.75 of Houma and all of Xiangning; delisting is not in the made-up record.
    CHECK(holds(text,
                "\n2017         2                 1               1.8              0.0  [0, 0]\n"));
    CHECK(holds(text, "\nThe 3 most at risk of 3 (every county: --all)\n"));
    CHECK(holds(text, "\nWest      5,500  18.3  3,300  11.0  1,200  4.0   720  2.4\n"));
    CHECK(holds(text, "\nLinfen    6,900   9.9"));
    CHECK_FALSE(holds(text, "\nXiangning  3,000"));
    ConsoleStyle all;
    all.all = true;
    CHECK(printed(context, made_up::ensemble(), all) == english);
}

TEST_CASE("at most four names are printed", "[report][console]") {
    ReportContext context = made_up::context();
    Ensemble ensemble = made_up::leaning_ensemble();
    context.replicates = static_cast<std::int64_t>(ensemble.replicates());
    ensemble.inputs.paths = {"a", "b", "c", "d", "e"};
    ensemble.inputs.values = ensemble.inputs.values.row(0).replicate(5, 1).eval();
    CHECK(holds(printed(context, ensemble, {Language::en, false}), "\nLeans on: a, b, c, d. 2 of"));
    CHECK(holds(printed(context, ensemble, {Language::zh, false}), "取决于：a、b、c、d。3项"));
}

TEST_CASE("marks are red only where colour is asked for", "[report][console]") {
    const std::string text = printed(made_up::context(), made_up::ensemble(), {Language::en, true});
    CHECK(holds(text, "Daning\x1b[31m!\x1b[0m "));
}

TEST_CASE("a narrow page breaks the years into blocks", "[report][console]") {
    const std::string text =
        printed(made_up::context(), made_up::ensemble(), {Language::en, false, 40});
    CHECK(holds(text, "County      2015     %   2016     %\n"));
    CHECK(holds(text, "\nCounty      2017    %  2018    %\n"));
}

TEST_CASE("nobody late, no task, two limits", "[report][console]") {
    ReportContext context = made_up::context();
    Ensemble ensemble = made_up::ensemble();
    for (std::size_t c = 0; c < 3; ++c) {
        for (const TargetKind kind : {TargetKind::cohort, TargetKind::delisting}) {
            set(ensemble, ensemble.layout.met_in(kind, c), {2016.0, 2016.0, 2016.0, 2016.0});
        }
    }
    context.exit_task.clear();
    context.rules.sets[1].rules = {{"incidence", RuleLimit::Side::at_most, 0.02}};
    const std::string text = printed(context, ensemble, {Language::en, false});
    CHECK(holds(text, "\nNo county was late in any replicate.\n"));
    CHECK(holds(text, "2018 480\nExits up to 2018: 6,140;"));
    CHECK(holds(text, ", provincial strictly under 3 %; national at most 2 %.\n"));
}

TEST_CASE("exits are held against the register of the start where there was one",
          "[report][console]") {
    ReportContext context = made_up::context();
    for (County& county : context.counties) county.registered_poor = 0;
    const std::string text = printed(context, made_up::ensemble(), {Language::en, false});
    CHECK(holds(text, "\nExits up to 2018: 6,140; whoever exits twice counts twice.\n"));
}

TEST_CASE("one future is one, and one late future has no error", "[report][console]") {
    ReportContext context = made_up::context();
    context.replicates = 1;
    Ensemble ensemble = made_up::ensemble();
    // Daning is late in the last future alone: 350 poor people, 299 would do.
    for (std::size_t r = 0; r < 3; ++r)
        set(ensemble, ensemble.layout.met_in(TargetKind::delisting, 1), r, 2018.0);
    set(ensemble, ensemble.layout.area_year(Indicator::poor_people, 1, 2018), 3, 1346.0);
    for (std::size_t r = 0; r < 4; ++r)
        set(ensemble, ensemble.layout.met_in(TargetKind::cohort, 2), r, 2016.0);
    const std::string text = printed(context, ensemble, {Language::en, false});
    INFO(text);
    CHECK(holds(text, "| 1 replicate, seed 2016\n"));
    CHECK(holds(text,
                "Most at risk: Daning; in the one future that is late, ~1,000 people too many.\n"));
}

TEST_CASE("among counties equally improbable the longest delay, then the most people, is at risk",
          "[report][console]") {
    const ReportContext context = made_up::context();
    Ensemble ensemble = made_up::ensemble();
    const auto at_risk = [&](TargetKind kind, std::size_t county, double met) {
        set(ensemble, ensemble.layout.met_in(kind, county), {met, met, met, met});
        const RunDigest d = digest(context, ensemble);
        CHECK(most_at_risk(d, 1).front().index == d.counties[d.most_at_risk()].index);
        return context.counties[d.counties[d.most_at_risk()].index].name.en;
    };
    at_risk(TargetKind::cohort, 2, 2018.0);                       // a year, 40 people
    CHECK(at_risk(TargetKind::delisting, 1, 2019.0) == "Houma");  // a year, 31 people
    set(ensemble, ensemble.layout.area_year(Indicator::poor_people, 1, 2018),
        {400.0, 400.0, 400.0, 400.0});  // 101 people
    CHECK(at_risk(TargetKind::delisting, 1, 2019.0) == "Daning");
    CHECK(at_risk(TargetKind::cohort, 2, 2019.0) == "Houma");  // two years
}

TEST_CASE("a county late for another rule is not said to have people too many",
          "[report][console]") {
    const ReportContext context = made_up::context();
    Ensemble ensemble = made_up::ensemble();
    set(ensemble, ensemble.layout.met_in(TargetKind::delisting, 1), {0.0, 0.0, 0.0, 0.0});
    const auto poor = [&](const std::vector<double>& people) {
        set(ensemble, ensemble.layout.area_year(Indicator::poor_people, 1, 2018), people);
        return printed(context, ensemble, {});
    };
    // 299 would do.
    const std::string twice = poor({100, 200, 309, 311});
    CHECK(holds(twice,
                "\nMost at risk: Daning; in 2 of 4 late futures 11 people too many (90 % of those "
                "futures: 10 to 12).\n"));
    CHECK(holds(twice, " > 3.2            11\n"));
    CHECK(holds(poor({100, 200, 299, 1299}),
                "\nMost at risk: Daning; in 1 of 4 late futures ~1,000 people too many.\n"));
    const std::string never = poor({100, 200, 299, 299});
    CHECK(holds(never,
                "\nMost at risk: Daning; when late, for another reason than people too many.\n"));
    CHECK(holds(never, " > 3.2             -\n"));
    const auto j = nlohmann::json::parse(console_json(context, digest(context, ensemble), ""));
    CHECK_FALSE(j["counties"][2].contains("shortfall_people"));
}

TEST_CASE("a county that is never in time says after which year", "[report][console]") {
    Ensemble ensemble = made_up::ensemble();
    set(ensemble, ensemble.layout.met_in(TargetKind::delisting, 1), {0.0, 0.0, 0.0, 0.0});
    const std::string text = printed(made_up::context(), ensemble, {Language::en, false});
    CHECK(holds(text, "2018  Daning!    delist    0 [ 0, 49]  >2019 "));
}

TEST_CASE("values that are not finite are announced", "[report][console]") {
    Ensemble ensemble = made_up::ensemble();
    set(ensemble, ensemble.layout.area_year(Indicator::gini, 0, 2017), 2, std::nan(""));
    set(ensemble, ensemble.layout.area_year(Indicator::non_finite, 3, 2017), 1, 2.0);
    const std::string text = printed(made_up::context(), ensemble, {Language::en, false});
    CHECK(holds(text,
                "\nWarning: 1 values in 1 cells are not finite; they are left out, and n counts "
                "the rest.\n"));
    CHECK(holds(
        text,
        "\nWarning: some households have incomes that are not numbers (indicator non_finite).\n"));
}

TEST_CASE("the same for programs, unrounded", "[report][console]") {
    const ReportContext context = made_up::context();
    const auto j = nlohmann::json::parse(
        console_json(context, digest(context, made_up::ensemble()), "runs/made-up"));
    CHECK(j["probable_counties"] == 1);
    CHECK(j["counties"].size() == 3);
    CHECK(j["counties"][2]["area_id"] == 141030);
    CHECK(j["counties"][2]["shortfall_people"]["mean"] == 31.0);
    CHECK_FALSE(j["counties"][1].contains("shortfall_people"));
    CHECK(j["joint"][0]["p_all"] == 0.25);
    CHECK(j["area_years"].size() == 4 * 4);
    CHECK(j["city_exits"][2]["people"] == 480.0);
    CHECK(j["folder"] == "runs/made-up");
    CHECK(j["leans_on"].empty());
    const auto leaning = nlohmann::json::parse(
        console_json(context, digest(context, made_up::leaning_ensemble()), "runs/made-up"));
    REQUIRE(leaning["leans_on"].size() == 1);
    CHECK(leaning["leans_on"][0]["path"] == "growth.rates.wages");
    CHECK(leaning["leans_on"][0]["name"]["zh"] == "工资增长");
    CHECK(leaning["leans_on"][0]["rank_correlation"] == -1.0);
    CHECK(leaning["leans_on"][0]["interval"].size() == 2);
}
