// The built program, run as users run it.
#pragma once

#include <sys/wait.h>

#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <string>

#include "tests/paths.h"

struct Finished {
    int code = -1;
    std::string output;  // standard output and standard error
};

inline Finished run_command(const std::string& command) {
    FILE* pipe = popen((command + " 2>&1").c_str(), "r");
    REQUIRE(pipe != nullptr);
    Finished finished;
    std::array<char, 4096> buffer{};
    while (const std::size_t n = fread(buffer.data(), 1, buffer.size(), pipe))
        finished.output.append(buffer.data(), n);
    const int status = pclose(pipe);
    finished.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return finished;
}

inline Finished run_program(const std::string& arguments) {
    return run_command(zhaimao::program() + " " + arguments);
}
