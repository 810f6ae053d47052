// What `run` prints to standard output: the timeline of targets, the counties by year, the city's
// exits.
#pragma once

#include <string>

#include "engine/report/digest.h"
#include "engine/report/labels.h"

namespace zhaimao {

struct ConsoleStyle {
    Language language = Language::en;
    bool colour = false;  // marks in red; off where NO_COLOR is set or the output is no terminal
    std::size_t columns = 108;  // the county-by-year block breaks its years to stay within
    bool all = false;           // every county, though they are grouped by province
};

// Where counties are grouped by province and not `all` are wanted, targets are counted by deadline,
// only the counties most at risk are named, and the block by year has the provinces.
//
// Ends with a line break. People are rounded to what the Monte Carlo error supports; `!` marks a
// county less than `probable` and a year under its task.
[[nodiscard]] std::string console_text(const ReportContext& context, const RunDigest& digest,
                                       const ConsoleStyle& style);

[[nodiscard]] std::string wrote_text(const std::string& folder, Language language);

// The same numbers, unrounded, for programs.
[[nodiscard]] std::string console_json(const ReportContext& context, const RunDigest& digest,
                                       const std::string& folder);

}  // namespace zhaimao
