// The fixed words of documents, in English and Chinese.
#pragma once

#include <string_view>

#include "engine/report/labels.h"

namespace zhaimao {

// Braces are places for what the comment lists, in this order.
struct SectionWords {
    std::string_view targets, rules, poor, incidence, exits, served, money, assumptions;  // titles
    std::string_view transitions, growth, from, to, percentile;  // growth: start year
    std::string_view sensitivity, factor;                        // outcome
    std::string_view contributions, achievements[4];             // as achievement_ids
    std::string_view statuses[4];                                // as status_ids
    std::string_view with_unit;                                  // title, unit
    std::string_view covered, served_note;                       // instrument
    std::string_view no_money, no_money_names;  // how many, of how many; the same, names
    std::string_view county, batch, intervention, flow, year;
    std::string_view target, deadline, p_on_time, median_year;
    std::string_view incidence_in, incidence_at_deadline;  // year
    std::string_view too_many, never;
    std::string_view cohort, stock, delisting;
    std::string_view limit, limit_of;  // whose
    std::string_view with_limit;       // limit or limit_of, the limit
    std::string_view promised, all;
    std::string_view input, path, value, unit, source, known_on, drawn, correlation, yes, no;
    std::string_view quantile_low, quantile_high, interval_from, interval_to;
    std::string_view futures_note;        // futures
    std::string_view shares_note;         // per cent of confidence
    std::string_view contributions_note;  // per cent of confidence
    std::string_view contributed_money, every_order, sampled_orders, wan_person_years;
    std::string_view strongest_first;
    std::string_view moves_note, register_note;
    std::string_view rules_note;  // rules
    std::string_view run_note;    // citation
    std::string_view citation;    // title, scenario, seed, sample, futures, version, date
    // title, study, scenario, seed, sample, futures, version, date
    std::string_view study_citation;
};

[[nodiscard]] const SectionWords& section_words(Language language);

}  // namespace zhaimao
