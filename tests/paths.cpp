#include "tests/paths.h"

namespace zhaimao {

std::string source_dir() {
    return ZHAIMAO_SOURCE_DIR;
}
std::string program() {
    return ZHAIMAO_PROGRAM;
}

}  // namespace zhaimao
