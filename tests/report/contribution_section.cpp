#include "engine/report/contribution_section.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "engine/report/text.h"
#include "tests/cli/finished.h"
#include "tests/holds.h"
#include "tests/io/file_bytes.h"
#include "tests/io/scratch_folder.h"
#include "tests/report/xlsx_file.h"

using namespace zhaimao;

TEST_CASE("shares of a decomposition add up to all less growth alone", "[report][projection]") {
    const ScratchFolder scratch;
    const std::string folder = (scratch.path / "run").string();
    REQUIRE(run_program("decompose " + source_dir() + "/tests/laws/busy.yaml -n 2 -q -o " + folder)
                .code == 0);
    const RunResults results = read_results(folder);
    const ReportTable table = contribution_section(results, {});
    CHECK(table.columns[3].head == "Person-years of poverty");
    CHECK(contribution_notes(results, {}).at(1).starts_with("Shares are means over every order"));
    REQUIRE(table.rows.size() == 8);  // six batches between growth alone and all
    CHECK(table.columns[0].head == "Batch");
    CHECK(std::get<std::string>(table.rows.front()[0]) == "Growth alone");
    CHECK(std::get<std::string>(table.rows.back()[0]) == "All together");
    for (std::size_t c = 1; c < table.columns.size(); ++c) {
        double sum = 0.0;
        for (std::size_t r = 0; r + 1 < table.rows.size(); ++r) {
            const Figure& figure = std::get<Figure>(table.rows[r][c]);
            if (std::isfinite(figure.value)) sum += figure.value;
        }
        CHECK(sum == Approx(std::get<Figure>(table.rows.back()[c]).value));
    }
    // Growth alone moves no money: no figure, as of whatever moves none.
    CHECK(!std::isfinite(std::get<Figure>(table.rows.front().back()).value));
    const XlsxFile book(folder + "/summary.xlsx");
    for (const auto& [place, cell] : book.cells("Cover")) CHECK(cell.value != "Counties");
    CHECK(book.cell("Contributions", "F2").value == "95 % interval, from");
    const std::string page = (scratch.path / "page.html").string();
    REQUIRE(run_program("report " + folder + " -o " + page).code == 0);
    CHECK(bytes_of(page).find("\"kind\":\"waterfall\"") != std::string::npos);
}

TEST_CASE("the console and a document call the same exits the same", "[report][projection]") {
    const ScratchFolder scratch;
    const std::string folder = (scratch.path / "run").string();
    const Finished console = run_program("decompose --permutations 2 " + source_dir() +
                                         "/tests/laws/busy.yaml -n 2 -q -o " + folder);
    REQUIRE(console.code == 0);
    INFO(console.output);
    const RunResults results = read_results(folder);
    const ReportTable table = contribution_section(results, {});
    for (const auto* row : {&table.rows.front(), &table.rows.back()}) {
        const Figure& exits = std::get<Figure>((*row)[1]);
        CHECK(console.output.find("\n" + std::get<std::string>((*row)[0]) + ": " +
                                  people_text(exits.value, exits.error)) != std::string::npos);
    }
    CHECK(console.output.find("\nAll less growth alone ") != std::string::npos);
    CHECK(contribution_notes(results, {}).at(1).find("sampled in each future") !=
          std::string::npos);
}

TEST_CASE("one future has no intervals, and nothing is said of them", "[report][projection]") {
    const ScratchFolder scratch;
    const std::string folder = (scratch.path / "run").string();
    const Finished console =
        run_program("decompose " + source_dir() + "/tests/laws/busy.yaml -n 1 -q -o " + folder);
    REQUIRE(console.code == 0);
    CHECK(console.output.find("[ ]") == std::string::npos);
    CHECK(contribution_notes(read_results(folder), {}).size() == 3);
}

TEST_CASE("instruments of a decomposition have the labels of the configuration",
          "[report][projection]") {
    const ScratchFolder scratch;
    const std::string folder = (scratch.path / "run").string();
    const Finished run = run_program(
        "decompose --by instrument " + source_dir() +
        "/scenarios/linfen-plan.yaml --set population.sample.one_in=1000 -n 2 -q -o " + folder);
    REQUIRE(run.code == 0);
    CHECK(holds(run.output, " | 17 counties, 1 in 1000 households simulated, 2015-2023 | "));
    CHECK(holds(run.output, "\nCounts are weighted: each simulated household stands for 1000.\n"));
    const auto names = [&](Language language) {
        std::set<std::string> found;
        for (const auto& row :
             contribution_section(read_results(folder), {language, "", Numbers::plain, {}}).rows)
            found.insert(std::get<std::string>(row[0]));
        return found;
    };
    CHECK(names(Language::en).contains("E-commerce"));
    CHECK(names(Language::zh).contains("电商扶贫"));
}

TEST_CASE("Chinese words of a decomposition say what is divided, and until when",
          "[report][projection]") {
    const ScratchFolder scratch;
    const auto said = [&](const std::string& by) {
        return run_program("decompose --by " + by + " --lang zh " + source_dir() +
                           "/tests/laws/busy.yaml -n 2 -q -o " + (scratch.path / by).string())
            .output;
    };
    const std::string batches = said("batch"), instruments = said("instrument");
    INFO(batches + instruments);
    CHECK(batches.find("各批措施的贡献：") == 0);
    CHECK(instruments.find("各项措施的贡献：") == 0);
    for (const std::string& text : {batches, instruments}) {
        CHECK(text.find("年底脱贫人数") != std::string::npos);
        CHECK(text.find("年前脱贫人数") == std::string::npos);
        CHECK(text.find("-表示") != std::string::npos);
    }
}
