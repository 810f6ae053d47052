#include "engine/ensemble/outcomes.h"

#include <algorithm>

#include "engine/core/contracts.h"

namespace zhaimao {

namespace {

double at(const Ensemble& ensemble, std::size_t cell, std::size_t replicate) {
    return ensemble.values(static_cast<Eigen::Index>(cell), static_cast<Eigen::Index>(replicate));
}

// value(replicate) for each of them.
template <class Value>
Outcome outcome(const Ensemble& ensemble, std::string_view id, std::size_t area,
                const Value& value) {
    Outcome o{id, area, std::vector<double>(static_cast<std::size_t>(ensemble.replicates()))};
    for (std::size_t r = 0; r < o.values.size(); ++r) o.values[r] = value(r);
    return o;
}

Outcome poor_at(const Ensemble& ensemble, std::size_t area, int year) {
    const std::size_t cell = ensemble.layout.area_year(Indicator::poor_people, area, year);
    return outcome(ensemble, "poor_at_deadline", area,
                   [&](std::size_t r) { return at(ensemble, cell, r); });
}

double counties_on_time(const Ensemble& ensemble, const std::vector<County>& counties,
                        std::size_t replicate) {
    std::size_t on_time = 0;
    for (std::size_t c = 0; c < counties.size(); ++c) {
        const Target& target = counties[c].target;
        const double year = at(ensemble, ensemble.layout.met_in(target.kind, c), replicate);
        on_time += year > 0.0 && year <= target.deadline ? 1U : 0U;
    }
    return static_cast<double>(on_time);
}

double money(const Ensemble& ensemble, std::size_t replicate) {
    const RecordLayout& layout = ensemble.layout;
    double yuan = 0.0;
    for (int year = layout.first_year() + 1; year <= layout.last_year(); ++year)
        for (const Indicator spent : {Indicator::support_money, Indicator::top_up_money})
            yuan += at(ensemble, layout.area_year(spent, layout.city(), year), replicate);
    return yuan;
}

}  // namespace

Outcome main_outcome(const Ensemble& ensemble, const std::vector<County>& counties) {
    EXPECTS(!counties.empty());
    const auto last = std::max_element(
        counties.begin(), counties.end(),
        [](const County& a, const County& b) { return a.target.deadline < b.target.deadline; });
    return poor_at(ensemble, ensemble.layout.city(), last->target.deadline);
}

std::vector<Outcome> outcomes_of(const Ensemble& ensemble, const std::vector<County>& counties) {
    const std::size_t city = ensemble.layout.city();
    std::vector<Outcome> all{main_outcome(ensemble, counties)};
    all.push_back(outcome(ensemble, "counties_on_time", city,
                          [&](std::size_t r) { return counties_on_time(ensemble, counties, r); }));
    all.push_back(
        outcome(ensemble, "money", city, [&](std::size_t r) { return money(ensemble, r); }));
    for (std::size_t c = 0; c < counties.size(); ++c)
        all.push_back(poor_at(ensemble, c, counties[c].target.deadline));
    return all;
}

}  // namespace zhaimao
