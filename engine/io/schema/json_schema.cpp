#include "engine/io/schema/json_schema.h"

#include <map>

#include "engine/core/config/path.h"
#include "engine/io/schema/key_groups.h"
#include "engine/io/schema/key_text.h"
#include "engine/io/schema/path_pattern.h"
#include "engine/io/schema/value_schemas.h"

namespace zhaimao {
namespace {

constexpr const char* dialect = "https://json-schema.org/draft/2020-12/schema";

// Names under $defs, free of characters that a reference would have to escape.
std::string definition_name(Section section, const std::string& path) {
    std::string name = section == Section::change ? "change" : "keys";
    for (const std::string& part : path.empty() ? std::vector<std::string>{} : split_path(path))
        name += "." + (part == every_id ? "ID" : part);
    return name;
}

class SchemaWriter {
   public:
    explicit SchemaWriter(Json& definitions) : values_(definitions) {}

    // A map of these keys, each of which may be dotted. Equal ones are defined once.
    Json map(const Outline& outline, const std::string& path, Section section) {
        const std::string name = definition_name(section, path);
        if (const auto made = made_.find(name); made != made_.end()) return made->second;
        Json schema = schema_of_map(outline, path, section);
        const auto [equal, is_new] = name_of_.try_emplace(schema.dump(), name);
        return made_[name] = values_.reference(equal->second, [&] { return std::move(schema); });
    }

    ValueSchemas& values() { return values_; }

   private:
    Json schema_of_map(const Outline& outline, const std::string& path, Section section) {
        Json properties = Json::object(), patterns = Json::object();
        for (const auto group : key_groups(outline)) {
            const Outline& first = group.front();
            const Json schema = key_schema(first, join_path(path, first.name), section);
            if (first.name == every_id) {
                patterns["^" + names_pattern(outline, group) + "$"] = schema;
                properties["table"] = values_.table_file();
            } else {
                for (const Outline& key : group) properties[key.name] = schema;
            }
        }
        for (const auto group : key_groups(outline))
            add_dotted(group.front(), join_path(path, group.front().name),
                       "^" + names_pattern(outline, group), section, patterns);
        return values_.map_of(std::move(properties), std::move(patterns));
    }

    // Ids have no name to be found by in the schema of their map, so they are defined by
    // themselves.
    Json key_schema(const Outline& key, const std::string& path, Section section) {
        if (key.name == every_id && key.form(Form::block) == nullptr)
            return values_.reference(definition_name(section, path),
                                     [&] { return described(key, path, section); });
        return described(key, path, section);
    }

    Json described(const Outline& key, const std::string& path, Section section) {
        Json forms = Json::array();
        for (const Declaration& d : key.forms) {
            if (d.form != Form::block) {
                forms.push_back(values_.of(d, section));
                continue;
            }
            forms.push_back(map(key, path, section));
            if (section == Section::change) forms.push_back(values_.scaling_of_any());
        }
        Json schema{{"description", description(key)}};
        if (forms.size() == 1)
            schema.update(forms.front());
        else
            schema["anyOf"] = std::move(forms);
        return schema;
    }

    // "target.deadline" in the map that holds target, and so on for all that is below.
    void add_dotted(const Outline& key, const std::string& path, const std::string& pattern,
                    Section section, Json& patterns) {
        for (const Declaration& d : key.forms) {
            if (d.form == Form::number && d.written.by_year)
                patterns[pattern + "[.]" + year_pattern + "$"] = values_.of_one_year(d, section);
            if (d.form == Form::label)
                patterns[pattern + "[.](?:en|zh)$"] = {{"type", "string"}, {"minLength", 1}};
        }
        for (const auto group : key_groups(key)) {
            const Outline& first = group.front();
            const std::string first_path = join_path(path, first.name);
            const std::string group_pattern = pattern + "[.]" + names_pattern(key, group);
            patterns[group_pattern + "$"] = first.name == every_id
                                                ? key_schema(first, first_path, section)
                                                : property(key, path, first.name, section);
            add_dotted(first, first_path, group_pattern, section, patterns);
        }
    }

    Json property(const Outline& key, const std::string& path, const std::string& name,
                  Section section) {
        const auto in = map(key, path, section)["$ref"].get<std::string>();
        return {{"$ref", in + "/properties/" + name}};
    }

