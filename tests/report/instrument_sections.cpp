#include "engine/report/instrument_sections.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <set>

#include "engine/report/comparison.h"
#include "engine/report/figure_text.h"
#include "engine/report/from_project.h"
#include "engine/report/tidy.h"
#include "tests/cli/finished.h"
#include "tests/io/file_bytes.h"
#include "tests/io/scratch_folder.h"
#include "tests/report/made_up_run.h"

using namespace zhaimao;

namespace {

double value_of(const ReportCell& cell) {
    return std::get<Figure>(cell).value;
}

}  // namespace

TEST_CASE("all money of a year is all of it: top-ups too, and in every document",
          "[report][projection]") {
    const ScratchFolder scratch;
    const std::string folder = (scratch.path / "run").string();
    REQUIRE(
        run_program("run " + source_dir() + "/tests/laws/busy.yaml -n 3 -q -o " + folder).code ==
        0);
    const RunResults results = read_results(folder);
    const ReportTable table = money_section(results, {});
    const auto& all = table.rows.back();
    const auto& top_ups = table.rows[table.rows.size() - 2];
    CHECK(std::get<std::string>(top_ups[0]) == "Top-ups");
    CHECK(std::get<std::string>(all[0]) == "All");
    const std::vector<ComparedRun> runs{{results, {}}, {results, {}}};
    const ReportTable compared = comparison_sections(runs, {}).back();
    REQUIRE(compared.section == "money");
    double topped_up = 0.0;
    for (std::size_t c = 1; c < table.columns.size(); ++c) {
        double sum = 0.0;
        for (std::size_t r = 0; r + 1 < table.rows.size(); ++r) sum += value_of(table.rows[r][c]);
        CHECK(value_of(all[c]) == Approx(sum));
        CHECK(figure_text(std::get<Figure>(all[c]), FigureKind::money, {}) ==
              figure_text(std::get<Figure>(compared.rows[0][c]), FigureKind::money, {}));
        topped_up += value_of(top_ups[c]);
    }
    CHECK(topped_up > 0.0);
    std::size_t tidy_rows = 0;
    const Table tidy = tidy_table({results}, {"money"}, {});
    for (std::size_t r = 0; r < tidy.rows(); ++r)
        tidy_rows += std::get<std::string>(tidy.row(r)[6]) == "top_up_money" ? 1 : 0;
    CHECK(tidy_rows == results.run.areas.size() * (results.run.years.size() - 1));
}

TEST_CASE("who is served is said for what it is, and every instrument has its row",
          "[report][projection]") {
    const ScratchFolder scratch;
    const std::string folder = (scratch.path / "run").string();
    REQUIRE(run_program("run " + source_dir() +
                        "/scenarios/linfen-plan.yaml --set population.sample.one_in=1000 -n 2 -q "
                        "-o " +
                        folder)
                .code == 0);
    const RunResults results = read_results(folder);
    const ReportTable table = served_section(results, {});
    CHECK(table.title ==
          "People newly enrolled in the year (entitlements: covered in the year), people");
    CHECK(table.rows.size() == results.run.about.instruments.size());
    std::map<std::string, std::vector<ReportCell>> rows;
    for (const auto& row : table.rows) rows[std::get<std::string>(row[0])] = row;
    CHECK(rows.contains("Compulsory schooling and school aid (covered)"));
    CHECK(rows.contains("Dibao floor"));
    for (const char* served_before : {"Area development", "Work teams", "First secretaries"}) {
        REQUIRE(rows.contains(served_before));
        CHECK(value_of(rows[served_before][1]) == 0.0);
    }
    const ReportTable chinese = served_section(results, {Language::zh, "", Numbers::plain, {}});
    CHECK(chinese.title.find("新纳入") != std::string::npos);
    const std::string document = (scratch.path / "report.md").string();
    REQUIRE(run_program("report " + folder + " -o " + document).code == 0);
    CHECK(bytes_of(document).find("counts in the year of enrolment alone") != std::string::npos);
}

TEST_CASE("an entitlement of everybody counts nobody", "[report][projection]") {
    const MadeUpRun made;
    RunResults results = read_results(made.folder);
    results.run.about.instruments = {{"relocation", true, true, false, false}};
    const ReportTable table = served_section(results, {});
    REQUIRE(table.rows.size() == 1);
    CHECK(std::get<std::string>(table.rows[0][0]) == "Relocation (covered)");
    CHECK(!std::isfinite(value_of(table.rows[0][1])));
}

TEST_CASE("money says how many instruments have no figure of it", "[report][projection]") {
    const MadeUpRun made;
    RunResults results = read_results(made.folder);
    results.run.about.instruments = {{"relocation", false, false, false, false},
                                     {"dibao", false, false, false, true},
                                     {"teams", false, false, false, false},
                                     {"grants", true, false, true, false}};
    const ReportStyle chinese{Language::zh, "", Numbers::plain, {}};
    CHECK(money_caveat(results, {}) == "without 2 of 4 instruments, which have no figure of money");
    CHECK(
        money_note(results, {}) ==
        "2 of 4 instruments have no figure of money in the configuration, so money is that of the "
        "others alone. Without one: Relocation; teams.");
    CHECK(money_note(results, chinese).find("4项措施中2项") == 0);
    results.run.values["top_up_money"][results.run.areas.back().id][2016].mean = 1.0;
    CHECK(money_section(results, {}).note == money_note(results, {}));
    results.run.about.instruments = {{"grants", true, false, true, false}};
    CHECK(money_note(results, {}).empty());
    CHECK(money_caveat(results, {}).empty());
}

TEST_CASE("a configuration says which instruments have a cost", "[report][projection]") {
    std::vector<std::string> warnings;
    const About known = about(
        report_context(load_project(source_dir() + "/scenarios/linfen-plan.yaml", {}, warnings)));
    std::set<std::string> costly, topping;
    for (const AboutInstrument& instrument : known.instruments) {
        if (instrument.has_cost) costly.insert(instrument.id);
        if (instrument.tops_up) topping.insert(instrument.id);
    }
    for (const char* id : {"relocation", "area_development", "student_grants", "forest_rangers"})
        CHECK(costly.contains(id));
    CHECK(!costly.contains("work_teams"));
    CHECK(topping == std::set<std::string>{"dibao"});
}
