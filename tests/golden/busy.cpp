// Detects change, judges nothing: two replicates of tests/laws/busy.yaml, every number of the
// record, to the bit.
#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "tests/golden/golden_file.h"
#include "tests/laws/world_of.h"

using namespace zhaimao;

namespace {

std::string row(std::string_view what, const RecordLayout& layout, std::size_t area,
                const std::vector<double>& values) {
    std::string text =
        fmt::format("{} {}", what, area == layout.city() ? "city" : std::to_string(area));
    for (double v : values)
        text += fmt::format(" {}", v);  // the shortest text that reads back as the same double
    return text + "\n";
}

template <class Cell>
std::vector<double> over_years(const RecordLayout& layout, const Record& record, Cell cell) {
    std::vector<double> values;
    for (int year = layout.first_year(); year <= layout.last_year(); ++year)
        values.push_back(record[cell(year)]);
    return values;
}

std::string text_of(const Scenario& s, const Replicate& r) {
    std::string text;
    for (std::size_t area = 0; area < r.layout.areas(); ++area) {
        for (std::size_t k = 0; k < indicator_count; ++k)
            text += row(indicator_table[k].id, r.layout, area,
                        over_years(r.layout, r.record, [&](int year) {
                            return r.layout.area_year(static_cast<Indicator>(k), area, year);
                        }));
        for (std::size_t i = 0; i < s.interventions.size(); ++i)
            for (std::size_t k = 0; k < service_count; ++k)
                text += row(s.interventions[i].id + "." + std::string(service_table[k].id),
                            r.layout, area, over_years(r.layout, r.record, [&](int year) {
                                return r.layout.service(i, static_cast<Service>(k), area, year);
                            }));
    }
    for (std::size_t c = 0; c < r.layout.counties(); ++c) {
        std::vector<double> met;
        for (TargetKind kind : {TargetKind::cohort, TargetKind::stock, TargetKind::delisting})
            met.push_back(r.record[r.layout.met_in(kind, c)]);
        text += row("met_in", r.layout, c, met);
    }
    return text;
}

}  // namespace

TEST_CASE("busy.yaml still gives the numbers of its golden file", "[golden]") {
    const Scenario s = law_scenario("busy.yaml");
    const auto people = people_of(s);
    std::string text;
    for (std::uint32_t replicate : {1U, 2U})
        text +=
            fmt::format("replicate {}\n", replicate) + text_of(s, Replicate(s, people, replicate));
    check_golden("busy.txt", text);
}
