// Words of a command line, as they are to be typed.
#pragma once

#include <string>

namespace zhaimao {

// As it is where a POSIX shell takes it so, else in single quotes.
[[nodiscard]] std::string shell_word(const std::string& word);

}  // namespace zhaimao
