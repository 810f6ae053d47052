#include "engine/simulation/indicators.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include "tests/paths.h"

using namespace zhaimao;

namespace {

std::string_view id_of(Indicator indicator) {
    return indicator_table[static_cast<std::size_t>(indicator)].id;
}
std::string_view id_of(Service service) {
    return service_table[static_cast<std::size_t>(service)].id;
}

}  // namespace

TEST_CASE("the tables stand in the order of their lists", "[simulation][indicators]") {
    CHECK(id_of(Indicator::poor_people) == "poor_people");
    CHECK(id_of(Indicator::exited_people_cumulative) == "exited_people_cumulative");
    CHECK(id_of(Indicator::cohort_people) == "cohort_people");
    CHECK(id_of(Indicator::delisted) == "delisted");
    CHECK(id_of(Indicator::mean_transfers) == "mean_transfers");
    CHECK(id_of(Indicator::gini) == "gini");
    CHECK(id_of(Indicator::fgt2) == "fgt2");
    CHECK(id_of(Indicator::non_finite) == "non_finite");
    CHECK(id_of(Service::done_of_task) == "done_of_task");
    CHECK(id_of(Service::money) == "money");
}

TEST_CASE("every indicator is complete and has an id of its own", "[simulation][indicators]") {
    std::set<std::string_view> ids;
    const auto look_at = [&](const IndicatorInfo& info) {
        INFO(info.id);
        CHECK(ids.insert(info.id).second);
        CHECK_FALSE(info.unit.empty());
        CHECK_FALSE(info.label_en.empty());
        CHECK_FALSE(info.label_zh.empty());
        CHECK(info.definition.back() == '.');
    };
    for (const IndicatorInfo& info : indicator_table) look_at(info);
    for (const IndicatorInfo& info : service_table) look_at(info);
}

TEST_CASE("config/README.md lists every indicator as the code has it", "[simulation][indicators]") {
    std::ifstream in(source_dir() + "/config/README.md");
    std::stringstream buffer;
    buffer << in.rdbuf();
    const std::string readme = buffer.str();
    const auto look_for = [&](const IndicatorInfo& info) {
        std::string row = "| `";
        row.append(info.id).append("` | ").append(info.unit).append(" | ");
        row.append(info.definition).append(" |\n");
        INFO(row);
        CHECK(readme.find(row) != std::string::npos);
    };
    for (const IndicatorInfo& info : indicator_table) look_for(info);
    for (const IndicatorInfo& info : service_table) look_for(info);
}
