// `population.microdata`: households read from a file in place of synthesis; its numbers, which may
// be drawn, beside the mapping of its columns, which may not.
//
// Income at or under the floor (`bottom_code`): a household's negative sources count zero, and its
// positive ones are scaled so that the total per head is what it was, at least the floor; where
// none is positive the floor is operating income. The people concerned are rows of the `marginal`
// table. Model, section 2.
#pragma once

#include <memory>

#include "engine/population/household_file.h"
#include "engine/population/raking.h"

namespace zhaimao {

enum class RakeTo {
    people,           // the county's rural_people
    registered,       // people on the register: the county's registered_poor
    household_sizes,  // population.household_sizes, tilted to the county's household_size
    column,           // shares of a column's values
};

struct RakeTarget {
    RakeTo to = RakeTo::people;
    std::string name;
    bool counts_people = false;  // a column's shares are of people, else of households
    std::vector<std::string> categories;
    std::vector<std::vector<double>> shares;  // [county][category], of a column
    std::size_t column = 0;                   // index into HouseholdFile::categories

    friend bool operator==(const RakeTarget&, const RakeTarget&) = default;
};

struct MicrodataInputs {
    MicrodataMapping mapping;
    std::vector<CodedColumn> rake_columns;
    std::vector<RakeTarget> targets;  // in declared order
    RakeLimits limits;
    Place rake_at;
    std::optional<double> bottom_code;                // yuan per head and year
    std::shared_ptr<const HouseholdFile> households;  // set when the file is read

    [[nodiscard]] bool rakes_sizes() const;
    static MicrodataInputs read(Block block, const std::vector<County>& counties);
    // Within a project the mapping is one and the same, and so is the file: its address stands for
    // its bytes.
    friend bool operator==(const MicrodataInputs& a, const MicrodataInputs& b) {
        return a.targets == b.targets && a.limits == b.limits && a.bottom_code == b.bottom_code &&
               a.households == b.households;
    }
};

}  // namespace zhaimao
