// The names that a predicate may hold.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "engine/interventions/predicate.h"

namespace zhaimao {

struct NamedField {
    std::string_view name;
    Predicate::Field field;
};
inline constexpr std::array<NamedField, 14> plain_fields{
    {{"registered", Predicate::Field::registered},
     {"exited", Predicate::Field::exited},
     {"relapsed", Predicate::Field::relapsed},
     {"never", Predicate::Field::never},
     {"people", Predicate::Field::people},
     {"workers", Predicate::Field::workers},
     {"students", Predicate::Field::students},
     {"unmet", Predicate::Field::unmet_count},
     {"income", Predicate::Field::income},
     {"years_registered", Predicate::Field::years_registered},
     {"ill", Predicate::Field::ill},
     {"disabled", Predicate::Field::disabled},
     {"village.registered", Predicate::Field::registered_village},
     {"designation", Predicate::Field::designation}}};

inline constexpr std::string_view everybody = "everybody";
inline constexpr std::array<std::string_view, 3> designation_words{"none", "provincial",
                                                                   "national"};

// All but enrolled.<id>.
[[nodiscard]] std::vector<std::string> known_names();

}  // namespace zhaimao
