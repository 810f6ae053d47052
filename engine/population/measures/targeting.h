// How well a programme finds the poor: errors in people, leakage in money, and an index.
//
//   inclusion error = people served and not poor / people served
//   exclusion error = people poor and not served / people poor
//   coverage        = people served / all people
//   leakage         = benefit that goes to those not poor / all benefit
//   index           = (share of all benefit that goes to the poorest 40 % of people) / 0.4
//
// Poor is who has less than the line before the benefit. The index is the outcome measure of Coady,
// Grosh and Hoddinott (2004), "Targeting of transfers in developing countries", in its form for the
// poorest two fifths: 1 is a transfer to everybody alike, 2.5 the most, under 1 is regressive.
// Their other forms (poorest tenth or fifth, used where a survey gives nothing else) are asked for
// with another share. Ties in income stand in the order given; the household on the border counts
// in part. A quotient over nobody, or over no benefit, is 0. Cornia and Stewart (1993) on both
// errors.
#pragma once

#include <cstdint>
#include <span>

namespace zhaimao::measures {

// One programme, household by household. A weight or an income that does not count elsewhere in
// this folder does not count here.
struct Programme {
    std::span<const double> incomes;       // per head, before the benefit
    std::span<const double> people;        // of the household
    std::span<const std::uint8_t> served;  // 1: served
    std::span<const double> benefits;      // of the household, yuan; empty: one a person served
};

struct Targeting {
    double inclusion_error = 0.0;
    double exclusion_error = 0.0;
    double coverage = 0.0;
    double leakage = 0.0;
};

[[nodiscard]] Targeting targeting(const Programme& programme, double line);

inline constexpr double poorest_two_fifths = 0.4;

// share in (0, 1]: the poorest part of the people.
[[nodiscard]] double coady_grosh_hoddinott(const Programme& programme,
                                           double share = poorest_two_fifths);

// The same from sums, where households are not at hand one by one.
struct PeopleReached {
    double served = 0.0;
    double served_poor = 0.0;  // of them
    double poor = 0.0;         // served or not
};
[[nodiscard]] double inclusion_error(const PeopleReached& people);
[[nodiscard]] double exclusion_error(const PeopleReached& people);
[[nodiscard]] double coady_grosh_hoddinott(double benefit_of_poorest, double benefit,
                                           double share = poorest_two_fifths);

}  // namespace zhaimao::measures
