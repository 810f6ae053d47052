// What must hold of any input, shared by the fuzzing targets.
#pragma once

#include <string>
#include <string_view>

#include "engine/io/compose.h"

// Each a line of UTF-8 that prints, and not too long a one.
void check_messages(const zhaimao::Diagnostics& diagnostics);

// A text as the program reads a file; "base.yaml" lies beside it.
[[nodiscard]] zhaimao::Configuration composed(const char* name, std::string_view text,
                                              zhaimao::Diagnostics& diagnostics);

// The effective configuration is the same configuration, with and without places in comments.
void check_written(const zhaimao::Configuration& before);

// A whole scenario, small and with every kind of block in it.
[[nodiscard]] const std::string& base_text();
