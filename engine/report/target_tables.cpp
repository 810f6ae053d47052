#include "engine/report/target_tables.h"

#include "engine/report/tables.h"

namespace zhaimao {

namespace {

std::vector<TargetKind> kinds_of(const County& county) {
    std::vector<TargetKind> kinds{TargetKind::cohort, TargetKind::stock};
    if (county.designation != Designation::none) kinds.push_back(TargetKind::delisting);
    return kinds;
}

std::string text(std::string_view view) {
    return std::string(view);
}

}  // namespace

Table target_table(const ReportContext& context, const Ensemble& ensemble) {
    Table table("target", {{"scenario", CellType::text},
                           {"area_id", CellType::whole},
                           {"target", CellType::text},
                           {"deadline", CellType::whole},
                           {"p_on_time", CellType::real},
                           {"conf_low", CellType::real},
                           {"conf_high", CellType::real},
                           {"conf_level", CellType::real},
                           {"year_q05", CellType::whole},
                           {"year_q50", CellType::whole},
                           {"year_q95", CellType::whole},
                           {"mean_delay", CellType::real},
                           {"shortfall_people", CellType::real},
                           {"shortfall_mcse", CellType::real}});
    for (std::size_t c = 0; c < context.counties.size(); ++c) {
        const County& county = context.counties[c];
        const TargetOutcome o = target_outcome(ensemble, c, county, context.limits);
        table.add_row({context.scenario, area_id(context, c), text(id_of(county.target.kind)),
                       std::int64_t{county.target.deadline}, o.p_on_time, o.confidence.low,
                       o.confidence.high, confidence_level, std::int64_t{o.year_q05},
                       std::int64_t{o.year_q50}, std::int64_t{o.year_q95}, o.delay.mean,
                       o.shortfall.mean, o.shortfall.mcse});
    }
    return table;
}

Table delisting_year_table(const ReportContext& context, const Ensemble& ensemble) {
    Table table("delisting_year", {{"scenario", CellType::text},
                                   {"area_id", CellType::whole},
                                   {"target", CellType::text},
                                   {"year", CellType::whole},
                                   {"p_in", CellType::real},
                                   {"p_by", CellType::real},
                                   {"conf_low", CellType::real},
                                   {"conf_high", CellType::real}});
    for (std::size_t c = 0; c < context.counties.size(); ++c) {
        for (const TargetKind kind : kinds_of(context.counties[c])) {
            for (const MetYear& met : met_years(ensemble, c, kind)) {
                table.add_row({context.scenario, area_id(context, c), text(id_of(kind)),
                               std::int64_t{met.year}, met.p_in, met.p_by, met.confidence.low,
                               met.confidence.high});
            }
        }
    }
    return table;
}

Table joint_target_table(const ReportContext& context, const Ensemble& ensemble) {
    Table table("joint_target", {{"scenario", CellType::text},
                                 {"area_set", CellType::text},
                                 {"p_all", CellType::real},
                                 {"conf_low", CellType::real},
                                 {"conf_high", CellType::real}});
    for (const JointTarget& joint : joint_targets(ensemble, context.counties)) {
        table.add_row({context.scenario, text(joint.area_set), joint.p_all, joint.confidence.low,
                       joint.confidence.high});
    }
    return table;
}

Table rule_failure_table(const ReportContext& context, const Ensemble& ensemble) {
    Table table("rule_failure", {{"scenario", CellType::text},
                                 {"area_id", CellType::whole},
                                 {"year", CellType::whole},
                                 {"rule", CellType::text},
                                 {"p_fail", CellType::real}});
    for (std::size_t c = 0; c < context.counties.size(); ++c) {
        if (context.counties[c].designation == Designation::none) continue;
        for (int year = context.first_year + 1; year <= context.last_year; ++year) {
            for (std::size_t rule = 0; rule < context.rule_ids.size(); ++rule) {
                const std::size_t cell = ensemble.layout.rule_failure(rule, c, year);
                table.add_row({context.scenario, area_id(context, c), std::int64_t{year},
                               context.rule_ids[rule], summarise(ensemble, cell).mean});
            }
        }
    }
    return table;
}

}  // namespace zhaimao
