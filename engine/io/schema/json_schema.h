// A JSON Schema (draft 2020-12) of the YAML files, made from the outline of the language, so that
// editors complete keys, show what they mean and mark mistakes.
//
// It describes one file. What a file alone cannot tell is not checked: keys that must be somewhere
// (files are parts of a whole), sizes of numbers with a unit, paths that another file holds.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "engine/core/config/outline.h"

namespace zhaimao {

// `study`: the keys of a study's file, which names a scenario and changes it; none: no such files.
[[nodiscard]] nlohmann::ordered_json json_schema(const Outline& language,
                                                 const Outline& study = {});

}  // namespace zhaimao
