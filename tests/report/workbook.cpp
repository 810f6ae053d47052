#include "engine/report/workbook.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "engine/io/sha256.h"
#include "engine/report/section_sheet.h"
#include "engine/report/sections.h"
#include "tests/io/file_bytes.h"
#include "tests/report/made_up_run.h"
#include "tests/report/xlsx_file.h"

using namespace zhaimao;

namespace {

std::string summary_of(const MadeUpRun& made) {
    return (made.folder / "summary.xlsx").string();
}

// The workbook that `report` writes, with the folder's tables.
std::string report_of(const MadeUpRun& made, const ReportStyle& style) {
    const RunResults results = read_results(made.folder);
    const std::string file = (made.scratch.path / "report.xlsx").string();
    write_workbook(file, workbook_of(results,
                                     {sections_of(results, style), title_of(results.run, style),
                                      notes_of(results.run, sections_of(results, style), style),
                                      most_sheet_rows},
                                     style));
    return file;
}

}  // namespace

TEST_CASE("every run folder has a workbook of its main tables", "[report][xlsx]") {
    const MadeUpRun made;
    const XlsxFile book(summary_of(made));
    CHECK(book.sheets() == std::vector<std::string>{"Cover", "Charts", "Targets", "Poor people",
                                                    "Incidence", "Exits", "Enrolled", "Inputs"});
    CHECK(book.cell("Cover", "A1").value == "A made-up plan");
    CHECK(book.cell("Poor people", "A1").value == "People on the register on 31 December, people");
    CHECK(book.cell("Poor people", "A3").value == "County");
    CHECK(book.cell("Poor people", "C3").value == "2016");
    CHECK(book.cell("Poor people", "A4").value == "Xiangning");
    CHECK(book.cell("Poor people", "C4").value == "1800");
    CHECK_FALSE(book.cell("Poor people", "C4").is_text);
    // Means of 2015 to 2019, then the lower ends from 2015 on.
    CHECK(book.cell("Poor people", "H2").value.empty());
    CHECK(book.cell("Poor people", "G2").value == "5 % quantile of futures");
    CHECK(book.cell("Poor people", "G3").value == "2016");
    CHECK(book.cell("Poor people", "G4").value == "1773");
    CHECK(book.cell("Incidence", "C4").value == "0.09");
    CHECK(book.cell("Targets", "D4").value == "0.75");
    const auto manifest = nlohmann::json::parse(bytes_of(made.folder / "manifest.json"));
    CHECK(manifest["table_sha256"]["summary.xlsx"] == sha256(bytes_of(summary_of(made))));
}

TEST_CASE("ranges stand under what they are, where one table has both", "[report][xlsx]") {
    const MadeUpRun made;
    const XlsxFile targets(summary_of(made));
    CHECK(targets.cell("Targets", "D3").value == "P on time, %");
    CHECK(targets.cell("Targets", "I2").value == "5 % quantile of futures");
    CHECK(targets.cell("Targets", "I3").value == "Incidence at the deadline, %");
    CHECK(targets.cell("Targets", "J2").value == "95 % quantile of futures");
    CHECK(targets.cell("Targets", "K2").value == "95 % interval, from");
    CHECK(targets.cell("Targets", "K3").value == "P on time, %");
    CHECK(targets.cell("Targets", "L2").value == "to");
    // A run above its difference: the same column, ranges of two kinds.
    ReportTable table;
    table.columns = {{"Run", FigureKind::text}, {"2016", FigureKind::people}};
    table.rows = {{std::string("A"), Figure{5.0, 1.0, 9.0, 0.5, RangeKind::futures}},
                  {std::string("B less A"), Figure{2.0, 1.5, 2.5, 0.2}}};
    const auto rows = section_sheet(table, "Exits", {}, {}).rows;
    REQUIRE(rows[sheet_block_row].size() == 6);
    const auto text = [](const SheetCell& cell) { return std::get<std::string>(cell.value); };
    CHECK(text(rows[sheet_block_row][2]) == "5 % quantile of futures");
    CHECK(text(rows[sheet_block_row][4]) == "95 % interval, from");
    CHECK(std::get<double>(rows[sheet_first_row][2].value) == 1.0);
    CHECK(std::holds_alternative<std::monostate>(rows[sheet_first_row + 1][2].value));
    CHECK(std::get<double>(rows[sheet_first_row + 1][5].value) == 2.5);
}

