#include "engine/core/place.h"

namespace zhaimao {

std::string Place::text() const {
    if (!file) return "";
    if (line == 0) return *file;
    return *file + ":" + std::to_string(line) + ":" + std::to_string(column);
}

}  // namespace zhaimao
