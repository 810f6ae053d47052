// What an input is called in a report: "growth of wages" for the path growth.rates.wages.
//
// Names are made from the path, the labels of interventions and counties, and the closed list of
// words in input_name.cpp. A path that the list does not know is its own name.
#pragma once

#include <string_view>

#include "engine/report/context.h"

namespace zhaimao {

[[nodiscard]] Label input_name(const ReportContext& context, std::string_view path);

}  // namespace zhaimao
