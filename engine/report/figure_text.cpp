#include "engine/report/figure_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/report/text.h"

namespace zhaimao {
namespace {

constexpr double wan = 1e4, million = 1e6, yi = 1e8;
constexpr double per_cent = 0.01;

// Where the error is zero or unknown, and never more than these.
int usual_decimals(FigureKind kind, const ReportStyle& style) {
    switch (kind) {
        case FigureKind::share:
            return 1;
        case FigureKind::people:
            return style.numbers == Numbers::wan ? 4 : 0;  // single people
        case FigureKind::money:
            return style.numbers == Numbers::wan ? 4 : (style.language == Language::zh ? 0 : 2);
        default:
            return 0;
    }
}

bool rounds_by_error(FigureKind kind) {
    return kind == FigureKind::share || kind == FigureKind::people || kind == FigureKind::money;
}

// The largest power of ten that is at most twice the error, in the unit shown.
double step_of(const Figure& figure, const ReportUnit& unit, int decimals) {
    const double least = std::pow(10.0, -decimals);
    return least * rounding_step(figure.error / unit.divisor / least);
}

// A number without an error (a promise, a sum of money that is the same in all futures) has no
// zeros at its end: 6, not 6.0000.
int needed_decimals(const Figure& figure, const ReportUnit& unit, int most) {
    const auto same = [&](double value, int decimals) {
        return !std::isfinite(value) ||
               fmt::format("{:.{}f}", value, most) ==
                   fmt::format("{:.{}f}{}", value, decimals,
                               std::string(decimals == 0 ? "." : "") +
                                   std::string(static_cast<std::size_t>(most - decimals), '0'));
    };
    for (int decimals = 0; decimals < most; ++decimals)
        if (same(figure.value / unit.divisor, decimals) &&
            same(figure.low / unit.divisor, decimals) && same(figure.high / unit.divisor, decimals))
            return decimals;
    return most;
}

std::string grouped(double value, int decimals) {
    constexpr double most = 1e15;  // beyond it digits are no longer those of a double
    if (std::abs(value) >= most) return fmt::format("{:.4g}", value);
    const std::string text = fmt::format("{:.{}f}", std::abs(value), decimals);
    const std::size_t point = text.find('.');
    const std::string whole = with_thousands(std::stoll(text.substr(0, point)));
    const bool is_zero = text.find_first_not_of("0.") == std::string::npos;
    return (value < 0.0 && !is_zero ? "-" : "") + whole +
           (point == std::string::npos ? "" : text.substr(point));
}

// Halves go up, as people_text has it.
double rounded(double value, double step) {
    return std::floor(value / step + 0.5) * step;
}

// Place of the third significant digit: of the largest of a figure and its range.
int third_place(const Figure& figure) {
    double largest = 0.0;
    for (const double value : {figure.value, figure.low, figure.high})
        if (std::isfinite(value)) largest = std::max(largest, std::abs(value));
    return largest > 0.0 ? static_cast<int>(std::floor(std::log10(largest))) - 2 : 0;
}

std::string quantity_text(double value, int place, const ReportStyle& style) {
    constexpr int smallest_place = -8;  // beyond it zeros are too many to count
    if (style.precision) return grouped(value, *style.precision);
    if (place < smallest_place) return fmt::format("{:.3g}", value);
    return grouped(rounded(value, std::pow(10.0, place)), std::max(0, -place));
}

std::string points_text(double share, const ReportStyle& style) {
    const int decimals = style.precision.value_or(1);
    return grouped(rounded(share / per_cent, std::pow(10.0, -decimals)), decimals);
}

}  // namespace

ReportUnit unit_of(FigureKind kind, const ReportStyle& style) {
    const bool zh = style.language == Language::zh;
    const bool in_wan = style.numbers == Numbers::wan;
    switch (kind) {
        case FigureKind::people:
            if (in_wan) return {wan, zh ? "万人" : "10,000 people"};
            return {1.0, zh ? "人" : "people"};
        case FigureKind::money:
            if (in_wan) return {yi, zh ? "亿元" : "100 million yuan"};
            if (zh) return {wan, "万元"};
            return {million, "million yuan"};
        case FigureKind::share:
        case FigureKind::probability:
        case FigureKind::points:
            return {per_cent, "%"};
        default:
            return {};
    }
}

int decimals_of(const Figure& figure, FigureKind kind, const ReportStyle& style) {
    if (kind == FigureKind::quantity)
        return style.precision.value_or(std::max(0, -third_place(figure)));
    if (!rounds_by_error(kind)) return 0;
    const bool whole = kind == FigureKind::people && style.numbers == Numbers::plain;
    if (style.precision) return whole ? 0 : *style.precision;
    const int usual = usual_decimals(kind, style);
    if (kind != FigureKind::share && !(figure.error > 0.0))
        return needed_decimals(figure, unit_of(kind, style), usual);
    const double step = step_of(figure, unit_of(kind, style), usual);
    return std::max(0, static_cast<int>(std::lround(-std::log10(step))));
}

std::string figure_text(const Figure& figure, FigureKind kind, const ReportStyle& style) {
    const ReportUnit unit = unit_of(kind, style);
    const int decimals = decimals_of(figure, kind, style);
    const double step = style.precision ? std::pow(10.0, -decimals)
                                        : step_of(figure, unit, usual_decimals(kind, style));
    const auto text = [&](double value) -> std::string {
        if (!std::isfinite(value)) return "-";
        if (kind == FigureKind::year) return fmt::format("{:.0f}", value);
        if (kind == FigureKind::number)
            return fmt::format("{:.{}f}", value, style.precision.value_or(2));
        if (kind == FigureKind::quantity) return quantity_text(value, third_place(figure), style);
        if (kind == FigureKind::points) return points_text(value, style);
        if (!rounds_by_error(kind)) return percent_text(value, 0);
        return grouped(rounded(value / unit.divisor, step), decimals);
    };
    const std::string mean = kind == FigureKind::probability && std::isfinite(figure.value)
                                 ? probability_text(figure.value)
                                 : text(figure.value);
    if (!figure.has_range()) return mean;
    return fmt::format("{} [{}, {}]", mean, text(figure.low), text(figure.high));
}

}  // namespace zhaimao
