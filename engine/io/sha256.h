// SHA-256 (FIPS 180-4) of bytes, in hexadecimal: which input a result was made from.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace zhaimao {

[[nodiscard]] std::string sha256(std::string_view bytes);
// The same in base64 (RFC 4648), as content policies of web pages write it.
[[nodiscard]] std::string sha256_base64(std::string_view bytes);
// Of a file's bytes, a piece at a time. MachineError: it cannot be read.
[[nodiscard]] std::string sha256_of_file(const std::filesystem::path& file);

}  // namespace zhaimao
