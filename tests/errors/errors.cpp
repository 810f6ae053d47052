// Every file of this folder holds one kind of mistake; its comments "#! ..." are the messages, all
// of them, in order. A file without any is another file's base or include.
#include <array>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "engine/core/config/reading.h"
#include "engine/io/compose.h"
#include "tests/paths.h"

using namespace zhaimao;

namespace {

const std::filesystem::path folder = std::filesystem::path(source_dir()) / "tests" / "errors";

std::string expected_messages(const std::filesystem::path& file) {
    std::ifstream stream(file);
    std::string line, all;
    while (std::getline(stream, line))
        if (line.starts_with("#! ")) all += (all.empty() ? "" : "\n") + line.substr(3);
    return all;
}

// Keys of every kind that a reader may ask for.
void read_town(Block town) {
    constexpr std::array<std::string_view, 3> kinds{"cohort", "stock", "delisting"};
    constexpr std::array counted{unit::people, unit::households};
    (void)town.number({"people", unit::people, positive, "registered people"});
    (void)town.number({"take_up", unit::number, share_range, "share that takes it up"}, 1.0);
    (void)town.maybe_number({"income", unit::yuan_per_person_year, non_negative, "mean income"});
    (void)town.maybe_number(
        {"size", unit::people_per_household, between(1.0, 8.0), "people a household"});
    (void)town.whole({"villages", unit::villages, at_least(1), "villages"}, 1);
    (void)town.maybe_by_year_in({"capacity", {}, non_negative, "capacity"}, counted, 2016, 2020);
    (void)town.maybe_by_year({"exits", unit::people, non_negative, "cap on exits"}, 2016, 2020);
    (void)town.maybe_numbers({"completed_by", unit::number, share_range, "cumulative shares"});
    (void)town.choice("kind", "kind of target", kinds, 0);
    (void)town.maybe_year("deadline", "by when");
    if (town.has("label")) (void)town.label("label", "name");
    if (auto target = town.maybe_block("target", "target"))
        (void)target->maybe_year("deadline", "by when");
}

void read_all(const Node& tree, Diagnostics& diagnostics) {
    Reading reading(diagnostics, {.as_of = "2016-01-31"});
    Block root = reading.root(tree);
    if (auto towns = root.maybe_block("towns", "towns"))
        for (Block& town : towns->children()) read_town(town);
    (void)root.maybe_number(
        {"line", unit::yuan_per_person_year, non_negative, "poverty line", true});
    reading.finish();
}

std::string messages_of(const std::filesystem::path& file) {
    Diagnostics diagnostics;
    const Configuration c = compose(file.string(), {}, diagnostics);
    if (!diagnostics.has_errors()) read_all(c.tree, diagnostics);
    std::string all;
    for (const Mistake& m : diagnostics.sorted()) all += (all.empty() ? "" : "\n") + m.text();
    const std::string here = folder.string() + "/";
    for (std::size_t at; (at = all.find(here)) != std::string::npos;) all.erase(at, here.size());
    return all;
}

}  // namespace

TEST_CASE("each mistake has its message", "[errors]") {
    std::size_t tried = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".yaml") continue;
        const std::string expected = expected_messages(entry.path());
        if (expected.empty()) continue;
        INFO(entry.path().filename().string());
        CHECK(messages_of(entry.path()) == expected);
        ++tried;
    }
    CHECK(tried > 40);
}

TEST_CASE("what the mistakes stand on is right itself", "[errors]") {
    for (const char* name : {"base.yaml", "part.yaml"}) CHECK(messages_of(folder / name).empty());
}
