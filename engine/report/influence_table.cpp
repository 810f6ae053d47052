#include "engine/report/influence_table.h"

#include "engine/ensemble/influence.h"
#include "engine/ensemble/outcomes.h"
#include "engine/report/tables.h"

namespace zhaimao {

Table influence_table(const ReportContext& context, const Ensemble& ensemble) {
    Table table("influence", {{"scenario", CellType::text},
                              {"area_id", CellType::whole},
                              {"outcome", CellType::text},
                              {"path", CellType::text},
                              {"rank_correlation", CellType::real},
                              {"conf_low", CellType::real},
                              {"conf_high", CellType::real},
                              {"conf_level", CellType::real},
                              {"distinguishable", CellType::whole}});
    const RankedInputs inputs(ensemble.inputs);
    for (const Outcome& outcome : outcomes_of(ensemble, context.counties)) {
        for (const Influence& i : inputs.on(outcome.values)) {
            table.add_row({context.scenario, area_id(context, outcome.area),
                           std::string(outcome.id), ensemble.inputs.paths[i.input],
                           i.rank_correlation, i.confidence.low, i.confidence.high,
                           confidence_level, std::int64_t{i.distinguishable ? 1 : 0}});
        }
    }
    return table;
}

}  // namespace zhaimao
