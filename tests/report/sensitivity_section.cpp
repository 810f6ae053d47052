#include "engine/report/sensitivity_section.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>

#include "engine/report/document_notes.h"
#include "engine/report/result_lookup.h"
#include "engine/report/table_view.h"
#include "tests/cli/finished.h"
#include "tests/io/file_bytes.h"
#include "tests/io/scratch_folder.h"
#include "tests/report/xlsx_file.h"

using namespace zhaimao;

namespace {

// mu* of one factor in an outcome of this unit.
ReportTable section_of(const std::string& unit, double mu_star, const ReportStyle& style = {},
                       Cell low = {}, Cell high = {}) {
    Table indices("sensitivity", {{"outcome", CellType::text},
                                  {"factor", CellType::text},
                                  {"index", CellType::text},
                                  {"value", CellType::real},
                                  {"conf_low", CellType::real},
                                  {"conf_high", CellType::real}});
    indices.add_row({"o", "f", "mu_star", mu_star, low, high});
    Table outputs("sweep_output", {{"outcome", CellType::text}, {"unit", CellType::text}});
    outputs.add_row({"o", unit});
    const std::vector<Table> tables{indices, outputs};
    return sensitivity_sections(results_of({}, tables), style).at(0);
}

std::string head_and_figure(const ReportTable& table, const ReportStyle& style = {}) {
    return table.columns[1].head + ": " +
           figure_text(std::get<Figure>(table.rows[0][1]), table.columns[1].kind, style);
}

}  // namespace

TEST_CASE("what a factor changes is shown in the unit of its outcome", "[report][sweep]") {
    const auto shown = [](const std::string& unit, double value, const ReportStyle& style = {}) {
        return head_and_figure(section_of(unit, value, style), style);
    };
    CHECK(shown("share", 0.000213) == "mu*, percentage points: 0.0213");
    CHECK(shown("index", 0.00123) == "mu*: 0.00123");
    CHECK(shown("households", 18598.75) == "mu*, households: 18,600");
    CHECK(shown("yuan/year", 47861097.5) == "mu*, million yuan/year: 47.86");
    CHECK(shown("yuan/person/year", 123.45) == "mu*, yuan/person/year: 123");
    CHECK(shown("people", 12345.6) == "mu*, people: 12,346");
    const ReportStyle wan{Language::zh, "", Numbers::wan, {}};
    CHECK(shown("households", 18598.75, wan) == "平均效应mu*（万户）: 1.86");
    CHECK(shown("yuan/year", 478610975.0, wan) == "平均效应mu*（亿元/年）: 4.7861");
    CHECK(shown("share", 0.0213, {Language::en, "", Numbers::plain, 1}) ==
          "mu*, percentage points: 2.1");
    // An interval that only rounding gives a width is none.
    CHECK(head_and_figure(section_of("households", 12.5, {}, 12.5, 12.5 + 1e-14)) ==
          "mu*, households: 12.5");
}

TEST_CASE("a report of a study says which factor decides each outcome", "[report][sweep]") {
    const ScratchFolder scratch;
    const std::string folder = (scratch.path / "study").string();
    REQUIRE(run_program("sweep " + source_dir() + "/tests/analysis/studies/saltelli.yaml -q -o " +
                        folder)
                .code == 0);
    const RunResults results = read_results(folder);
    const std::vector<ReportTable> tables = sensitivity_sections(results, {});
    REQUIRE(tables.size() == 2);
    CHECK(tables[0].part == 1);
    CHECK(tables[1].part == 2);
    REQUIRE(tables[0].rows.size() == 3);
    REQUIRE(tables[0].columns.size() == 3);  // factor, S1, ST
    CHECK(tables[0].columns[2].head == "ST");

    // The figures of `movers` are those of the table.
    std::vector<double> written;
    const TableView view(*results.table("sensitivity"));
    for (const TableRow row : view.rows())
        if (view.text(row, "outcome") == "poor" && view.text(row, "factor") == "movers")
            written.push_back(view.real(row, "value"));
    const std::vector<ReportCell>& strongest = tables[0].rows[0];
    CHECK(std::get<std::string>(strongest[0]) == label_of(results, "factor", "movers").en);
    CHECK(std::get<Figure>(strongest[1]).value == written.at(0));
    CHECK(std::get<Figure>(strongest[2]).value == written.at(1));

    // Four rows have no intervals: nothing is said of brackets, nor of whiskers.
    const std::string notes = fmt::format("{}", fmt::join(document_notes(results, {}, {}), "\n"));
    INFO(notes);
    CHECK(notes.starts_with("S1: share of the variance that would go if the factor were known; "));
    CHECK(notes.find("[ ]") == std::string::npos);
    CHECK(notes.find("\nDesign: Saltelli, 20 points, 3 factors, of the scenario ") !=
          std::string::npos);
    CHECK(notes.find("(study saltelli of scenario busy, seed ") != std::string::npos);

    for (const char* ending : {"html", "md", "xlsx", "tex"}) {
        const std::string file = (scratch.path / "study.").string() + ending;
        CHECK(run_program("report " + folder + " -o " + file).code == 0);
    }
    const std::string page = bytes_of((scratch.path / "study.html").string());
    CHECK(page.find("id=\"sensitivity-2\"") != std::string::npos);
    CHECK(page.find("\"kind\":\"bars\"") != std::string::npos);
    CHECK(page.find("Denominator") == std::string::npos);
    CHECK(page.find("Whiskers") == std::string::npos);
    CHECK(XlsxFile((scratch.path / "study.xlsx").string()).cell("Cover", "B4").value ==
          "Saltelli, 20 points, 3 factors");
}

TEST_CASE("points that share no luck are said to, on the console and in a report",
          "[report][sweep]") {
    const ScratchFolder scratch;
    const std::string study = (scratch.path / "own.yaml").string();
    std::ofstream(study) << "zhaimao: 1\ntitle: Own\nscenario: " << source_dir()
                         << "/tests/laws/busy.yaml\nfactors: {wages: {path: "
                            "growth.rates.wages.2018+, levels: [0 %, 10 %]}}\ndesign: {kind: "
                            "grid}\noutputs: {poor: {indicator: poor_people, year: 2020}}\n"
                            "common_random_numbers: false\n";
    const std::string folder = (scratch.path / "s").string();
    const Finished swept = run_program("sweep " + study + " -n 2 -q -o " + folder);
    CHECK(swept.output.find(", luck of its own for each point\n") != std::string::npos);
    CHECK(document_notes(read_results(folder), {}, {})
              .at(2)
              .ends_with("(busy). Each point has luck of its own."));
}

TEST_CASE("a report of a study with failed points says how many are left out", "[report][sweep]") {
    const ScratchFolder scratch;
    const std::string folder = (scratch.path / "study").string();
    REQUIRE(
        run_program("sweep " + source_dir() + "/tests/analysis/studies/fails.yaml -q -o " + folder)
            .code == 3);
    const std::vector<std::string> notes = document_notes(read_results(folder), {}, {});
    CHECK(std::count(notes.begin(), notes.end(),
                     "poor: 1 of 4 points have no outcome: without them no index of a grid can be "
                     "given.") == 1);
}
