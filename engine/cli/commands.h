// The commands of the program: name, what it does, the function that does it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/cli/options.h"

namespace zhaimao {

enum ExitCode : int { done = 0, machine_failed = 1, input_wrong = 2, points_failed = 3 };

struct Command {
    std::string_view name;
    std::string_view arguments;
    std::string_view summary;
    int (*run)(const Options&);  // returns the exit code; throws InputError, MachineError
};

[[nodiscard]] std::span<const Command> commands();
[[nodiscard]] std::vector<std::string_view> command_names();
[[nodiscard]] std::string help_text();

}  // namespace zhaimao
