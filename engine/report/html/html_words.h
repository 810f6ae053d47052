// The fixed words of HTML reports beyond those of all documents, in English and Chinese.
#pragma once

#include <string_view>

#include "engine/report/labels.h"

namespace zhaimao {

// Braces are places for what the comment lists, in this order.
struct HtmlWords {
    std::string_view lang;  // as BCP 47
    std::string_view skip, contents, at_a_glance, about, scripts_off;
    std::string_view most_at_risk;
    std::string_view exits_by, of_registered;  // year, unit; people, unit
    std::string_view money_of;                 // first year, last year, unit
    std::string_view inputs;
    std::string_view at_risk_row;                       // county, deadline, probability, low, high
    std::string_view strip, strip_legend, strip_shown;  // shown counties, counties
    std::string_view differ_shown;                      // shown counties, counties
    std::string_view rest_shown;
    std::string_view framed, met;
    std::string_view denominator, denominator_text;
    std::string_view table_of, copy, copied, save;  // title
    std::string_view rows_shown;                    // shown, all
    std::string_view alt_lines;                     // title, name, first, year, last, year
    std::string_view alt_bars;                      // title, name, lowest, name, highest
    std::string_view alt_other;                     // title
    std::string_view range_note, difference_note, interval_note, column_note,
        own_scale;                 // under charts
    std::string_view titled;       // title, name
    std::string_view others;       // how many
    std::string_view all_in_time;  // title, per cent with interval
};

[[nodiscard]] const HtmlWords& html_words(Language language);

}  // namespace zhaimao
