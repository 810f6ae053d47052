// What a run prints, as numbers: for the console in two languages and for `--json`.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/ensemble/influence.h"
#include "engine/report/context.h"
#include "engine/report/risk.h"

namespace zhaimao {

// From this probability on a county "probably" meets its year.
inline constexpr double probable = 0.8;

struct RuleFailure {
    std::string rule;
    double p_fail = 0.0;  // at the deadline: not delisted by then, and the rule does not hold
};

struct CountyDigest {
    std::size_t index = 0;  // in ReportContext::counties
    TargetOutcome outcome;
    double start_incidence = 0.0;  // means over replicates
    double deadline_incidence = 0.0;
    std::vector<RuleFailure> failures;  // of a county to be delisted, in order of its rules

    [[nodiscard]] bool is_probable() const { return outcome.p_on_time >= probable; }
    [[nodiscard]] Risk risk() const;
};

struct ExitYear {
    int year = 0;
    Summary people;
    std::optional<double> task;  // people who were to exit

    [[nodiscard]] bool is_short() const { return task && people.mean < *task; }
};

struct AreaYear {
    Summary poor_people;
    double incidence = 0.0;
};

// An input that the main outcome, poor people of the city at the last deadline, leans on.
struct Leaning {
    std::string path;
    Label name;
    Influence influence;
};

struct RunDigest {
    std::vector<CountyDigest> counties;  // by deadline, then English name, then code
    std::vector<JointTarget> joint;
    std::vector<ExitYear> city_exits;  // from the year after the start to the last deadline
    Summary cumulative_exits;          // at the last deadline
    std::vector<int> years;            // start to last deadline
    std::vector<std::vector<AreaYear>> area_years;      // [area of the ensemble][index into years]
    std::vector<std::vector<AreaYear>> province_years;  // [province][index into years]
    std::vector<Summary> delisted;                      // counties, by year: so far
    NonFinite non_finite;                               // values of the record that are not numbers
    double broken_households =
        0.0;                 // whose income was not a number: mean of the city's, summed over years
    std::size_t inputs = 0;  // numbers that the run used
    std::size_t assumptions = 0;    // of these
    std::size_t never_varied = 0;   // of the assumptions
    std::vector<Leaning> leans_on;  // told apart from chance, the strongest first

    [[nodiscard]] std::size_t probable_counties() const;
    // Index into `counties`; the first where several are alike.
    [[nodiscard]] std::size_t most_at_risk() const;
};

// The counties of one deadline.
struct DeadlineCount {
    int year = 0;
    std::size_t counties = 0;
    std::size_t probable = 0;  // of these
    double expected = 0.0;     // in time: the sum of their probabilities
    Summary delisted;          // counties of all deadlines, so far
};

[[nodiscard]] std::vector<DeadlineCount> deadline_counts(const ReportContext& context,
                                                         const RunDigest& digest);

// The first `most`, the most at risk first.
[[nodiscard]] std::vector<CountyDigest> most_at_risk(const RunDigest& digest, std::size_t most);

[[nodiscard]] RunDigest digest(const ReportContext& context, const Ensemble& ensemble);

}  // namespace zhaimao
