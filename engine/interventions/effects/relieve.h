// Effect `relieve`: lowers an unavoidable expense by an amount or a share, at most to zero. Model,
// section 4.
#pragma once

#include "engine/interventions/service.h"

namespace zhaimao {

struct Relieve {
    static constexpr std::string_view name = "relieve";
    enum class Expense : std::uint8_t { illness, schooling };

    Expense expense = Expense::illness;
    Amount by;           // a year; zero where a share is given
    double share = 0.0;  // of what is left of the expense

    static Relieve read(Block& block);
    void apply(std::span<const Served> served, EffectContext& context) const;

    friend bool operator==(const Relieve&, const Relieve&) = default;
};

}  // namespace zhaimao
