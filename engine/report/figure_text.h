// Figures as a document shows them: `12.3 [11.0, 13.9]`, in the unit that the reader chose, rounded
// to what their Monte Carlo error supports or to the decimals that the reader chose.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/report/labels.h"
#include "engine/report/report_table.h"

namespace zhaimao {

// plain: people, and millions of yuan (zh: 万元); wan: 万人 and 亿元, the units of Chinese reports.
enum class Numbers : std::uint8_t { plain, wan };

struct ReportStyle {
    Language language = Language::en;
    std::string title;  // empty: the scenario's
    Numbers numbers = Numbers::plain;
    std::optional<int>
        precision;  // decimals of every figure that may have some; none: by its error
};

// What figures of this kind are divided by, and the unit that is left; the unit is empty where
// there is none to name.
struct ReportUnit {
    double divisor = 1.0;
    std::string_view word;
};
[[nodiscard]] ReportUnit unit_of(FigureKind kind, const ReportStyle& style);

// Decimals of a figure in its unit: those of three significant digits of a quantity (its range has
// as many); of people, money and shares the error's first digit that is not noise (text.h,
// rounding_step), at most what the kind's column usually has; without an error as few as people and
// money need; `precision` where it is set.
[[nodiscard]] int decimals_of(const Figure& figure, FigureKind kind, const ReportStyle& style);

// "-" where the value is not a number.
[[nodiscard]] std::string figure_text(const Figure& figure, FigureKind kind,
                                      const ReportStyle& style);

}  // namespace zhaimao
