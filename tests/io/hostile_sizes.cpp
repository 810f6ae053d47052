// As much as a file may hold, in the shapes that a careless reader takes a square of: the bounds of
// hostile_file.h are the test.
#include <catch2/catch.hpp>

#include "engine/io/yaml_loader.h"
#include "engine/io/yaml_problem.h"
#include "tests/io/hostile_file.h"

namespace {

constexpr std::size_t much = zhaimao::largest_yaml - 200;  // bytes
constexpr std::size_t many = zhaimao::most_values - 200;

// `unit` with a number in place of each '#', as often as a file may hold it; `values` stand in
// each.
std::string numbered(const std::string& unit, std::size_t values, std::size_t bytes = much) {
    std::string text;
    for (std::size_t i = 0; text.size() < bytes - 100 && i < many / values; ++i)
        for (const char c : unit) text += c == '#' ? std::to_string(i) : std::string(1, c);
    return text;
}

void ends_in_messages(const std::string& text) {
    const Hostile h;
    const std::string said = h.check_text(text);
    INFO(text.substr(0, 100));
    INFO(said.substr(0, 200));
    CHECK(said.starts_with("h.yaml:"));
    CHECK(said.find("out of memory") == std::string::npos);
    CHECK(std::count(said.begin(), said.end(), '\n') <= 501);
}

}  // namespace

TEST_CASE("the largest file of any shape is read or refused within bounds", "[io][hostile][slow]") {
    const std::string first = "zhaimao: 1\n";
    ends_in_messages(first + numbered("k#: 1\n", 1));
    ends_in_messages(first + numbered("k#: 1  # c\n", 1));
    ends_in_messages(first + numbered("k#: 1 peeple\n", 1));
    ends_in_messages(first + numbered("a.k#: 1\n", 1));
    ends_in_messages(first + numbered("a.b.c.d.e.f.g.h.k#: 1\n", 1));
    ends_in_messages(first + numbered("a#.b: 1\na#.b: 2\n", 2));
    ends_in_messages(first + numbered("k#: {value: 1, unit: people, source: s#}\n", 4));
    ends_in_messages(first + "counties: {" + numbered("c#: {code: #}, ", 3) + "}\n");
    ends_in_messages(first + "source: " + std::string(much / 2, 's') + "\n" +
                     numbered("k#: 1\n", 1, much / 2));
    ends_in_messages(first + "a: [" + repeated("xxxxxxxxxxxxxxxxxxxxxxxx,", much / 25) + "x]\n");
    ends_in_messages(first + "a: {" + numbered("k#, ", 1) + "}\n");
    for (const char* unit : {"x", "x ", "'x' ", "\n", "#\n", " ", "：", "[", "{", "[1,", "- "})
        ends_in_messages("a: " + repeated(unit, much / std::string(unit).size()));
}
