#include "engine/report/sensitivity_section.h"

#include <catch2/catch.hpp>

#include "engine/report/result_lookup.h"
#include "engine/report/table_view.h"
#include "tests/cli/finished.h"
#include "tests/io/file_bytes.h"
#include "tests/io/scratch_folder.h"

using namespace zhaimao;

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

    for (const char* ending : {"html", "md", "xlsx", "tex"}) {
        const std::string file = (scratch.path / "study.").string() + ending;
        CHECK(run_program("report " + folder + " -o " + file).code == 0);
    }
    const std::string page = bytes_of((scratch.path / "study.html").string());
    CHECK(page.find("id=\"sensitivity-2\"") != std::string::npos);
    CHECK(page.find("\"kind\":\"bars\"") != std::string::npos);
    CHECK(page.find("Denominator") == std::string::npos);
}
