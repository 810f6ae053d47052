// Compares a text with a golden file, line by line, or writes it anew.
//
// After a change that is meant: ZHAIMAO_UPDATE_GOLDEN=1 zhaimao_tests "[golden]", and look at what
// git shows.
#pragma once

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include "tests/paths.h"

inline std::string text_of_golden(const std::string& name) {
    std::ifstream in(zhaimao::source_dir() + "/tests/golden/" + name);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

inline void check_golden(const std::string& name, const std::string& text) {
    if (std::getenv("ZHAIMAO_UPDATE_GOLDEN") != nullptr)
        std::ofstream(zhaimao::source_dir() + "/tests/golden/" + name) << text;
    std::istringstream now(text), golden(text_of_golden(name));
    std::string line, expected;
    std::size_t different = 0;
    while (std::getline(now, line)) {
        std::getline(golden, expected);
        if (line != expected && ++different <= 5)
            UNSCOPED_INFO("is  " << line << "\nwas " << expected);
    }
    INFO(name);
    CHECK(different == 0);
    CHECK_FALSE(std::getline(golden, expected));
}
