// What a year adds up to in one county: counts and sums that a city can add again. Model, section 3
// E.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "engine/simulation/invariants.h"
#include "engine/simulation/world.h"

namespace zhaimao {

struct Tally {
    std::int64_t rural_people = 0;  // the denominator of incidence
    std::int64_t poor_people = 0, poor_households = 0, cohort_people = 0, screened_people = 0;
    std::int64_t exits = 0, exited_ever = 0, able = 0, plan_shortfall = 0;
    std::int64_t counties_delisted = 0, counties_approved = 0, relapsed_after_delisting = 0,
                 villages_exited = 0;
    std::int64_t support_fen = 0, top_up_fen = 0, dividend_fen = 0, village_fen = 0;
    Receipts received;  // support, as the cases hold it; of a county alone
    TruthCount truth;
    SpellCount exited_after{};
    EntryCount entries;
    std::vector<ServiceYear> services;  // by intervention
    double poor_before = 0.0;           // people
    std::array<std::array<std::int64_t, status_count>, status_count>
        moved{};  // people, from and to

    // People of the cases by how many they lack of six: an income at the line, five guarantees.
    std::array<std::int64_t, guarantee_count + 2> lacking{};

    IncomeTally incomes;

    [[nodiscard]] std::int64_t relapsed() const;
    [[nodiscard]] std::int64_t newly_poor() const;

    void add(const Tally& other);
};

// Of a year that has been lived and assessed.
[[nodiscard]] Tally tally_year(const World& world, std::size_t county, int year);

// Of the start: incomes are those of the start year, without the measurement error.
[[nodiscard]] Tally tally_start(const World& world, std::size_t county);

}  // namespace zhaimao
