// A run folder, read back: what reports are made from.
#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "engine/ensemble/summary.h"
#include "engine/io/table.h"
#include "engine/report/about.h"
#include "engine/report/labels.h"

namespace zhaimao {

struct RunArea {
    std::int64_t id = 0;  // administrative code
    Label name;
    bool is_county = true;  // else the city, above all of them
};

struct RunData {
    std::string command;  // that made it: run, compare, decompose
    std::string scenario;
    About about;
    std::string version;  // of the program that made it
    std::string commit;   // of its source; empty where that was not known
    std::uint64_t seed = 0;
    std::int64_t replicates = 0;
    std::int64_t one_in = 1;     // households, of which one is simulated
    std::string written;         // date, UTC
    std::vector<RunArea> areas;  // as in table `area`: counties by code, the city last
    std::vector<int> years;      // ascending
    // Of table `area_year`: mean, quantiles, mcse and n by indicator, area and year.
    std::map<std::string, std::map<std::int64_t, std::map<int, Summary>>> values;

    // Nothing where the run has not recorded it.
    [[nodiscard]] const Summary* find(const std::string& indicator, std::int64_t area,
                                      int year) const;
};

// What a manifest says; what its tables say (none of those read need be there).
[[nodiscard]] RunData run_facts(const nlohmann::json& manifest);
void take_tables(RunData& run, const std::vector<Table>& tables);

}  // namespace zhaimao
