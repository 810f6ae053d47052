// What must hold of any input, shared by the fuzzing targets.
#pragma once

#include <string>
#include <string_view>

#include "engine/io/compose.h"

// Each a line of UTF-8 that prints, and not too long a one.
void check_messages(const zhaimao::Diagnostics& diagnostics);

// Writes a file of a folder of its own, "base.yaml" beside it, and returns where it is.
[[nodiscard]] std::string written(const char* name, std::string_view text);

// The effective configuration is the same configuration, with and without places in comments.
void check_written(const zhaimao::Configuration& before);

// A whole scenario, small and with every kind of block in it.
[[nodiscard]] const std::string& base_text();
