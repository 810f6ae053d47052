// What reports look up in the tables of a run: names, and services of the city by year.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/report/report_table.h"
#include "engine/report/risk.h"
#include "engine/report/run_results.h"

namespace zhaimao {

// Of table `label`; the id itself where it has no label.
[[nodiscard]] Label label_of(const RunResults& results, const std::string& kind,
                             const std::string& id);
// Of the inputs that have a name, by path.
[[nodiscard]] std::map<std::string, std::string> input_names(const RunResults& results,
                                                             Language language);
// Of table `indicator`.
[[nodiscard]] Label indicator_label(const RunResults& results, const std::string& indicator);
[[nodiscard]] std::string indicator_unit(const RunResults& results, const std::string& indicator);
[[nodiscard]] Label area_label(const RunData& run, std::int64_t area);

// Of table `target`, in its order.
struct TargetChance {
    std::int64_t area = 0;
    int deadline = 0;
    Figure p_on_time;     // with its confidence interval
    std::string kind{};   // delisting, cohort, stock
    int median_year = 0;  // beyond the horizon: never
    Risk risk{};
};
[[nodiscard]] std::vector<TargetChance> target_chances(const RunResults& results);
// The same by deadline, English name and code: the order in which the console names them.
[[nodiscard]] std::vector<TargetChance> chances_by_deadline(const RunResults& results);
// Places of the `most` at risk, the worst first; of those alike the first.
[[nodiscard]] std::vector<std::size_t> by_risk(const std::vector<TargetChance>& chances,
                                               std::size_t most);
// The same places, ascending.
[[nodiscard]] std::vector<std::size_t> least_likely(const std::vector<TargetChance>& chances,
                                                    std::size_t most);
// All targets together, with the confidence interval; nothing where table `joint_target` has not
// them.
[[nodiscard]] std::optional<Figure> joint_chance(const RunResults& results);

// What a year costs: the support that instruments give, and top-ups.
[[nodiscard]] const std::vector<std::string>& money_indicators();
// Indicators of table `area_year` added up. The error of a sum is at most the sum of errors; its
// range is known of one indicator only. No value where one of them is missing.
[[nodiscard]] Figure added_up(const RunData& run, const std::vector<std::string>& indicators,
                              std::int64_t area, int year);

using ByYear = std::map<int, Summary>;
// Of table `intervention_year`: one indicator of the city by intervention, in the order of the
// table.
[[nodiscard]] std::vector<std::pair<std::string, ByYear>> yearly_services(
    const RunResults& results, const std::string& indicator);

}  // namespace zhaimao
