#include "engine/io/schema/value_schemas.h"

#include <algorithm>

namespace zhaimao {

Json any_of(std::initializer_list<Json> schemas) {
    Json list = Json::array();
    for (const Json& schema : schemas)
        if (!schema.is_null()) list.push_back(schema);
    return list.size() == 1 ? list.front() : Json{{"anyOf", list}};
}

Json ValueSchemas::reference(const std::string& name, const std::function<Json()>& make) {
    if (!definitions_->contains(name)) {
        Json made = make();  // may define others
        (*definitions_)[name] = std::move(made);
    }
    return {{"$ref", "#/$defs/" + name}};
}

Json ValueSchemas::map_of(Json properties, Json patterns) {
    properties["source"] = reference("source", [] {
        return Json{{"type", "string"},
                    {"description",
                     "Where the values here and below come from, unless they say "
                     "so themselves; what is not published says assumption."}};
    });
    properties["known_on"] = reference("known_on", [] {
        return Json{{"type", "string"},
                    {"pattern", "^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$"},
                    {"description", "The day on which the values here and below became known."},
                    {"examples", {"2016-01-15"}}};
    });
    Json schema{{"type", "object"}, {"properties", std::move(properties)}};
    if (!patterns.empty()) schema["patternProperties"] = std::move(patterns);
    schema["additionalProperties"] = false;
    return schema;
}

Json ValueSchemas::table_file() {
    return reference("table", [] {
        return Json{{"type", "string"},
                    {"description",
                     "A CSV file that stands for this map: the first column holds "
                     "the keys. Its path begins at the file that names it."},
                    {"examples", {"counties.csv"}}};
    });
}

Json ValueSchemas::label() {
    return reference("label", [this] {
        const Json text{{"type", "string"}, {"minLength", 1}};
        Json languages = map_of({{"en", text}, {"zh", text}});
        languages["required"] = {"en"};
        return any_of({text, languages});
    });
}

Json ValueSchemas::long_form(Json value, const Dimensions& dimensions) {
    Json properties{{"value", std::move(value)}};
    if (!dimensions.empty()) {
        properties["unit"] = unit(dimensions);
        properties["drawn_as"] = {{"type", "string"},
                                  {"description", "Path whose draw this distribution shares."}};
    }
    Json schema = map_of(std::move(properties));
    schema["required"] = {"value"};
    return schema;
}

Json ValueSchemas::or_list(const Json& value, bool list, const Dimensions& dimensions) {
    if (!list) return any_of({value, long_form(value, dimensions)});
    const Json items{{"type", "array"}, {"items", value}, {"minItems", 1}};
    return any_of({value, items, long_form(any_of({value, items}), dimensions)});
}

Json ValueSchemas::of(const Declaration& d, Section section) {
    switch (d.form) {
        case Form::number: {
            if (d.written.by_year) return by_year(d, section);
            Json value = d.written.list ? or_list(number(d), true, d.dimensions) : number(d);
            Json scaled;
            if (section == Section::change) scaled = scaling(d.dimensions);
            return any_of({value, scaled});
        }
        case Form::year:
            return or_list({{"type", "integer"},
                            {"minimum", first_calendar_year},
                            {"maximum", last_calendar_year}},
                           false);
        case Form::date:
            (void)map_of({});
            return or_list({{"$ref", "#/$defs/known_on"}}, false);
        case Form::flag:
            return or_list({{"type", "boolean"}}, false);
        case Form::choice:
            if (std::find(d.words.begin(), d.words.end(), every_id) != d.words.end())
                return or_list({{"type", "string"}, {"minLength", 1}}, d.written.list);
            return or_list({{"enum", d.words}}, d.written.list);
        case Form::label:
            return label();
        case Form::value:
            return any_value();
        case Form::distribution:
            return any_distribution();
        case Form::text:
        case Form::block:
            break;
    }
    return or_list({{"type", "string"}, {"minLength", 1}}, d.written.list);
}

}  // namespace zhaimao