TEST_CASE("a cover says what the run is and what it rests on", "[report][xlsx]") {
    const MadeUpRun made;
    const XlsxFile book(summary_of(made));
    std::map<std::string, std::string> lines;
    for (int row = 1; row < 40; ++row)
        lines[book.cell("Cover", "A" + std::to_string(row)).value] =
            book.cell("Cover", "B" + std::to_string(row)).value;
    CHECK(lines["Date"] == "2026-11-29");
    CHECK(lines["Scenario"] == "made-up");
    CHECK(lines["Seed"] == "2016");
    CHECK(lines["Replicates (futures drawn)"] == "4");
    CHECK(lines["Counties"] == "3");
    CHECK(lines["Delisting: poverty incidence"] == "strictly under 3 %");
    CHECK(lines["Inputs in all"] == "3");
    CHECK(lines["of which assumptions"] == "2");
    CHECK(lines["assumptions that were never varied"] == "1");
    CHECK(lines["Cite as"].starts_with("A made-up plan (scenario made-up, seed 2016, 4 futures)"));
}

TEST_CASE("main figures are native charts", "[report][xlsx]") {
    const MadeUpRun made;
    const XlsxFile book(summary_of(made));
    std::string all;
    for (int i = 1; book.has_part("xl/charts/chart" + std::to_string(i) + ".xml"); ++i)
        all += book.part("xl/charts/chart" + std::to_string(i) + ".xml");
    // P on time; the city; counties; incidence with its limit; exits against the promise.
    CHECK(all.find("<c:f>Targets!$D$4:$D$6</c:f>") != std::string::npos);
    CHECK(all.find("<c:f>'Poor people'!$B$7:$F$7</c:f>") != std::string::npos);
    CHECK(all.find("<c:f>'Poor people'!$B$5:$F$5</c:f>") != std::string::npos);
    CHECK(all.find("<c:f>Incidence!$B$8:$F$8</c:f>") != std::string::npos);
    CHECK(all.find("<c:f>Exits!$B$5:$E$5</c:f>") != std::string::npos);
    CHECK(all.find("<c:v>Promised exits</c:v>") != std::string::npos);
}

TEST_CASE("the report has every table too, and the same bytes each time", "[report][xlsx]") {
    const MadeUpRun made;
    const std::string file = report_of(made, {});
    const std::string first = bytes_of(file);
    const XlsxFile book(file);
    CHECK(book.cell("area_year", "A1").value == "scenario");
    CHECK(book.cell("area_year", "B2").value == "141029");
    CHECK(book.cell("target", "C4").value == "cohort");
    CHECK(bytes_of(report_of(made, {})) == first);
}

TEST_CASE("a workbook in Chinese", "[report][xlsx]") {
    const MadeUpRun made("Daning", Language::zh);
    const XlsxFile book(summary_of(made));
    CHECK(book.sheets()[3] == "贫困人口");
    CHECK(book.cell("封面", "A1").value == "虚构规划");
    CHECK(book.cell("贫困人口", "A5").value == "大宁县");
    const XlsxFile wan(report_of(made, {Language::zh, "", Numbers::wan, {}}));
    CHECK(wan.cell("贫困人口", "A1").value == "12月31日在册贫困人口（万人）");
    CHECK(wan.cell("贫困人口", "C4").value == "0.18");
}

TEST_CASE("a county's name is never a formula", "[report][xlsx]") {
    for (const char* name : {"=cmd()", "+1", "-1", "@SUM(A1)", "<script>", "=1+1|' /c'!A0"}) {
        const MadeUpRun made(name);
        const XlsxFile book(report_of(made, {}));
        INFO(name);
        CHECK(book.cell("Poor people", "A5").value == name);
        CHECK(book.cell("Poor people", "A5").is_text);
        for (const std::string& sheet : book.sheets())
            for (const auto& [place, cell] : book.cells(sheet)) {
                INFO(sheet << " " << place);
                CHECK((cell.formula.empty() || cell.formula.starts_with("SUM(")));
                CHECK((cell.value != name || cell.is_text));
            }
    }
}
