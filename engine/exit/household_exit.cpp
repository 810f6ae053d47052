#include "engine/exit/household_exit.h"

#include <algorithm>

#include "engine/core/flags.h"
#include "engine/core/prefix_select.h"

namespace zhaimao {
namespace {

// Averages and lifts whom a top-up covers; carries what was averaged to the next year.
void lift(CaseYear& year, Cases& cases, const Assessment& rule) {
    const auto margin = static_cast<float>(rule.margin);
    const float before = rule.average_years == 2 ? 0.5F : 0.0F, now = 1.0F - before;
    const float* const __restrict assessable = year.assessable.data();
    const float* const __restrict floors = year.floor.data();
    float* const __restrict last = cases.assessable.data();
    float* const __restrict top_up = year.top_up.data();
    float* const __restrict assessed = year.assessed.data();
    for (std::size_t c = 0; c < cases.size(); ++c) {
        const float averaged = before * last[c] + now * assessable[c];
        const float floor = floors[c] * margin;
        const bool lifted = (floors[c] > 0.0F) & (averaged < floor);
        top_up[c] = lifted ? floor - averaged : 0.0F;
        assessed[c] = lifted ? floor : averaged;
        last[c] = assessable[c];
    }
}

// Counts the years passed of those on the register, and flags who may leave it.
FlagColumn flag_able(const CaseYear& year, Cases& cases, const Assessment& rule, float needed) {
    FlagColumn able(cases.size());
    const float* const __restrict assessed = year.assessed.data();
    const std::uint32_t* const __restrict state = cases.state.data();
    std::uint8_t* const __restrict passes = cases.passes.data();
    std::uint8_t* const __restrict flags = able.data();
    for (std::size_t c = 0; c < able.size(); ++c) {
        const int in = on_register(status_of(state[c])) ? 1 : 0;
        const int more = passes[c] == 255 ? 255 : passes[c] + 1;
        const int count = assessed[c] >= needed ? more : 0;
        passes[c] = static_cast<std::uint8_t>(in != 0 ? count : passes[c]);
        const int gaps = state::Unmet::get(state[c]) != 0 ? 1 : 0;
        flags[c] =
            static_cast<std::uint8_t>(in & (count >= rule.consecutive_years ? 1 : 0) & (1 - gaps));
    }
    return able;
}

}  // namespace

std::int64_t assess(CaseYear& year, CountyState& state, const Assessment& rule, double line,
                    std::vector<Able>& able) {
    std::int64_t able_people = 0;
    Cases& cases = state.cases;
    lift(year, cases, rule);
    able.clear();
    for_each_set(
        flag_able(year, cases, rule, static_cast<float>(line * rule.margin)), [&](std::size_t c) {
            const auto people = static_cast<std::int32_t>(trait::People::get(year.traits[c]));
            able_people += people;
            able.push_back({year.assessed[c], static_cast<std::uint32_t>(c), people});
        });
    return able_people;
}

void average_truth(CaseYear& year, CountyState& state, const Assessment& rule) {
    Cases& cases = state.cases;
    const float before = rule.average_years == 2 ? 0.5F : 0.0F, now = 1.0F - before;
    const float* const __restrict income = year.income.data();
    const float* const __restrict illness = year.illness.data();
    const float* const __restrict schooling = year.schooling.data();
    const float* const __restrict top_up = year.top_up.data();
    float* const __restrict last = cases.true_assessable.data();
    float* const __restrict assessed = year.true_assessed.data();
    const std::uint32_t* const __restrict state_of = cases.state.data();
    for (std::size_t c = 0; c < cases.size(); ++c) {
        const bool never = status_of(state_of[c]) == Status::never;
        const float in_truth = income[c] - (never ? 0.0F : illness[c] + schooling[c]);
        assessed[c] = top_up[c] + (before * last[c] + now * in_truth);
        last[c] = in_truth;
    }
}

ExitCount let_exit(CountyState& state, std::vector<Able>& able, std::int64_t up_to_people,
                   int year) {
    const auto best_first = [](const Able& a, const Able& b) {
        return a.assessed != b.assessed ? a.assessed > b.assessed : a.case_index < b.case_index;
    };
    const std::size_t leaving = select_prefix(std::span(able), up_to_people, best_first,
                                              [](const Able& a) { return std::int64_t{a.people}; });
    ExitCount count;
    for (std::size_t i = 0; i < leaving; ++i) {
        const std::uint32_t c = able[i].case_index;
        state.set(c, state::Status::set(state.cases.state[c],
                                        static_cast<std::uint32_t>(Status::exited)));
        state.cases.cohort[c] = 0;
        state.cases.left[c] = static_cast<std::int16_t>(year);
        count.people += able[i].people;
        count.after[spell_of(year - state.cases.entered[c])] += able[i].people;
    }
    return count;
}

}  // namespace zhaimao
