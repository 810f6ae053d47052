#include "engine/population/measures/poverty.h"

#include <limits>

#include "engine/core/contracts.h"
#include "engine/core/math/math.h"

namespace zhaimao::measures {

Poverty poverty(const Distribution& d, double line) {
    EXPECTS(line > 0.0);
    double poor = 0.0, gap = 0.0, squared = 0.0;
    Poverty p{.line = line};
    const std::size_t last = d.rows_under(line);
    for (std::size_t i = 0; i < last; ++i) {
        const double w = d.people()[i];
        const double lack = line - d.incomes()[i];
        const double relative = lack / line;
        poor += w;
        gap += w * relative;
        squared += w * relative * relative;
        p.total_gap += w * lack;
    }
    if (d.empty()) return p;
    p.headcount = poor / d.total_people();
    p.gap = gap / d.total_people();
    p.severity = squared / d.total_people();
    p.mean_gap = poor > 0.0 ? p.total_gap / poor : 0.0;
    return p;
}

std::vector<Poverty> poverty(const Distribution& d, std::span<const double> lines) {
    std::vector<Poverty> all;
    for (double line : lines) all.push_back(poverty(d, line));
    return all;
}

double fgt(const Distribution& d, double line, double alpha) {
    EXPECTS(line > 0.0 && alpha >= 0.0);
    double sum = 0.0;
    const std::size_t last = d.rows_under(line);
    for (std::size_t i = 0; i < last; ++i)
        sum += d.people()[i] * math::pow((line - d.incomes()[i]) / line, alpha);
    return d.empty() ? 0.0 : sum / d.total_people();
}

OverPositive watts(const Distribution& d, double line) {
    EXPECTS(line > 0.0);
    const Distribution counted = d.positive();
    double sum = 0.0;
    const std::size_t last = counted.rows_under(line);
    for (std::size_t i = 0; i < last; ++i)
        sum += counted.people()[i] * math::log(line / counted.incomes()[i]);
    return {counted.empty() ? 0.0 : sum / counted.total_people(), counted.left_out()};
}

OverPositive average_exit_years(const Distribution& d, double line, double growth) {
    OverPositive w = watts(d, line);
    if (w.value > 0.0)
        w.value = growth > 0.0 ? w.value / growth : std::numeric_limits<double>::infinity();
    return w;
}

}  // namespace zhaimao::measures
