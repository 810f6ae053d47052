#include "engine/report/projection.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "engine/report/sections.h"
#include "tests/cli/finished.h"
#include "tests/holds.h"
#include "tests/report/made_up_run.h"

using namespace zhaimao;

namespace {

std::string markdown(const RunResults& results, const ReportStyle& style) {
    return markdown_of({title_of(results.run, style), sections_of(results, style),
                        notes_of(results.run, sections_of(results, style), style)},
                       style);
}

std::string latex(const RunResults& results, const ReportStyle& style) {
    return latex_of({title_of(results.run, style), sections_of(results, style),
                     notes_of(results.run, sections_of(results, style), style)},
                    style);
}

std::string problem_of(const std::filesystem::path& folder) {
    try {
        (void)read_results(folder);
    } catch (const InputError& e) {
        return e.what();
    }
    return "";
}

}  // namespace

TEST_CASE("projection tables in Markdown: means with the range of futures",
          "[report][projection]") {
    const MadeUpRun made;
    const RunResults results = read_results(made.folder);
    const std::string text = markdown(results, {});
    INFO(text);
    CHECK(text.starts_with("# A made-up plan\n\n## Targets\n\n| County | Target | Deadline | "));
    CHECK(holds(text,
                "## People on the register on 31 December, people\n\n"
                "| County | 2015 | 2016 | 2017 | 2018 | 2019 |\n"
                "| --- | ---: | ---: | ---: | ---: | ---: |\n"));
    // 1,800 in the middle; replicates at -30, -10, 10 and 30: type 7 quantiles at -27 and 27, to
    // the tens that the error supports.
    CHECK(holds(text, "| Xiangning | 3,000 | 1,800 [1,770, 1,830] | 500 [470, 530] |"));
    CHECK(holds(text, "| Xiangning | 15.0 | 9.0 [8.9, 9.1] | 2.5 [2.4, 2.6] |"));
    CHECK(holds(text, "| Limit: strictly under 3 % | 3.0 | 3.0 |"));
    CHECK(
        holds(text, "| Houma | exit of all registered at the start | 2017 | 75 [30, 95] | 2017 |"));
    CHECK(holds(text, "quantiles of 4 futures."));
    CHECK_FALSE(holds(text, "Who moved"));  // nobody does
    CHECK(holds(text, "A made\\-up plan") == false);
    CHECK(holds(text,
                "Source: A made-up plan (scenario made-up, seed 2016, 4 futures), simulated with "
                "zhaimao "));
    const std::string chinese = markdown(results, {Language::zh, "标题", Numbers::plain, {}});
    CHECK(chinese.starts_with("# 标题\n"));
    CHECK(holds(chinese, "## 12月31日在册贫困人口（人）\n"));
    CHECK(holds(chinese, "| 乡宁县 | 3,000 |"));
    const std::string wan = markdown(results, {Language::zh, "", Numbers::wan, {}});
    CHECK(holds(wan, "## 12月31日在册贫困人口（万人）\n"));
    CHECK(holds(wan, "| 乡宁县 | 0.3 | 0.180 [0.177, 0.183] |"));
    CHECK(holds(markdown(results, {Language::en, "", Numbers::plain, 3}),
                "| Xiangning | 15.000 | 9.000 [8.865, 9.135] |"));
}

TEST_CASE("what few late futures are short of keeps a digit, however wide all futures spread",
          "[report][projection]") {
    const MadeUpRun made;
    RunResults results = read_results(made.folder);
    for (auto& [area, by_year] : results.run.values["poor_people"])
        for (auto& [year, summary] : by_year) summary.mcse = 1e6;
    CHECK(holds(markdown(results, {}), " | 30 |\n"));  // 31 in the mean of those late
}

TEST_CASE("the same in LaTeX", "[report][projection]") {
    const MadeUpRun made;
    const RunResults results = read_results(made.folder);
    const std::string text = latex(results, {Language::en, "A & B, 50 %", Numbers::plain, {}});
    INFO(text);
    CHECK(holds(text, "\\section*{A \\& B, 50 \\%}\n"));
    CHECK(holds(text, "Xiangning & 3,000 & 1,800 [1,770, 1,830] & "));
    CHECK(holds(text, "\\midrule\nLinfen & 6,900 & "));
    CHECK(holds(latex(results, {Language::zh, "", Numbers::plain, {}}), "\\usepackage{ctex}"));
}

TEST_CASE("a table longer than a page runs over several", "[report][projection]") {
    ReportTable table;
    table.title = "Long";
    table.columns = {{"County", FigureKind::text}, {"2015", FigureKind::people}};
    for (int i = 0; i < 41; ++i) table.rows.push_back({std::string("A"), Figure{1.0}});
    CHECK(holds(latex_of({"T", {table}, {}}, {}), "\\begin{longtable}{lr}"));
    table.rows.resize(39);
    CHECK_FALSE(holds(latex_of({"T", {table}, {}}, {}), "\\begin{longtable}"));
}

TEST_CASE("names are text, never markup", "[report][projection]") {
    const MadeUpRun made("<script>|*x*_$\\input{a}#\n## b");
    const RunResults results = read_results(made.folder);
    CHECK(holds(markdown(results, {}),
                "| \\<script\\>\\|\\*x\\*\\_$\\\\input\\{a\\}\\# \\#\\# b | "));
    CHECK(holds(latex(results, {}),
                "\n\\textless{}script\\textgreater{}|*x*\\_\\$\\textbackslash{}input\\{a\\}\\#"
                " \\#\\# b & "));
}

TEST_CASE("what is no run, or not as it was written, is refused", "[report][projection][cli]") {
    const MadeUpRun made;
    const std::string area_year = (made.folder / "tables/area_year.csv").string();
    CHECK(holds(problem_of(made.scratch.path), ": is no run folder"));
    const std::filesystem::path loop = made.scratch.path / "loop";
    std::filesystem::create_symlink(loop, loop);
    CHECK(problem_of(loop) ==
          loop.string() + ": cannot be read (Too many levels of symbolic links)");
    std::ofstream(area_year, std::ios::app) << "made-up,141029,2019,extra,1,,,,,,,,1\r\n";
    CHECK(problem_of(made.folder) ==
          area_year +
              ": was changed after the run (its SHA-256 is not the one in manifest.json). Run it "
              "again");
    std::filesystem::remove(area_year);
    CHECK(problem_of(made.folder) == area_year + ": is missing or cannot be read. Run it again");
}
