#include "engine/report/tables.h"

#include <array>

#include "engine/exit/look_back.h"
#include "engine/report/distribution_tables.h"
#include "engine/report/influence_table.h"
#include "engine/report/label_table.h"
#include "engine/report/summary_rows.h"
#include "engine/report/target_tables.h"

namespace zhaimao {

namespace {

constexpr std::array<std::string_view, 3> designation_ids{"none", "provincial", "national"};

std::string text(std::string_view view) {
    return std::string(view);
}

void add_service_rows(Table& table, const ReportContext& context, const Ensemble& ensemble,
                      std::size_t intervention, std::size_t area, int year) {
    const ReportIntervention& info = context.interventions[intervention];
    bool has_task = false;
    for (std::size_t k = 0; k < service_count; ++k) {
        const auto service = static_cast<Service>(k);
        const Summary s =
            summarise(ensemble, ensemble.layout.service(intervention, service, area, year));
        if (service == Service::task) has_task = s.mean > 0.0;
        if (service == Service::done_of_task && !has_task) continue;
        if (!context.recording.covers(recording_of(service, year))) continue;
        add_summary_row(table,
                        {context.scenario, info.id, info.batch, area_id(context, area),
                         std::int64_t{year}, text(service_table[k].id)},
                        s);
    }
}

}  // namespace

std::int64_t area_id(const ReportContext& context, std::size_t area) {
    return area < context.counties.size() ? context.counties[area].code : context.city.code;
}

Table area_table(const ReportContext& context) {
    Table table("area", {{"area_id", CellType::whole},
                         {"parent_id", CellType::whole},
                         {"level", CellType::text},
                         {"name_en", CellType::text},
                         {"name_zh", CellType::text},
                         {"designation", CellType::text},
                         {"province", CellType::text}});
    for (const County& county : context.counties) {
        const std::string province = county.province ? context.provinces[*county.province].id : "";
        table.add_row({std::int64_t{county.code}, std::int64_t{context.city.code}, text("county"),
                       county.name.en, county.name.zh,
                       text(designation_ids[static_cast<std::size_t>(county.designation)]),
                       province});
    }
    table.add_row({std::int64_t{context.city.code}, std::monostate{}, text("city"),
                   context.city.name.en, context.city.name.zh, std::monostate{}, std::monostate{}});
    return table;
}

Table indicator_table_of_run() {
    Table table("indicator", {{"indicator", CellType::text},
                              {"unit", CellType::text},
                              {"label_en", CellType::text},
                              {"label_zh", CellType::text},
                              {"definition", CellType::text}});
    const auto add = [&](const IndicatorInfo& info) {
        table.add_row({text(info.id), text(info.unit), text(info.label_en), text(info.label_zh),
                       text(info.definition)});
    };
    for (const IndicatorInfo& info : indicator_table) add(info);
    for (const IndicatorInfo& info : service_table) add(info);
    return table;
}

Table area_year_table(const ReportContext& context, const Ensemble& ensemble) {
    Table table("area_year", with_summary({{"scenario", CellType::text},
                                           {"area_id", CellType::whole},
                                           {"year", CellType::whole},
                                           {"indicator", CellType::text}}));
    for_each_area_year(context, context.first_year, [&](std::size_t area, int year) {
        for (std::size_t k = 0; k < indicator_count; ++k) {
            const auto indicator = static_cast<Indicator>(k);
            if (year == context.first_year && is_flow(indicator)) continue;
            if (!context.recording.covers(recording_of(indicator, year))) continue;
            add_summary_row(table,
                            {context.scenario, area_id(context, area), std::int64_t{year},
                             text(indicator_table[k].id)},
                            summarise(ensemble, ensemble.layout.area_year(indicator, area, year)));
        }
    });
    return table;
}

Table intervention_year_table(const ReportContext& context, const Ensemble& ensemble) {
    Table table("intervention_year", with_summary({{"scenario", CellType::text},
                                                   {"intervention", CellType::text},
                                                   {"batch", CellType::text},
                                                   {"area_id", CellType::whole},
                                                   {"year", CellType::whole},
                                                   {"indicator", CellType::text}}));
    for (std::size_t i = 0; i < context.interventions.size(); ++i) {
        for_each_area_year(context, context.first_year + 1, [&](std::size_t area, int year) {
            add_service_rows(table, context, ensemble, i, area, year);
        });
    }
    return table;
}

Table transition_table(const ReportContext& context, const Ensemble& ensemble) {
    Table table("transition", with_summary({{"scenario", CellType::text},
                                            {"area_id", CellType::whole},
                                            {"year", CellType::whole},
                                            {"status_from", CellType::text},
                                            {"status_to", CellType::text}}));
    for_each_area_year(context, context.first_year + 1, [&](std::size_t area, int year) {
        for (std::size_t from = 0; from < status_count; ++from) {
            for (std::size_t to = 0; to < status_count; ++to) {
                const std::size_t cell = ensemble.layout.transition(
                    static_cast<Status>(from), static_cast<Status>(to), area, year);
                add_summary_row(table,
                                {context.scenario, area_id(context, area), std::int64_t{year},
                                 text(status_ids[from]), text(status_ids[to])},
                                summarise(ensemble, cell));
            }
        }
    });
    return table;
}

Table flow_cause_table(const ReportContext& context, const Ensemble& ensemble) {
    Table table("flow_cause", with_summary({{"scenario", CellType::text},
                                            {"area_id", CellType::whole},
                                            {"year", CellType::whole},
                                            {"flow", CellType::text},
                                            {"cause", CellType::text}}));
    for_each_area_year(context, context.first_year + 1, [&](std::size_t area, int year) {
        for (std::size_t flow = 0; flow < flow_count; ++flow) {
            for (std::size_t cause = 0; cause < context.cause_ids.size(); ++cause) {
                const std::size_t cell =
                    ensemble.layout.flow(static_cast<Flow>(flow), cause, area, year);
                add_summary_row(table,
                                {context.scenario, area_id(context, area), std::int64_t{year},
                                 text(flow_ids[flow]), context.cause_ids[cause]},
                                summarise(ensemble, cell));
            }
        }
    });
    return table;
}

Table budget_table(const ReportContext& context, const Ensemble& ensemble) {
    Table table("budget", with_summary({{"scenario", CellType::text},
                                        {"area_id", CellType::whole},
                                        {"year", CellType::whole},
                                        {"fund", CellType::text},
                                        {"indicator", CellType::text}}));
    for_each_area_year(context, context.first_year + 1, [&](std::size_t area, int year) {
        for (std::size_t fund = 0; fund < context.funds.size(); ++fund) {
            for (std::size_t k = 0; k < budget_count; ++k) {
                const auto budget = static_cast<Budget>(k);
                const bool of_city = area == context.counties.size();
                if (!of_city && budget != Budget::spent) continue;
                add_summary_row(
                    table,
                    {context.scenario, area_id(context, area), std::int64_t{year},
                     context.funds[fund].id, text(budget_ids[k])},
                    summarise(ensemble, ensemble.layout.budget(fund, budget, area, year)));
            }
        }
    });
    return table;
}

Table spell_table(const ReportContext& context, const Ensemble& ensemble) {
    Table table("spell", with_summary({{"scenario", CellType::text},
                                       {"area_id", CellType::whole},
                                       {"year", CellType::whole},
                                       {"spell", CellType::text},
                                       {"years", CellType::whole}}));
    for_each_area_year(context, context.first_year + 1, [&](std::size_t area, int year) {
        for (std::size_t kind = 0; kind < spell_kinds; ++kind) {
            for (std::size_t years = 0; years < spell_count; ++years) {
                const std::size_t cell =
                    ensemble.layout.spell(static_cast<Spell>(kind), years, area, year);
                const Summary s = summarise(ensemble, cell);
                if (s.mean > 0.0)
                    add_summary_row(table,
                                    {context.scenario, area_id(context, area), std::int64_t{year},
                                     text(spell_ids[kind]), static_cast<std::int64_t>(years)},
                                    s);
            }
        }
    });
    return table;
}

Table marginal_table(const ReportContext& context) {
    Table table("marginal", {{"area_id", CellType::whole},
                             {"variable", CellType::text},
                             {"target", CellType::real},
                             {"achieved", CellType::real}});
    for (const Marginal& row : context.marginals) {
        table.add_row({area_id(context, row.county), row.variable, row.target, row.achieved});
    }
    return table;
}

Table assumption_table(const ReportContext& context) {
    Table table("assumption", {{"path", CellType::text},
                               {"value", CellType::text},
                               {"unit", CellType::text},
                               {"source", CellType::text},
                               {"known_on", CellType::text},
                               {"varied", CellType::whole}});
    for (const Assumption& row : context.ledger.numbers()) {
        table.add_row({row.path, row.value, row.unit, row.source, row.known_on,
                       std::int64_t{row.varied ? 1 : 0}});
    }
    return table;
}

std::vector<Table> run_tables(const ReportContext& context, const Ensemble& ensemble) {
    std::vector<Table> tables;
    tables.push_back(area_table(context));
    tables.push_back(indicator_table_of_run());
    tables.push_back(label_table(context));
    tables.push_back(area_year_table(context, ensemble));
    tables.push_back(lorenz_table(context, ensemble));
    tables.push_back(growth_incidence_table(context, ensemble));
    tables.push_back(target_table(context, ensemble));
    tables.push_back(delisting_year_table(context, ensemble));
    tables.push_back(joint_target_table(context, ensemble));
    tables.push_back(rule_failure_table(context, ensemble));
    tables.push_back(intervention_year_table(context, ensemble));
    tables.push_back(transition_table(context, ensemble));
    tables.push_back(flow_cause_table(context, ensemble));
    tables.push_back(spell_table(context, ensemble));
    tables.push_back(budget_table(context, ensemble));
    tables.push_back(marginal_table(context));
    tables.push_back(assumption_table(context));
    tables.push_back(influence_table(context, ensemble));
    return tables;
}

}  // namespace zhaimao
