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
};

// What an effect may read and change: one county, one year.
struct EffectContext {
    CaseYear& cases;
    CountyState& state;
    const Draws& draws;
    std::uint32_t area = 0;
    int year = 0;
    double line = 0.0;          // poverty line of the year, yuan per person
    std::int64_t paid_fen = 0;  // transfers paid, added to
};

// What a monetary amount is paid or spent for.
enum class Per : std::uint8_t { person, household, worker, student };

// Units of a household of these traits; students of one stage only where `stage` is not negative.
[[nodiscard]] std::int64_t units_of(std::uint32_t traits, Per per, int stage = -1);

// An amount of money per unit, with the unit it was written in.
struct Amount {
    double yuan = 0.0;
    Per per = Per::household;

    // A key that accepts yuan/person, yuan/household, yuan/worker and yuan/student, all per year
    // where `yearly`.
    static std::optional<Amount> read(Block& block, std::string_view name, std::string_view meaning,
                                      bool yearly);
};

}  // namespace zhaimao
