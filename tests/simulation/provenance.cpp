#include "engine/simulation/provenance.h"

#include <catch2/catch.hpp>

using namespace zhaimao;

namespace {

Assumption number(const std::string& path, const std::string& source,
                  const std::string& known_on = "") {
    return {path, "5 people", "people", source, known_on, false, {}};
}

}  // namespace

TEST_CASE("a number without a source is a mistake", "[simulation][provenance]") {
    Project project;
    project.ledger.add(number("a.b", "plan"));
    project.ledger.add(number("a.c", ""));
    Diagnostics d;
    check_sources(project, d);
    REQUIRE(d.sorted().size() == 1);
    CHECK(d.sorted()[0].path == "a.c");
}

TEST_CASE("numbers known after as_of are listed, alike ones together", "[simulation][provenance]") {
    Project project;
    for (const char* county : {"a", "b", "c"})
        project.ledger.add(
            number("counties." + std::string(county) + ".rural_people", "census", "2021-12-31"));
    project.ledger.add(number("counties.a.villages", "census", "2016-01-31"));
    project.ledger.add(number("counties.a.people", "other", "2016-02-01"));
    project.ledger.add(number("counties.b.people", "census", "2016-02-01"));
    CHECK(known_later(project).empty());  // nothing is later than no date
    project.as_of = "2016-01-31";
    const auto groups = grouped(known_later(project));
    REQUIRE(groups.size() == 3);
    CHECK(groups[0].path == "counties.*.rural_people");
    CHECK(groups[0].count == 3);
    CHECK(groups[1].path == "counties.a.people");
    CHECK(groups[2].path == "counties.b.people");
}
