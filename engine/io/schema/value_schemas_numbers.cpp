#include <cctype>
#include <cmath>

#include "engine/core/config/distribution.h"
#include "engine/io/schema/path_pattern.h"
#include "engine/io/schema/quantity_pattern.h"
#include "engine/io/schema/value_schemas.h"

namespace zhaimao {
namespace {

constexpr Range any_range{};

// A name that needs no escape in a reference.
std::string slug(std::string text) {
    for (char& c : text)
        if (!std::isalnum(static_cast<unsigned char>(c)) && c != '.' && c != '-') c = '_';
    return text;
}

std::string name_of(const std::vector<Dimension>& dimensions) {
    std::string name;
    for (const Dimension& d : dimensions)
        name += (name.empty() ? "" : "-or-") + (d == unit::number ? "number" : d.text());
    return slug(name);
}

// Whose values may be numbers without a unit.
bool is_plain(const std::vector<Dimension>& dimensions) {
    return dimensions.size() == 1 &&
           (dimensions.front() == unit::number || dimensions.front() == unit::per_year);
}

std::string name_of(const std::vector<Dimension>& dimensions, const Range& range, bool whole) {
    std::string name = name_of(dimensions) + (range.low < 0.0 ? "" : "-non-negative");
    if (!is_plain(dimensions)) return name;
    if (std::isfinite(range.low))
        name += (range.low_open ? "-above-" : "-from-") + Json(range.low).dump();
    if (std::isfinite(range.high)) name += "-to-" + Json(range.high).dump();
    return slug(name + (whole ? "-whole" : ""));
}

Json plain_scalar(const Dimension& dimension, const Range& range, bool whole) {
    Json schema{{"type", {whole ? "integer" : "number", "string"}}};
    if (std::isfinite(range.low))
        schema[range.low_open ? "exclusiveMinimum" : "minimum"] = range.low;
    if (std::isfinite(range.high)) schema["maximum"] = range.high;
    schema["pattern"] = quantity_pattern(dimension, range.low < 0.0);
    if (range.low == 0.0 && range.high == 1.0) schema["examples"] = {0.54, "54 %"};
    return schema;
}

Json parameters_schema(const DistributionForm& form, const Json& one, const Json& plain) {
    Json schema{{"type", "array"}, {"description", form.parameters}};
    if (form.count == 0) return schema.update({{"items", one}, {"minItems", 1}}), schema;
    for (std::size_t i = 0; i < form.count; ++i)
        schema["prefixItems"].push_back(i < parameters_with_unit(form.name) ? one : plain);
    schema["minItems"] = form.count;
    schema["maxItems"] = form.count;
    return schema;
}

Json shapes_of(const Json& one, const Json& plain) {
    Json properties;
    for (const DistributionForm& form : distribution_forms())
        properties[std::string(form.name)] = parameters_schema(form, one, plain);
    return properties;
}

Json one_shape() {
    Json shapes;
    for (const DistributionForm& form : distribution_forms())
        shapes.push_back({{"required", {form.name}}});
    return shapes;
}

std::string example_of(const Dimension& d, const char* number) {
    if (d == unit::number || d == unit::per_year) return "5 %";
    return number + (" " + d.text());
}

}  // namespace

Json ValueSchemas::quantity(const Dimension& dimension, bool may_be_negative) {
    const std::string name =
        "quantity." + name_of({dimension}) + (may_be_negative ? "" : "-non-negative");
    return reference(name, [&] {
        return Json{{"type", "string"},
                    {"pattern", quantity_pattern(dimension, may_be_negative)},
                    {"examples", {example_of(dimension, "1000")}}};
    });
}

Json ValueSchemas::scalar(const Dimensions& dimensions, const Range& range, bool whole) {
    if (!is_plain(dimensions) && dimensions.size() == 1)
        return quantity(dimensions.front(), range.low < 0.0);
    return reference("scalar." + name_of(dimensions, range, whole), [&] {
        if (is_plain(dimensions)) return plain_scalar(dimensions.front(), range, whole);
        Json list = Json::array();
        for (const Dimension& d : dimensions) list.push_back(scalar({d}, range, whole));
        return Json{{"anyOf", list}};
    });
}

Json ValueSchemas::distribution(const Dimensions& dimensions) {
    return reference("distribution." + name_of(dimensions), [&] {
        const Json one = scalar(dimensions, any_range, false);
        const Json plain = scalar({unit::number}, any_range, false);
        Json schema = map_of(shapes_of(one, plain));
        schema["oneOf"] = one_shape();
        schema["description"] = "Drawn once a replicate, cut to the range of the key.";
        return schema;
    });
}

// Of a key that another names: what it may hold is that key's to say.
Json ValueSchemas::any_value() {
    return reference("value.any", [&] {
        Json one{{"type", {"number", "string", "boolean", "object"}}};
        const Json list{{"type", "array"}, {"items", one}, {"minItems", 1}, {"uniqueItems", true}};
        return any_of({one, list});
    });
}

Json ValueSchemas::any_distribution() {
    return reference("distribution.any", [&] {
        const Json one{{"type", {"number", "string"}}};
        Json schema = map_of(shapes_of(one, one));
        schema["oneOf"] = one_shape();
        return schema;
    });
}

Json ValueSchemas::unit(const Dimensions& dimensions) {
    return reference("unit." + name_of(dimensions), [&] {
        Json schema{{"type", "string"}, {"description", "Of the bare numbers in `value`."}};
        for (const Dimension& d : dimensions)
            schema["anyOf"].push_back({{"pattern", unit_pattern(d)}});
        return schema;
    });
}

// With `unit` beside it, a value is a bare number.
Json ValueSchemas::number(const Declaration& d) {
    const std::string name = name_of(d.dimensions, d.range, d.written.whole);
    return reference("number." + name, [&] {
        const Json one = scalar(d.dimensions, d.range, d.written.whole);
        const Json drawn = distribution(d.dimensions);
        Json bare, bare_drawn;
        if (!is_plain(d.dimensions)) {
            bare = Json{{"type", "number"}};
            bare_drawn = distribution({unit::number});
        }
        return any_of(
            {one, drawn, long_form(any_of({one, drawn, bare, bare_drawn}), d.dimensions)});
    });
}

Json ValueSchemas::scaling(const Dimensions& dimensions) {
    return reference("scaling." + name_of(dimensions), [&] {
        Json times = scalar({unit::number}, any_range, false);
        times["description"] = "Multiplies what is there.";
        Json plus = scalar(dimensions, any_range, false);
        plus["description"] = "Is added to what is there, in the same unit.";
        Json schema = map_of({{"times", times}, {"plus", plus}});
        schema["oneOf"] = {{{"required", {"times"}}}, {{"required", {"plus"}}}};
        return schema;
    });
}

Json ValueSchemas::scaling_of_any() {
    return reference("scaling.any", [&] {
        Json schema = map_of({{"times", scalar({unit::number}, any_range, false)},
                              {"plus", {{"type", {"string", "number"}}}}});
        schema["oneOf"] = {{{"required", {"times"}}}, {{"required", {"plus"}}}};
        return schema;
    });
}

Json ValueSchemas::of_one_year(const Declaration& d, Section section) {
    Json scaled;
    if (section == Section::change) scaled = scaling(d.dimensions);
    return any_of({number(d), scaled});
}

Json ValueSchemas::by_year(const Declaration& d, Section section) {
    const std::string name = name_of(d.dimensions, d.range, d.written.whole);
    return reference((section == Section::change ? "by_year_change." : "by_year.") + name, [&] {
        const std::string years = "^" + std::string(year_pattern) + "$";
        Json map = map_of({{"table", table_file()}}, {{years, of_one_year(d, section)}});
        map["minProperties"] = 1;
        map["examples"] = {{{"2016", example_of(d.dimensions.front(), "1000")},
                            {"2017..2019", example_of(d.dimensions.front(), "1100")},
                            {"2020+", example_of(d.dimensions.front(), "1200")}}};
        Json bare = map_of(Json::object(), {{years, {{"type", {"number", "object"}}}}});
        Json scaled;
        if (section == Section::change) scaled = scaling(d.dimensions);
        return any_of({number(d), map, long_form(any_of({map, bare}), d.dimensions), scaled});
    });
}

}  // namespace zhaimao
