// Effect `provide`: meets a guarantee for good, after a delay, or for a share of the unmet each
// year.
//
// With a rate, a household is helped in year t with that probability, keyed by household, year and
// intervention. Model, section 4.
#pragma once

#include "engine/interventions/service.h"

namespace zhaimao {

struct Provide {
    static constexpr std::string_view name = "provide";

    Guarantee guarantee = Guarantee::housing;
    int delay = 0;      // years after the benefit began
    double rate = 1.0;  // share of the unmet that is helped a year
    Purpose luck{""};   // whose turn it is

    static Provide read(Block& block, Purpose luck);
    void apply(std::span<const Served> served, EffectContext& context) const;

    friend bool operator==(const Provide&, const Provide&) = default;
};

}  // namespace zhaimao
