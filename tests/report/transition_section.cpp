#include "engine/report/transition_section.h"

#include <catch2/catch.hpp>

#include "engine/report/growth_section.h"
#include "engine/report/sections.h"
#include "tests/cli/finished.h"
#include "tests/holds.h"
#include "tests/io/scratch_folder.h"

using namespace zhaimao;

TEST_CASE("moves between statuses add up to the people of each year", "[report][projection]") {
    const ScratchFolder scratch;
    const std::string folder = (scratch.path / "run").string();
    REQUIRE(
        run_program("run " + source_dir() + "/tests/laws/busy.yaml -n 3 -q -o " + folder).code ==
        0);
    const RunResults results = read_results(folder);
    const ReportTable table = transition_section(results, {});
    const auto value = [&](std::size_t row, std::size_t column) {
        return std::get<Figure>(table.rows[row][column]).value;
    };
    REQUIRE(table.columns.size() == results.run.years.size() + 1);
    REQUIRE(table.rows.size() >= 3);
    double first = 0.0, last = 0.0;
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        first += value(r, 2);
        last += value(r, table.columns.size() - 1);
    }
    CHECK(first == Approx(last));  // nobody is born, dies or moves
    // Those who left the register are the exits that the run counts.
    double left = 0.0;
    for (std::size_t r = 0; r < table.rows.size(); ++r)
        if (std::get<std::string>(table.rows[r][1]) == "exited" &&
            std::get<std::string>(table.rows[r][0]) == "registered")
            left += value(r, 2);
    const Summary* exits =
        results.run.find("exited_people", results.run.areas.back().id, results.run.years[1]);
    REQUIRE(exits != nullptr);
    CHECK(left <= exits->mean);
    const std::vector<std::string> notes = notes_of(results.run, {table}, {});
    REQUIRE(notes.size() == 3);
    CHECK(holds(notes[1], "stands under exited to exited, so columns do not add up"));
    const ReportTable growth = growth_section(results, {});
    CHECK(growth.rows.size() == 20);
    CHECK(std::get<std::string>(growth.rows[0][0]) == "2.5");
}
