// `zhaimao report` as users run it: what it writes, and what it refuses.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>

#include "engine/report/figure_text.h"
#include "engine/report/run_results.h"
#include "engine/report/text.h"
#include "tests/cli/finished.h"
#include "tests/holds.h"
#include "tests/io/file_bytes.h"
#include "tests/report/made_up_run.h"
#include "tests/report/xlsx_file.h"

using namespace zhaimao;

namespace {

// Fields of the lines between a heading and the next one, by the first field.
using Grid = std::map<std::string, std::vector<std::string>>;

std::string trimmed(const std::string& text) {
    const std::size_t from = text.find_first_not_of(' ');
    return from == std::string::npos ? ""
                                     : text.substr(from, text.find_last_not_of(' ') - from + 1);
}

Grid grid_after(const std::string& text, const std::string& heading, char separator) {
    std::istringstream lines(text.substr(text.find(heading)));
    std::string line;
    std::getline(lines, line);
    Grid grid;
    while (std::getline(lines, line) && !line.starts_with("#") && !line.starts_with("\\caption")) {
        if (const std::size_t end = line.find(" \\\\"); end != std::string::npos) line.resize(end);
        if (line.starts_with("| ")) line.erase(0, 2);
        std::istringstream fields(line);
        std::vector<std::string> row;
        for (std::string field; std::getline(fields, field, separator);)
            row.push_back(trimmed(field));
        if (row.size() > 1) grid[row[0]] = row;
    }
    return grid;
}

// Cells of the rows of an HTML table, without their markup, by the first cell.
Grid html_grid(const std::string& page, const std::string& id) {
    const std::size_t from = page.find("id=\"table-" + id + "\"");
    std::istringstream lines(page.substr(from, page.find("</table>", from) - from));
    Grid grid;
    for (std::string line; std::getline(lines, line);) {
        std::vector<std::string> row;
        bool is_markup = false;
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (line.compare(i, 3, "<td") == 0 || line.compare(i, 3, "<th") == 0)
                row.emplace_back();
            is_markup = is_markup || line[i] == '<';
            if (!is_markup && !row.empty()) row.back() += line[i];
            if (line[i] == '>') is_markup = false;
        }
        if (row.size() > 1) grid[row[0]] = row;
    }
    return grid;
}

// "1,800 [1,770, 1,830]": the three numbers, and half of the last place shown.
struct Shown {
    std::vector<double> values;
    double half_place = 0.5;
};

Shown shown_in(std::string cell) {
    Shown shown;
    std::string number;
    const auto flush = [&] {
        if (number.empty()) return;
        if (const std::size_t point = number.find('.'); point != std::string::npos)
            shown.half_place = 0.5 * std::pow(10.0, -double(number.size() - point - 1));
        shown.values.push_back(std::stod(number));
        number.clear();
    };
    for (std::size_t i = 0; i < cell.size(); ++i) {
        const bool groups = cell[i] == ',' && i + 1 < cell.size() && std::isdigit(cell[i + 1]);
        if (std::isdigit(cell[i]) || cell[i] == '.' || cell[i] == '-')
            number += cell[i];
        else if (!groups)
            flush();
    }
    flush();
    return shown;
}

struct Drawn {
    std::string area;
    std::size_t row = 0;  // of the area in its table
    std::size_t year = 0;
    Summary summary;
    bool is_share = false;
};

// One figure in a document: the shown digits are the table's.
void check_shown(const Drawn& drawn, const std::string& cell) {
    INFO(drawn.area << " " << cell);
    const Shown shown = shown_in(cell);
    const double scale = drawn.is_share ? 100.0 : 1.0;
    const double half = drawn.is_share ? shown.half_place : 0.5 * rounding_step(drawn.summary.mcse);
    const double hair = 1e-9 * half;  // halves may go either way
    const std::vector<double> values{drawn.summary.mean, drawn.summary.q05, drawn.summary.q95};
    REQUIRE((shown.values.size() == 1 || shown.values.size() == 3));
    for (std::size_t i = 0; i < shown.values.size(); ++i)
        CHECK(std::abs(shown.values[i] - values[i] * scale) <= half + hair);
}

