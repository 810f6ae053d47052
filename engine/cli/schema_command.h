// `zhaimao schema`: prints the JSON Schema of the YAML, for editors; --keys prints the table of all
// keys instead, as config/README.md holds it.
#pragma once

#include "engine/cli/options.h"

namespace zhaimao {

int schema_command(const Options& options);

}  // namespace zhaimao
