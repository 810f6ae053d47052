// What a run is about, as its reports need to know beside the tables: kept in manifest.json.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "engine/report/context.h"

namespace zhaimao {

struct AboutInstrument {
    std::string id;
    // As ReportIntervention's.
    bool is_entitlement = false, covers_all = false, has_cost = false, tops_up = false;
};

// Of a study.
struct AboutStudy {
    std::string id;      // its file's name without its ending
    std::string design;  // one of design_ids
    std::int64_t points = 0, factors = 0;
    bool common_random_numbers = true;
    Label scenario;  // title of its scenario
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
    std::optional<AboutStudy> study{};           // nullopt: it is none
};

[[nodiscard]] About about(const ReportContext& context);

[[nodiscard]] nlohmann::ordered_json to_json(const About& about);
// What is missing stays empty.
[[nodiscard]] About about_from(const nlohmann::json& json);

}  // namespace zhaimao
