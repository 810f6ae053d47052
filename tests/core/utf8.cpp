#include "engine/core/utf8.h"

#include <catch2/catch.hpp>

using namespace zhaimao;

TEST_CASE("characters are counted, not bytes", "[core][utf8]") {
    CHECK(character_count("临汾 ok") == 5);
    CHECK(character_count("") == 0);
}

TEST_CASE("invalid bytes are found where they stand", "[core][utf8]") {
    CHECK_FALSE(first_invalid_utf8("临汾市 \xF0\x9F\x8C\xBE").has_value());
    CHECK(first_invalid_utf8("ab\xFF").value() == 2);
    CHECK(first_invalid_utf8("\xC0\xAF").value() == 0);          // overlong
    CHECK(first_invalid_utf8("\xED\xA0\x80").value() == 0);      // surrogate
    CHECK(first_invalid_utf8("a\xE4\xB8").value() == 1);         // cut off
    CHECK(first_invalid_utf8("\xF4\x90\x80\x80").value() == 0);  // beyond U+10FFFF
}

TEST_CASE("what no document can hold is found where it stands", "[core][utf8]") {
    CHECK_FALSE(first_control("临汾\t市\r\n \uFFFD \u0080").has_value());
    CHECK(first_control("ab\x01").value() == 2);
    CHECK(first_control("a\x7F").value() == 1);
    CHECK(first_control("临\uFFFE").value() == 3);
    CHECK(first_control("\uFFFF").value() == 0);
}

TEST_CASE("look-alikes of ASCII are named", "[core][utf8]") {
    CHECK(first_look_alike("54％")->name == "full-width '％'");
    CHECK(first_look_alike("a：b")->plain == "':'");
    CHECK(first_look_alike("a\u00A0b")->name == "a no-break space");
    CHECK_FALSE(first_look_alike("临汾市 2016").has_value());
}

TEST_CASE("what a terminal would obey is written out", "[core][utf8]") {
    CHECK(printable("临汾 5 people") == "临汾 5 people");
    CHECK(printable("a\nb\tc\rd") == "a\\nb\\tc\\rd");
    CHECK(printable("\x1B[31mred\x7F") == "\\x1b[31mred\\x7f");
    CHECK(printable("\u0085\u2028\u202E") == "\\x85\\u2028\\u202e");
    CHECK(printable("\xFF\xE4\xB8 ok") == "\\xff\\xe4\\xb8 ok");
}
