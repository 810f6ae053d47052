#include "engine/report/input_name.h"

#include <catch2/catch.hpp>
#include <set>

#include "engine/report/from_project.h"
#include "engine/simulation/world.h"
#include "tests/paths.h"
#include "tests/report/made_up.h"

using namespace zhaimao;

namespace {

std::string both(std::string_view path) {
    ReportContext context = made_up::context();
    context.interventions[0].effects_about = {
        {"work", "all"}, {"house", "housing"}, {"cover", "illness"}};
    const Label name = input_name(context, path);
    return name.en + " | " + name.zh;
}

}  // namespace

TEST_CASE("inputs have names that can be read, in two languages", "[report][input_name]") {
    CHECK(both("growth.rates.wages") == "growth of wages | 工资增长");
    CHECK(both("growth.rates.wages.2018+") == "growth of wages from 2018 | 2018年起工资增长");
    CHECK(both("population.unmet.housing.poor") ==
          "unmet housing of the poor | 贫困户住房未保障率");
    CHECK(both("counties.daning.registered_poor") ==
          "Daning: registered poor | 大宁县在册贫困人口");
    CHECK(both("interventions.relocation.capacity.2016..2020") ==
          "Relocation: capacity 2016-2020 | 易地扶贫搬迁：2016-2020年规模");
    CHECK(both("interventions.relocation.capacity.2016") ==
          "Relocation: capacity 2016 | 易地扶贫搬迁：2016年规模");
    CHECK(both("interventions.relocation.effects.work.raise.factor") ==
          "Relocation: gain in all income (factor) | 易地扶贫搬迁：全部收入增收倍数");
    CHECK(both("interventions.relocation.effects.cover.protect.loss") ==
          "Relocation: protection from illness (loss) | 易地扶贫搬迁：疾病损失补偿比例");
    CHECK(both("interventions.relocation.effects.house.provide.rate") ==
          "Relocation: housing met a year | 易地扶贫搬迁：年住房解决率");
    CHECK(both("counties.daning.ages.under_15") ==
          "Daning: share under 15 | 大宁县15岁以下人口比例");
    CHECK(both("counties.daning.villages") == "Daning: villages | 大宁县行政村数");
    CHECK(both("counties.daning.registered_villages") ==
          "Daning: registered villages | 大宁县贫困村数");
    CHECK(both("counties.daning.published_income") ==
          "Daning: published income | 大宁县公布的人均收入");
    CHECK(both("events.illness.lasts") == "illness: years that it lasts | 疾病持续年数");
    CHECK(both("life_course.students.junior.years") == "years of junior school | 初中学制");
    CHECK(both("growth.shocks.city") == "common shocks of Linfen | 临汾市共同冲击");
}

TEST_CASE("a path that the words do not know is its own name", "[report][input_name]") {
    for (const char* path : {"a", "growth.rates", "interventions.relocation.capcity",
                             "interventions.unknown.capacity", "interventions.relocation"})
        CHECK(both(path) == std::string(path) + " | " + path);
}

TEST_CASE("all that Linfen's plan varies has a name of its own", "[report][input_name]") {
    std::vector<std::string> warnings;
    const Project project =
        load_project(source_dir() + "/scenarios/linfen-plan.yaml", {}, warnings);
    const ReportContext context =
        report_context(project, {Ensemble(layout_of(project.central)), {}, 0, 0.0, 0.0});
    std::set<std::string> names;
    for (const auto& [path, mean] : project.uncertain) {
        const Label name = input_name(context, path);
        INFO(path);
        CHECK(name.en != path);
        CHECK(names.insert(name.en).second);
        CHECK(names.insert(name.zh).second);
    }
    CHECK(project.uncertain.size() > 50);
}
