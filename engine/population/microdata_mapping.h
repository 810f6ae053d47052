// Which column of a survey file holds what: `population.microdata` but for its numbers.
//
// A column is given by its name, or as {column:, codes:, missing:, unit:}: codes say what the
// file's own values mean, missing what an empty cell stands for, unit what an income counts. Model,
// section 2.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/config/block.h"
#include "engine/population/area.h"
#include "engine/population/attributes_in_file.h"
#include "engine/population/household.h"

namespace zhaimao {

// A column whose cells are one of a closed list.
struct CodedColumn {
    std::string column;                                     // empty: the file has none
    std::vector<std::string> words;                         // the closed list, for messages
    std::map<std::string, std::size_t, std::less<>> codes;  // as in the file: index into words
    std::optional<std::size_t> missing;                     // what an empty cell stands for

    [[nodiscard]] bool is_mapped() const { return !column.empty(); }
};

// A column of numbers.
struct NumberColumn {
    std::string column;
    double scale = 1.0;          // to base units
    bool per_household = false;  // divided by the household's people
    std::optional<double> missing;

    [[nodiscard]] bool is_mapped() const { return !column.empty(); }
};

// What a file's income is. A survey's income of one year holds that year's luck too.
enum class IncomeMeaning { permanent, one_year };

struct MicrodataMapping {
    std::string file;  // as reached from the shell's folder
    Place asked_at;
    std::string id;  // column of the household's identity; empty: its contents are
    NumberColumn weight, people, workers;
    CodedColumn county, status, cause, registered_village;
    std::string village;
    std::array<CodedColumn, stage_count> students;
    std::array<CodedColumn, guarantee_count> unmet;
    NumberColumn total;                              // income, to be split by source shares
    std::array<NumberColumn, source_count> sources;  // unmapped: none
    IncomeMeaning income = IncomeMeaning::permanent;
    bool leaves_out_other_counties = false;

    [[nodiscard]] AttributesInFile attributes() const;  // what need not be drawn
    [[nodiscard]] std::vector<std::string> columns() const;

    static MicrodataMapping read(Block& microdata, const std::vector<County>& counties);
};

// Of a key in `block`. Codes that the file may hold without being told: `known`.
[[nodiscard]] CodedColumn read_coded(Block& block, std::string_view key, std::string_view meaning,
                                     std::vector<std::string> words,
                                     std::map<std::string, std::size_t, std::less<>> known = {});

}  // namespace zhaimao