void refuses(const std::string& arguments, const std::string& message) {
    const Finished finished = run_program("report " + arguments);
    INFO(arguments << "\n" << finished.output);
    CHECK(finished.code == 2);
    CHECK(finished.output.find(message) != std::string::npos);
    CHECK(std::count(finished.output.begin(), finished.output.end(), '\n') == 1);
}

}  // namespace

TEST_CASE("ten figures of the tables are the same in every kind of report", "[cli][report]") {
    const ScratchFolder scratch;
    const std::string folder = (scratch.path / "run").string();
    const std::string file = (scratch.path / "report").string();
    REQUIRE(
        run_program("run " + source_dir() + "/tests/laws/busy.yaml -n 5 -q -o " + folder).code ==
        0);
    for (const char* kind : {".md", ".tex", ".xlsx", ".html"})
        REQUIRE(run_program("report " + folder + " -o " + file + kind).code == 0);
    const RunData run = read_results(folder).run;
    const XlsxFile book(file + ".xlsx");
    const std::string md = bytes_of(file + ".md"), tex = bytes_of(file + ".tex");
    const std::string html = bytes_of(file + ".html");
    std::mt19937 random(20161);
    for (int i = 0; i < 10; ++i) {
        Drawn drawn;
        drawn.row = random() % run.areas.size();
        drawn.year = random() % run.years.size();
        drawn.is_share = random() % 2 == 1;
        drawn.area = run.areas[drawn.row].name.en;
        drawn.summary = *run.find(drawn.is_share ? "incidence" : "poor_people",
                                  run.areas[drawn.row].id, run.years[drawn.year]);
        const std::string title = drawn.is_share ? "Poverty incidence on 31" : "People on the reg";
        check_shown(drawn, grid_after(md, "## " + title, '|')[drawn.area].at(drawn.year + 1));
        check_shown(drawn,
                    grid_after(tex, "\\caption{" + title, '&')[drawn.area].at(drawn.year + 1));
        check_shown(drawn, html_grid(html, drawn.is_share ? "incidence" : "poor")[drawn.area].at(
                               drawn.year + 1));
        const std::string place =
            std::string(1, char('B' + drawn.year)) + std::to_string(drawn.row + 4);
        const std::string value =
            book.cell(drawn.is_share ? "Incidence" : "Poor people", place).value;
        constexpr double file_digits = 1e-15;  // the format has sixteen digits
        CHECK(std::stod(value) == Approx(drawn.summary.mean).epsilon(file_digits).margin(1e-300));
    }
}

TEST_CASE("report refuses what it cannot make, in one line", "[cli][report]") {
    const MadeUpRun made;
    const std::string folder = made.folder.string();
    const std::string file = (made.scratch.path / "out").string();
    refuses(folder, "report: name the file to write with -o FILE");
    refuses(" -o " + file + ".md", "report: name a run folder, or several");
    refuses(folder + " -o " + file + ".doc", "is of no known kind");
    refuses(made.scratch.path.string() + " -o " + file + ".xlsx", "is no run folder");
    refuses(folder + "/nowhere -o " + file + ".xlsx", "is no run folder");
    refuses(folder + " -o " + made.scratch.path.string() + "/",
            "exists and holds more than charts");
    refuses(folder + " -o " + file + ".md --only por", "'por' is no section; did you mean 'poor'?");
    refuses(folder + " -o " + file + ".md --precision -1", "'-1' is not a whole number");
    refuses(folder + " -o " + file + ".md --numbers big", "Write plain or wan");
    CHECK_FALSE(std::filesystem::exists(file + ".md"));
    std::ofstream(made.folder / "tables/target.csv", std::ios::app) << "x";
    refuses(folder + " -o " + file + ".xlsx", "target.csv: was changed after the run");
    std::filesystem::resize_file(made.folder / "tables/target.csv", 100);
    refuses(folder + " -o " + file + ".xlsx", "target.csv: was changed after the run");
    std::filesystem::remove(made.folder / "tables/target.csv");
    refuses(folder + " -o " + file + ".xlsx", "target.csv: is missing or cannot be read");
    std::filesystem::resize_file(made.folder / "manifest.json", 100);
    refuses(folder + " -o " + file + ".xlsx", "is no run folder");
    CHECK_FALSE(std::filesystem::exists(file + ".xlsx"));
    CHECK_FALSE(std::filesystem::exists(file + ".xlsx.part"));
}

