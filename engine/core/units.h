// Units and dimensions: what a number in a configuration counts, and how its text becomes a double.
//
// A dimension is a product of base dimensions with small exponents; money per person and year is
// money^1 person^-1 year^-1. A unit is a dimension and a scale. Decimal scales (%, wan, million,
// kW) move the decimal exponent of the text, so that "54 %" is the double nearest 0.54; only months
// divide.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace zhaimao {

enum class Base : std::uint8_t {
    money,
    person,
    household,
    worker,
    student,
    village,
    year,
    power,
    energy
};
inline constexpr int base_count = 9;

struct Dimension {
    std::array<std::int8_t, base_count> exponents{};

    friend constexpr bool operator==(const Dimension&, const Dimension&) = default;
    [[nodiscard]] constexpr Dimension per(Base base) const {
        Dimension d = *this;
        --d.exponents[static_cast<std::size_t>(base)];
        return d;
    }
    [[nodiscard]] std::string text()
        const;  // "yuan/person/year"; "a plain number", "a share a year"
};

constexpr Dimension one_of(Base base) {
    Dimension d;
    d.exponents[static_cast<std::size_t>(base)] = 1;
    return d;
}

namespace unit {
inline constexpr Dimension number{};  // shares, factors, log points
inline constexpr Dimension people = one_of(Base::person);
inline constexpr Dimension households = one_of(Base::household);
inline constexpr Dimension workers = one_of(Base::worker);
inline constexpr Dimension students = one_of(Base::student);
inline constexpr Dimension villages = one_of(Base::village);
inline constexpr Dimension years = one_of(Base::year);
inline constexpr Dimension per_year = number.per(Base::year);  // growth, a year's probability
inline constexpr Dimension yuan = one_of(Base::money);
inline constexpr Dimension people_per_household = people.per(Base::household);
inline constexpr Dimension yuan_per_person = yuan.per(Base::person);
inline constexpr Dimension yuan_per_household = yuan.per(Base::household);
inline constexpr Dimension yuan_per_worker = yuan.per(Base::worker);
inline constexpr Dimension yuan_per_student = yuan.per(Base::student);
inline constexpr Dimension yuan_per_village = yuan.per(Base::village);
inline constexpr Dimension yuan_per_person_year = yuan_per_person.per(Base::year);
inline constexpr Dimension yuan_per_household_year = yuan_per_household.per(Base::year);
inline constexpr Dimension yuan_per_worker_year = yuan_per_worker.per(Base::year);
inline constexpr Dimension yuan_per_student_year = yuan_per_student.per(Base::year);
inline constexpr Dimension yuan_per_village_year = yuan_per_village.per(Base::year);
inline constexpr Dimension watts_per_village = one_of(Base::power).per(Base::village);
inline constexpr Dimension full_load_hours =
    one_of(Base::energy).per(Base::power).per(Base::year);  // kWh per kW and year
inline constexpr Dimension yuan_per_watt_hour = yuan.per(Base::energy);
}  // namespace unit

// A value as written: number, dimension, and the base year of its prices ("@2010"), 0 where none.
struct Quantity {
    double value =
        0.0;  // in base units: yuan, people, years, watts, watt-hours; shares as fractions
    Dimension dimension;
    int price_year = 0;
    bool bare = true;  // no unit was written
};

// Outcome of parsing: ok, or a message that says what is wrong and what to write.
struct ParsedQuantity {
    Quantity quantity;
    std::string problem;  // empty: ok
};

[[nodiscard]] ParsedQuantity parse_quantity(std::string_view text);

}  // namespace zhaimao
