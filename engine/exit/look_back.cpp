#include "engine/exit/look_back.h"

#include "engine/core/flags.h"

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

// Cases outside the register that look poor: the exited, and those served without ever having been
// on it.
FlagColumn flag_poor(const Cases& cases, const LookBackContext& context) {
    FlagColumn flags(cases.size());
    std::uint8_t* const __restrict flag = flags.data();
    const std::uint32_t* const __restrict state = cases.state.data();
    const float* const __restrict seen = cases.observed_mean.data();
    const std::uint32_t gaps = context.rule.unmet_guarantees ? state::Unmet::max : 0;
    const float threshold = context.threshold;
    constexpr auto exited = static_cast<std::uint32_t>(Status::exited);
    for (std::size_t c = 0; c < flags.size(); ++c) {
        const std::uint32_t out = 1U - registered_bit(state[c]);
        const std::uint32_t left = state::Status::get(state[c]) == exited ? 1U : 0U;
        const std::uint32_t gap = (state::Unmet::get(state[c]) & gaps) != 0 ? left : 0U;
        const std::uint32_t poor = seen[c] < threshold ? 1U : 0U;
        flag[c] = static_cast<std::uint8_t>(out & (poor | gap));
    }
    return flags;
}

void look_at_cases(EntryCount& count, CountyState& state, const LookBackContext& context) {
    const Cases& cases = state.cases;
    for_each_set(flag_poor(cases, context), [&](std::size_t k) {
        const auto c = static_cast<std::uint32_t>(k);
        const bool exited = cases.status(c) == Status::exited;
        if (!is_found(cases.row[c],
                      exited ? context.rule.detection_exited : context.rule.detection_never,
                      context))
            return;
        const auto cause =
            static_cast<std::size_t>(cause_of(cases.traits[c], cases.state[c], context.dynamics));
        (exited ? count.relapsed : count.newly_poor)[cause] += cases.people(c);
        if (exited) count.relapsed_after[spell_of(context.year - cases.left[c])] += cases.people(c);
        enter(state, c, exited ? Status::relapsed : Status::registered, context.year);
    });
}

void look_at_screened(EntryCount& count, CountyState& state, const CountyPopulation& population,
                      const LookBackContext& context) {
    const Screened& screened = state.screened;
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < screened.size(); ++i) {
        if (!is_found(screened.row[i], context.rule.detection_never, context)) continue;
        const auto cause = static_cast<std::size_t>(
            cause_of(screened.traits[i], screened.state[i], context.dynamics));
        count.newly_poor[cause] += trait::People::get(screened.traits[i]);
        found.push_back(i);
    }
    register_screened(state, population, found, context.year);
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
