#include "engine/io/sha256.h"

#include <openssl/evp.h>

#include <array>

#include "engine/core/diagnostics.h"

namespace zhaimao {

std::string sha256(std::string_view bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr) !=
        1) {
        throw MachineError("SHA-256 is not available (OpenSSL refused it)");
    }
    std::string text;
    for (unsigned i = 0; i < length; ++i) {
        text += "0123456789abcdef"[digest[i] >> 4];
        text += "0123456789abcdef"[digest[i] & 15];
    }
    return text;
}

}  // namespace zhaimao
