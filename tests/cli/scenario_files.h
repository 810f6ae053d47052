// What the program is run on.
#pragma once

#include <string>

#include "tests/paths.h"

inline const std::string scenarios = zhaimao::source_dir() + "/scenarios/";
inline const std::string busy = zhaimao::source_dir() + "/tests/laws/busy.yaml";
