#include "engine/core/shell_word.h"

#include <catch2/catch.hpp>

using namespace zhaimao;

TEST_CASE("a word of a command line is quoted where the shell would part it", "[core]") {
    CHECK(shell_word("runs/plan-2.yaml") == "runs/plan-2.yaml");
    CHECK(shell_word("\u60c5\u666f.yaml") == "\u60c5\u666f.yaml");
    CHECK(shell_word("my study.yaml") == "'my study.yaml'");
    CHECK(shell_word("it's") == "'it'\\''s'");
    CHECK(shell_word("take_up.2018+=40 %") == "'take_up.2018+=40 %'");
    CHECK(shell_word("") == "''");
}
