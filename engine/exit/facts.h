// What is known of a county at 31 December when it is held against the rules of delisting.
#pragma once

#include <cstdint>

namespace zhaimao {

// People whose true state was looked at, and those of them who fail: everybody's, or those of a
// drawn sample.
struct TruthCount {
    std::int64_t exited = 0;        // households that have left the register
    std::int64_t wrong = 0;         // of them, poor in truth
    std::int64_t unregistered = 0;  // never on the register
    std::int64_t missed = 0;        // of them, poor in truth
};

struct CountyFacts {
    std::int64_t poor_people = 0;   // on the register
    std::int64_t rural_people = 0;  // the denominator of incidence
    TruthCount found;               // by the assessment: true, or from its sample
    // Everybody's, or the found shares carried over to everybody.
    std::int64_t wrong_exit_people = 0;
    std::int64_t missed_people = 0;
    double approval = 1.0;  // share of the people asked who approve of the delisting
};

}  // namespace zhaimao
