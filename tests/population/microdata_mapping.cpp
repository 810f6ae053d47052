#include "engine/population/microdata_mapping.h"

#include "tests/population/survey.h"

using namespace zhaimao;
using namespace survey;

TEST_CASE("a mapping that cannot be is refused at its place", "[population][microdata]") {
    struct Mistaken {
        std::string setting, says;
    };
    const std::string m = "population.microdata.";
    const std::vector<Mistaken> mistakes{
        {"incomes_are=monthly", "'monthly' is not one of permanent, one_year"},
        {"household.income.wages.unit=yuan/person", "'yuan/person' is no income"},
        {"household.income.wages.unit=yuan/famly", "yuan/famly"},
        {"household.status.codes.1=registred", "did you mean 'registered'"},
        {"household.unmet.water.codes.1=maybe", "'maybe' is not one of no, yes"},
        {"rake.columns.head.shares.man=70 %", "the shares add up to 92 %"},
        {"rake.columns.head.of=heads", "'heads' is not one of households, people"},
        {"rake.tolerance=0", "rake.tolerance"},
        {"bottom_code=100 yuan", "bottom_code"},
        {"file=nowhere.csv", "'nowhere.csv': no such file"},
        {"household.peple=size", "household.people"},
    };
    for (const Mistaken& mistake : mistakes) {
        INFO(mistake.setting);
        CHECK_THROWS_WITH(project_of({m + mistake.setting}), Catch::Contains(mistake.says));
    }
}
