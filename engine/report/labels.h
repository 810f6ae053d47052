// The fixed words of reports, in English and Chinese.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/core/config/block.h"
#include "engine/population/area.h"

namespace zhaimao {

enum class Language : std::uint8_t { en, zh };

// Braces are places for numbers and names, in the order of the comment, or by their number from 0.
struct ReportWords {
    std::string_view head;  // title, counties, households, first year, last year, replicates, seed
    std::string_view households;          // households
    std::string_view sampled_households;  // households, one in so many
    std::string_view sampled;             // one in so many: in heads that count no households
    std::string_view weighted;            // one in so many
    std::string_view probably;            // probable counties, counties
    std::string_view together;            // counties, probability, interval low and high
    std::string_view at_risk;             // county
    std::string_view when_late;           // people too many, low, high
    std::string_view late_once;           // people too many: of one future, without a range
    std::string_view when_too_many;       // such futures, late ones, people too many, low, high
    std::string_view too_many_once;       // late futures, people too many in one of them
    std::string_view late_otherwise, none_late;
    // counties where it fails most often, those at risk, rule, a county, per cent, of incidence
    std::string_view failing_rule;
    std::string_view by, county, target, p_on_time, median, incidence, late_by;
    std::string_view since;  // start year
    std::string_view people;
    std::string_view exit, delist;
    std::string_view deadline_heads[6];
    std::string_view of_most_at_risk;  // shown, counties
    std::string_view province;
    std::string_view after;  // horizon
    std::string_view city_exits;
    std::string_view cumulative;        // year, exits, registered at the start
    std::string_view cumulative_alone;  // year, exits: nobody was registered at the start
    std::string_view under_task;        // task
    std::string_view under_tasks;
    std::string_view still_poor;
    std::string_view leans_on;  // names of inputs
    std::string_view too_few_futures, nothing_stands_out;
    std::string_view inputs;   // assumptions, inputs, never varied
    std::string_view bracket;  // limits
    std::string_view bracket_alone;
    std::string_view delisting;                 // rules
    std::string_view under, at_most, at_least;  // threshold in per cent
    std::string_view rule_limit;                // rule, limit
    std::string_view designations[3];
    std::string_view regions[4];  // as region_ids; those without rules of their own
    std::string_view in_region;   // designation, region
    std::string_view separator, list_separator, name_separator;  // between sentences; limits; names
    std::string_view non_finite;                                 // values, cells
    std::string_view broken;                                     // incomes that are not numbers
    std::string_view wrote;                                      // folder
};

[[nodiscard]] const ReportWords& words(Language language);
// "1 replicate", "200 replicates"; the same of futures.
[[nodiscard]] std::string replicates_text(std::int64_t count, Language language);
[[nodiscard]] std::string futures_text(std::int64_t count, Language language);
// "1,015,400 households (1 in 20 simulated)"; of a run of all of them the first two words.
[[nodiscard]] std::string households_text(std::int64_t households, std::int64_t one_in,
                                          Language language);
// "1 in 20 households simulated, "; "Counts are weighted: ..." Both empty where all are simulated.
[[nodiscard]] std::string sample_text(std::int64_t one_in, Language language);
[[nodiscard]] std::string weighted_text(std::int64_t one_in, Language language);
// The other language where this one is missing.
[[nodiscard]] const std::string& name_in(Language language, const Label& label);
[[nodiscard]] std::string_view target_word(Language language, TargetKind kind);

}  // namespace zhaimao
