// Where the tests find the project's files and its program.
#pragma once

#include <string>

namespace zhaimao {

[[nodiscard]] std::string source_dir();  // the project's folder
[[nodiscard]] std::string program();     // the built zhaimao

}  // namespace zhaimao
