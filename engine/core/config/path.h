// Dotted paths: "interventions.relocation.capacity.2018..2020". Two dots in a row belong to a range
// of years, the dot in "6.6 %" to a number in per cent.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace zhaimao {

// Longer keys are refused wherever they are written: a path in a message is at most 64 of these.
inline constexpr std::size_t longest_key = 256;  // bytes

[[nodiscard]] std::vector<std::string> split_path(std::string_view path);
[[nodiscard]] std::string join_path(std::string_view above, std::string_view name);

// A path that is put together only when a message or a draw needs it.
struct PathTo {
    std::string_view above;
    std::string_view id;    // of the block
    std::string_view name;  // of the key in it; empty: the block itself
    std::string element{};  // year or position within the key; empty: the whole of it

    [[nodiscard]] std::string text() const;
};

}  // namespace zhaimao
