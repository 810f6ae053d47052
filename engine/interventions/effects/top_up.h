// Effect `top_up`: lifts assessable income to a share of the poverty line, exactly; never lowers
// it. Where support tapers, it is whole as long as it lasts.
//
// The gap is known, and paid, only when income has been averaged: exit/household_exit.h pays it.
// Model, section 3 C 2.
#pragma once

#include "engine/interventions/service.h"

namespace zhaimao {

struct TopUp {
    static constexpr std::string_view name = "top_up";

    std::vector<double> to;  // [year - first], share of the poverty line
    int first_year = 0;

    static TopUp read(Block& block, int first_year, int last_year);
    void apply(std::span<const Served> served, EffectContext& context) const;

    friend bool operator==(const TopUp&, const TopUp&) = default;
};

}  // namespace zhaimao
