#include "engine/exit/look_back.h"

namespace zhaimao {
namespace {

constexpr Purpose detection("look_back/detection", Chance::measurement);

Cause cause_of(std::uint32_t traits, std::uint32_t state, const Dynamics& dynamics) {
    const std::uint32_t event = state::Event::get(state);
    return event != 0 ? dynamics.events[event - 1].cause
                      : static_cast<Cause>(trait::MainCause::get(traits));
}

bool is_found(std::uint32_t row, double probability, const LookBackContext& context) {
    return probability >= 1.0 ||
           context.draws.uniform(row, context.area, context.year, detection) < probability;
}

void enter(CountyState& state, std::uint32_t case_index, Status status, int year) {
    state.set(case_index, state::Status::set(state.cases.state[case_index],
                                             static_cast<std::uint32_t>(status)));
    state.cases.entered[case_index] = static_cast<std::int16_t>(year);
    state.cases.passes[case_index] = 0;
}

// Cases outside the register: the exited, and those served without ever having been on it.
void look_at_cases(EntryCount& count, CountyState& state, const LookBackContext& context) {
    Cases& cases = state.cases;
    for (std::uint32_t c = 0; c < cases.size(); ++c) {
        const Status status = cases.status(c);
        if (on_register(status)) continue;
        const bool exited = status == Status::exited;
        const bool gap =
            exited && context.rule.unmet_guarantees && state::Unmet::get(cases.state[c]) != 0;
        if (!(cases.observed_mean[c] < context.threshold) && !gap) continue;
        if (!is_found(cases.row[c],
                      exited ? context.rule.detection_exited : context.rule.detection_never,
                      context))
            continue;
        const auto cause =
            static_cast<std::size_t>(cause_of(cases.traits[c], cases.state[c], context.dynamics));
        (exited ? count.relapsed : count.newly_poor)[cause] += cases.people(c);
        if (exited) count.relapsed_after[spell_of(context.year - cases.left[c])] += cases.people(c);
        enter(state, c, exited ? Status::relapsed : Status::registered, context.year);
    }
}

void look_at_screened(EntryCount& count, CountyState& state, const CountyPopulation& population,
                      const LookBackContext& context) {
    for (const std::uint32_t row : state.screened) {
        if (state::IsCase::get(state.state[row]) ||
            !is_found(row, context.rule.detection_never, context))
            continue;
        const auto cause = static_cast<std::size_t>(
            cause_of(population.traits[row], state.state[row], context.dynamics));
        count.newly_poor[cause] += trait::People::get(population.traits[row]);
        enter(state, add_case(state, population, row, state.observed[row], state.observed[row]),
              Status::registered, context.year);
    }
}

}  // namespace

EntryCount look_back(CountyState& state, const CountyPopulation& population,
                     const LookBackContext& context) {
    EntryCount count;
    look_at_cases(count, state, context);
    look_at_screened(count, state, population, context);
    return count;
}

}  // namespace zhaimao
