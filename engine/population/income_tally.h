// People-weighted sums over households' incomes: means, FGT poverty at one line, classes for
// medians and the Gini.
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

#include "engine/population/household.h"
#include "engine/population/income_classes.h"

namespace zhaimao {

struct IncomeTally {
    double people = 0.0;
    double income = 0.0;                        // yuan a year
    std::array<double, source_count> source{};  // of it
    double registered_people = 0.0, registered_income = 0.0;
    std::array<double, 3>
        poverty{};            // FGT numerators, alpha 0, 1, 2 (Foster, Greer and Thorbecke 1984)
    double not_finite = 0.0;  // households whose income is not a number
    std::vector<std::uint32_t> classes;  // people by income class; empty: not counted

    // One household's income per head, against the line.
    void count(float household_income, float line, double household_people, bool registered) {
        const auto y = static_cast<double>(household_income);
        not_finite += std::isfinite(y) ? 0.0 : 1.0;
        people += household_people;
        income += household_people * y;
        registered_people += registered ? household_people : 0.0;
        registered_income += registered ? household_people * y : 0.0;
        if (household_income < line) {
            const double gap = (static_cast<double>(line) - y) / static_cast<double>(line);
            poverty[0] += household_people;
            poverty[1] += household_people * gap;
            poverty[2] += household_people * gap * gap;
        }
        if (!classes.empty())
            classes[static_cast<std::size_t>(income_class_of(household_income))] +=
                static_cast<std::uint32_t>(household_people);
    }

    void add(const IncomeTally& o) {
        people += o.people;
        income += o.income;
        for (std::size_t s = 0; s < source_count; ++s) source[s] += o.source[s];
        registered_people += o.registered_people;
        registered_income += o.registered_income;
        for (std::size_t a = 0; a < poverty.size(); ++a) poverty[a] += o.poverty[a];
        not_finite += o.not_finite;
        classes.resize(o.classes.size());
        for (std::size_t c = 0; c < classes.size(); ++c) classes[c] += o.classes[c];
    }
};

}  // namespace zhaimao
