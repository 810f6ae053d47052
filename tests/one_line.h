// Text that was broken into lines for a terminal, as one line.
#pragma once

#include <algorithm>
#include <string>

inline std::string one_line(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}
