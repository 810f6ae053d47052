#include "engine/io/sha256.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "engine/core/diagnostics.h"
#include "tests/io/scratch_folder.h"

using namespace zhaimao;

TEST_CASE("SHA-256 of the standard's examples", "[io][sha256]") {
    // FIPS 180-2, appendix B.1 and B.3; and the empty message.
    CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256(std::string(1'000'000, 'a')) ==
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    // The same bytes by `printf abc | openssl dgst -sha256 -binary | base64`.
    CHECK(sha256_base64("abc") == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
}

TEST_CASE("a file has the SHA-256 of its bytes", "[io][sha256]") {
    const ScratchFolder scratch;
    const std::string bytes(200'000, 'x');  // several pieces
    std::ofstream(scratch.path / "x") << bytes;
    CHECK(sha256_of_file(scratch.path / "x") == sha256(bytes));
    CHECK_THROWS_AS(sha256_of_file(scratch.path / "y"), MachineError);
}
