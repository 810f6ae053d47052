// A fund: money of the city for interventions, by year. Model, section 3 A.
//
//   available[t] = allotted[t] + carried[t - 1],   carried[t] = available[t] - spent[t] or nothing
//
// What is left at the end of a year lapses or is carried over, as declared. No year's spending
// exceeds what is available.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/core/config/block.h"

namespace zhaimao {

struct Fund {
    std::string id;
    Label label;
    std::vector<std::int64_t> allotted_fen;  // [year - first]; the start year's is not used
    bool carries_over = false;

    static Fund read(Block& block, int first_year, int last_year);

    friend bool operator==(const Fund&, const Fund&) = default;
};

// A fund's year, to the fen.
struct Account {
    std::int64_t allotted = 0;
    std::int64_t carried_in = 0;
    std::int64_t spent = 0;

    [[nodiscard]] std::int64_t left() const { return allotted + carried_in - spent; }
};

}  // namespace zhaimao
