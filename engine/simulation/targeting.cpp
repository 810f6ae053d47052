#include "engine/simulation/targeting.h"

#include <algorithm>
#include <span>

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

// What each case counts for wherever it is served, people.
struct Reaches {
    std::span<const float> people;
    std::vector<float> poor;     // these, or none
    std::vector<float> poorest;  // of them, by class
    std::vector<std::int32_t> income_class;

    // Incomes before interventions are summed as they are earned.
    Reaches(const CaseYear& year, float line)
        : people(std::span(year.people).first(year.cases())),
          poor(people.size()),
          poorest(people.size()),
          income_class(people.size()) {
        std::vector<float>& before = poorest;
        for (std::size_t c = 0; c < before.size(); ++c)
            before[c] = year.base[0][c] + year.base[1][c] + (year.base[2][c] + year.base[3][c]);
        for (std::size_t c = 0; c < before.size(); ++c)
            poor[c] = people[c] * (before[c] < line ? 1.0F : 0.0F);
        for (std::size_t c = 0; c < before.size(); ++c)
            income_class[c] = income_class_of(before[c]);
    }

    void find_poorest(std::vector<std::uint32_t> classes) {
        std::fill(poorest.begin(), poorest.end(), 0.0F);
        if (classes.empty()) return;
        for (std::size_t c = 0; c < people.size(); ++c)
            classes[static_cast<std::size_t>(income_class[c])] +=
                static_cast<std::uint32_t>(people[c]);
        const Poorest two_fifths = poorest_of(classes, measures::poorest_two_fifths);
        for (std::size_t c = 0; c < people.size(); ++c)
            poorest[c] = two_fifths.share(income_class[c]) * people[c];
    }
};

void add(GivenYear& given, bool guarantees, float yuan, const Reaches& reaches, std::size_t c) {
    if (!(yuan > 0.0F) && !guarantees) return;
    given.people += static_cast<double>(reaches.people[c]);
    given.poor_people += static_cast<double>(reaches.poor[c]);
    given.poorest_people += static_cast<double>(reaches.poorest[c]);
    given.money += static_cast<double>(yuan * reaches.people[c]);
    given.poorest_money += static_cast<double>(yuan * reaches.poorest[c]);
}

}  // namespace

void count_targeting(CountyWorld& county, double line) {
    Reaches reaches(county.cases, static_cast<float>(line));
    reaches.find_poorest(county.classes);
    std::uint32_t poor = 0;
    for (const float people : reaches.poor) poor += static_cast<std::uint32_t>(people);
    county.poor_before = county.sums.poverty[0] + static_cast<double>(poor);
    // Gains stand by intervention.
    const std::vector<Gain>& gains = county.gains;
    for (std::size_t k = 0; k < gains.size();) {
        const std::uint16_t intervention = gains[k].intervention;
        GivenYear given;
        for (; k < gains.size() && gains[k].intervention == intervention; ++k) {
            const std::uint32_t c = gains[k].case_index;
            const float top_up = gains[k].floor ? county.cases.top_up[c] : 0.0F;
            add(given, gains[k].guarantees != 0, std::max(0.0F, gains[k].yuan + top_up), reaches,
                c);
        }
        county.services[intervention].given = given;
    }
}

}  // namespace zhaimao
