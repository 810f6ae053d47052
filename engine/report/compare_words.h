// The fixed words of comparisons, in English and Chinese. Braces are places for numbers and names.
#pragma once

#include <string_view>

#include "engine/report/labels.h"

namespace zhaimao {

struct CompareWords {
    std::string_view head;         // baseline, counties, households, years, replicates, seed
    std::string_view parts, same;  // year
    std::string_view more_poor, fewer_poor, no_poor;           // people, year, interval
    std::string_view more_on_time, fewer_on_time, no_on_time;  // counties, interval
    std::string_view dearer, cheaper, no_money;                // per cent, interval
    std::string_view costs_nothing;
    std::string_view more_delay, less_delay;  // county, years beyond its deadline, interval
    std::string_view no_delay;                // counties, all of them
    std::string_view not_reached;             // people wanted, people
    std::string_view heads[6];
    std::string_view own_deadlines;
    std::string_view paired, paired_worse;  // ratio, at least 1
    std::string_view one_future;
    std::string_view bracket;
    std::string_view separator, stop;
};

[[nodiscard]] const CompareWords& compare_words(Language language);

}  // namespace zhaimao
