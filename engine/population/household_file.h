// The households of a survey file in the engine's terms: read once a project, shared by all
// replicates.
//
// Rows stand by county and identity, whatever their order in the file (law 7): identity is the id
// column, or else the row's own contents. Every mistake is reported with file, row and column.
#pragma once

#include <memory>
#include <span>

#include "engine/core/diagnostics.h"
#include "engine/population/microdata_mapping.h"

namespace zhaimao {

struct FileHousehold {
    double weight = 1.0;
    // Yuan per head and year; a total stands alone in the first.
    std::array<double, source_count> income{};
    std::uint32_t village = 0;  // index within the county
    std::uint16_t county = 0;   // index
    std::uint8_t people = 0, workers = 0, students = 0, unmet = 0, status = 0, cause = 0;
    bool registered_village = false;
};

struct HouseholdFile {
    std::string sha256;
    std::vector<FileHousehold> rows;
    std::vector<std::size_t> first;                      // [county], and one past the last
    std::vector<std::vector<std::uint16_t>> categories;  // [column asked for beside][row]

    [[nodiscard]] std::span<const FileHousehold> of(std::size_t county) const {
        return std::span(rows).subspan(first[county], first[county + 1] - first[county]);
    }
};

struct VillageCount {
    std::int64_t all = 0, registered = 0;
};

struct HouseholdFileOptions {
    std::vector<CodedColumn> categories;  // further columns, of raking
    bool low_incomes_admitted = false;    // at or under zero: a floor is given
    std::vector<VillageCount> villages;   // [county], at most
};

// nullptr: refused, and reported.
[[nodiscard]] std::shared_ptr<const HouseholdFile> read_household_file(
    std::string_view bytes, const MicrodataMapping& mapping, const std::vector<County>& counties,
    const HouseholdFileOptions& options, Diagnostics& diagnostics);

}  // namespace zhaimao
