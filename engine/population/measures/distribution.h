// An income distribution over people: what every measure in this folder is computed from.
//
// Sorted once by income, ties in the order given, so that a measure is one plain loop from the
// poorest to the richest and its bits depend on the data alone. Rules of all measures: a household
// weighs as much as it has people; a weight that is zero, negative or not finite counts nobody; an
// income that is not finite is left out and its people are counted in `left_out`; over nobody every
// measure is 0, and none is ever NaN. Poor is who is strictly under the line. Measures that take
// logarithms or powers leave out incomes at or under zero: see `positive`.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace zhaimao::measures {

class Distribution {
   public:
    Distribution() = default;
    // Incomes per head and the people behind each; no people given: one each.
    explicit Distribution(std::span<const double> incomes, std::span<const double> people = {});

    [[nodiscard]] std::size_t size() const { return incomes_.size(); }
    [[nodiscard]] bool empty() const { return incomes_.empty(); }
    [[nodiscard]] std::span<const double> incomes() const { return incomes_; }  // ascending
    [[nodiscard]] std::span<const double> people() const { return people_; }    // above zero
    [[nodiscard]] double total_people() const { return total_people_; }
    [[nodiscard]] double total_income() const { return total_income_; }
    [[nodiscard]] double mean() const { return empty() ? 0.0 : total_income_ / total_people_; }
    [[nodiscard]] double left_out() const { return left_out_; }  // people without a finite income

    // How many rows are strictly under a line.
    [[nodiscard]] std::size_t rows_under(double line) const;
    // The people under a line, as a distribution of their own.
    [[nodiscard]] Distribution under(double line) const;
    // Those with incomes above zero; the others are counted in its left_out.
    [[nodiscard]] Distribution positive() const;

   private:
    [[nodiscard]] Distribution rows(std::size_t first, std::size_t last) const;

    std::vector<double> incomes_, people_;
    double total_people_ = 0.0, total_income_ = 0.0, left_out_ = 0.0;
};

// Smallest income that a share p of the people does not exceed; p in [0, 1], 0 is the lowest
// income. The inverse of the distribution function: type 1 of Hyndman and Fan (1996).
[[nodiscard]] double quantile(const Distribution& d, double p);

}  // namespace zhaimao::measures
