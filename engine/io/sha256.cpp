#include "engine/io/sha256.h"

#include <openssl/evp.h>

#include <array>
#include <fstream>
#include <memory>

#include "engine/core/diagnostics.h"

namespace zhaimao {
namespace {

class Digest {
   public:
    Digest() : context_(EVP_MD_CTX_new()) {
        check(context_ != nullptr && EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) == 1);
    }

    void add(std::string_view bytes) {
        check(EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()) == 1);
    }

    std::string bytes() {
        std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
        unsigned length = 0;
        check(EVP_DigestFinal_ex(context_.get(), digest.data(), &length) == 1);
        return {digest.begin(), digest.begin() + length};
    }

    std::string hexadecimal() {
        std::string text;
        for (const char c : bytes()) {
            const auto byte = static_cast<unsigned char>(c);
            text += "0123456789abcdef"[byte >> 4];
            text += "0123456789abcdef"[byte & 15];
        }
        return text;
    }

   private:
    static void check(bool done) {
        if (!done) throw MachineError("SHA-256 is not available (OpenSSL refused it)");
    }
    struct Free {
        void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
    };
    std::unique_ptr<EVP_MD_CTX, Free> context_;
};

}  // namespace

std::string sha256(std::string_view bytes) {
    Digest digest;
    digest.add(bytes);
    return digest.hexadecimal();
}

std::string sha256_base64(std::string_view bytes) {
    Digest digest;
    digest.add(bytes);
    const std::string sum = digest.bytes();
    std::string text((sum.size() + 2) / 3 * 4 + 1, '\0');  // the encoder ends with a zero
    EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                    reinterpret_cast<const unsigned char*>(sum.data()),
                    static_cast<int>(sum.size()));
    text.pop_back();
    return text;
}

std::string sha256_of_file(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    Digest digest;
    std::array<char, 1 << 16> piece{};
    while (in.read(piece.data(), piece.size()), in.gcount() > 0)
        digest.add({piece.data(), static_cast<std::size_t>(in.gcount())});
    if (!in.eof()) throw MachineError(file.string() + ": cannot be read");
    return digest.hexadecimal();
}

}  // namespace zhaimao