TEST_CASE("a manifest that was edited is refused", "[cli][report]") {
    const MadeUpRun made;
    const std::string file = (made.scratch.path / "out.md").string();
    const std::string manifest = bytes_of(made.folder / "manifest.json");
    const auto with = [&](const std::string& from, const std::string& to) {
        std::string edited = manifest;
        const std::size_t at = edited.find(from);
        REQUIRE(at != std::string::npos);
        edited.replace(at, from.size(), to);
        std::ofstream(made.folder / "manifest.json", std::ios::binary) << edited;
    };
    for (const auto& [from, to] : {std::pair{"\"seed\": 2016", "\"seed\": \"x\""},
                                   {"\"replicates\": 4", "\"replicates\": []"},
                                   {"\"whole\"", "\"hole\""},
                                   {"\"tables/target.csv\"", "\"tables/tarket.csv\""},
                                   {"\"columns\"", "\"colums\""},
                                   {"\"written\"", "\"writen\""},
                                   {"\"area_id\": \"whole\"", "\"area\": \"whole\""}}) {
        with(from, to);
        INFO(to);
        const Finished finished = run_program("report " + made.folder.string() + " -o " + file);
        INFO(finished.output);
        CHECK(finished.code == 2);
        CHECK(std::count(finished.output.begin(), finished.output.end(), '\n') == 1);
    }
    CHECK_FALSE(std::filesystem::exists(file));
}

TEST_CASE("report replaces a file whole or not at all", "[cli][report]") {
    const MadeUpRun made;
    const std::string file = (made.scratch.path / "table.tex").string();
    std::ofstream(file) << "before";
    CHECK(run_program("report " + made.folder.string() + " -o " + file + " --only poor").code == 0);
    const std::string text = bytes_of(file);
    CHECK(text.starts_with("\\documentclass[a4paper]{article}\n"));
    CHECK(text.find("People on the register") != std::string::npos);
    CHECK(text.find("Poverty incidence") == std::string::npos);
    std::filesystem::create_directories(made.scratch.path / "folder.md/x");
    const Finished failed = run_program("report " + made.folder.string() + " -o " +
                                        made.scratch.path.string() + "/folder.md");
    CHECK(failed.code == 1);
    CHECK(failed.output.find("cannot be written") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(made.scratch.path / "folder.md.part"));
}

TEST_CASE("folders on the way to a report are made, and what hinders it is said", "[cli][report]") {
    const MadeUpRun made;
    const std::string report = "report " + made.folder.string() + " -o ";
    const std::string deep = made.scratch.path.string() + "/new/deep/";
    for (const char* kind : {".md", ".tex", ".xlsx", ".csv", ".html"}) {
        CHECK(run_program(report + deep + kind[1] + "/r" + kind).code == 0);
        CHECK(std::filesystem::exists(deep + kind[1] + "/r" + kind));
        const std::string file = std::string("/proc/r") + kind;
        const Finished failed = run_program(report + file);
        CHECK(failed.code == 1);
        CHECK(failed.output ==
              "zhaimao: " + file + ": cannot be written (No such file or directory)\n");
    }
    std::ofstream(made.scratch.path / "file") << "mine";
    const std::string below = made.scratch.path.string() + "/file/x";
    CHECK(run_program(report + below + "/r.pdf").output ==
          "zhaimao: " + below + ": cannot be made (Not a directory)\n");
    CHECK(run_program(report + "/dev/full/r.md").output ==
          "zhaimao: /dev/full: cannot be made (Not a directory)\n");
    CHECK(run_command("ulimit -f 1; " + program() + " " + report + deep + "r.csv").output ==
          "zhaimao: " + deep + "r.csv: cannot be written (File too large)\n");
    CHECK_FALSE(std::filesystem::exists(deep + "r.csv.part"));
}

