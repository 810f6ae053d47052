#include <exception>
#include <filesystem>
#include <iostream>
#include <new>

#include "engine/cli/commands.h"
#include "engine/cli/signals.h"
#include "engine/core/diagnostics.h"
#include "engine/report/version.h"

namespace {

using namespace zhaimao;

// A study says itself how far it is, and what is to be typed for the rest.
int told(int code, const std::string& command) {
    if (interrupted() && code == interrupted_exit_code() && command != "sweep")
        std::cerr << "zhaimao: interrupted; nothing was written\n";
    return code;
}

int run_program(const std::vector<std::string>& arguments) {
    const Options options = parse_options(arguments, command_names());
    if (options.version) {
        std::cout << "zhaimao " << program_version() << " (commit " << git_commit() << ", "
                  << compiler() << ")\n";
        return done;
    }
    if (options.help) {
        std::cout << help_text();
        return done;
    }
    for (const Command& command : commands()) {
        if (options.command == command.name) return told(command.run(options), options.command);
    }
    return input_wrong;
}

// What was printed has reached its file or pipe: a full disk must not pass for success.
int flushed(int code) {
    std::cout.flush();
    if (std::cout || code != done) return code;
    std::cerr << "zhaimao: standard output cannot be written\n";
    return machine_failed;
}

int report(const std::exception& e, int code) {
    std::cerr << "zhaimao: " << e.what() << '\n';
    return interrupted() ? interrupted_exit_code() : code;
}

}  // namespace

int main(int count, char** arguments) {
    try {
        catch_signals();
        return flushed(run_program({arguments + 1, arguments + count}));
    } catch (const InputError& e) {
        // One mistake a line, each with its place: nothing in front, so that editors can jump to
        // it.
        std::cerr << e.what() << '\n';
        return input_wrong;
    } catch (const std::bad_alloc&) {
        std::cerr << "zhaimao: out of memory. Fewer --threads need less\n";
        return machine_failed;
    } catch (const std::filesystem::filesystem_error& e) {
        const std::string why = e.code().message();
        return report(MachineError(e.path1().string() + ": cannot be reached (" + why + ")"),
                      machine_failed);
    } catch (const std::exception& e) {
        return report(e, machine_failed);
    }
}
