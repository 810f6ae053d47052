// Whom an intervention serves this year: the list that effects are applied to.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/random/draws.h"
#include "engine/dynamics/case_year.h"

namespace zhaimao {

// One served case and how long it has had the benefit.
struct Served {
    std::uint32_t case_index = 0;
    std::int16_t age = 0;  // years since the benefit began, from 0
    std::int16_t age_at_start =
        -1;  // age at the start of the run, where base income already holds the effect; -1: none
    float share = 1.0F;  // of the benefit that is still given: under 1 where support tapers
};

// Money that an effect moves, beside the intervention's own costs; fen.
struct Flows {
    std::int64_t paid = 0;         // transfers of the programme to households
    std::int64_t dividends = 0;    // earnings of village assets that households receive
    std::int64_t village = 0;      // what of these earnings stays with the villages
    std::int64_t lent = 0;         // principals of loans
    std::int64_t repaid = 0;       // of these principals
    std::int64_t written_off = 0;  // of these principals, lost to the lender
};

// What an effect may read and change: one county, one year.
struct EffectContext {
    CaseYear& cases;
    CountyState& state;
    const CountyPopulation& population;
    const Draws& draws;
    std::uint32_t area = 0;
    int year = 0;
    double line = 0.0;                                 // poverty line of the year, yuan per person
    Flows flows;                                       // added to
    std::vector<std::int64_t>* village_fen = nullptr;  // by village: its own income, added to
    std::span<const std::uint32_t> paid_for;  // traits by case that transfers are paid by; empty:
                                              // those of the year
};

// What a monetary amount is paid or spent for.
enum class Per : std::uint8_t { person, household, worker, student, village };

// Units of a household of these traits; students of one stage only where `stage` is not negative.
// A household is no village: 0.
[[nodiscard]] std::int64_t units_of(std::uint32_t traits, Per per, int stage = -1);

// Rounded to the nearest whole, halves away from zero, as std::llround does it without a call.
[[nodiscard]] constexpr std::int64_t whole_fen(double fen) {
    const auto towards_zero = static_cast<std::int64_t>(fen);
    const double rest = fen - static_cast<double>(towards_zero);
    return towards_zero + (rest >= 0.5 ? 1 : 0) - (rest <= -0.5 ? 1 : 0);
}
[[nodiscard]] constexpr std::int64_t fen_of_yuan(double yuan) {
    return whole_fen(yuan * 100.0);
}

// A share of an amount in whole fen.
[[nodiscard]] std::int64_t share_of(std::int64_t fen, double share);

// An amount of money per unit, with the unit it was written in.
struct Amount {
    double yuan = 0.0;
    Per per = Per::household;

    // For a household of these traits, in whole fen.
    [[nodiscard]] std::int64_t fen_of(std::uint32_t traits) const;

    // A key that accepts yuan/person, yuan/household, yuan/worker, yuan/student and yuan/village,
    // all per year where `yearly`.
    static std::optional<Amount> read(Block& block, std::string_view name, std::string_view meaning,
                                      bool yearly);

    friend bool operator==(const Amount&, const Amount&) = default;
};

// What amounts together come to for a household, by its members; whole fen. Villages have no part
// in it.
class MemberCost {
   public:
    // Of students of one stage only where `stage` is not negative.
    void add(const Amount& amount, int stage = -1);

    [[nodiscard]] std::int64_t of(std::uint32_t traits) const {
        std::int64_t fen = household_ + person_ * trait::People::get(traits) +
                           worker_ * trait::Workers::get(traits);
        for (std::uint32_t s = 0; s < stage_count; ++s)
            fen += student_[s] * (trait::Students::get(traits) >> s & 1U);
        return fen;
    }

   private:
    std::int64_t household_ = 0, person_ = 0, worker_ = 0;
    std::array<std::int64_t, stage_count> student_{};
};

}  // namespace zhaimao
