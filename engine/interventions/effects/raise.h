// Effect `raise`: an enrolled household earns more from one source, after a ramp, for a while.
//
//   gain(k) = ramp(k) ((factor - 1) base + amount),    ramp(k) = min(1, (k - delay + 1) /
//   ramp_years)
//
// k counts years since the benefit began, from 0; base is the source's income before this year's
// effects. Before `delay` and from k = delay + duration on the gain is zero. With income
// `permanent` the log permanent deviation itself moves by ln(factor), once, at k = delay, for good
// (it fades where the deviation does). Model, section 4.
#pragma once

#include "engine/interventions/service.h"

namespace zhaimao {

struct Raise {
    static constexpr std::string_view name = "raise";
    enum class Income : std::uint8_t { operating, wages, property, transfers, all, permanent };

    Income income = Income::operating;
    double factor = 1.0;  // at full ramp: 1.11 is +11 %
    double amount = 0.0;  // at full ramp, yuan per person and year, prices of the year
    int delay = 0;        // years before it begins
    int ramp_years = 1;   // 1: full effect at once
    int duration = for_good;

    static constexpr int for_good = std::numeric_limits<int>::max();
    static Raise read(Block& block);

    [[nodiscard]] float ramp(int age) const;  // share of the full effect at this age
    void before_luck(std::span<const Served> served, CountyState& state) const;
    void apply(std::span<const Served> served, EffectContext& context) const;

    friend bool operator==(const Raise&, const Raise&) = default;
};

}  // namespace zhaimao
