#include "engine/core/config/path.h"

namespace zhaimao {

std::vector<std::string> split_path(std::string_view path) {
    std::vector<std::string> parts(1);
    for (std::size_t i = 0; i < path.size(); ++i) {
        const bool doubled =
            (i > 0 && path[i - 1] == '.') || (i + 1 < path.size() && path[i + 1] == '.');
        if (path[i] == '.' && !doubled)
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
