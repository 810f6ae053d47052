#include "engine/core/contracts.h"

#include <string_view>

namespace zhaimao {

void violated(const char* file, int line, const std::string& text) {
    // Messages must not depend on where the sources were when the program was built.
    std::string_view name = file;
    if (const auto root = name.rfind("engine/"); root != std::string_view::npos)
        name.remove_prefix(root);
    throw ContractViolation(std::string(name) + ":" + std::to_string(line) + ": " + text);
}

}  // namespace zhaimao
