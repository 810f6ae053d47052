#include "engine/report/from_project.h"

#include <catch2/catch.hpp>

#include "engine/report/console_bracket.h"
#include "tests/cli/scenario_files.h"
#include "tests/holds.h"

using namespace zhaimao;

namespace {

ReportContext context_of(const char* scenario, const std::vector<std::string>& settings) {
    std::vector<std::string> warnings;
    return report_context(load_project(scenarios + scenario, settings, warnings));
}

}  // namespace

TEST_CASE("limits differ by region only where the scenario has regions", "[report][console]") {
    const ReportContext plan =
        context_of("linfen-plan.yaml", {"delisting.city_plan_2016.national.incidence.under=2 %"});
    CHECK(plan.limits.by_county.empty());
    const std::string bracket = bracket_text(plan, Language::en, 108);
    INFO(bracket);
    CHECK(holds(bracket, "provincial strictly under 3 %; national strictly under 2 %."));
    CHECK(plan.rules.sets.size() == 2);
    const ReportContext national = context_of("linfen-national-rule.yaml", {});
    CHECK(national.limits.by_county.size() == national.counties.size());
    CHECK(holds(bracket_text(national, Language::en, 1000),
                "registered rural people.\nDelisting: incidence at most 2 %, wrong exits strictly "
                "under 2 %, missed people strictly under 2 %, approval at least 90 %."));
    CHECK(national.rules.of(0) == nullptr);  // Yaodu is not designated
    // Three per cent in the west.
    const std::string china =
        bracket_text(context_of("china-2013-2020.yaml", {}), Language::en, 1000);
    INFO(china);
    CHECK(holds(china, "Delisting: east, centre incidence at most 2 %, wrong"));
    CHECK(holds(china, "; west incidence at most 3 %, wrong"));
}
