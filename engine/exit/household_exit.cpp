#include "engine/exit/household_exit.h"

#include <algorithm>
#include <cmath>

#include "engine/core/prefix_select.h"

namespace zhaimao {
namespace {

// The gap in whole fen for the household, and what that is per head.
float pay_top_up(CaseYear& year, std::size_t c, float averaged, float floor,
                 std::int64_t& paid_fen) {
    if (!(year.floor[c] > 0.0F) || !(averaged < floor)) return averaged;
    year.top_up[c] = floor - averaged;
    paid_fen += std::llround(static_cast<double>(year.top_up[c]) *
                             static_cast<double>(year.people[c]) * 100.0);
    return floor;
}

}  // namespace

AssessmentCount assess(CaseYear& year, CountyState& state, const Assessment& rule, double line,
                       std::vector<Able>& able) {
    AssessmentCount count;
    able.clear();
    Cases& cases = state.cases;
    const auto margin = static_cast<float>(rule.margin);
    const auto needed = static_cast<float>(line * rule.margin);
    for (std::uint32_t c = 0; c < cases.size(); ++c) {
        const float averaged = rule.average_years == 2
                                   ? 0.5F * (cases.assessable[c] + year.assessable[c])
                                   : year.assessable[c];
        const float assessed = year.assessed[c] =
            pay_top_up(year, c, averaged, year.floor[c] * margin, count.top_up_fen);
        cases.assessable[c] = year.assessable[c];
        const float in_truth = year.income[c] - (year.illness[c] + year.schooling[c]);
        year.true_assessed[c] =
            year.top_up[c] +
            (rule.average_years == 2 ? 0.5F * (cases.true_assessable[c] + in_truth) : in_truth);
        cases.true_assessable[c] = in_truth;
        const std::uint32_t word = cases.state[c];
        if (!on_register(status_of(word))) continue;
        const bool passes = assessed >= needed;
        cases.passes[c] = passes ? static_cast<std::uint8_t>(std::min(cases.passes[c] + 1, 255))
                                 : std::uint8_t{0};
        if (cases.passes[c] < rule.consecutive_years || state::Unmet::get(word) != 0) continue;
        const auto people = static_cast<std::int32_t>(trait::People::get(year.traits[c]));
        count.able_people += people;
        able.push_back({assessed, c, people});
    }
    return count;
}

std::int64_t let_exit(CountyState& state, std::vector<Able>& able, std::int64_t up_to_people,
                      int year) {
    const auto best_first = [](const Able& a, const Able& b) {
        return a.assessed != b.assessed ? a.assessed > b.assessed : a.case_index < b.case_index;
    };
    const std::size_t leaving = select_prefix(std::span(able), up_to_people, best_first,
                                              [](const Able& a) { return std::int64_t{a.people}; });
    std::int64_t people = 0;
    for (std::size_t i = 0; i < leaving; ++i) {
        const std::uint32_t c = able[i].case_index;
        state.set(c, state::Status::set(state.cases.state[c],
                                        static_cast<std::uint32_t>(Status::exited)));
        state.cases.cohort[c] = 0;
        state.cases.left[c] = static_cast<std::int16_t>(year);
        people += able[i].people;
    }
    return people;
}

}  // namespace zhaimao
