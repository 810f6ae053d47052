// The state of 31 December of the start year: those who are or were on the register are the first
// cases, in order of row.
//
// Worlds that begin alike share their first cases and who is screened; each copies them. The last
// one that begins with a population takes its columns.
#pragma once

#include "engine/dynamics/county_state.h"

namespace zhaimao {

// How worlds begin.
struct StartRule {
    int year = 0;
    float screen = 0.0F;    // observed income under which a household outside the register is
                            // screened, yuan per head
    bool two_years = true;  // the mean of the start year's and the year before, else the former

    friend bool operator==(const StartRule&, const StartRule&) = default;
};

// What a county begins with beside its population's columns.
struct CountyStart {
    Cases cases;
    Screened screened;
};

[[nodiscard]] CountyStart start_of(const CountyPopulation& population, const StartRule& rule);

// What a world keeps of the columns of all rows, beside those that every world changes.
struct KeptColumns {
    bool observed = true;     // of those who are no cases
    bool measurement = true;  // false: it never changes, and nobody asks for it
};

void start_county(CountyState& state, const CountyPopulation& population, const CountyStart& start,
                  KeptColumns kept = {});

// The same with the population's own columns: no other world begins with it.
void take_start(CountyState& state, CountyPopulation& population, const StartRule& rule,
                KeptColumns kept = {});

}  // namespace zhaimao
