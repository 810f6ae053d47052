#include "engine/report/rules_section.h"

#include <catch2/catch.hpp>

#include "engine/io/csv.h"
#include "engine/report/html/page.h"
#include "engine/report/projection.h"
#include "engine/report/sections.h"
#include "engine/report/tidy.h"
#include "tests/holds.h"
#include "tests/report/made_up_run.h"
#include "tests/report/xlsx_file.h"

using namespace zhaimao;

namespace {

std::string rules_markdown(const RunResults& results, Language language) {
    const ReportStyle style{language, "", Numbers::plain, {}};
    return markdown_of({title_of(results.run, style), sections_of(results, style),
                        notes_of(results.run, sections_of(results, style), style)},
                       style);
}

}  // namespace

TEST_CASE("rules failed at the deadline, by county", "[report][rules]") {
    const MadeUpRun made(made_up::context_of_rules(), made_up::ensemble_of_rules());
    const RunResults results = read_results(made.folder, ResultScope::sections);
    const std::string text = rules_markdown(results, Language::en);
    INFO(text);
    CHECK(holds(text,
                "## Rules failed at the deadline, % of futures\n\n"
                "| County | Deadline | Incidence | Wrong exits | Approval |\n"
                "| --- | ---: | ---: | ---: | ---: |\n"
                "| Xiangning | 2017 | 0 [0, 49] | 25 [5, 70] | - |\n"
                "| Daning | 2018 | 75 [30, 95] | 100 [51, 100] | 0 [0, 49] |\n"));
    CHECK(holds(text, "| Limit, provincial |  | strictly under 3 % | strictly under 2 % |"));
    CHECK(holds(
        text, "| Limit, national |  | strictly under 3 % | strictly under 2 % | at least 90 % |"));
    CHECK(holds(text, "A rule fails in those futures in which"));
    const std::string chinese = rules_markdown(results, Language::zh);
    CHECK(holds(chinese, "## 届时未达标的规则"));
    CHECK(holds(chinese, "| 大宁县 | 2018 | 75 [30, 95] | 100 [51, 100] | 0 [0, 49] |"));
}

TEST_CASE("rules failed stand in every kind of document", "[report][rules]") {
    const MadeUpRun made(made_up::context_of_rules(), made_up::ensemble_of_rules());
    const RunResults results = read_results(made.folder);
    const XlsxFile book((made.folder / "summary.xlsx").string());
    CHECK(book.cell("Rules", "A5").value == "Daning");
    CHECK(book.cell("Rules", "D5").value == "1");
    const std::string page = html_of({"",
                                      sections_of(results, {}),
                                      notes_of(results.run, sections_of(results, {}), {}),
                                      {&results}},
                                     {});
    CHECK(holds(page, "<section id=\"rules\" "));
    const std::string tidy = to_csv(tidy_table({results}, {"rules"}, {}));
    INFO(tidy);
    CHECK(holds(tidy, "run,made-up,141030,Daning,2018,,p_fail_wrong_exit,share,1,"));
    CHECK(holds(tidy, "run,made-up,141029,Xiangning,2017,,p_fail_wrong_exit,share,0.25,"));
    CHECK_FALSE(holds(tidy, "Xiangning,2017,,p_fail_approval"));
}

TEST_CASE("where incidence decides alone no section says so", "[report][rules]") {
    const MadeUpRun made;
    const RunResults results = read_results(made.folder);
    CHECK(deadline_failures(results).empty());
    for (const ReportTable& table : sections_of(results, {})) CHECK(table.section != "rules");
    for (const std::string& note : notes_of(results.run, sections_of(results, {}), {}))
        CHECK_FALSE(holds(note, "Delisting:"));
}
