#include "engine/core/flags.h"

#include <catch2/catch.hpp>

using namespace zhaimao;

TEST_CASE("flags that are set are found in order, wherever they stand", "[core][flags]") {
    for (std::size_t size : {0U, 1U, 7U, 8U, 9U, 16U, 31U}) {
        for (std::uint32_t pattern : {0U, 0x7FFFFFFFU, 0x15A5C3F1U, 0x40000001U}) {
            FlagColumn flags(size);
            std::vector<std::uint32_t> wanted, called, listed;
            for (std::uint32_t i = 0; i < size; ++i) {
                flags[i] = (pattern >> i) & 1U;
                if (flags[i] != 0) wanted.push_back(i);
            }
            for_each_set(flags,
                         [&](std::size_t i) { called.push_back(static_cast<std::uint32_t>(i)); });
            list_set(flags, listed);
            CHECK(called == wanted);
            CHECK(listed == wanted);
        }
    }
}
