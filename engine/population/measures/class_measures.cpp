#include "engine/population/measures/class_measures.h"

#include <bit>
#include <vector>

#include "engine/population/income_classes.h"

namespace zhaimao {
namespace {

double lower_end(std::size_t c) {
    const auto bits =
        static_cast<std::uint32_t>(static_cast<std::int32_t>(c) + IncomeClasses::offset)
        << IncomeClasses::dropped_bits;
    return static_cast<double>(std::bit_cast<float>(bits));
}

}  // namespace

double class_income(std::size_t c) {
    return 0.5 * (lower_end(c) + lower_end(c + 1));
}

double median_of_classes(std::span<const std::uint32_t> people) {
    std::int64_t total = 0;
    for (std::uint32_t n : people) total += n;
    std::int64_t below = 0;
    for (std::size_t c = 0; c < people.size(); ++c) {
        below += people[c];
        if (2 * below >= total && total > 0) return class_income(c);
    }
    return 0.0;
}

double gini_of_classes(std::span<const std::uint32_t> people) {
    double total = 0.0;
    double income = 0.0;
    double twice_area = 0.0;  // under the Lorenz curve, unscaled
    for (std::size_t c = 0; c < people.size(); ++c) {
        const double n = people[c];
        const double before = income;
        income += n * class_income(c);
        total += n;
        twice_area += n * (before + income);
    }
    return income > 0.0 ? 1.0 - twice_area / (total * income) : 0.0;
}

measures::Distribution distribution_of_classes(std::span<const std::uint32_t> people) {
    std::vector<double> incomes, weights;
    for (std::size_t c = 0; c < people.size(); ++c) {
        if (people[c] == 0) continue;
        incomes.push_back(c == 0 ? 0.0 : class_income(c));
        weights.push_back(people[c]);
    }
    return measures::Distribution(incomes, weights);
}

}  // namespace zhaimao
