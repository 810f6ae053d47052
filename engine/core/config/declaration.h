// How a key may be written: the part of a reader's call that an outline of the language keeps
// besides the Key (outline.h).
#pragma once

#include <cstdint>
#include <optional>

namespace zhaimao {

// `value`: what another key may hold, or a list of such.
enum class Form : std::uint8_t {
    number,
    year,
    text,
    date,
    label,
    flag,
    choice,
    block,
    value,
    distribution
};

// Years that a key of Form::year admits.
inline constexpr int first_calendar_year = 1900;
inline constexpr int last_calendar_year = 2200;

struct Written {
    bool required = false;
    bool whole = false;    // a number without fraction
    bool list = false;     // a list of them, or one
    bool by_year = false;  // values by year, or one for all years
    // What holds where the key is absent; of a choice the index of the word, of a flag 0 or 1.
    std::optional<double> if_absent = std::nullopt;
};

}  // namespace zhaimao
