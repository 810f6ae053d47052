// `zhaimao compare BASELINE SCENARIO...`
#pragma once

#include "engine/cli/options.h"

namespace zhaimao {

// Exit code. InputError where the scenarios have not the same places and years.
int compare_command(const Options& options);

}  // namespace zhaimao
