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

inline Finished run_program(const std::string& arguments) {
    const std::string command = zhaimao::program() + " " + arguments + " 2>&1";
    FILE* pipe = popen(command.c_str(), "r");
    REQUIRE(pipe != nullptr);
    Finished finished;
    std::array<char, 4096> buffer{};
    while (const std::size_t n = fread(buffer.data(), 1, buffer.size(), pipe))
        finished.output.append(buffer.data(), n);
    const int status = pclose(pipe);
    finished.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return finished;
}
