// The words for units and scales, English and Chinese: a closed list.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "engine/core/units.h"

namespace zhaimao {

struct UnitWord {
    std::string_view word;
    Dimension dimension;
    int powers_of_ten = 0;
    int months = 0;
};

[[nodiscard]] std::optional<UnitWord> find_unit_word(std::string_view word);
[[nodiscard]] std::span<const std::string_view> unit_words();  // for suggestions

struct ScaleWord {
    std::string_view word;
    int powers_of_ten = 0;
};

[[nodiscard]] std::span<const ScaleWord> scale_words();

// The scale word that `text` begins with ("million people", "万人"); an English one must end there.
[[nodiscard]] std::optional<ScaleWord> leading_scale_word(std::string_view text);

}  // namespace zhaimao
