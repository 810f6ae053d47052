// `--set path=value`: a change (overlay.h) from the command line.
#pragma once

#include <string>

#include "engine/core/config/node.h"
#include "engine/core/diagnostics.h"

namespace zhaimao {

// Mistakes name the option as given: a value has no line and no column there.
void apply_setting(Node& tree, const std::string& setting, Diagnostics& diagnostics);

}  // namespace zhaimao
