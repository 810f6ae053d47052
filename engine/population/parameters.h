// What a population is made from: county marginals and the rates of its attributes. Model,
// section 2.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "engine/core/config/block.h"
#include "engine/population/area.h"
#include "engine/population/attributes_in_file.h"
#include "engine/population/household.h"
#include "engine/population/lorenz/income_shape.h"
#include "engine/population/microdata.h"

namespace zhaimao {

// A rate that differs between the poor (permanent income under the poverty mark) and the others.
struct RateByPoverty {
    double poor = 0.0;
    double others = 0.0;

    static RateByPoverty read(Block block);
    friend bool operator==(const RateByPoverty&, const RateByPoverty&) = default;
};

struct Composition {
    std::vector<double> size_shares;  // [size - 1], share of households; sums to 1
    RateByPoverty no_worker;          // share of households without anyone able to work
    double workers_share = 0.0;       // of the people of the other households
    std::array<RateByPoverty, stage_count>
        students;  // share of households with a student of the stage
    std::array<RateByPoverty, guarantee_count> unmet;  // share of households where it is not met
    std::array<double, cause_count> causes{};          // shares of main causes; sums to 1
    double village_odds =
        1.0;  // odds of living in a registered village, the registered poor over the others

    static Composition read(Block& population, const AttributesInFile& known = {});
    friend bool operator==(const Composition&, const Composition&) = default;
};

// How a county's log-mean income is found.
enum class MeanRule { solved, given };

struct IncomeDistribution {
    MeanRule means = MeanRule::solved;
    double log_sd = 0.0;               // of one year's income per head within a county
    std::optional<IncomeShape> shape;  // of a published Lorenz curve; without: log-normal
    double poverty_mark =
        1.0;  // "poor" in the rates: permanent income under this share of the line
    std::array<double, source_count> lowest{};   // source shares at rank 0 of the county
    std::array<double, source_count> highest{};  // and at rank 1; linear in between

    static IncomeDistribution read(Block& population);
    // Beside a file of incomes: the poverty mark, and the source shares unless the file has them.
    static IncomeDistribution read_beside_file(Block& population, const AttributesInFile& known);
    friend bool operator==(const IncomeDistribution&, const IncomeDistribution&) = default;
};

enum class RegisterRule {
    official,  // from the lowest score on until the official number of people is reached
    line,      // every household whose score is under the line
};

struct RegisterEntry {
    RegisterRule rule = RegisterRule::official;
    int basis_years = 1;     // years of income the score averages; at most max_basis_years
    double gap_bonus = 0.0;  // log points off the score per unmet guarantee

    static constexpr int max_basis_years = 4;
    static RegisterEntry read(Block block);
    friend bool operator==(const RegisterEntry&, const RegisterEntry&) = default;
};

// Of a census, of all people.
struct AgeShares {
    double under_15 = 0.0;
    double over_64 = 0.0;

    static std::optional<AgeShares> read_if_given(Block& above);
    friend bool operator==(const AgeShares&, const AgeShares&) = default;
};

// Per county, beside area.h's County.
struct CountyMarginals {
    std::optional<double> mean_size;         // people a household
    std::optional<double> mean_income;       // with MeanRule::given, yuan per person and year
    std::optional<double> published_income;  // reported beside the implied mean, never used
    std::optional<AgeShares> ages;           // against PopulationInputs::ages
    std::int64_t villages = 1;
    std::int64_t registered_villages = 0;

    static CountyMarginals read(Block& county);
    friend bool operator==(const CountyMarginals&, const CountyMarginals&) = default;
};

// The luck and the error that the start state already holds.
struct StartLuck {
    double transitory_sd = 0.0;
    double measurement_sd = 0.0;
    double measurement_persistence = 0.0;

    friend bool operator==(const StartLuck&, const StartLuck&) = default;
};

// Everything a population depends on: equal inputs make equal populations.
struct PopulationInputs {
    std::uint64_t seed = 0;
    std::int64_t one_in = 1;  // real households that a simulated one stands for
    int start = 0;
    double line = 0.0;  // of the start year, yuan per person
    Composition composition;
    IncomeDistribution income;
    RegisterEntry entry;
    StartLuck luck;
    std::optional<AgeShares> ages;             // of the whole place, in the counties' census
    std::vector<CountyMarginals> counties;     // in order of code
    std::optional<MicrodataInputs> microdata;  // where households are read, not synthesised

    friend bool operator==(const PopulationInputs&, const PopulationInputs&) = default;
};

// The area half of one block under `counties`, but for its province.
[[nodiscard]] County read_county(Block& block);
[[nodiscard]] Province read_province(Block& block);
// The index of the county's province, if it says one.
[[nodiscard]] std::optional<std::size_t> read_province_of(Block& county,
                                                          const std::vector<Province>& provinces);
[[nodiscard]] City read_city(Block block);

}  // namespace zhaimao
