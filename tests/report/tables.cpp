#include "engine/report/tables.h"

#include <catch2/catch.hpp>
#include <set>

#include "engine/io/csv.h"
#include "tests/report/made_up.h"

using namespace zhaimao;

namespace {

std::string header(const Table& table) {
    std::string names;
    for (const Column& column : table.columns()) names += (names.empty() ? "" : ", ") + column.name;
    return names;
}

const Table& named(const std::vector<Table>& tables, std::string_view name) {
    for (const Table& table : tables) {
        if (table.name() == name) return table;
    }
    throw std::out_of_range("no such table");
}

std::vector<Table> all() {
    return run_tables(made_up::context(), made_up::ensemble());
}

constexpr const char* stars = "mean, sd, q05, q25, q50, q75, q95, mcse, n";

}  // namespace

TEST_CASE("the tables have the columns that other programs depend on", "[report][tables]") {
    const std::vector<Table> tables = all();
    const auto columns = [&](std::string_view name) { return header(named(tables, name)); };
    const std::string star = stars;
    CHECK(tables.size() == 18);
    CHECK(columns("area") == "area_id, parent_id, level, name_en, name_zh, designation, province");
    CHECK(columns("indicator") == "indicator, unit, label_en, label_zh, definition");
    CHECK(columns("label") == "kind, id, label_en, label_zh");
    CHECK(columns("budget") == "scenario, area_id, year, fund, indicator, " + star);
    CHECK(columns("spell") == "scenario, area_id, year, spell, years, " + star);
    CHECK(columns("area_year") == "scenario, area_id, year, indicator, " + star);
    CHECK(columns("lorenz") == "scenario, area_id, year, population_share, " + star);
    CHECK(columns("growth_incidence") == "scenario, area_id, year, percentile, " + star);
    CHECK(columns("target") ==
          "scenario, area_id, target, deadline, p_on_time, conf_low, conf_high, conf_level, "
          "year_q05, year_q50, "
          "year_q95, mean_delay, shortfall_people, shortfall_mcse");
    CHECK(columns("delisting_year") ==
          "scenario, area_id, target, year, p_in, p_by, conf_low, conf_high");
    CHECK(columns("joint_target") == "scenario, area_set, p_all, conf_low, conf_high");
    CHECK(columns("rule_failure") == "scenario, area_id, year, rule, p_fail");
    CHECK(columns("intervention_year") ==
          "scenario, intervention, batch, area_id, year, indicator, " + star);
    CHECK(columns("transition") == "scenario, area_id, year, status_from, status_to, " + star);
    CHECK(columns("flow_cause") == "scenario, area_id, year, flow, cause, " + star);
    CHECK(columns("marginal") == "area_id, variable, target, achieved");
    CHECK(columns("assumption") == "path, value, unit, source, known_on, varied");
    CHECK(columns("influence") ==
          "scenario, area_id, outcome, path, rank_correlation, conf_low, conf_high, conf_level, "
          "distinguishable");
}

TEST_CASE("tables hold one row for each combination of their keys", "[report][tables]") {
    const std::vector<Table> tables = all();
    const auto rows = [&](std::string_view name) { return named(tables, name).rows(); };
    std::size_t flows = 0;
    for (std::size_t k = 0; k < indicator_count; ++k)
        flows += is_flow(static_cast<Indicator>(k)) ? 1 : 0;
    CHECK(rows("area") == 4);
    CHECK(rows("indicator") == indicator_count + service_count);
    CHECK(rows("area_year") == 4 * (5 * indicator_count - flows));
    CHECK(rows("target") == 3);
    CHECK(rows("delisting_year") == (3 + 3 + 2) * 5);
    CHECK(rows("joint_target") == 3);
    CHECK(rows("rule_failure") == 2 * 4);
    CHECK(rows("intervention_year") ==
          4 * 4 * (service_count - 1) + 1);  // one has a task to be done of
    CHECK(rows("transition") == 4 * 4 * 16);
    CHECK(rows("flow_cause") == 4 * 4 * 2 * 2);
    CHECK(rows("marginal") == 1);
    CHECK(rows("assumption") == 3);
    const Table& table = named(tables, "area_year");
    std::set<std::string> keys;
    for (std::size_t r = 0; r < table.rows(); ++r) {
        const auto row = table.row(r);
        keys.insert(std::to_string(std::get<std::int64_t>(row[1])) + ' ' +
                    std::to_string(std::get<std::int64_t>(row[2])) + ' ' +
                    std::get<std::string>(row[3]));
    }
    CHECK(keys.size() == table.rows());
}

