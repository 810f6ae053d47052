// The fixed words of studies, in English and Chinese. Braces are places, in the order of the
// comment or by number.
#pragma once

#include <string_view>

#include "engine/analysis/study_design.h"
#include "engine/report/labels.h"

namespace zhaimao {

struct SweepWords {
    // title, design, points, factors, sample, replicates, seed
    std::string_view head;
    std::string_view own_luck, own_luck_note;  // where points share none: of the head, a sentence
    std::string_view design;                   // design, points, factors
    std::string_view design_note;              // design, title of the scenario, its id
    std::string_view of_outcome;               // outcome, what is said of it
    std::string_view range;                    // mean with its unit, lowest, highest of the points
    std::string_view no_indices;               // points without the outcome, points: of a grid
    std::string_view left_out;                 // the same of other designs
    std::string_view factor;
    std::string_view failed;        // points
    std::string_view failed_point;  // point, message
    std::string_view more_failed;   // points
    std::string_view status;        // file, title, progress
    std::string_view together;      // progress of all parts
    std::string_view interrupted;   // saved points, points, command
    std::string_view shard;         // file, command
};

[[nodiscard]] const SweepWords& sweep_words(Language language);
[[nodiscard]] std::string_view design_word(DesignKind kind, Language language);
[[nodiscard]] std::string_view index_word(std::string_view index, Language language);
// Whether an index is a share or a correlation; the others are in the outcome's unit.
[[nodiscard]] bool has_no_unit(std::string_view index);
// What the indices of a design are; what stands behind it where any has an interval.
[[nodiscard]] std::string_view index_note(DesignKind kind, Language language);
[[nodiscard]] std::string_view interval_note(DesignKind kind, Language language);

}  // namespace zhaimao
