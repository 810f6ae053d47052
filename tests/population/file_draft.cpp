#include "engine/population/file_draft.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/population/sample_inputs.h"

using namespace zhaimao;

namespace {

using Sources = std::array<double, source_count>;

// One county of single people with these incomes, all from wages.
PopulationInputs inputs_of(const std::vector<double>& incomes, IncomeMeaning meaning) {
    PopulationInputs in = sample_inputs();
    auto file = std::make_shared<HouseholdFile>();
    for (const double income : incomes) {
        FileHousehold h;
        h.people = 1;
        h.income = {0.0, income, 0.0, 0.0};
        file->rows.push_back(h);
    }
    file->first = {0, incomes.size()};
    in.microdata.emplace();
    in.microdata->mapping.income = meaning;
    in.microdata->households = file;
    in.luck = {0.0, 0.0, 0.0};
    return in;
}

FileDraft draft_of(const PopulationInputs& in, std::vector<std::uint32_t> copies) {
    return draft_from_file(in, 0, sample_county(), copies, Isa::baseline);
}

}  // namespace

TEST_CASE("low incomes follow the rule", "[population][microdata]") {
    Sources untouched{100.0, 200.0, 0.0, 50.0};
    CHECK(settle_low_income(untouched, 350.0) == LowIncome::none);  // at the floor is not under it
    CHECK(untouched == Sources{100.0, 200.0, 0.0, 50.0});
    Sources loss{-300.0, 900.0, 0.0, 300.0};  // 900 in all: 1200 shrink by 3/4
    CHECK(settle_low_income(loss, 100.0) == LowIncome::netted);
    CHECK(loss == Sources{0.0, 675.0, 0.0, 225.0});
    Sources low{-300.0, 100.0, 0.0, 100.0};
    CHECK(settle_low_income(low, 100.0) == LowIncome::bottom_coded);
    CHECK(low == Sources{0.0, 50.0, 0.0, 50.0});
    Sources nothing{-300.0, 0.0, 0.0, 0.0};
    CHECK(settle_low_income(nothing, 100.0) == LowIncome::bottom_coded);
    CHECK(nothing == Sources{100.0, 0.0, 0.0, 0.0});
}

TEST_CASE("a household stands as often as its weight says, in order", "[population][microdata]") {
    const FileDraft d =
        draft_of(inputs_of({1000.0, 2000.0, 4000.0}, IncomeMeaning::permanent), {2, 0, 1});
    CHECK(d.row == std::vector<std::uint32_t>{0, 0, 2});
    CHECK(d.income[1] == std::vector<float>{1000.0F, 1000.0F, 4000.0F});
    CHECK(d.draft.people == 3);
    // Without luck and error what is observed is the income itself; a float's log and exp leave
    // 8 + 1 + 1 ulp of 2^-24.
    constexpr double ulps = 10 * 0x1p-23;
    CHECK(d.draft.observed[2] == Approx(4000.0).epsilon(ulps));
}

TEST_CASE("one year's luck is taken out of the logs, the mean stays", "[population][microdata]") {
    // Logs m - v and m + v: sd v; with s_t = 0.6 v the spread falls to 0.8 v.
    const double v = 0.5;
    PopulationInputs in =
        inputs_of({1000.0 * std::exp(-v), 1000.0 * std::exp(v)}, IncomeMeaning::one_year);
    in.luck.transitory_sd = 0.6 * v;
    const FileDraft d = draft_of(in, {1, 1});
    constexpr double ulps = 8 * 0x1p-23;
    CHECK(std::log(d.income[1][1] / d.income[1][0]) == Approx(2 * 0.8 * v).epsilon(ulps));
    CHECK((d.income[1][0] + d.income[1][1]) / 2 == Approx(1000.0 * std::cosh(v)).epsilon(ulps));
    in.luck.transitory_sd = 1.1 * v;
    CHECK_THROWS_WITH(draft_of(in, {1, 1}), Catch::Contains("vary less than one year's luck"));
}

TEST_CASE("a total is split by rank", "[population][microdata]") {
    PopulationInputs in = inputs_of({0, 0}, IncomeMeaning::permanent);
    auto file = std::make_shared<HouseholdFile>(*in.microdata->households);
    file->rows[0].income = {2000.0, 0.0, 0.0, 0.0};
    file->rows[1].income = {1000.0, 0.0, 0.0, 0.0};
    in.microdata->households = file;
    in.microdata->mapping.total.column = "income";
    const FileDraft d = draft_of(in, {1, 1});
    // Ranks 3/4 and 1/4; operating income from 50 % at the lowest to 35 % at the highest.
    constexpr double ulp = 0x1p-23;
    CHECK(d.income[0][0] == Approx(2000.0 * (0.50 - 0.15 * 0.75)).epsilon(ulp));
    CHECK(d.income[0][1] == Approx(1000.0 * (0.50 - 0.15 * 0.25)).epsilon(ulp));
}