TEST_CASE("small tables in full", "[report][tables]") {
    const std::vector<Table> tables = all();
    const auto text = [&](std::string_view name) { return to_csv(named(tables, name)).substr(3); };
    CHECK(text("area") ==
          "area_id,parent_id,level,name_en,name_zh,designation,province\r\n"
          "141029,141000,county,Xiangning,乡宁县,provincial,\r\n"
          "141030,141000,county,Daning,大宁县,national,\r\n"
          "141081,141000,county,Houma,侯马市,none,\r\n"
          "141000,,city,Linfen,临汾市,,\r\n");
    CHECK(text("marginal") ==
          "area_id,variable,target,achieved\r\n141030,registered_people,2500,2499\r\n");
    CHECK(text("assumption") ==
          "path,value,unit,source,known_on,varied\r\n"
          "growth.rates.wages,\"{normal: [7 %, 2 %]}\",a plain number,assumption,,1\r\n"
          "luck.transitory_sd,0.2,a plain number,assumption,,0\r\n"
          "lines.ex_ante.2015,2855 yuan/person/year,yuan/person/year,\"State Council, "
          "2015\",2015-12-01,0\r\n");
}

TEST_CASE("a target row says how probable, when, how late and by how many", "[report][tables]") {
    const Table table = named(all(), "target");
    const auto row = table.row(2);  // Houma: three replicates in 2017, one never by 2019
    CHECK(std::get<std::string>(row[2]) == "cohort");
    CHECK(std::get<double>(row[4]) == 0.75);
    CHECK(std::get<double>(row[7]) == 0.95);
    CHECK(std::get<std::int64_t>(row[8]) == 2017);
    CHECK(std::get<std::int64_t>(row[10]) == 2020);
    CHECK(std::get<double>(row[11]) == 0.75);  // never counts as 2020, three years late
    CHECK(std::get<double>(row[12]) == 70.0);
    CHECK(std::holds_alternative<std::monostate>(table.row(0)[12]));  // Xiangning is never late
}

TEST_CASE("what is not recorded stands in no table", "[report][tables]") {
    ReportContext context = made_up::context();
    const auto written = [&](std::string_view table) {
        const std::vector<Table> tables = run_tables(context, made_up::ensemble());
        return to_csv(named(tables, table));
    };
    const auto names = [&](std::string_view table, const std::string& indicator) {
        return written(table).find("," + indicator + ",") != std::string::npos;
    };
    CHECK(names("area_year", "gini"));
    CHECK(names("intervention_year", "would_fail_households"));
    CHECK(names("intervention_year", "cgh_ratio"));

    context.recording.gains = false;
    CHECK(names("area_year", "gini"));
    CHECK(!names("intervention_year", "would_fail_households"));
    CHECK(!names("intervention_year", "inclusion_error"));
    CHECK(names("intervention_year", "served_people"));

    context.recording = {};
    context.recording.income_classes = false;
    CHECK(!names("area_year", "gini"));
    CHECK(!names("area_year", "bottom_40_share"));
    CHECK(names("area_year", "incidence"));
    CHECK(names("intervention_year", "would_fail_households"));
    CHECK(!names("intervention_year", "cgh_ratio"));  // made from both
}
