#include "engine/core/config/year_map.h"

#include "tests/core/config/tree_text.h"

using namespace zhaimao;

TEST_CASE("keys of years are single years, ranges and open ends", "[core][config][year_map]") {
    const auto text = [](std::string_view key) {
        const auto span = parse_year_span(key);
        return span ? span->text() : std::string("none");
    };
    for (const char* key : {"2016", "2018..2020", "2017+"}) CHECK(text(key) == key);
    for (const char* key :
         {"16", "2020..2018", "2016-2018", "2016 ", "02016", "0999", "2016..", "+2016", "", "20x6"})
        CHECK(text(key) == "none");
}

TEST_CASE("a year that two entries hold, and a key that is no year, are mistakes",
          "[core][config][year_map]") {
    TreeText t("a: {2016..2018: 1, 2018+: 2, 2019-2020: 3}\n");
    const auto entries = read_year_map(*t.tree.find("a"), {"", "", "a"}, t.diagnostics);
    CHECK(entries.size() == 1);
    CHECK(t.messages() ==
          "t.yaml:1:20: a.2018+: has years that '2016..2018' already holds (t.yaml:1:5). Give each "
          "year once\n"
          "t.yaml:1:30: a.2019-2020: '2019-2020' is not a year. Write 2017, 2018..2020 or 2017+");
}