TEST_CASE("sections may stand apart, and those that a run has not are said", "[cli][report]") {
    const MadeUpRun made;
    const std::string file = (made.scratch.path / "r.md").string();
    const std::string report = "report " + made.folder.string() + " -o " + file;
    const Finished some = run_program(report + " --only 'sensitivity, poor'");
    CHECK(some.code == 0);
    CHECK(some.output == "report: 'sensitivity' is left out ('" + made.folder.string() +
                             "' holds nothing of it)\n");
    CHECK(bytes_of(file).find("People on the register") != std::string::npos);
    CHECK_FALSE(holds(bytes_of(file), "P on time: the share of futures"));
    REQUIRE(run_program(report + " --only targets,incidence").code == 0);
    CHECK(holds(bytes_of(file), "P on time: the share of futures"));
    CHECK(holds(bytes_of(file), "Incidence: registered poor over"));
    CHECK_FALSE(holds(bytes_of(file), "Who moved"));
    REQUIRE(run_program(report + " --only assumptions").code == 0);
    CHECK_FALSE(holds(bytes_of(file), "Mean and, in brackets"));
    CHECK(run_program(report + " -q --only sensitivity,poor").output.empty());
    refuses(made.folder.string() + " -o " + file + " --only sensitivity",
            "holds nothing of sensitivity");
}

TEST_CASE("what is no run is refused by its path, with what to do", "[cli][report]") {
    const ScratchFolder scratch;
    const std::string base = scratch.path.string() + "/";
    const std::string busy = source_dir() + "/tests/laws/busy.yaml ";
    REQUIRE(run_program("compare " + busy + busy + "-q -n 2 -o " + base + "cmp").code == 0);
    REQUIRE(run_program("decompose " + busy + "-q -n 2 -o " + base + "dec").code == 0);
    REQUIRE(run_program("decompose --variance " + busy + "-q -n 2 -o " + base + "var").code == 0);
    for (const char* kind : {".md", ".xlsx", ".csv", ".html"}) {
        refuses(base + "cmp -o " + base + "x" + kind,
                "report: '" + base +
                    "cmp' holds nothing of a projection (it was written by `zhaimao compare`). "
                    "Report the folders of its runs together, zhaimao report BASELINE RUN... ");
        refuses(base + "var -o " + base + "x" + kind,
                "var' holds nothing of a projection (it was written by `zhaimao decompose`). Its "
                "tables are in '" +
                    base + "var/summary.xlsx' and '" + base + "var/tables'");
    }
    refuses(base + "dec -o " + base + "x.csv",
            "report: '" + base + "dec' holds nothing that a .csv report has. Take one of '" + base +
                "dec/tables'");
    CHECK_FALSE(std::filesystem::exists(base + "x.csv"));
    REQUIRE(run_program("run " + busy + "-q -n 2 -o " + base + "run").code == 0);
    refuses(base + "run " + base + "cmp -o " + base + "x.md",
            "report: '" + base + "cmp' holds nothing of a projection");
    refuses(base + "dec --only money -o " + base + "x.md", "dec' holds nothing of money");
}

TEST_CASE("compare and report hold each scenario against its own deadlines", "[cli][report]") {
    const ScratchFolder scratch;
    const std::string base = scratch.path.string() + "/";
    const std::string plan = source_dir() + "/scenarios/linfen-plan.yaml ";
    std::ofstream(base + "sooner.yaml")
        << "zhaimao: 1\ntitle: {en: Sooner, zh: 提前}\nextends: " << plan
        << "\nchange: {counties.daning.target.deadline: "
        << "2019}\n";
    const std::string few = " -q -n 6 --set population.sample.one_in=200 -o " + base;
    REQUIRE(run_program("run " + plan + few + "a").code == 0);
    REQUIRE(run_program("run " + base + "sooner.yaml" + few + "b").code == 0);
    const auto both = nlohmann::json::parse(
        run_program("compare --json " + plan + base + "sooner.yaml" + few + "c").output);
    const std::string report = "report " + base + "a " + base + "b -o " + base;
    REQUIRE(run_program(report + "two.md").code == 0);
    REQUIRE(run_program(report + "two.html").code == 0);
    const std::string md = bytes_of(base + "two.md");
    const std::vector<std::string> row = grid_after(md, "## Targets", '|').at("Daning");
    INFO(md);
    CHECK(row[1] == "2020 \\> 2019");
    CHECK(md.find("seed 2016, 1 in 200 households simulated, 6 futures)") != std::string::npos);
    CHECK(md.find("\nCounts are weighted: each simulated household stands for 200.\n") !=
          std::string::npos);
    CHECK(md.find("Deadline: that of the first run \\> those of the others") != std::string::npos);
    CHECK(html_grid(bytes_of(base + "two.html"), "targets").at("Daning")[1] == "2020 &gt; 2019");
    for (const auto& county : both["scenarios"][0]["counties"]) {
        if (county["area_id"] != 141030) continue;
        CHECK(county["deadline"]["baseline"] == 2020);
        CHECK(county["deadline"]["scenario"] == 2019);
        CHECK(row[4] == figure_text({county["p_on_time"]["mean"], county["p_on_time"]["conf_low"],
                                     county["p_on_time"]["conf_high"]},
                                    FigureKind::points, {}));
    }
}

