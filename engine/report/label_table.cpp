#include "engine/report/label_table.h"

#include <map>
#include <string>

#include "engine/report/input_name.h"

namespace zhaimao {

void add_label(Table& table, const char* kind, const std::string& id, const Label& label) {
    table.add_row({std::string(kind), id, label.en, label.zh});
}

Table empty_label_table() {
    return Table("label", {{"kind", CellType::text},
                           {"id", CellType::text},
                           {"label_en", CellType::text},
                           {"label_zh", CellType::text}});
}

Table label_table(const ReportContext& context) {
    Table table = empty_label_table();
    add_label(table, "scenario", context.scenario, context.title);
    for (const ReportIntervention& intervention : context.interventions)
        add_label(table, "intervention", intervention.id, intervention.label);
    for (const ReportFund& fund : context.funds) add_label(table, "fund", fund.id, fund.label);
    std::map<std::string, Label> inputs;
    for (const Assumption& number : context.ledger.numbers())
        inputs.emplace(number.path, input_name(context, number.path));
    for (const auto& [path, name] : inputs)
        if (name.en != path) add_label(table, "input", path, name);
    return table;
}

}  // namespace zhaimao
