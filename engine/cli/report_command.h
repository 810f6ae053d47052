// `zhaimao report RUN -o FILE`
#pragma once

#include "engine/cli/options.h"

namespace zhaimao {

// The kind of document follows the file's ending: .md or .tex. Written whole or not at all.
int report_command(const Options& options);

}  // namespace zhaimao
