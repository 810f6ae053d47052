// An input's value for people, in the unit of its own column: numbers converted, words translated.
#pragma once

#include <string>

#include "engine/report/labels.h"

namespace zhaimao {

// `written` as in table `assumption`: "94.49 kW/village" of unit "W/village" is "94,490", and
// "{uniform: [1 万元, 3 万元]}" of unit "yuan" is "uniform 10,000; 30,000". Per cent stay per cent,
// and what does not read as numbers of that unit stays as it was written.
[[nodiscard]] std::string value_label(const std::string& written, const std::string& unit,
                                      Language language);

}  // namespace zhaimao
