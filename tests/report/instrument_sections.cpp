#include "engine/report/instrument_sections.h"

#include <catch2/catch.hpp>

#include "engine/report/comparison.h"
#include "engine/report/figure_text.h"
#include "engine/report/tidy.h"
#include "tests/cli/finished.h"
#include "tests/io/scratch_folder.h"

using namespace zhaimao;

namespace {

double value_of(const ReportCell& cell) {
    return std::get<Figure>(cell).value;
}

}  // namespace

TEST_CASE("all money of a year is all of it: top-ups too, and in every document",
          "[report][projection]") {
    const ScratchFolder scratch;
    const std::string folder = (scratch.path / "run").string();
    REQUIRE(
        run_program("run " + source_dir() + "/tests/laws/busy.yaml -n 3 -q -o " + folder).code ==
        0);
    const RunResults results = read_results(folder);
    const ReportTable table = money_section(results, {});
    const auto& all = table.rows.back();
    const auto& top_ups = table.rows[table.rows.size() - 2];
    CHECK(std::get<std::string>(top_ups[0]) == "Top-ups");
    CHECK(std::get<std::string>(all[0]) == "All");
    const std::vector<ComparedRun> runs{{results, {}}, {results, {}}};
    const ReportTable compared = comparison_sections(runs, {}).back();
    REQUIRE(compared.section == "money");
    double topped_up = 0.0;
    for (std::size_t c = 1; c < table.columns.size(); ++c) {
        double sum = 0.0;
        for (std::size_t r = 0; r + 1 < table.rows.size(); ++r) sum += value_of(table.rows[r][c]);
        CHECK(value_of(all[c]) == Approx(sum));
        CHECK(figure_text(std::get<Figure>(all[c]), FigureKind::money, {}) ==
              figure_text(std::get<Figure>(compared.rows[0][c]), FigureKind::money, {}));
        topped_up += value_of(top_ups[c]);
    }
    CHECK(topped_up > 0.0);
    std::size_t tidy_rows = 0;
    const Table tidy = tidy_table({results}, {"money"}, {});
    for (std::size_t r = 0; r < tidy.rows(); ++r)
        tidy_rows += std::get<std::string>(tidy.row(r)[6]) == "top_up_money" ? 1 : 0;
    CHECK(tidy_rows == results.run.areas.size() * (results.run.years.size() - 1));
}
