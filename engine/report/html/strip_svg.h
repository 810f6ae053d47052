// The strip as an SVG file of its own, for slides and papers: title above, legend and source below.
// Plain shapes and texts, as office programs read them; no browser draws it.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "engine/report/html/strip.h"

namespace zhaimao {

struct StripColour {
    std::string_view ground, ink;
};
// By step, as page.css has them.
inline constexpr std::array<StripColour, strip_steps.size() + 1> strip_colours{
    {{"#d3e5f3", "#1b2430"},
     {"#e6f0f7", "#1b2430"},
     {"#fdf0d9", "#1b2430"},
     {"#fbd9a8", "#1b2430"},
     {"#f4b183", "#1b2430"},
     {"#d9733d", "#000000"},
     {"#a63a1b", "#ffffff"}}};

// Empty where the strip is.
[[nodiscard]] std::string strip_svg(const Strip& strip, const std::string& citation,
                                    const ReportStyle& style);

}  // namespace zhaimao
