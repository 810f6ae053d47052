// The dense pass: a year of everybody in one county, in a few branch-free loops over columns.
// Model, section 3 B.
//
//   d[t]  = rho d[t-1] + s_p e1                                    permanent deviation
//   market multiplier = exp(d[t] + s_t e2 - Var(d[t]) / 2 - s_t^2 / 2)
//   income = (operating g_o + wages g_w) multiplier less event losses + property g_p + transfers
//   g_t observed = income exp(m[t]),  m[t] = rho_m m[t-1] + s_m sqrt(1 - rho_m^2) e4
//
// One Philox call a household and year: words 0 and 1 make e1 and e2 (Box and Muller), word 2 is
// the event, word 3 the measurement. Compiled once per instruction set with the same bits; raw
// pointers only. Households that have a row in the case list are left out of the sums and of the
// screen: the case pass counts them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "engine/core/isa.h"
#include "engine/population/income_classes.h"

namespace zhaimao {

// Events as the pass needs them: thresholds on the event word, by poverty at the start, ascending.
struct EventThresholds {
    static constexpr std::size_t max_events = 8;
    std::size_t household_events = 0;  // first ones in the list; village events follow
    std::size_t events = 0;
    // The consecutive intervals of household events, [poor][event], as shares of 2^32: the event
    // strikes from `lower` to below `upper`. What a protection took off an interval lies between
    // its `upper` and the next `lower`; village events begin at `village_from`.
    std::uint32_t lower[2][max_events] = {};
    std::uint32_t upper[2][max_events] = {};
    std::uint32_t village_from[2] = {};
    // Width of the interval of a village event in a village that it hits, as a share of 2^32.
    std::uint32_t struck[max_events] = {};
    float kept_operating[max_events] = {};  // share of operating income left during the event
    float kept_wages[max_events] = {};
    std::uint32_t years_after[max_events] = {};  // years that it lasts beyond the first
};

// People-weighted sums over the households that are not cases.
struct LiveSums {
    double income = 0.0;     // yuan
    double source[3] = {};   // operating, wages, property; the rest is transfers
    double poverty[3] = {};  // FGT numerators at the line, alpha 0, 1, 2
    double people = 0.0;
    double not_finite = 0.0;  // households whose income is not a number
};

// What the pass copies of the households under the screen, while their columns are at hand; each
// has room for all households.
struct ScreenedPass {
    std::uint32_t *row = nullptr, *traits = nullptr, *state = nullptr;
    float* income[4] = {};
    float *deviation = nullptr, *observed = nullptr;
};

struct LivePass {
    // Columns of the county.
    std::size_t households = 0;
    const float* income[4] = {};  // by source; null: nobody has any
    const std::uint32_t* traits = nullptr;
    const std::uint16_t* village = nullptr;
    std::uint32_t* state = nullptr;
    float* deviation = nullptr;
    float* measurement = nullptr;
    float* observed = nullptr;    // in: last year's; out: this year's; null: nobody asks for either
    float* multiplier = nullptr;  // out: the market multiplier of the year

    // Draws.
    std::uint32_t area = 0, replicate = 0, year_purpose = 0, key0 = 0, key1 = 0;
    std::uint32_t measurement_replicate = 0;  // of word 3; the same unless a variance is divided

    // Parameters of the year.
    float growth[4] = {1, 1, 1, 1};  // since the start, by source
    float persistence = 1.0F, permanent_sd = 0.0F, transitory_sd = 0.0F, mean_one = 0.0F;
    float measurement_persistence = 0.0F, measurement_innovation = 0.0F;
    bool has_luck = true, has_measurement = true;
    const EventThresholds* events = nullptr;  // null: none
    const std::uint8_t* village_event =
        nullptr;  // by village: 1 + event that hits it, 0 none; null: no village hit
    float line = 0.0F;
    float screen = 0.0F;             // observed income under this is screened
    bool screen_two_years = true;    // the mean of this and last year's, else this year's alone
    float missed_line = 0.0F;        // true income under this is poverty that nobody has registered
    bool missed_two_years = true;    // the mean of this and last year's, else this year's alone
    std::uint32_t missed_unmet = 0;  // unmet guarantees that count as well, one bit each

    // Out.
    ScreenedPass screened;  // in ascending order of row
    std::size_t screened_count = 0;
    std::uint32_t* missed = nullptr;  // rows poor in truth, ascending; null: not looked for
    std::size_t missed_count = 0;
    std::uint32_t* classes = nullptr;  // people by income class, added to; null: not counted
    LiveSums sums;
};

using LiveKernel = void (*)(LivePass&);

// The kernel compiled for an instruction set; the caller answers for the machine having it.
[[nodiscard]] LiveKernel live_kernel(Isa isa);

}  // namespace zhaimao
