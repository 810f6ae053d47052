// libFuzzer's entry: the bytes go to the function that the build names.
#include <cstddef>
#include <cstdint>

#include "tests/fuzz/targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    ZHAIMAO_FUZZED({reinterpret_cast<const char*>(data), size});
    return 0;
}
