// Effect `transfer`: pays an amount per person, worker, student or household, every year or for
// some years.
//
// Administrative: officials see it without error. Paid in whole fen. Model, section 4.
#pragma once

#include "engine/interventions/service.h"

namespace zhaimao {

struct Transfer {
    static constexpr std::string_view name = "transfer";

    Amount amount;                                   // a year, prices of the year
    int stage = -1;                                  // of students paid for; -1: all
    int duration = std::numeric_limits<int>::max();  // years

    static Transfer read(Block& block);
    // To a household of these traits, fen.
    [[nodiscard]] std::int64_t due(std::uint32_t traits, const Served& served) const;
    void apply(std::span<const Served> served, EffectContext& context) const;

    friend bool operator==(const Transfer&, const Transfer&) = default;
};

}  // namespace zhaimao
