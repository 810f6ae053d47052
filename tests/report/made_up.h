// A small invented run: three counties, 2015 to 2018, four replicates. Every number in a report of
// it can be checked by hand.
#pragma once

#include <vector>

#include "engine/report/context.h"
#include "tests/ensemble/values.h"

namespace made_up {

using namespace zhaimao;

inline County county(const char* id, std::uint32_t code, Label name, Designation designation,
                     Target target, std::int64_t rural_people, std::int64_t registered_poor) {
    County c;
    c.id = id;
    c.code = code;
    c.name = std::move(name);
    c.designation = designation;
    c.target = target;
    c.rural_people = rural_people;
    c.registered_poor = registered_poor;
    return c;
}

// Xiangning's and Daning's.
inline CountyRules rules(std::vector<RuleLimit> provincial, std::vector<RuleLimit> national) {
    return {{{Designation::provincial, region_count, std::move(provincial)},
             {Designation::national, region_count, std::move(national)}},
            {0, 1, std::nullopt}};
}

inline ReportContext context() {
    ReportContext c;
    c.scenario = "made-up";
    c.title = {"A made-up plan", "虚构规划"};
    c.city = {141000, {"Linfen", "临汾市"}, {}, {}, {}, {}};
    c.counties = {county("xiangning", 141029, {"Xiangning", "乡宁县"}, Designation::provincial,
                         {TargetKind::delisting, 2017}, 20000, 3000),
                  county("daning", 141030, {"Daning", "大宁县"}, Designation::national,
                         {TargetKind::delisting, 2018}, 10000, 2500),
                  county("houma", 141081, {"Houma", "侯马市"}, Designation::none,
                         {TargetKind::cohort, 2017}, 40000, 1400)};
    c.interventions = {{"relocation", {"Relocation", "易地扶贫搬迁"}, "relocation"}};
    c.cause_ids = {"illness", "schooling"};
    c.rule_ids = {"incidence"};
    c.limits[1] = c.limits[2] = IncidenceRule{0.03, IncidenceRule::Side::under};
    c.rules = rules({{"incidence", RuleLimit::Side::under, 0.03}},
                    {{"incidence", RuleLimit::Side::under, 0.03}});
    c.first_year = 2015;
    c.last_year = 2019;
    c.replicates = 4;
    c.seed = 2016;
    c.households = 1003211;
    c.exit_task = {{2016, 2000.0}, {2017, 2000.0}, {2018, 2000.0}};
    c.ledger.add(
        {"growth.rates.wages", "{normal: [7 %, 2 %]}", "a plain number", "assumption", "", true});
    c.ledger.add({"luck.transitory_sd", "0.2", "a plain number", "assumption", "", false});
    c.ledger.add({"lines.ex_ante.2015", "2855 yuan/person/year", "yuan/person/year",
                  "State Council, 2015", "2015-12-01", false});
    c.marginals = {{1, "registered_people", 2500.0, 2499.0}};
    return c;
}

// Poor people by county and year, 2015 to 2019; the replicates differ by -30, -10, 10 and 30 after
// the start.
inline const std::vector<std::vector<double>> poor{
    {3000, 1800, 500, 400, 300}, {2500, 1500, 700, 320, 200}, {1400, 600, 40, 40, 40}};

inline Ensemble ensemble(std::size_t rule_count = 1) {
    constexpr std::size_t replicates = 4;
    const ReportContext c = context();
    Ensemble e(RecordLayout(3, c.first_year, c.last_year, 1, 2, rule_count));
    e.records.resize(replicates);
    for (std::size_t r = 0; r < replicates; ++r) {
        for (int year = c.first_year; year <= c.last_year; ++year) {
            const auto y = static_cast<std::size_t>(year - c.first_year);
            const double shift = year == c.first_year ? 0.0 : 20.0 * r - 30.0;
            double city = 0.0;
            double rural = 0.0;
            for (std::size_t k = 0; k < 3; ++k) {
                const double people = poor[k][y] + shift;
                const auto rural_people = static_cast<double>(c.counties[k].rural_people);
                set(e, e.layout.area_year(Indicator::poor_people, k, year), r, people);
                set(e, e.layout.area_year(Indicator::cohort_people, k, year), r, people);
                set(e, e.layout.area_year(Indicator::incidence, k, year), r, people / rural_people);
                city += people;
                rural += rural_people;
            }
            set(e, e.layout.area_year(Indicator::poor_people, 3, year), r, city);
            set(e, e.layout.area_year(Indicator::incidence, 3, year), r, city / rural);
            set(e, e.layout.area_year(Indicator::exited_people_cumulative, 3, year), r,
                6900.0 - city);
        }
        set(e, e.layout.area_year(Indicator::exited_people, 3, 2016), r, 3000.0 - 90.0 + 60.0 * r);
        set(e, e.layout.area_year(Indicator::exited_people, 3, 2017), r, 2660.0);
        set(e, e.layout.area_year(Indicator::exited_people, 3, 2018), r, 480.0);
        // Under 3 % of 20,000 and of 10,000: at most 599 and 299.
        set(e, e.layout.met_in(TargetKind::delisting, 0), r, 2017.0);
        set(e, e.layout.met_in(TargetKind::delisting, 1), r, r == 0 ? 2018.0 : 2019.0);
        set(e, e.layout.met_in(TargetKind::cohort, 2), r, r == 3 ? 0.0 : 2017.0);
        set(e, e.layout.rule_failure(0, 1, 2018), r, r == 0 ? 0.0 : 1.0);
        set(e, e.layout.service(0, Service::task, 1, 2016), r, 100.0);
        set(e, e.layout.service(0, Service::done_of_task, 1, 2016), r, 0.5);
    }
    return e;
}

// Wrong exits decide, too: both counties fail on them, Daning by 2018 always, Xiangning by 2017 in
// one future of four; approval is Daning's alone.
inline ReportContext context_of_rules() {
    using Side = RuleLimit::Side;
    ReportContext c = context();
    const RuleLimit incidence{"incidence", Side::under, 0.03},
        wrong{"wrong_exit", Side::under, 0.02};
    c.rule_ids = {"incidence", "wrong_exit", "approval"};
    c.rules = rules({incidence, wrong}, {incidence, wrong, {"approval", Side::at_least, 0.9}});
    return c;
}
inline Ensemble ensemble_of_rules() {
    Ensemble e = ensemble(3);
    set(e, e.layout.rule_failure(1, 1, 2018), {1.0, 1.0, 1.0, 1.0});
    set(e, e.layout.met_in(TargetKind::delisting, 1), {0.0, 0.0, 0.0, 0.0});
    set(e, e.layout.rule_failure(1, 0, 2017), {0.0, 0.0, 0.0, 1.0});
    set(e, e.layout.met_in(TargetKind::delisting, 0), {2017.0, 2017.0, 2017.0, 0.0});
    return e;
}

// Twenty-four replicates, all like the first but for the poor people of the city in 2018, the fewer
// the faster wages grow. Of two inputs that were drawn the other does nothing.
inline Ensemble leaning_ensemble() {
    constexpr std::size_t replicates = 24;
    const Ensemble one = ensemble();
    Ensemble e(one.layout, {{"growth.rates.wages", "luck.transitory_sd"}, {}});
    e.records.resize(replicates);
    e.inputs.values.resize(2, replicates);
    for (std::size_t cell = 0; cell < e.layout.size(); ++cell)
        set(e, cell, std::vector<double>(replicates, one.row(cell).front()));
    for (std::size_t r = 0; r < replicates; ++r) {
        set(e, e.layout.area_year(Indicator::poor_people, 3, 2018), r, 700.0 + r);
        e.inputs.values(0, r) = 0.07 - 0.001 * r;
        e.inputs.values(1, r) = 0.2 + 0.01 * (r * 7 % 5);
    }
    return e;
}

}  // namespace made_up
