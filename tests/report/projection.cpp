#include "engine/report/projection.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "engine/report/run_folder.h"
#include "engine/report/tables.h"
#include "tests/cli/finished.h"
#include "tests/io/scratch_folder.h"
#include "tests/report/made_up.h"

using namespace zhaimao;

namespace {

struct MadeUpRun {
    explicit MadeUpRun(const char* name_of_daning = "Daning") {
        ReportContext context = made_up::context();
        context.counties[1].name.en = name_of_daning;
        Manifest manifest;
        manifest.scenario = "made-up";
        manifest.seed = 2016;
        manifest.replicates = 4;
        const std::atomic<bool> go_on = false;
        REQUIRE(write_run_folder({folder, manifest, "start: 2015\n"},
                                 run_tables(context, made_up::ensemble()), go_on));
    }
    ScratchFolder scratch;
    std::filesystem::path folder = scratch.path / "run";
};

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::string problem_of(const std::filesystem::path& folder) {
    try {
        (void)read_run(folder);
    } catch (const InputError& e) {
        return e.what();
    }
    return "";
}

}  // namespace

TEST_CASE("a projection table in Markdown: means with the range of futures",
          "[report][projection]") {
    const MadeUpRun made;
    const RunData run = read_run(made.folder);
    const std::string text = projection_markdown(run, {});
    INFO(text);
    CHECK(
        text.starts_with("# made-up\n\n## People on the register on 31 December\n\n"
                         "| County | 2015 | 2016 | 2017 | 2018 | 2019 |\n"
                         "| --- | ---: | ---: | ---: | ---: | ---: |\n"));
    // 1,800 in the middle; replicates at -30, -10, 10 and 30: type 7 quantiles at -27 and 27, to
    // the tens that the error supports.
    CHECK(holds(text, "| Xiangning | 3,000 | 1,800 [1,770, 1,830] | 500 [470, 530] |"));
    CHECK(holds(text, "| Xiangning | 15.0 | 9.0 [8.9, 9.1] | 2.5 [2.4, 2.6] |"));
    CHECK(holds(text, "quantiles of 4 futures;"));
    CHECK(holds(text, "Scenario made-up, seed 2016, zhaimao "));
    const std::string chinese = projection_markdown(run, {Language::zh, "标题"});
    CHECK(chinese.starts_with("# 标题\n\n## 12月31日在册贫困人口（人）\n"));
    CHECK(holds(chinese, "| 乡宁县 | 3,000 |"));
}

TEST_CASE("the same in LaTeX", "[report][projection]") {
    const MadeUpRun made;
    const std::string text = projection_latex(read_run(made.folder), {Language::en, "A & B, 50 %"});
    CHECK(holds(text, "\\section*{A \\& B, 50 \\%}\n"));
    CHECK(holds(text, "Xiangning & 3,000 & 1,800 [1,770, 1,830] & "));
    CHECK(holds(text, "\\midrule\nLinfen & 6,900 & "));
    CHECK(holds(projection_latex(read_run(made.folder), {Language::zh, ""}), "\\usepackage{ctex}"));
}

TEST_CASE("names are text, never markup", "[report][projection]") {
    const MadeUpRun made("<script>|*x*_$\\input{a}#");
    const RunData run = read_run(made.folder);
    CHECK(
        holds(projection_markdown(run, {}), "| \\<script\\>\\|\\*x\\*\\_$\\\\input\\{a\\}\\# | "));
    CHECK(
        holds(projection_latex(run, {}),
              "\n\\textless{}script\\textgreater{}|*x*\\_\\$\\textbackslash{}input\\{a\\}\\# & "));
}

TEST_CASE("what is no run, or not as it was written, is refused", "[report][projection][cli]") {
    const MadeUpRun made;
    const std::string area_year = (made.folder / "tables/area_year.csv").string();
    CHECK(holds(problem_of(made.scratch.path), ": is no run folder"));
    std::ofstream(area_year, std::ios::app) << "made-up,141029,2019,extra,1,,,,,,,,1\r\n";
    CHECK(problem_of(made.folder) ==
          area_year +
              ": was changed after the run (its SHA-256 is not the one in manifest.json). Run it "
              "again");
    std::filesystem::remove(area_year);
    CHECK(problem_of(made.folder) == area_year + ": is missing or cannot be read. Run it again");
    const std::string folder = made.folder.string();
    const Finished kind = run_program("report " + folder + " -o " + folder + "/x.doc");
    CHECK(kind.code == 2);
    CHECK(run_program("report " + folder).output ==
          "report: name the file to write with -o FILE\n");
}

TEST_CASE("report writes the file that is named", "[report][projection][cli]") {
    const MadeUpRun made;
    const std::string file = (made.scratch.path / "table.tex").string();
    CHECK(run_program("report " + made.folder.string() + " -o " + file).code == 0);
    std::string first;
    std::ifstream written(file);
    std::getline(written, first);
    CHECK(first == "\\documentclass[a4paper]{article}");
}
