// Rows at the end of the case list, with all their columns.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/dynamics/county_state.h"

namespace zhaimao {

// Where the columns of new cases stand; an empty column is all zero.
struct CaseOrigin {
    const std::vector<std::uint32_t>&traits, &state;
    const std::array<std::vector<float>, source_count>& income;
    const std::array<bool, source_count>& has_income;
    const std::vector<float>&deviation, &observed;
};

// Room for so many cases and a few more: doubling would leave a third of it empty in every county.
void make_room(Cases& cases, std::size_t size, std::size_t households);

// Replaces `to` by a copy that has room for a few more.
void copy_with_room(Cases& to, const Cases& from, std::size_t households);

// The element at each place, added to the end; zeros of an empty column.
template <class T>
void append(std::vector<T>& column, std::span<const std::uint32_t> places,
            const std::vector<T>& values) {
    const std::size_t first = column.size();
    column.resize(first + places.size());
    if (values.empty()) return;
    T* const added = column.data() + first;
    for (std::size_t i = 0; i < places.size(); ++i) added[i] = values[places[i]];
}

// Columns of cases that have their rows already: those rows' own, and others' from `places`. What
// was observed stands for the mean of the look-back's years and for the assessment's last year.
void fill_columns(Cases& cases, const CaseOrigin& from, std::span<const std::uint32_t> places,
                  const std::vector<std::uint16_t>& village, const std::vector<float>& measurement);

}  // namespace zhaimao
