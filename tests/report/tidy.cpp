#include "engine/report/tidy.h"

#include <catch2/catch.hpp>

#include "engine/io/csv.h"
#include "tests/holds.h"
#include "tests/report/made_up_run.h"

using namespace zhaimao;

TEST_CASE("the raw projection is tidy and unrounded, with a byte order mark", "[report][tidy]") {
    const MadeUpRun made;
    const std::string csv = to_csv(tidy_table({read_results(made.folder)}, {}, {}));
    CHECK(
        csv.starts_with("\xEF\xBB\xBFrun,scenario,area_id,area,year,intervention,indicator,unit,"
                        "mean,sd,q05,q25,q50,q75,q95,mcse,n\r\n"));
    CHECK(holds(csv, "\r\nrun,made-up,141029,Xiangning,2016,,poor_people,people,1800,25.81"));
    CHECK(holds(csv, "\r\nrun,made-up,141081,Houma,2017,,p_on_time,share,0.75,,,,,,,,4\r\n"));
    CHECK(holds(csv, ",relocation,money,yuan,"));
    const std::string poor =
        to_csv(tidy_table({read_results(made.folder)}, {"poor"}, {Language::zh, "", {}, {}}));
    CHECK(holds(poor, "大宁县"));
    CHECK_FALSE(holds(poor, "p_on_time"));
}

TEST_CASE("a name that a spreadsheet would calculate is quoted", "[report][tidy]") {
    for (const char* name : {"=cmd()", "+1", "-1", "@x", "\t=1"})
        CHECK(spreadsheet_text(name) == std::string("'") + name);
    CHECK(spreadsheet_text("Daning") == "Daning");
    CHECK(spreadsheet_text("") == "");
    const MadeUpRun made("=cmd()");
    CHECK(holds(to_csv(tidy_table({read_results(made.folder)}, {}, {})), ",'=cmd(),"));
}
