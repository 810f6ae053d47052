#include "engine/core/isa.h"

#include <catch2/catch.hpp>

using namespace zhaimao;

TEST_CASE("instruction sets are read back from their names", "[core][isa]") {
    for (const Isa isa : all_isas) CHECK(parse_isa(name(isa)) == isa);
    CHECK_FALSE(parse_isa("avx2").has_value());
    CHECK_FALSE(parse_isa("").has_value());
}

TEST_CASE("a supported instruction set includes all lower ones", "[core][isa]") {
    CHECK(is_supported(Isa::baseline));
    CHECK(is_supported(best_isa()));
    for (const Isa isa : all_isas) CHECK(is_supported(isa) == (isa <= best_isa()));
}
