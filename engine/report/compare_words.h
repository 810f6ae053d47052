// The fixed words of comparisons, in English and Chinese. Braces are places for numbers and names.
#pragma once

#include <string_view>

#include "engine/report/labels.h"

namespace zhaimao {

// A difference of which it can be told that it is more or less, of which it cannot, and none at
// all.
struct DifferenceWords {
    std::string_view more, less, none, same;
};

struct CompareWords {
    std::string_view head;         // baseline, counties, households, years, replicates, seed
    std::string_view parts, same;  // year
    DifferenceWords poor;          // people, year, interval
    DifferenceWords on_time;       // counties, interval
    DifferenceWords money;         // per cent, interval
    std::string_view costs_nothing;
    DifferenceWords delay;  // county, years beyond its deadline, interval; none: counties, all
    std::string_view not_reached;  // people wanted, people
    std::string_view heads[6];
    std::string_view own_deadlines;
    std::string_view paired, paired_worse;  // ratio, at least 1
    std::string_view one_future;
    std::string_view bracket;
    std::string_view separator, stop;
};

[[nodiscard]] const CompareWords& compare_words(Language language);

}  // namespace zhaimao
