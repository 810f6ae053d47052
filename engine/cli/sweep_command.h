// `zhaimao sweep STUDY`: the points of a study that are not there yet, then its tables; --status
// says how far it is; --shard i/n does one part of it. `zhaimao merge STUDY [STORE...]`: the parts
// together.
#pragma once

#include "engine/cli/options.h"

namespace zhaimao {

int sweep_command(const Options& options);
int merge_command(const Options& options);

}  // namespace zhaimao
