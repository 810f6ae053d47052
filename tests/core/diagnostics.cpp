#include "engine/core/diagnostics.h"

#include <catch2/catch.hpp>

using namespace zhaimao;

namespace {

Place at(const char* file, int line, int column) {
    return {std::make_shared<const std::string>(file), line, column};
}

}  // namespace

TEST_CASE("mistakes are sorted by place, and repeats dropped", "[core][diagnostics]") {
    Diagnostics d;
    d.error(at("b.yaml", 1, 1), "x", "later file");
    d.error(at("a.yaml", 10, 2), "x", "tenth line");
    d.error(at("a.yaml", 9, 3), "x", "ninth line");
    d.error(at("a.yaml", 9, 3), "x", "ninth line");
    const auto sorted = d.sorted();
    REQUIRE(sorted.size() == 3);
    CHECK(sorted[0].text() == "a.yaml:9:3: x: ninth line");
    CHECK(sorted[1].text() == "a.yaml:10:2: x: tenth line");
    CHECK(sorted[2].text() == "b.yaml:1:1: x: later file");
}

TEST_CASE("warnings do not throw, errors throw all at once without the warnings",
          "[core][diagnostics]") {
    Diagnostics d;
    d.warning(at("a.yaml", 1, 1), "", "odd");
    CHECK_FALSE(d.has_errors());
    d.throw_if_errors();
    d.error(at("a.yaml", 2, 1), "", "one");
    d.error(at("a.yaml", 3, 1), "", "two");
    try {
        d.throw_if_errors();
        FAIL("nothing was thrown");
    } catch (const InputError& e) {
        CHECK(std::string(e.what()) == "a.yaml:2:1: one\na.yaml:3:1: two");
        CHECK(e.mistakes().size() == 2);
    }
}

TEST_CASE("a place without a line is the file alone", "[core][diagnostics]") {
    CHECK(at("a.yaml", 0, 0).text() == "a.yaml");
    CHECK(Place{}.text().empty());
}

TEST_CASE("a path is doubted where a value at or below it is mistaken by itself",
          "[core][diagnostics]") {
    Diagnostics d;
    d.clash(at("a.yaml", 1, 1), "a.b", "does not go with a.c");
    d.warning(at("a.yaml", 1, 1), "a.b", "odd");
    CHECK_FALSE(d.doubts("a"));
    CHECK(d.has_errors());
    d.error(at("a.yaml", 2, 1), "a.bc.d", "wrong");
    CHECK(d.doubts("a.bc.d"));
    CHECK(d.doubts("a.bc"));
    CHECK(d.doubts(""));
    CHECK_FALSE(d.doubts("a.b"));  // a longer name, not a path below
    CHECK_FALSE(d.doubts("a.bc.d.e"));
}

TEST_CASE("errors of a path can be taken back, its warnings stay", "[core][diagnostics]") {
    Diagnostics d, other;
    other.error(at("a.yaml", 1, 1), "a", "is missing");
    other.warning(at("a.yaml", 1, 1), "a", "odd");
    other.error(at("a.yaml", 2, 1), "a.b", "wrong");
    d.add(other);
    d.withdraw("a");
    REQUIRE(d.sorted().size() == 2);
    CHECK(d.sorted()[0].warning);
    CHECK(d.sorted()[1].path == "a.b");
}

TEST_CASE("a message is one line, and a very long one keeps both ends", "[core][diagnostics]") {
    const Mistake odd{at("a\nb.yaml", 1, 1), "x", "'\x1B[2J' is not a number"};
    CHECK(odd.text() == "a\\nb.yaml:1:1: x: '\\x1b[2J' is not a number");
    std::string much;
    for (int i = 0; i < 1000; ++i) much += "临";  // three bytes each: a cut may fall into one
    const std::string cut = Mistake{at("a.yaml", 1, 1), "", "'" + much + "' is odd"}.text();
    CHECK(cut.size() <= 1007);  // two ends of 500 bytes, " [...] " between them
    CHECK(cut.starts_with("a.yaml:1:1: '临"));
    CHECK(cut.find("临 [...] 临") != std::string::npos);
    CHECK(cut.ends_with("临' is odd"));
}

TEST_CASE("of very many mistakes the first are kept, the others counted", "[core][diagnostics]") {
    Diagnostics d;
    for (int i = 1; i <= 502; ++i) {
        CHECK(d.is_full() == (i > 500));
        d.warning(at("a.yaml", i, 1), "", "odd");
    }
    CHECK_FALSE(d.has_errors());
    d.error(at("a.yaml", 600, 1), "", "wrong");
    CHECK(d.has_errors());
    CHECK(d.sorted().size() == 501);
    CHECK(d.sorted().back().text() == "3 more are not shown");
    CHECK(d.sorted().back().count == 3);
    CHECK_THROWS_AS(d.throw_if_errors(), InputError);
}
