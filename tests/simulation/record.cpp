#include "engine/simulation/record.h"

#include <catch2/catch.hpp>
#include <vector>

#include "engine/exit/look_back.h"

using namespace zhaimao;

TEST_CASE("every cell of a record has exactly one meaning", "[simulation][record]") {
    constexpr std::size_t counties = 2, interventions = 3, causes = 4, rules = 2, funds = 2;
    const RecordLayout layout(counties, 2015, 2017, interventions, causes, rules, funds);
    std::vector<int> used(layout.size(), 0);
    for (int year = layout.first_year(); year <= layout.last_year(); ++year) {
        for (std::size_t area = 0; area < layout.areas(); ++area) {
            for (std::size_t k = 0; k < indicator_count; ++k)
                ++used.at(layout.area_year(static_cast<Indicator>(k), area, year));
            for (std::size_t i = 0; i < interventions; ++i)
                for (std::size_t k = 0; k < service_count; ++k)
                    ++used.at(layout.service(i, static_cast<Service>(k), area, year));
            for (std::size_t from = 0; from < status_count; ++from)
                for (std::size_t to = 0; to < status_count; ++to)
                    ++used.at(layout.transition(static_cast<Status>(from), static_cast<Status>(to),
                                                area, year));
            for (std::size_t f = 0; f < flow_count; ++f)
                for (std::size_t k = 0; k < causes; ++k)
                    ++used.at(layout.flow(static_cast<Flow>(f), k, area, year));
            for (std::size_t f = 0; f < funds; ++f)
                for (std::size_t k = 0; k < budget_count; ++k)
                    ++used.at(layout.budget(f, static_cast<Budget>(k), area, year));
            for (std::size_t kind = 0; kind < spell_kinds; ++kind)
                for (std::size_t years = 0; years < spell_count; ++years)
                    ++used.at(layout.spell(static_cast<Spell>(kind), years, area, year));
            for (std::size_t v = 0; v < ventile_count; ++v)
                ++used.at(layout.ventile(v, area, year));
        }
        for (std::size_t c = 0; c < counties; ++c)
            for (std::size_t r = 0; r < rules; ++r) ++used.at(layout.rule_failure(r, c, year));
    }
    for (std::size_t c = 0; c < counties; ++c)
        for (const TargetKind kind : {TargetKind::cohort, TargetKind::stock, TargetKind::delisting})
            ++used.at(layout.met_in(kind, c));
    for (const int count : used) CHECK(count == 1);
}

TEST_CASE("a layout knows its years and areas", "[simulation][record]") {
    const RecordLayout layout(17, 2015, 2023, 0, 0, 0);
    CHECK(layout.last_year() == 2023);
    CHECK(layout.areas() == 18);
    CHECK(layout.city() == 17);
    // Indicators, 16 transitions, 2 spells of 10 lengths, 20 ventiles, 18 areas, 9 years; three
    // kinds of target a county.
    CHECK(layout.size() == (indicator_count + 16 + 2 * 10 + 20) * 18 * 9 + 3 * 17);
}
