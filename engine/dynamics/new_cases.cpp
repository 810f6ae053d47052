#include "engine/dynamics/new_cases.h"

#include <algorithm>

#include "engine/core/math/hot.h"

namespace zhaimao {
namespace {

// Calls f for each pair of columns of both.
template <class A, class B, class F>
void for_each_case_column(A& a, B& b, F f) {
    f(a.row, b.row), f(a.traits, b.traits), f(a.village, b.village), f(a.state, b.state);
    for (std::size_t s = 0; s < source_count; ++s) f(a.income[s], b.income[s]);
    f(a.deviation, b.deviation), f(a.measurement, b.measurement), f(a.observed, b.observed);
    f(a.observed_mean, b.observed_mean), f(a.assessable, b.assessable);
    f(a.true_assessable, b.true_assessable), f(a.entered, b.entered), f(a.left, b.left);
    f(a.passes, b.passes), f(a.cohort, b.cohort), f(a.enrolled, b.enrolled);
}

// `part` of them more, or of the households where the cases are few.
std::size_t room_for(std::size_t size, std::size_t households, std::size_t part) {
    return size + std::max(size / part, households / (8 * part));
}

}  // namespace

void make_room(Cases& cases, std::size_t size, std::size_t households) {
    if (size <= cases.row.capacity()) return;
    const std::size_t room = room_for(size, households, 8);
    for_each_case_column(cases, cases, [room](auto& column, auto&) { column.reserve(room); });
}

void copy_with_room(Cases& to, const Cases& from, std::size_t households) {
    const std::size_t room = room_for(from.size(), households, 2);  // seldom more
    for_each_case_column(to, from, [room](auto& column, const auto& other) {
        column.reserve(room);
        column.assign(other.begin(), other.end());
    });
}

// Column by column, so that the far rows of many are fetched at a time.
void fill_columns(Cases& c, const CaseOrigin& from, std::span<const std::uint32_t> places,
                  const std::vector<std::uint16_t>& village,
                  const std::vector<float>& measurement) {
    const std::size_t size = c.size(), first = size - places.size();
    const std::span<const std::uint32_t> rows = std::span(c.row).subspan(first);
    append(c.village, rows, village);
    append(c.measurement, rows, measurement);
    append(c.traits, places, from.traits);
    for (std::size_t s = 0; s < source_count; ++s)
        if (from.has_income[s]) append(c.income[s], places, from.income[s]);
    append(c.state, places, from.state);
    append(c.deviation, places, from.deviation);
    append(c.observed, places, from.observed);
    const auto seen = c.observed.begin() + static_cast<std::ptrdiff_t>(first);
    c.observed_mean.insert(c.observed_mean.end(), seen, c.observed.end());
    c.assessable.insert(c.assessable.end(), seen, c.observed.end());
    c.true_assessable.resize(size);
    float* const __restrict in_truth = c.true_assessable.data();
    const float* const __restrict observed = c.observed.data();
    const float* const __restrict error = c.measurement.data();
    for (std::size_t k = first; k < size; ++k) in_truth[k] = observed[k] * hot::exp(-error[k]);
    c.entered.resize(size, Cases::no_year);
    c.left.resize(size, Cases::no_year);
    c.passes.resize(size, 0);
    c.cohort.resize(size, 0);
    c.enrolled.resize(size, 0);
}

}  // namespace zhaimao
