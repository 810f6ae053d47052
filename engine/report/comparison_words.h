// The fixed words of comparisons, in English and Chinese.
#pragma once

#include <string_view>

#include "engine/report/labels.h"

namespace zhaimao {

// Braces are places for what the comment lists, in this order.
struct ComparisonWords {
    std::string_view runs, run, scenario, folder, seed, futures, written, pairing, baseline;
    std::string_view pairings[4];  // as Pairing
    std::string_view with_folder;  // title, folder
    std::string_view against;      // run, baseline
    std::string_view difference;   // title, run, baseline
    std::string_view points;       // run
    std::string_view percentage_points, exits;
    std::string_view interval_note;  // per cent of confidence
    std::string_view runs_note, deadline_note, chance_note, paired_note;
    std::string_view unpaired_note;  // in_runs, or nothing where that table is left out
    std::string_view in_runs;
};

[[nodiscard]] const ComparisonWords& comparison_words(Language language);

}  // namespace zhaimao
