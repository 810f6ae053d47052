// Where a value was written: file, line and column, so that every message can point at it.
#pragma once

#include <compare>
#include <memory>
#include <string>

namespace zhaimao {

struct Place {
    std::shared_ptr<const std::string>
        file;        // as the user named it; null: no file (command line, default)
    int line = 0;    // from 1; 0: the file as a whole
    int column = 0;  // from 1, in characters, not bytes

    // "config/linfen.yaml:14:5", or the file alone where there is no line.
    [[nodiscard]] std::string text() const;
};

}  // namespace zhaimao
