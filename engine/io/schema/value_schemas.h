// JSON Schemas of single values: a number with its unit, by year, drawn, scaled; a word, a date.
//
// Each is defined once under `$defs` and referred to from then on.
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "engine/core/config/outline.h"

namespace zhaimao {

using Json = nlohmann::ordered_json;

// `change` may scale what is there, {times: 0.5} or {plus: 1000 people}; other sections may not.
enum class Section { keys, change };

// What one of these admits; null ones are left out.
[[nodiscard]] Json any_of(std::initializer_list<Json> schemas);

class ValueSchemas {
   public:
    explicit ValueSchemas(Json& definitions) : definitions_(&definitions) {}

    // All that a key of this declaration, which is no block, may hold.
    [[nodiscard]] Json of(const Declaration& declaration, Section section);
    // What one year holds, where the key goes by year.
    [[nodiscard]] Json of_one_year(const Declaration& declaration, Section section);
    // {times:} or {plus:} of a whole map.
    [[nodiscard]] Json scaling_of_any();

    // A map of these keys; it may say `source` and `known_on`, too, and nothing else.
    [[nodiscard]] Json map_of(Json properties, Json patterns = Json::object());
    [[nodiscard]] Json table_file();
    [[nodiscard]] Json label();
    [[nodiscard]] Json reference(const std::string& name, const std::function<Json()>& make);

   private:
    using Dimensions = std::vector<Dimension>;

    Json quantity(const Dimension& dimension, bool may_be_negative);
    Json scalar(const Dimensions& dimensions, const Range& range, bool whole);
    Json distribution(const Dimensions& dimensions);
    Json any_value();
    Json any_distribution();
    Json number(const Declaration& d);  // one number, all forms of it
    Json by_year(const Declaration& d, Section section);
    Json scaling(const Dimensions& dimensions);
    Json unit(const Dimensions& dimensions);
    Json long_form(Json value, const Dimensions& dimensions = {});  // none: no number
    Json or_list(const Json& value, bool list, const Dimensions& dimensions = {});

    Json* definitions_;
};

}  // namespace zhaimao
