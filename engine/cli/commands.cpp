#include "engine/cli/commands.h"

#include <fmt/format.h>

#include <array>

#include "engine/cli/check_command.h"
#include "engine/cli/compare_command.h"
#include "engine/cli/decompose_command.h"
#include "engine/cli/report_command.h"
#include "engine/cli/run_command.h"
#include "engine/cli/schema_command.h"
#include "engine/cli/sweep_command.h"

namespace zhaimao {

namespace {

constexpr std::array all_commands{
    Command{"run", "SCENARIO", "simulate, print the delisting timeline, write a run folder",
            run_command},
    Command{"compare", "BASELINE SCENARIO...",
            "the same futures under several scenarios: paired differences with intervals",
            compare_command},
    Command{"decompose", "SCENARIO",
            "who does the work: Shapley shares of the batches or the instruments",
            decompose_command},
    Command{"sweep", "STUDY",
            "a design over factors of a scenario: what outcomes lean on; goes on where it stopped",
            sweep_command},
    Command{"merge", "STUDY [STORE...]", "the parts of a study (sweep --shard) together",
            merge_command},
    Command{
        "report", "RUN...",
        "a document of a finished run, or of several: -o FILE.html, .pdf, .xlsx, .md, .tex, .csv",
        report_command},
    Command{"check", "FILE...", "read and resolve everything, report every mistake at once",
            check_command},
    Command{"schema", "", "print the JSON Schema of the YAML, for editors", schema_command},
};

}  // namespace

std::span<const Command> commands() {
    return all_commands;
}

std::vector<std::string_view> command_names() {
    std::vector<std::string_view> names;
    for (const Command& command : all_commands) names.push_back(command.name);
    return names;
}

std::string help_text() {
    std::string text = "Usage: zhaimao COMMAND [OPTION...] FILE...\n\nCommands:\n";
    for (const Command& command : all_commands) {
        text += fmt::format("  {:<20}  {}\n", fmt::format("{} {}", command.name, command.arguments),
                            command.summary);
    }
    return text + '\n' + options_help() +
           "\nExit codes: 0 done; 1 the machine failed (disk, memory); 2 the input is wrong;\n"
           "3 done, but some points of a study failed; 129, 130, 143 interrupted.\n";
}

}  // namespace zhaimao
