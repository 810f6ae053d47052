#include "engine/ensemble/outcomes.h"

#include <algorithm>

#include "engine/core/contracts.h"

namespace zhaimao {

namespace {

Outcome poor_at(const Ensemble& ensemble, std::size_t area, int year) {
    return {"poor_at_deadline", area,
            ensemble.row(ensemble.layout.area_year(Indicator::poor_people, area, year))};
}

std::vector<double> counties_on_time(const Ensemble& ensemble,
                                     const std::vector<County>& counties) {
    std::vector<double> on_time(ensemble.replicates());
    for (std::size_t c = 0; c < counties.size(); ++c) {
        const Target& target = counties[c].target;
        const std::vector<double> years = ensemble.row(ensemble.layout.met_in(target.kind, c));
        for (std::size_t r = 0; r < years.size(); ++r)
            on_time[r] += years[r] > 0.0 && years[r] <= target.deadline ? 1.0 : 0.0;
    }
    return on_time;
}

std::vector<double> money(const Ensemble& ensemble) {
    const RecordLayout& layout = ensemble.layout;
    std::vector<double> yuan(ensemble.replicates());
    for (int year = layout.first_year() + 1; year <= layout.last_year(); ++year)
        for (const Indicator spent : {Indicator::support_money, Indicator::top_up_money}) {
            const std::vector<double> row =
                ensemble.row(layout.area_year(spent, layout.city(), year));
            for (std::size_t r = 0; r < row.size(); ++r) yuan[r] += row[r];
        }
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
    all.push_back({"counties_on_time", city, counties_on_time(ensemble, counties)});
    all.push_back({"money", city, money(ensemble)});
    for (std::size_t c = 0; c < counties.size(); ++c)
        all.push_back(poor_at(ensemble, c, counties[c].target.deadline));
    return all;
}

}  // namespace zhaimao
