// What a run is about, as its reports need to know beside the tables: kept in manifest.json.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "engine/report/context.h"

namespace zhaimao {

struct AboutInstrument {
    std::string id;
    // As ReportIntervention's.
    bool is_entitlement = false, covers_all = false, has_cost = false, tops_up = false;
};

struct About {
    Label title;
    std::string line;                   // the variant of the poverty line
    std::int64_t households = 0;        // real ones; 0 where it is not known
    std::vector<YearlyTask> exit_task;  // empty: none set
    // The delisting rule on incidence by county, in order of code; nullopt: none.
    std::vector<std::optional<IncidenceRule>> limits;
    CountyRules rules{};                         // of delisting
    std::vector<AboutInstrument> instruments{};  // in their order; empty where it is not known
};

[[nodiscard]] About about(const ReportContext& context);

[[nodiscard]] nlohmann::ordered_json to_json(const About& about);
// What is missing stays empty.
[[nodiscard]] About about_from(const nlohmann::json& json);

}  // namespace zhaimao
