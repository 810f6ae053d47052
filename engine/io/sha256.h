// SHA-256 (FIPS 180-4) of bytes, in hexadecimal: which input a result was made from.
#pragma once

#include <string>
#include <string_view>

namespace zhaimao {

[[nodiscard]] std::string sha256(std::string_view bytes);

}  // namespace zhaimao
