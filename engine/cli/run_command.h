// `zhaimao run SCENARIO`: simulates, prints the timeline of targets, writes a run folder.
#pragma once

#include "engine/cli/options.h"

namespace zhaimao {

int run_command(const Options& options);

}  // namespace zhaimao
