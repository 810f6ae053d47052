// The table of all keys in Markdown, as `zhaimao schema --keys` prints it and config/README.md
// holds it.
#pragma once

#include <string>

#include "engine/core/config/outline.h"

namespace zhaimao {

// One row a key; neighbours that hold the same share one, "causes.{illness, land}".
[[nodiscard]] std::string key_table(const Outline& language);

}  // namespace zhaimao
