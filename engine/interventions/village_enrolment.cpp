#include "engine/interventions/village_enrolment.h"

#include <algorithm>

#include "engine/core/contracts.h"
#include "engine/interventions/first_year.h"

namespace zhaimao {
namespace {

// What a village's eligible households add up to.
struct VillageNeed {
    std::int64_t households = 0;
    std::int64_t people = 0;
    std::int64_t unmet = 0;
    std::int64_t once_fen = 0;        // beside the village's own
    std::int64_t first_year_fen = 0;  // of it and the year's
    double income = 0.0;
};

std::vector<VillageNeed> needs(const Intervention& iv, const EnrolmentPlace& place) {
    std::vector<std::uint32_t> eligible;
    iv.eligible.find(place.cases, eligible);
    std::vector<VillageNeed> villages;
    const Cases& cases = place.state.cases;
    const FirstYear cost(iv);
    MemberCost once;
    if (iv.cost_once) once.add(*iv.cost_once);
    for (const std::uint32_t c : eligible) {
        const std::size_t village = cases.village[c];
        if (villages.size() <= village) villages.resize(village + 1);
        VillageNeed& need = villages[village];
        ++need.households;
        need.people += cases.people(c);
        need.unmet += count_bits(state::Unmet::get(cases.state[c]));
        const std::uint32_t traits = cases.traits_now(c);
        need.once_fen += once.of(traits);
        need.first_year_fen +=
            cost.fen_of(traits, 0, share_after_exit(iv, place.state, c, place.year));
        need.income += static_cast<double>(cases.observed[c]);
    }
    return villages;
}

float rank(RankKey key, const Intervention& iv, std::uint32_t village, const VillageNeed& need,
           const EnrolmentPlace& place) {
    switch (key) {
        case RankKey::income:
        case RankKey::permanent_income:
            return static_cast<float>(need.income / static_cast<double>(need.households));
        case RankKey::unmet_guarantees:
            return -static_cast<float>(need.unmet);
        case RankKey::people:
            return -static_cast<float>(need.people);
        case RankKey::random:
            break;
    }
    return static_cast<float>(place.draws.uniform(village, place.area, any_year, iv.luck.order));
}

std::int64_t village_fen(const Intervention& iv) {
    const auto of = [](const std::optional<Amount>& cost) {
        return cost && cost->per == Per::village ? fen_of_yuan(cost->yuan) : std::int64_t{0};
    };
    return of(iv.cost_once) + of(iv.cost_yearly);
}

Keys keys_of(const Intervention& iv, std::span<const Candidate> candidates,
             const std::vector<VillageNeed>& villages, const EnrolmentPlace& place) {
    Keys keys;
    for (const Candidate& c : candidates) {
        const auto key = [&](std::size_t k) {
            return k < iv.order.size() ? rank(iv.order[k], iv, c.row, villages[c.row], place)
                                       : 0.0F;
        };
        keys.push_back(rank_key(key(0), key(1)));
    }
    return keys;
}

// Positions of the villages that capacity and money reach, ascending.
std::vector<std::uint32_t> choose_villages(const Intervention& iv,
                                           const std::vector<Candidate>& candidates,
                                           const Limit& limit,
                                           const std::vector<VillageNeed>& villages,
                                           const EnrolmentPlace& place) {
    std::vector<std::uint32_t> served =
        ration(iv, candidates, keys_of(iv, candidates, villages, place), limit.units, place, true);
    std::vector<std::int64_t> fen;
    for (const std::uint32_t position : served)
        fen.push_back(village_fen(iv) + villages[candidates[position].row].first_year_fen);
    std::int64_t paid = 0;
    served.resize(reach(fen, limit.fen, paid));
    return ascending(served, candidates.size());
}

}  // namespace

std::vector<Candidate> find_villages(const Intervention& iv, const EnrolmentPlace& place,
                                     const std::vector<VillageService>& served) {
    const std::vector<VillageNeed> villages = needs(iv, place);
    std::vector<std::uint8_t> taken(villages.size(), 0);
    for (const VillageService& s : served)
        if (s.village < taken.size()) taken[s.village] = 1;
    std::vector<Candidate> found;
    for (std::uint32_t v = 0; v < villages.size(); ++v) {
        if (villages[v].households == 0 || taken[v] != 0) continue;
        found.push_back({v, -1, 1});
    }
    return found;
}

ServiceCount serve_villages(const Intervention& iv, std::vector<Candidate>& candidates,
                            const Limit& limit, const EnrolmentPlace& place,
                            std::vector<VillageService>& services) {
    const std::vector<VillageNeed> villages = needs(iv, place);
    ServiceCount count;
    for (const std::uint32_t position : choose_villages(iv, candidates, limit, villages, place)) {
        const VillageNeed& need = villages[candidates[position].row];
        services.push_back({static_cast<std::uint16_t>(candidates[position].row),
                            static_cast<std::int16_t>(place.year),
                            static_cast<std::int16_t>(std::max(limit.wait, 0))});
        ++count.units;
        count.households += need.households;
        count.people += need.people;
        count.committed_fen += village_fen(iv) + need.first_year_fen;
        count.spent_fen += need.once_fen;
        if (iv.cost_once && iv.cost_once->per == Per::village)
            count.spent_fen += fen_of_yuan(iv.cost_once->yuan);
    }
    INVARIANT(count.units <= limit.units, "more villages served than the capacity of " + iv.id +
                                              " in county " + std::to_string(place.area) + ", " +
                                              std::to_string(place.year));
    return count;
}

void active_in_villages(const Intervention& iv, const std::vector<VillageService>& services,
                        const HouseholdView& cases, const CountyState& state, int year,
                        int start_year, std::vector<Served>& served) {
    served.clear();
    if (services.empty()) return;
    std::vector<const VillageService*> by_village;
    for (const VillageService& s : services) {
        if (by_village.size() <= s.village) by_village.resize(s.village + std::size_t{1}, nullptr);
        by_village[s.village] = &s;
    }
    std::vector<std::uint32_t> eligible;
    iv.eligible.find(cases, eligible);
    for (const std::uint32_t c : eligible) {
        const std::size_t village = state.cases.village[c];
        if (village >= by_village.size() || by_village[village] == nullptr) continue;
        const VillageService& s = *by_village[village];
        const int age = year - s.year - s.wait;
        const float share = share_after_exit(iv, state, c, year);
        if (age < 0 || share <= 0.0F) continue;
        const int held = s.year == start_year ? start_year - s.year - s.wait : -1;
        served.push_back({c, static_cast<std::int16_t>(age),
                          static_cast<std::int16_t>(std::max(held, -1)), share});
    }
}

}  // namespace zhaimao
