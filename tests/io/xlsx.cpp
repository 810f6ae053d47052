#include "engine/io/xlsx.h"

#include <catch2/catch.hpp>

#include "engine/core/diagnostics.h"
#include "tests/io/file_bytes.h"
#include "tests/io/scratch_folder.h"
#include "tests/report/xlsx_file.h"

using namespace zhaimao;

namespace {

SheetCell text(std::string value) {
    return {std::move(value), "", SheetLook::plain};
}

Workbook with_rows(std::vector<std::vector<SheetCell>> rows) {
    Workbook book;
    book.title = "A & B";
    book.created = "2026-11-29T02:45:00Z";
    book.sheets.emplace_back();
    book.sheets[0].name = "First";
    book.sheets[0].rows = std::move(rows);
    return book;
}

}  // namespace

TEST_CASE("a workbook holds numbers as numbers and text as text", "[io][xlsx]") {
    const ScratchFolder scratch;
    const std::string file = (scratch.path / "book.xlsx").string();
    write_workbook(
        file, with_rows({{text("县"), {std::int64_t{42}, "#,##0"}, {0.1, "0.0%"}, text("12")},
                         {text("=1+1"), text("+1"), text("@x"), text("-1"), text("<script>&\"")},
                         {{SheetFormula{"=SUM(B1:C1)", 42.1}, ""}}}));
    const XlsxFile book(file);
    CHECK(book.sheets() == std::vector<std::string>{"First"});
    CHECK(book.cell("First", "A1").value == "县");
    CHECK(book.cell("First", "B1").value == "42");
    CHECK_FALSE(book.cell("First", "B1").is_text);
    CHECK(book.cell("First", "C1").value == "0.1");
    CHECK(book.cell("First", "D1").is_text);
    for (const char* name : {"A2", "B2", "C2", "D2", "E2"}) {
        INFO(name);
        CHECK(book.cell("First", name).is_text);
        CHECK(book.cell("First", name).formula.empty());
    }
    CHECK(book.cell("First", "A2").value == "=1+1");
    CHECK(book.cell("First", "E2").value == "<script>&\"");
    CHECK(book.cell("First", "A3").formula == "SUM(B1:C1)");
    CHECK(book.cell("First", "A3").value == "42.1");
}

TEST_CASE("equal workbooks are equal bytes, dated as they say", "[io][xlsx]") {
    const ScratchFolder scratch;
    const std::string one = (scratch.path / "one.xlsx").string();
    const std::string two = (scratch.path / "two.xlsx").string();
    write_workbook(one, with_rows({{text("a")}}));
    write_workbook(two, with_rows({{text("a")}}));
    CHECK(bytes_of(one) == bytes_of(two));
    CHECK(XlsxFile(one).part("docProps/core.xml").find("2026-11-29T02:45:00Z") !=
          std::string::npos);
}

TEST_CASE("a text longer than a cell may hold is cut between characters", "[io][xlsx]") {
    const ScratchFolder scratch;
    const std::string file = (scratch.path / "book.xlsx").string();
    std::string longest, longer;
    for (std::size_t i = 0; i < most_cell_characters; ++i) longest += "县";
    longer = longest + "县";
    write_workbook(file, with_rows({{text(longest), text(longer)}}));
    const XlsxFile book(file);
    CHECK(book.cell("First", "A1").value == longest);
    CHECK(book.cell("First", "B1").value ==
          longest.substr(0, longest.size() - std::string("县").size()) + "…");
}

TEST_CASE("frozen rows, filters and charts are in the file", "[io][xlsx]") {
    const ScratchFolder scratch;
    const std::string file = (scratch.path / "book.xlsx").string();
    Workbook book = with_rows(
        {{text("County"), text("2015"), text("2016")}, {text("Daning"), {3.0, ""}, {2.0, ""}}});
    Sheet& sheet = book.sheets[0];
    sheet.frozen_rows = 1;
    sheet.filter = true;
    SheetChart chart;
    chart.title = "Poor";
    chart.source = sheet.name;
    chart.width = 480;
    chart.height = 288;
    chart.series.push_back({{1, 0, 1, 0}, {0, 1, 0, 2}, {1, 1, 1, 2}});
    sheet.charts.push_back(chart);
    write_workbook(file, book);
    const XlsxFile written(file);
    const std::string xml = written.part("xl/worksheets/sheet1.xml");
    CHECK(xml.find("state=\"frozen\"") != std::string::npos);
    CHECK(xml.find("<autoFilter ref=\"A1:C2\"/>") != std::string::npos);
    const std::string drawn = written.part("xl/charts/chart1.xml");
    CHECK(drawn.find("<c:f>First!$B$2:$C$2</c:f>") != std::string::npos);
    CHECK(drawn.find("<c:v>Daning</c:v>") != std::string::npos);
}

TEST_CASE("a workbook that cannot be written is the machine's failure", "[io][xlsx]") {
    CHECK_THROWS_AS(write_workbook("/proc/no/book.xlsx", with_rows({{text("a")}})), MachineError);
}
