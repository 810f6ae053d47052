#include "engine/interventions/predicate_names.h"

namespace zhaimao {

std::vector<std::string> known_names() {
    std::vector<std::string> names;
    for (const NamedField& f : plain_fields) names.emplace_back(f.name);
    names.emplace_back(everybody);
    for (std::string_view d : designation_words) names.emplace_back(d);
    for (std::string_view s : stage_ids) names.push_back("students." + std::string(s));
    for (std::string_view g : guarantee_ids) names.push_back("unmet." + std::string(g));
    return names;
}

std::string_view Predicate::notation() {
    static const std::string text = [] {
        std::string names;
        for (const std::string& name : known_names()) names += name + ", ";
        return "names joined by and, or, not, parentheses and comparisons (<, <=, ==, !=, >=, >) "
               "with numbers. Names: " +
               names + "enrolled.<id of an intervention>";
    }();
    return text;
}

}  // namespace zhaimao
