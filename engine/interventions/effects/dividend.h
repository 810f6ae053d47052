// Effect `dividend`: the yearly earnings of an asset, shared out.
//
// Of a village's asset, such as a PV station, from age 0 on:
//
//   earnings  = power x full-load hours x tariff, times first_year_share at age 0
//   household = share x earnings / number of the village's households served this year
//
// in whole fen; what the division leaves, and the share not given to households or to those whose
// support tapers, is the village's own income. Or a fixed payment: whoever is served gets it, whatever the asset earns. Paid like an
// administrative transfer: officials see it without error. Model, section 4.
#pragma once

#include "engine/interventions/service.h"

namespace zhaimao {

struct Dividend {
    static constexpr std::string_view name = "dividend";

    double power = 0.0;             // of one village's asset, watts
    double full_load_hours = 0.0;   // watt-hours per watt and year
    double tariff = 0.0;            // yuan per watt-hour
    double households_share = 1.0;  // of the earnings
    std::optional<Amount> payment;  // fixed, a year; then the asset's figures are not used
    double first_year_share = 1.0;  // of a year's earnings at age 0: when it began to work
    int duration = std::numeric_limits<int>::max();  // years

    static Dividend read(Block& block);
    // Of one village's asset at this age, fen.
    [[nodiscard]] std::int64_t earnings(int age) const;
    void apply(std::span<const Served> served, EffectContext& context) const;

    friend bool operator==(const Dividend&, const Dividend&) = default;

   private:
    void pay_fixed(std::span<const Served> served, EffectContext& context) const;
    void share_out(std::span<const Served> served, EffectContext& context) const;
};

}  // namespace zhaimao
