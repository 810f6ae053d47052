// What `zhaimao check` says of the files that it read: mistakes and warnings, what was known later,
// a line on each file; for people or, as one JSON object, for programs.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/core/diagnostics.h"
#include "engine/simulation/project.h"

namespace zhaimao {

struct CheckedFile {
    std::string path;
    Project project;
    bool right = false;                   // read without errors
    std::size_t factors = 0, points = 0;  // of a study, whose scenario `project` is; else 0
};

struct CheckReport {
    std::vector<CheckedFile> files;
    std::vector<Mistake> errors;    // sorted by place, each once
    std::vector<Mistake> warnings;  // the same
};

// Errors, then warnings, each with its place; then what the files are, and the count of mistakes.
[[nodiscard]] std::string check_text(const CheckReport& report);
[[nodiscard]] std::string check_json(const CheckReport& report);

}  // namespace zhaimao
