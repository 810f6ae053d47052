// The section `rules`: in how many futures each designated county fails each delisting rule at its
// deadline. Model, section 6.
#pragma once

#include "engine/report/figure_text.h"
#include "engine/report/report_table.h"
#include "engine/report/run_results.h"

namespace zhaimao {

// Of table `rule_failure`, at the deadline of each county: futures in which it is not delisted yet
// and fails the rule.
struct DeadlineFailure {
    std::int64_t area = 0;
    int deadline = 0;
    std::string rule;
    double p_fail = 0.0;
};
// By deadline, English name and code; rules that the county is held to. None where incidence
// decides alone.
[[nodiscard]] std::vector<DeadlineFailure> deadline_failures(const RunResults& results);

// Without rows where there are none. Limits stand in the closing rows.
[[nodiscard]] ReportTable rules_section(const RunResults& results, const ReportStyle& style);

}  // namespace zhaimao
