#include <nlohmann/json.hpp>

#include "engine/report/console.h"
#include "engine/report/tables.h"

namespace zhaimao {

namespace {

using Json = nlohmann::ordered_json;

Json interval(const Interval& i) {
    return Json::array({i.low, i.high});
}

Json label(const Label& l) {
    return {{"en", l.en}, {"zh", l.zh}};
}

Json county_json(const ReportContext& context, const CountyDigest& county) {
    const County& area = context.counties[county.index];
    const TargetOutcome& o = county.outcome;
    Json j{{"area_id", area.code},
           {"name", label(area.name)},
           {"target", id_of(area.target.kind)},
           {"deadline", area.target.deadline},
           {"p_on_time", o.p_on_time},
           {"interval", interval(o.confidence)},
           {"year_q05", o.year_q05},
           {"year_q50", o.year_q50},
           {"year_q95", o.year_q95},
           {"mean_delay", o.delay.mean},
           {"start_incidence", county.start_incidence},
           {"deadline_incidence", county.deadline_incidence}};
    if (o.shortfall.n > 0) {
        j["shortfall_people"] = {{"mean", o.shortfall.mean},
                                 {"q05", o.shortfall.q05},
                                 {"q95", o.shortfall.q95},
                                 {"mcse", o.shortfall.mcse},
                                 {"n", o.shortfall.n}};
    }
    for (const RuleFailure& failure : county.failures)
        j["p_fail_at_deadline"][failure.rule] = failure.p_fail;
    return j;
}

Json area_years_json(const ReportContext& context, const RunDigest& digest) {
    Json rows = Json::array();
    for (std::size_t area = 0; area < digest.area_years.size(); ++area) {
        for (std::size_t y = 0; y < digest.years.size(); ++y) {
            const AreaYear& cell = digest.area_years[area][y];
            rows.push_back({{"area_id", area_id(context, area)},
                            {"year", digest.years[y]},
                            {"poor_people", cell.poor_people.mean},
                            {"poor_people_mcse", cell.poor_people.mcse},
                            {"incidence", cell.incidence}});
        }
    }
    return rows;
}

Json exits_json(const RunDigest& digest) {
    Json rows = Json::array();
    for (const ExitYear& exits : digest.city_exits) {
        Json row{{"year", exits.year}, {"people", exits.people.mean}, {"mcse", exits.people.mcse}};
        if (exits.task) row["task"] = *exits.task;
        rows.push_back(std::move(row));
    }
    return rows;
}

Json leans_on_json(const RunDigest& digest) {
    Json rows = Json::array();
    for (const Leaning& leaning : digest.leans_on)
        rows.push_back({{"path", leaning.path},
                        {"name", label(leaning.name)},
                        {"rank_correlation", leaning.influence.rank_correlation},
                        {"interval", interval(leaning.influence.confidence)}});
    return rows;
}

}  // namespace

std::string console_json(const ReportContext& context, const RunDigest& digest,
                         const std::string& folder) {
    Json j{{"scenario", context.scenario},
           {"title", label(context.title)},
           {"first_year", context.first_year},
           {"last_year", context.last_year},
           {"replicates", context.replicates},
           {"seed", context.seed},
           {"households", context.households},
           {"one_in", context.one_in},
           {"conf_level", confidence_level},
           {"probable_from", probable},
           {"probable_counties", digest.probable_counties()}};
    for (const CountyDigest& county : digest.counties) {
        j["counties"].push_back(county_json(context, county));
    }
    for (const JointTarget& joint : digest.joint) {
        j["joint"].push_back({{"area_set", joint.area_set},
                              {"counties", joint.counties},
                              {"p_all", joint.p_all},
                              {"interval", interval(joint.confidence)}});
    }
    j["area_years"] = area_years_json(context, digest);
    j["city_exits"] = exits_json(digest);
    j["cumulative_exits"] = digest.cumulative_exits.mean;
    j["registered_at_start"] = context.registered_at_start();
    j["inputs"] = {{"numbers", digest.inputs},
                   {"assumptions", digest.assumptions},
                   {"never_varied", digest.never_varied}};
    j["leans_on"] = leans_on_json(digest);
    j["non_finite_values"] = digest.non_finite.values;
    j["folder"] = folder;
    return j.dump(2) + '\n';
}

}  // namespace zhaimao
