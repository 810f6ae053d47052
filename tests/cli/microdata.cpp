// A population read from a survey, through the program.
#include <catch2/catch.hpp>
#include <fstream>

#include "tests/cli/finished.h"
#include "tests/population/survey.h"

using namespace survey;
using zhaimao::source_dir;

TEST_CASE("people from a survey: a run, its resolved configuration again, a truncated file",
          "[cli][microdata]") {
    const ScratchFolder scratch;
    const std::string survey = source_dir() + "/tests/population/microdata/survey.yaml";
    const std::filesystem::path first = scratch.path / "first", again = scratch.path / "again";
    REQUIRE(run_program("run " + survey + " -n 2 -q -o " + first.string()).code == 0);
    REQUIRE(
        run_program("run " + (first / "effective.yaml").string() + " -n 2 -q -o " + again.string())
            .code == 0);
    for (const char* table : {"marginal.csv", "transition.csv"}) {
        std::string other = bytes_of(again / "tables" / table);
        for (std::size_t at = 0; (at = other.find("effective", at)) != std::string::npos;)
            other.replace(at, 9, "survey");
        CHECK(bytes_of(first / "tables" / table) == other);
    }
    CHECK(bytes_of(first / "manifest.json").find("survey.csv") != std::string::npos);
    CHECK(bytes_of(first / "tables" / "marginal.csv").find("bottom_coded_people") !=
          std::string::npos);

    const std::string cut = (scratch.path / "cut.dta").string();
    std::ofstream(cut) << "<stata_dta><header><release>118</release>";
    const Finished refused =
        run_program("run " + survey + " -n 1 -q -o " + (scratch.path / "no").string() +
                    " --set population.microdata.file=" + cut);
    CHECK(refused.code == 2);
    CHECK(refused.output.find("cut.dta: is damaged, cut short or not Stata data") !=
          std::string::npos);
    CHECK_FALSE(std::filesystem::exists(scratch.path / "no"));
}
