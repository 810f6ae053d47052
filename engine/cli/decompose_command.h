// `zhaimao decompose SCENARIO`
#pragma once

#include "engine/cli/options.h"

namespace zhaimao {

// Exit code. InputError where there is nothing to decompose.
int decompose_command(const Options& options);

}  // namespace zhaimao
