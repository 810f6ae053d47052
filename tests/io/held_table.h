// A table that stands in a README as the program prints it, between two comments. After a change
// that is meant: ZHAIMAO_UPDATE_GOLDEN=1 zhaimao_tests "[language]".
#pragma once

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include "tests/paths.h"

// `readme` counts from the project's folder; `keys` names the comment that begins the table.
inline void check_held_table(const std::string& readme, const std::string& keys,
                             const std::string& table) {
    const std::string file = zhaimao::source_dir() + "/" + readme;
    const std::string begin = "<!-- " + keys + ": zhaimao schema --keys -->\n";
    std::stringstream stream;
    stream << std::ifstream(file).rdbuf();
    const std::string text = stream.str();
    const std::size_t from = text.find(begin), to = text.find("<!-- end of keys -->\n");
    REQUIRE(from != std::string::npos);
    REQUIRE(to != std::string::npos);
    const std::size_t first = from + begin.size();
    if (std::getenv("ZHAIMAO_UPDATE_GOLDEN") != nullptr) {
        std::ofstream(file) << text.substr(0, first) + table + text.substr(to);
        return;
    }
    CHECK((text.substr(first, to - first) == table));
}
