#include "engine/interventions/effects/raise.h"

#include <algorithm>

#include "engine/core/math/math.h"

namespace zhaimao {

Raise Raise::read(Block& block) {
    constexpr std::array<std::string_view, 6> incomes{"operating", "wages", "property",
                                                      "transfers", "all",   "permanent"};
    Raise r;
    r.income = static_cast<Income>(block.choice("income", "the source that grows", incomes));
    r.factor =
        block.number({"factor", unit::number, at_least(1.0), "at full ramp: 1.11 is +11 %"}, 1.0);
    r.amount =
        block.number({"amount", unit::yuan_per_person_year, amount_range, "at full ramp"}, 0.0);
    r.delay = static_cast<int>(
        block.whole({"delay", unit::years, delay_range, "years before it begins"}, 0));
    r.ramp_years = static_cast<int>(
        block.whole({"ramp", unit::years, at_least(1), "years to full effect"}, 1));
    r.duration = static_cast<int>(
        block.whole({"duration", unit::years, at_least(1), "years; absent: for good"}, for_good));
    if (r.income == Income::permanent &&
        (r.amount > 0.0 || r.ramp_years > 1 || r.duration != for_good))
        block.error("income",
                    "the permanent deviation is raised by a factor, at once and for good. Remove "
                    "amount, ramp and duration");
    return r;
}

float Raise::ramp(int age) const {
    const int k = age - delay;
    if (k < 0 || k >= duration) return 0.0F;
    return static_cast<float>(
        std::min(1.0, static_cast<double>(k + 1) / static_cast<double>(ramp_years)));
}

void Raise::before_luck(std::span<const Served> served, CountyState& state) const {
    if (income != Income::permanent) return;
    const auto step = static_cast<float>(math::log(factor));
    for (const Served& s : served)
        if (s.age == delay) state.deviation[state.cases.row[s.case_index]] += step;
}

void Raise::apply(std::span<const Served> served, EffectContext& context) const {
    if (income == Income::permanent) return;
    const std::size_t first = income == Income::all ? 0 : static_cast<std::size_t>(income);
    const std::size_t last = income == Income::all ? source_count - 1 : first;
    const auto more = static_cast<float>(factor - 1.0);
    for (const Served& s : served) {
        const float held =
            s.age_at_start < 0 ? 0.0F : ramp(s.age_at_start);  // base income holds it
        const float share = s.share * std::max(0.0F, ramp(s.age) - held);
        for (std::size_t source = first; source <= last; ++source)
            context.cases.gain[source][s.case_index] +=
                share * more * context.cases.base[source][s.case_index];
        context.cases.gain[first][s.case_index] += share * static_cast<float>(amount);
    }
}

}  // namespace zhaimao
