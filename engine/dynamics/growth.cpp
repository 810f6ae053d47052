#include "engine/dynamics/growth.h"

#include <algorithm>

#include "engine/core/math/math.h"

namespace zhaimao {
namespace {

constexpr Purpose common_shock("growth/common_shock", Chance::shocks);
constexpr Purpose village_event("event/village");
constexpr std::uint32_t the_nation = 0;

}  // namespace

std::array<double, source_count> growth_factors(const Growth& growth, double gap,
                                                const Draws& draws, const ShockAreas& areas,
                                                int year, int first_year) {
    const auto shock = [&](double sd, std::uint32_t area) {
        return sd > 0.0
                   ? sd * draws.normal(the_area_itself, area, year, common_shock) - 0.5 * sd * sd
                   : 0.0;
    };
    const double log_shock = shock(growth.nation_sd, the_nation) +
                             shock(growth.city_sd, areas.city) +
                             shock(growth.county_sd, areas.county);
    const double common = math::exp(log_shock);
    std::array<double, source_count> factors{};
    for (std::size_t s = 0; s < source_count; ++s)
        factors[s] =
            (1.0 + growth.rates[s][static_cast<std::size_t>(year - first_year)] + gap) * common;
    return factors;
}

std::vector<std::uint8_t> hit_villages(const std::vector<Event>& events, std::size_t villages,
                                       const Draws& draws, std::uint32_t area, int year) {
    std::vector<std::uint8_t> hit;
    if (std::none_of(events.begin(), events.end(), [](const Event& e) {
            return e.scope == EventScope::village && e.probability > 0.0;
        }))
        return hit;
    bool any = false;
    hit.assign(villages, 0);
    for (std::uint32_t v = 0; v < villages; ++v) {
        const double u = draws.uniform(v, area, year, village_event);
        double upper = 0.0;
        for (std::size_t e = 0; e < events.size() && hit[v] == 0; ++e) {
            if (events[e].scope != EventScope::village) continue;
            upper += events[e].probability;
            if (u < upper) hit[v] = static_cast<std::uint8_t>(e + 1);
        }
        any = any || hit[v] != 0;
    }
    if (!any) hit.clear();
    return hit;
}

}  // namespace zhaimao