    ValueSchemas values_;
    std::map<std::string, Json> made_;            // references to maps, by the name of their place
    std::map<std::string, std::string> name_of_;  // definitions of maps, by their text
};

Json file_names(const char* what, bool several) {
    const Json name{{"type", "string"}, {"minLength", 1}};
    Json list{{"type", "array"}, {"items", name}, {"minItems", 1}};
    if (!several) list["maxItems"] = 1;
    return {{"description", what}, {"anyOf", {name, list}}};
}

Json removal(const Outline& language) {
    const Json path{{"type", "string"}, {"pattern", "^(?:" + path_pattern(language) + ")$"}};
    const Json nothing{
        {"type", "object"}, {"propertyNames", path}, {"additionalProperties", {{"type", "null"}}}};
    return {{"description", "Paths that are taken out; they must exist."},
            {"anyOf", {path, {{"type", "array"}, {"items", path}}, nothing}}};
}

Json section(const char* description, Json schema) {
    schema["description"] = description;
    return schema;
}

// How a file is told: by what it stands on, or the scenario that it studies.
Json by_kind(bool studies) {
    const Json standing{{"$ref", "#/$defs/standing"}}, keys{{"$ref", "#/$defs/keys"}};
    Json otherwise = keys;
    if (studies)
        otherwise = {
            {"if", {{"anyOf", {{{"required", {"scenario"}}}, {{"required", {"factors"}}}}}}},
            {"then", {{"$ref", "#/$defs/study"}}},
            {"else", keys}};
    return {{"if", {{"required", {"extends"}}}}, {"then", standing}, {"else", otherwise}};
}

// A study's keys, with what its readers say of several keys at once.
Json study_file(SchemaWriter& writer, Json& definitions, const Outline& language,
                const Outline& study, Json own) {
    (void)writer.map(study, "study", Section::keys);
    Json& factor = definitions[definition_name(Section::keys, "study.factors.<id>")];
    factor["properties"]["path"]["pattern"] = "^(?:" + path_pattern(language) + ")$";
    for (const char* form : {"levels", "distribution", "times"})
        factor["oneOf"].push_back({{"required", {form}}});
    for (const char* several : {"factors", "outputs"})
        definitions[definition_name(Section::keys, join_path("study", several))]["minProperties"] =
            1;
    Json file = definitions[definition_name(Section::keys, "study")];
    own["change"] = section("New values of the scenario's paths, in every point.",
                            writer.map(language, "", Section::change));
    own.update(file["properties"]);
    file["properties"] = std::move(own);
    file["required"] = {"scenario"};
    return file;
}

}  // namespace

Json json_schema(const Outline& language, const Outline& study) {
    Json definitions = Json::object();
    SchemaWriter writer(definitions);
    Json own{{"zhaimao", {{"const", 1}, {"description", "The version of the format."}}},
             {"title", section("The title in reports.", writer.values().label())}};
    Json keys = writer.map(language, "", Section::keys);
    keys["type"] = "object";
    keys["propertyNames"] = {{"not", {{"enum", {"zhaimao", "title", "include"}}}}};
    Json standing = own;
    standing.update(
        {{"extends", file_names("The file that this one stands on.", false)},
         {"change", section("New values of paths that exist. A number may be scaled: {times: 0.5}, "
                            "{plus: 1000 people}.",
                            writer.map(language, "", Section::change))},
         {"replace",
          section("Paths that exist, with what stands there instead: whole maps, too.", keys)},
         {"remove", removal(language)},
         {"add", section("Paths that do not exist yet.", keys)}});
    definitions["standing"] = writer.values().map_of(std::move(standing));
    if (!study.below.empty())
        definitions["study"] = study_file(writer, definitions, language, study, own);
    own["include"] = file_names("Files whose keys are joined with those of this one.", true);
    own.update(definitions["keys"]["properties"]);
    definitions["keys"]["properties"] = std::move(own);
    Json schema{{"$schema", dialect},
                {"title", "zhaimao"},
                {"description",
                 "A file of zhaimao: beliefs, a scenario, a scenario that stands on another, or a "
                 "study."},
                {"type", "object"},
                {"required", {"zhaimao"}}};
    schema.update(by_kind(!study.below.empty()));
    schema["$defs"] = std::move(definitions);
    return schema;
}

}  // namespace zhaimao
