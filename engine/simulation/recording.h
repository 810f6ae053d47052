// What of a run is recorded beyond what always is. Whoever looks at few results may leave out what
// the others take, which then stand at zero and in no table: nothing that is recorded changes by it.
#pragma once

#include <limits>

#include "engine/simulation/indicators.h"

namespace zhaimao {

struct Recording {
    bool income_classes = true;  // medians, inequality, shares, who the poorest 40 % are
    bool gains = true;           // what each intervention gave to each case: exits that hang on it,
                                 // how well it finds the poor
    bool eligible = true;        // how many could be served where nobody may be
    int last_year = std::numeric_limits<int>::max();  // lived; no later than the horizon

    static constexpr Recording nothing() {
        return {false, false, false, std::numeric_limits<int>::min()};
    }
    // What either asks for, and what both allow.
    [[nodiscard]] Recording with(const Recording& other) const;
    [[nodiscard]] Recording within(const Recording& other) const;
    [[nodiscard]] bool covers(const Recording& needed) const { return with(needed) == *this; }

    friend bool operator==(const Recording&, const Recording&) = default;
};

// What an indicator is made from, in its year.
[[nodiscard]] Recording recording_of(Indicator indicator, int year);
[[nodiscard]] Recording recording_of(Service service, int year);

}  // namespace zhaimao
