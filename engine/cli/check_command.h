// `zhaimao check FILE...`: reads and resolves scenarios and studies, simulates nothing, reports
// every mistake at once.
//
// --effective prints the resolved configuration; --diff A B prints the values in which two
// scenarios differ; --strict asks for the source of every number and takes warnings for errors.
#pragma once

#include "engine/cli/options.h"

namespace zhaimao {

int check_command(const Options& options);

}  // namespace zhaimao
