// Every input that a run read from its configuration, with where it comes from: the honest list
// behind "41 of 63 inputs are assumptions; 29 were never varied", and the table `assumption`.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/place.h"

namespace zhaimao {

inline constexpr std::string_view assumption_source = "assumption";

struct Assumption {
    std::string path;
    std::string value;     // as written: "11000 people", "{normal: [9.61 %, 3 %]}"
    std::string unit;      // "people"; "a plain number" for shares and factors
    std::string source;    // "assumption" where it is one; empty: not said
    std::string known_on;  // ISO date; empty: not said
    bool varied = false;   // a distribution, drawn anew in each replicate
    Place place{};         // where it was written
};

class Ledger {
   public:
    void add(Assumption number);  // a path that is already there is not added again

    [[nodiscard]] const std::vector<Assumption>& numbers() const {
        return numbers_;
    }                                                // in the order read
    [[nodiscard]] std::size_t assumed() const;       // whose source is "assumption"
    [[nodiscard]] std::size_t never_varied() const;  // assumptions that are no distributions

   private:
    std::vector<Assumption> numbers_;
    std::set<std::string, std::less<>> paths_;
};

// The distributions of one reading: by the path that keys the draw (the parts of a split year range
// share one), the value drawn, or the mean without draws.
using DrawnNumbers = std::map<std::string, double>;

// Of some distributions, by the same path: the quantile at which each stands.
using GivenUniforms = std::map<std::string, double>;

}  // namespace zhaimao
