#include "engine/simulation/check_year.h"

#include <fmt/format.h>

#include "engine/core/contracts.h"
#include "engine/simulation/invariants.h"

namespace zhaimao {
namespace {

constexpr auto registered = static_cast<std::size_t>(Status::registered);
constexpr auto relapsed = static_cast<std::size_t>(Status::relapsed);

// One county and year, and what was recorded of it.
class CountyYear {
   public:
    CountyYear(const World& world, std::size_t county, int year, const Receipts& received)
        : world_(world), county_(county), year_(year), received_(received) {}

    void check() const {
        check_moves();
        check_services();
        if (is_start()) return;  // its deliveries are in base income
        check_money();
    }

   private:
    [[nodiscard]] bool is_start() const { return year_ == world_.scenario.start; }
    [[nodiscard]] const CountyWorld& now() const { return world_.counties[county_]; }
    [[nodiscard]] double recorded(Indicator indicator, int year) const {
        return world_.record[world_.layout.area_year(indicator, county_, year)];
    }

    // Throws where there is something wrong.
    void hold(const std::string& wrong, std::string_view of = "") const {
        INVARIANT(wrong.empty(),
                  fmt::format("county {}, {}: {}{}{}", world_.scenario.counties[county_].id, year_,
                              of, of.empty() ? "" : ": ", wrong));
    }

    [[nodiscard]] double moved(std::size_t from, std::size_t to, int year) const {
        return world_.record[world_.layout.transition(static_cast<Status>(from),
                                                      static_cast<Status>(to), county_, year)];
    }
    [[nodiscard]] ByStatus ended(int year) const {
        ByStatus people{};
        for (std::size_t from = 0; from < status_count; ++from)
            for (std::size_t to = 0; to < status_count; ++to) people[to] += moved(from, to, year);
        return people;
    }
    [[nodiscard]] ByStatus began() const {
        ByStatus people{};
        for (std::size_t from = 0; from < status_count; ++from)
            for (std::size_t to = 0; to < status_count; ++to)
                people[from] += moved(from, to, year_);
        return people;
    }

    [[nodiscard]] double lived() const {
        std::uint32_t people = 0;
        for (const std::uint32_t traits : now().state.cases.traits)
            people += trait::People::get(traits);
        return now().sums.people + static_cast<double>(people);
    }

    void check_moves() const {
        const auto people = static_cast<double>(world_.population->counties[county_].people);
        const ByStatus statuses = ended(year_);
        double in_statuses = 0.0;
        for (const double of_status : statuses) in_statuses += of_status;
        hold(check_people(people, in_statuses, is_start() ? people : lived()));
        if (is_start()) return;
        hold(check_statuses(ended(year_ - 1), began()));
        hold(check_register(
            {recorded(Indicator::poor_people, year_ - 1),
             recorded(Indicator::newly_poor_people, year_),
             recorded(Indicator::relapsed_people, year_), recorded(Indicator::exited_people, year_),
             recorded(Indicator::poor_people, year_), statuses[registered] + statuses[relapsed]}));
    }

    void check_services() const {
        for (std::size_t i = 0; i < now().services.size(); ++i) {
            const ServiceYear& service = now().services[i];
            hold(check_capacity(service.served.units, service.task),
                 world_.scenario.interventions[i].id);
        }
    }

    void check_money() const {
        std::int64_t funds_paid = 0, cost = 0, paid = 0;
        for (const std::vector<std::int64_t>& spent : world_.spent_fen)
            funds_paid += spent[county_];
        for (std::size_t i = 0; i < now().services.size(); ++i) {
            const ServiceYear& service = now().services[i];
            if (!world_.scenario.interventions[i].paid_from.empty()) cost += service.paid_fen;
            paid += service.flows.paid + service.flows.dividends;
        }
        hold(check_budget(funds_paid, cost));
        hold(check_receipts(paid, received_));
    }

    const World& world_;
    std::size_t county_;
    int year_;
    Receipts received_;
};

void check_city_capacities(const World& world, const Tally& city, int year) {
    for (std::size_t i = 0; i < world.scenario.interventions.size(); ++i) {
        const Intervention& iv = world.scenario.interventions[i];
        if (!iv.capacity || year < iv.from || year > iv.until) continue;
        const auto at = static_cast<std::size_t>(year - world.scenario.start);
        const std::string wrong =
            check_city_capacity(city.services[i].task, iv.capacity->by_year[at]);
        INVARIANT(wrong.empty(), fmt::format("city, {}: {}: {}", year, iv.id, wrong));
    }
}

void check_funds(const World& world, int year) {
    for (std::size_t f = 0; f < world.accounts.size(); ++f) {
        const std::string wrong = check_fund(world.accounts[f], world.spent_fen[f]);
        INVARIANT(wrong.empty(),
                  fmt::format("city, {}: {}: {}", year, world.scenario.funds[f].id, wrong));
    }
}

}  // namespace

void check_county(const World& world, const Tally& tally, std::size_t county, int year) {
    CountyYear(world, county, year, tally.received).check();
}

void check_city(const World& world, const Tally& city, int year) {
    check_city_capacities(world, city, year);
    check_funds(world, year);
}

}  // namespace zhaimao
