#pragma once

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

// The bytes of a file that must be there: two that are missing would be equal.
inline std::string bytes_of(const std::filesystem::path& file) {
    INFO(file.string());
    std::ifstream in(file, std::ios::binary);
    REQUIRE(in);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return std::move(bytes).str();
}