TEST_CASE("every kind of document says that a sample was simulated", "[cli][report]") {
    const ScratchFolder scratch;
    const std::string base = scratch.path.string() + "/";
    REQUIRE(run_program("run " + source_dir() +
                        "/scenarios/linfen-nothing.yaml -q -n 2 --set "
                        "population.sample.one_in=500 -o " +
                        base + "a")
                .code == 0);
    for (const char* kind : {".md", ".tex", ".html"}) {
        const std::string file = base + "r" + kind;
        REQUIRE(run_program("report " + base + "a -o " + file).code == 0);
        CHECK(holds(bytes_of(file), ", 1 in 500 households simulated, 2 futures)"));
        CHECK(holds(bytes_of(file), "each simulated household stands for 500."));
        REQUIRE(run_program("report --lang zh " + base + "a -o " + file).code == 0);
        CHECK(holds(bytes_of(file), "每500户模拟1户，2次模拟）"));
        CHECK(holds(bytes_of(file), "每个模拟户代表500户。"));
    }
    REQUIRE(run_program("report " + base + "a -o " + base + "en.html").code == 0);
    CHECK(holds(bytes_of(base + "en.html"), "<dt>Households simulated</dt><dd>1 in 500</dd>"));
    const auto cover = XlsxFile(base + "a/summary.xlsx").cells("Cover");
    CHECK(std::any_of(cover.begin(), cover.end(),
                      [](const auto& cell) { return cell.second.value == "1 in 500"; }));
}

TEST_CASE("several runs are compared, paired where they can be", "[cli][report]") {
    const ScratchFolder scratch;
    const std::string base = scratch.path.string() + "/";
    const std::string run = "run " + source_dir() + "/tests/laws/busy.yaml -q -n 3 -o " + base;
    REQUIRE(run_program(run + "a").code == 0);
    REQUIRE(run_program(run + "b --set luck.permanent_sd=0.2").code == 0);
    REQUIRE(run_program(run + "c --seed 99").code == 0);
    REQUIRE(run_program(run + "d --set horizon=2020").code == 0);
    const std::string runs = base + "a " + base + "b " + base + "c";
    for (const char* kind : {".md", ".tex", ".xlsx", ".csv", ".html"})
        REQUIRE(run_program("report " + runs + " -o " + base + "r" + kind).code == 0);
    const std::string md = bytes_of(base + "r.md");
    CHECK(md.find("| paired: the same futures |") != std::string::npos);
    CHECK(md.find("| unpaired: another seed |") != std::string::npos);
    CHECK(md.find("Where a run is unpaired") != std::string::npos);
    REQUIRE(run_program("report " + base + "a " + base + "b -o " + base + "two.md").code == 0);
    const std::string two = bytes_of(base + "two.md");
    CHECK(two.find("\nDifferences are paired: all runs drew the same futures.\n") !=
          std::string::npos);
    CHECK(two.find("Those of P on time are not") == std::string::npos);
    const std::string csv = bytes_of(base + "r.csv");
    CHECK(csv.starts_with("\xEF\xBB\xBFrun,"));
    CHECK(csv.find("\nc,busy,") != std::string::npos);
    CHECK(XlsxFile(base + "r.xlsx").sheets()[2] == "Runs");
    refuses(base + "a " + base + "d -o " + base + "x.md", "are of different years");
    std::filesystem::resize_file(base + "b/results.sqlite", 1000);
    refuses(base + "a " + base + "b -o " + base + "x.md", "results.sqlite: was changed");
}
