#include "engine/population/measures/class_measures.h"
#include "engine/population/measures/targeting.h"
#include "engine/simulation/record_distribution.h"
#include "engine/simulation/year.h"

namespace zhaimao {
namespace {

double yuan(std::int64_t fen) {
    return static_cast<double>(fen) / 100.0;
}
double share(double part, double whole) {
    return whole > 0.0 ? part / whole : 0.0;
}

void write_people(const RecordCells& w, const Tally& t) {
    w.set(Indicator::poor_people, t.poor_people);
    w.set(Indicator::poor_households, t.poor_households);
    w.set(Indicator::incidence,
          share(static_cast<double>(t.poor_people), static_cast<double>(t.rural_people)));
    w.set(Indicator::exited_people, t.exits);
    w.set(Indicator::exited_people_cumulative, t.exited_ever);
    w.set(Indicator::able_people, t.able);
    w.set(Indicator::plan_shortfall_people, t.plan_shortfall);
    w.set(Indicator::relapsed_people, t.relapsed());
    w.set(Indicator::newly_poor_people, t.newly_poor());
    w.set(Indicator::cohort_people, t.cohort_people);
    w.set(Indicator::screened_people, t.screened_people);
    w.set(Indicator::delisted, t.counties_delisted);
    w.set(Indicator::approved, t.counties_approved);
    w.set(Indicator::relapsed_after_delisting_people, t.relapsed_after_delisting);
    w.set(Indicator::villages_exited, t.villages_exited);
}

void write_truth(const RecordCells& w, const Tally& t) {
    const auto rate = [](std::int64_t part, std::int64_t whole) {
        return share(static_cast<double>(part), static_cast<double>(whole));
    };
    w.set(Indicator::comprehensive_incidence,
          rate(t.poor_people + t.truth.wrong + t.truth.missed, t.rural_people));
    w.set(Indicator::wrong_exit_rate, rate(t.truth.wrong, t.truth.exited));
    w.set(Indicator::missed_rate, rate(t.truth.missed, t.truth.unregistered));
}

void write_incomes(const RecordCells& w, const Tally& t) {
    constexpr std::array means{Indicator::mean_operating, Indicator::mean_wages,
                               Indicator::mean_property, Indicator::mean_transfers};
    constexpr std::array fgt{Indicator::fgt0, Indicator::fgt1, Indicator::fgt2};
    const IncomeTally& in = t.incomes;
    w.set(Indicator::mean_income, share(in.income, in.people));
    w.set(Indicator::mean_income_registered, share(in.registered_income, in.registered_people));
    for (std::size_t s = 0; s < means.size(); ++s) w.set(means[s], share(in.source[s], in.people));
    for (std::size_t a = 0; a < fgt.size(); ++a) w.set(fgt[a], share(in.poverty[a], in.people));
    w.set(Indicator::median_income, median_of_classes(in.classes));
    w.set(Indicator::gini, gini_of_classes(in.classes));
    w.set(Indicator::support_money, yuan(t.support_fen));
    w.set(Indicator::top_up_money, yuan(t.top_up_fen));
    w.set(Indicator::dividend_money, yuan(t.dividend_fen));
    w.set(Indicator::village_money, yuan(t.village_fen));
    w.set(Indicator::non_finite, in.not_finite);
}

void write_moves(World& world, const Tally& t, std::size_t area, int year) {
    for (std::size_t from = 0; from < status_count; ++from)
        for (std::size_t to = 0; to < status_count; ++to)
            world.record[world.layout.transition(static_cast<Status>(from), static_cast<Status>(to),
                                                 area, year)] =
                static_cast<double>(t.moved[from][to]);
}

void write_causes(World& world, const EntryCount& entries, std::size_t area, int year) {
    for (std::size_t k = 0; k < cause_count; ++k) {
        world.record[world.layout.flow(Flow::newly_poor, k, area, year)] =
            static_cast<double>(entries.newly_poor[k]);
        world.record[world.layout.flow(Flow::relapse, k, area, year)] =
            static_cast<double>(entries.relapsed[k]);
    }
}

// Nobody is missed in a year that was not lived.
void write_targeting(const RecordCells& w, std::size_t i, const GivenYear& given,
                     double poor_before) {
    const measures::PeopleReached people{given.people, given.poor_people, poor_before};
    w.set(i, Service::inclusion_error, measures::inclusion_error(people));
    w.set(i, Service::exclusion_error, measures::exclusion_error(people));
    w.set(i, Service::cgh_ratio,
          given.money > 0.0 ? measures::coady_grosh_hoddinott(given.poorest_money, given.money)
                            : measures::coady_grosh_hoddinott(given.poorest_people, people.served));
}

void write_service(const RecordCells& w, std::size_t i, const ServiceYear& s) {
    const auto task = static_cast<double>(s.task > 0 ? s.task : 0);
    w.set(i, Service::task, task);
    w.set(i, Service::served, static_cast<double>(s.served.units));
    w.set(i, Service::done_of_task, share(static_cast<double>(s.served.units), task));
    w.set(i, Service::served_households, static_cast<double>(s.served.households));
    w.set(i, Service::served_people, static_cast<double>(s.served.people));
    w.set(i, Service::eligible_households, static_cast<double>(s.eligible_households));
    w.set(i, Service::money, yuan(s.paid_fen));
    w.set(i, Service::would_fail_households, static_cast<double>(s.would_fail));
    w.set(i, Service::dividends, yuan(s.flows.dividends));
    w.set(i, Service::lent, yuan(s.flows.lent));
    w.set(i, Service::repaid, yuan(s.flows.repaid));
    w.set(i, Service::written_off, yuan(s.flows.written_off));
}

void write_services(const RecordCells& w, const Tally& t) {
    for (std::size_t i = 0; i < t.services.size(); ++i) {
        write_service(w, i, t.services[i]);
        write_targeting(w, i, t.services[i].given, t.poor_before);
    }
}

void write_targets(World& world, std::size_t c, int year) {
    const CountyWorld& county = world.counties[c];
    for (std::size_t k = 0; k < county.met_in.size(); ++k)
        world.record[world.layout.met_in(static_cast<TargetKind>(k), c)] = county.met_in[k];
    for (std::size_t r = 0; r < county.rule_failed.size(); ++r)
        world.record[world.layout.rule_failure(r, c, year)] = county.rule_failed[r];
}

void write_spells(World& world, const Tally& t, std::size_t area, int year) {
    for (std::size_t k = 0; k < spell_count; ++k) {
        world.record[world.layout.spell(Spell::exit_after, k, area, year)] =
            static_cast<double>(t.exited_after[k]);
        world.record[world.layout.spell(Spell::relapse_after, k, area, year)] =
            static_cast<double>(t.entries.relapsed_after[k]);
    }
}

// What the year leaves lapses, or stands at the city's disposal next year.
void write_budgets(World& world, int year) {
    for (std::size_t f = 0; f < world.accounts.size(); ++f) {
        const Account& account = world.accounts[f];
        const auto set = [&](Budget budget, std::size_t area, std::int64_t fen) {
            world.record[world.layout.budget(f, budget, area, year)] = yuan(fen);
        };
        const std::size_t city = world.layout.city();
        const bool carries = world.scenario.funds[f].carries_over;
        set(Budget::allotted, city, account.allotted);
        set(Budget::spent, city, account.spent);
        set(Budget::lapsed, city, carries ? 0 : account.left());
        set(Budget::carried, city, carries ? account.left() : 0);
        for (std::size_t c = 0; c < world.counties.size(); ++c)
            set(Budget::spent, c, world.spent_fen[f][c]);
    }
}

void write_area(World& world, const Tally& tally, std::size_t area, int year) {
    const RecordCells cells{world, area, year};
    write_people(cells, tally);
    write_truth(cells, tally);
    write_spells(world, tally, area, year);
    write_incomes(cells, tally);
    record_distribution(cells, tally);
    write_moves(world, tally, area, year);
    write_causes(world, tally.entries, area, year);
    write_services(cells, tally);
}

}  // namespace

Tally record(World& world, std::size_t c, int year) {
    Tally tally = year == world.scenario.start ? tally_start(world, c) : tally_year(world, c, year);
    write_area(world, tally, c, year);
    write_targets(world, c, year);
    return tally;
}

Tally record_city(World& world, const std::vector<Tally>& counties, int year) {
    Tally city;
    for (const Tally& county : counties) city.add(county);
    write_area(world, city, world.layout.city(), year);
    write_budgets(world, year);
    return city;
}

}  // namespace zhaimao
