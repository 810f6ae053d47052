#include "engine/report/run_results.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "engine/io/csv.h"
#include "engine/report/sections.h"
#include "engine/report/table_view.h"
#include "engine/report/tidy.h"
#include "tests/report/made_up_run.h"

using namespace zhaimao;

TEST_CASE("sections are the same from the part of a folder that they are made from", "[report]") {
    const MadeUpRun made;
    const RunResults all = read_results(made.folder);
    const RunResults part = read_results(made.folder, ResultScope::sections);
    const auto sections = [](const RunResults& results) {
        std::vector<std::vector<std::string>> names;
        for (const ReportTable& table : sections_of(results, {}))
            for (const auto& row : table.rows)
                for (const ReportCell& cell : row)
                    if (const auto* figure = std::get_if<Figure>(&cell))
                        names.push_back({table.section, std::to_string(figure->value),
                                         std::to_string(figure->low)});
        return names;
    };
    CHECK(sections(part) == sections(all));
    CHECK(all.table("marginal")->rows() > 0);
    CHECK(part.table("marginal")->rows() == 0);
    const TableView services(*part.table("intervention_year"));
    for (const TableRow row : services.rows())
        CHECK(services.whole(row, "area_id") == all.run.areas.back().id);
}

TEST_CASE("the tidy table is the same from the part of a folder that it is made from", "[report]") {
    const MadeUpRun made;
    const auto tidy = [&](ResultScope scope) {
        return to_csv(tidy_table({read_results(made.folder, scope)}, {}, {}));
    };
    CHECK(tidy(ResultScope::tidy) == tidy(ResultScope::all));
}

TEST_CASE("a table that a document does not show is not to be edited either", "[report]") {
    const MadeUpRun made;
    const std::filesystem::path file = made.folder / "tables/lorenz.csv";
    std::ofstream(file, std::ios::app) << "1\r\n";
    CHECK_THROWS_AS(read_results(made.folder, ResultScope::sections), InputError);
}
