#include "engine/simulation/targeting.h"

#include <algorithm>

#include "engine/population/income_classes.h"
#include "engine/population/measures/targeting.h"

namespace zhaimao {
namespace {

// The people with the lowest incomes: all of the classes under one, and a part of that.
struct Poorest {
    std::int32_t border = 0;
    float part = 0.0F;

    [[nodiscard]] float share(std::int32_t income_class) const {
        return income_class < border ? 1.0F : (income_class > border ? 0.0F : part);
    }
};

Poorest poorest_of(const std::vector<std::uint32_t>& classes, double share) {
    double people = 0.0;
    for (const std::uint32_t of_class : classes) people += of_class;
    double room = share * people;
    for (std::size_t c = 0; c < classes.size(); ++c) {
        if (room < classes[c])
            return {static_cast<std::int32_t>(c), static_cast<float>(room / classes[c])};
        room -= classes[c];
    }
    return {static_cast<std::int32_t>(classes.size()), 0.0F};
}

// What a case counts for wherever it is served, people.
struct Reach {
    float people = 0.0F;
    float poor = 0.0F;     // these, or none
    float poorest = 0.0F;  // of them, by class
    std::int32_t income_class = 0;
};

// Incomes before interventions are summed as they are earned.
std::vector<Reach> poor_reaches(const CaseYear& year, float line) {
    std::vector<Reach> reaches(year.people.size());
    for (std::size_t c = 0; c < reaches.size(); ++c) {
        const float before =
            year.base[0][c] + year.base[1][c] + (year.base[2][c] + year.base[3][c]);
        const float people = year.people[c];
        reaches[c] = {people, before < line ? people : 0.0F, 0.0F, income_class_of(before)};
    }
    return reaches;
}

void find_poorest(std::vector<Reach>& reaches, std::vector<std::uint32_t> classes) {
    if (classes.empty()) return;
    for (const Reach& r : reaches)
        classes[static_cast<std::size_t>(r.income_class)] += static_cast<std::uint32_t>(r.people);
    const Poorest poorest = poorest_of(classes, measures::poorest_two_fifths);
    for (Reach& r : reaches) r.poorest = poorest.share(r.income_class) * r.people;
}

void add(GivenYear& given, bool guarantees, float yuan, const Reach& reach) {
    if (!(yuan > 0.0F) && !guarantees) return;
    given.people += static_cast<double>(reach.people);
    given.poor_people += static_cast<double>(reach.poor);
    given.poorest_people += static_cast<double>(reach.poorest);
    given.money += static_cast<double>(yuan * reach.people);
    given.poorest_money += static_cast<double>(yuan * reach.poorest);
}

}  // namespace

void count_targeting(CountyWorld& county, double line) {
    std::vector<Reach> reaches = poor_reaches(county.cases, static_cast<float>(line));
    find_poorest(reaches, county.classes);
    county.poor_before = county.sums.poverty[0];
    for (const Reach& reach : reaches) county.poor_before += static_cast<double>(reach.poor);
    // Gains stand by intervention.
    const std::vector<Gain>& gains = county.gains;
    for (std::size_t k = 0; k < gains.size();) {
        const std::uint16_t intervention = gains[k].intervention;
        GivenYear given;
        for (; k < gains.size() && gains[k].intervention == intervention; ++k) {
            const std::uint32_t c = gains[k].case_index;
            const float top_up = gains[k].floor ? county.cases.top_up[c] : 0.0F;
            add(given, gains[k].guarantees != 0, std::max(0.0F, gains[k].yuan + top_up),
                reaches[c]);
        }
        county.services[intervention].given = given;
    }
}

}  // namespace zhaimao
