// Reports opened by the programs that people open them with; .ci/setup-slow installs them.
#include <catch2/catch.hpp>

#include "engine/io/csv_reader.h"
#include "engine/report/sections.h"
#include "tests/cli/finished.h"
#include "tests/io/file_bytes.h"
#include "tests/report/made_up_run.h"
#include "tests/report/xlsx_file.h"

using namespace zhaimao;

namespace {

// Rows of one sheet as LibreOffice sees them after it has calculated: 44,34,76,1: comma, quotes,
// UTF-8, from the first line; false,false,false: neither quoted nor as formatted; -1: each sheet.
CsvFile sheet_of(const std::filesystem::path& folder, const std::string& sheet) {
    Diagnostics diagnostics;
    const auto csv =
        read_csv_text(bytes_of(folder / ("report-" + sheet + ".csv")), sheet, diagnostics);
    REQUIRE(csv);
    return *csv;
}

// The row that begins with the text.
const CsvRow& row_of(const CsvFile& file, const std::string& text) {
    for (const CsvRow& row : file.rows)
        if (row[0].text == text) return row;
    throw std::out_of_range(text);
}

struct BusyReport {
    BusyReport() {
        run("run " + source_dir() + "/tests/laws/busy.yaml -n 5 -q -o " + folder);
        run("report " + folder + " -o " + base + "/report.xlsx");
        run("report " + folder + " -o " + base + "/report.tex");
        run("report " + folder + " " + folder + " -o " + base + "/compared.tex");
    }
    static void run(const std::string& arguments) {
        const Finished finished = run_program(arguments);
        INFO(finished.output);
        REQUIRE(finished.code == 0);
    }
    ScratchFolder scratch;
    std::string base = scratch.path.string();
    std::string folder = base + "/run";
};

}  // namespace

TEST_CASE("LibreOffice opens and recalculates the workbook: its numbers are the run's",
          "[slow][report][xlsx]") {
    const BusyReport made;
    const Finished converted =
        run_command("soffice -env:UserInstallation=file://" + made.base +
                    "/profile --headless --convert-to "
                    "'csv:Text - txt - csv "
                    "(StarCalc):44,34,76,1,,0,false,false,false,false,false,-1' --outdir " +
                    made.base + " " + made.base + "/report.xlsx");
    INFO(converted.output);
    REQUIRE(converted.code == 0);
    const RunResults results = read_results(made.folder);
    const CsvFile poor = sheet_of(made.base, "Poor people");
    const RunData& run = results.run;
    constexpr double digits = 1e-14;  // LibreOffice writes fifteen
    for (const RunArea& area : run.areas) {
        const CsvRow& row = row_of(poor, area.name.en);
        for (std::size_t y = 0; y < run.years.size(); ++y)
            CHECK(std::stod(row[y + 1].text) ==
                  Approx(run.find("poor_people", area.id, run.years[y])->mean).epsilon(digits));
    }
    // The sum that LibreOffice calculated is the one that was written beside the formula.
    const CsvFile money = sheet_of(made.base, "Money");
    const XlsxFile book(made.base + "/report.xlsx");
    const CsvRow& all = row_of(money, "All");
    std::size_t formulas = 0;
    for (const auto& [place, cell] : book.cells("Money"))
        if (!cell.formula.empty()) {
            ++formulas;
            const auto column = static_cast<std::size_t>(place[0] - 'A');
            CHECK(std::stod(all[column].text) == Approx(std::stod(cell.value)).epsilon(digits));
        }
    CHECK(formulas == run.years.size() - 1);
    for (const std::string& sheet : book.sheets()) {
        if (sheet == "Charts") continue;
        INFO(sheet);
        CHECK(bytes_of(made.base + "/report-" + sheet + ".csv").find("#") == std::string::npos);
    }
}

TEST_CASE("LaTeX compiles as it is", "[slow][report]") {
    const BusyReport made;
    const MadeUpRun odd("<script>|*x*_$\\input{a}#^~&%{}=cmd()");
    BusyReport::run("report " + odd.folder.string() + " -o " + made.base + "/odd.tex --only " +
                    "targets,poor,assumptions");
    BusyReport::run("report " + odd.folder.string() + " -o " + made.base +
                    "/chinese.tex --lang zh --numbers wan");
    for (const char* name : {"report", "compared", "odd", "chinese"}) {
        const std::string program = name == std::string("chinese") ? "xelatex" : "pdflatex";
        const Finished compiled =
            run_command(program + " -interaction=nonstopmode -halt-on-error -output-directory " +
                        made.base + " " + made.base + "/" + name + ".tex");
        INFO(compiled.output);
        CHECK(compiled.code == 0);
        CHECK(std::filesystem::exists(made.base + "/" + name + ".pdf"));
    }
}
