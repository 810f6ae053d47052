// The project's own source files, for tests of its structure.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tests/paths.h"

struct SourceFile {
    std::filesystem::path path;  // relative to the top level, with '/'
    std::vector<std::string> lines;

    [[nodiscard]] std::string floor() const {  // "core" of engine/core/math/hot.h
        return std::next(path.begin(), 1)->string();
    }
};

inline std::filesystem::path top_level() {
    return zhaimao::source_dir();
}

// All .h and .cpp files under a folder of the top level, sorted.
inline std::vector<SourceFile> sources_under(const std::string& folder) {
    std::vector<SourceFile> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(top_level() / folder)) {
        const std::string ending = entry.path().extension().string();
        if (ending != ".h" && ending != ".cpp") continue;
        SourceFile file{entry.path().lexically_relative(top_level()).generic_string(), {}};
        std::ifstream in(entry.path());
        for (std::string line; std::getline(in, line);) file.lines.push_back(line);
        files.push_back(std::move(file));
    }
    std::sort(files.begin(), files.end(),
              [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
    return files;
}
