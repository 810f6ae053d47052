// Scenarios that several benchmarks measure.
#pragma once

#include <string>
#include <vector>

#include "engine/simulation/project.h"

// Of a file from the top folder, with settings "path=value".
inline zhaimao::Project project_of(const std::string& file,
                                   const std::vector<std::string>& settings = {}) {
    std::vector<std::string> warnings;
    return zhaimao::load_project(ZHAIMAO_SOURCE_DIR "/" + file, settings, warnings);
}
