#include "engine/core/config/shared_text.h"

#include <catch2/catch.hpp>

using namespace zhaimao;

TEST_CASE("a shared text is compared by what it says, and copies share it",
          "[core][config][shared_text]") {
    SharedText a(std::string("census of 2020"));
    const SharedText copy = a, other(std::string("census of 2020"));
    CHECK((a == copy && a == other && a == "census of 2020"));
    CHECK(&copy.text() == &a.text());
    a = std::string("plan");
    CHECK((copy == "census of 2020" && a == "plan" && !(a == copy)));
    a.clear();
    CHECK((a.empty() && a == SharedText() && a == "" && SharedText(std::string()).empty()));
    CHECK(a.text().empty());
}
