// Who enters the register and who leaves it: look-back, assessment, exit plan. Model, section 3 A
// and C.
#pragma once

#include <optional>
#include <vector>

#include "engine/core/config/block.h"

namespace zhaimao {

struct LookBack {
    double reentry_share =
        0.0;        // of the line: under it a household outside the register is poor again
    int years = 1;  // of observed income that are averaged: 1 or 2
    bool unmet_guarantees =
        false;  // whether an unmet guarantee alone is enough for those who have left
    double detection_never = 0.0;   // probability a year of being found, never registered before
    double detection_exited = 0.0;  // the same, once registered

    static LookBack read(Block block);

    friend bool operator==(const LookBack&, const LookBack&) = default;
};

struct Assessment {
    int average_years = 1;      // of assessable income: 1 or 2
    double margin = 1.0;        // income must reach the line times this
    int consecutive_years = 1;  // in which the income test is passed

    static Assessment read(Block block);

    friend bool operator==(const Assessment&, const Assessment&) = default;
};

}  // namespace zhaimao
