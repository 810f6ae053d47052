#include "engine/core/config/path.h"

namespace zhaimao {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Only digits before, back to a dot or the beginning, and only digits and a sign of per cent after.
bool is_decimal_point(std::string_view path, std::size_t dot) {
    std::size_t first = dot, end = dot + 1;
    while (first > 0 && is_digit(path[first - 1])) --first;
    while (end < path.size() && is_digit(path[end])) ++end;
    const bool digits = first < dot && end > dot + 1 && (first == 0 || path[first - 1] == '.');
    while (end < path.size() && path[end] == ' ') ++end;
    return digits && end < path.size() && path[end] == '%';
}

}  // namespace

std::vector<std::string> split_path(std::string_view path) {
    std::vector<std::string> parts(1);
    for (std::size_t i = 0; i < path.size(); ++i) {
        const bool doubled =
            (i > 0 && path[i - 1] == '.') || (i + 1 < path.size() && path[i + 1] == '.');
        if (path[i] == '.' && !doubled && !is_decimal_point(path, i))
            parts.emplace_back();
        else
            parts.back() += path[i];
    }
    return parts;
}

std::string join_path(std::string_view above, std::string_view name) {
    std::string path(above);
    if (!above.empty() && !name.empty()) path += '.';
    return path += name;
}

std::string PathTo::text() const {
    return join_path(join_path(join_path(above, id), name), element);
}

}  // namespace zhaimao
