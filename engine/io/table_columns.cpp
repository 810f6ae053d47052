#include "engine/io/table_columns.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "engine/core/config/path.h"
#include "engine/core/quantity_text.h"
#include "engine/core/utf8.h"

namespace zhaimao {
namespace {

constexpr std::size_t most_columns = 2000;  // each is compared with each
constexpr std::size_t deepest = 32;

struct Header {
    TableColumn column;
    std::string name;  // the dotted path as written
    std::string key;   // "source", "known_on", or empty
};

class ColumnReader {
   public:
    ColumnReader(const CsvFile& file, Diagnostics& diagnostics)
        : file_(&file), diagnostics_(&diagnostics) {}

    TableColumns read() {
        if (file_->header.size() > most_columns) {
            error(file_->place(file_->header[most_columns]),
                  "more than " + std::to_string(most_columns) + " columns");
            return {};
        }
        std::vector<Header> headers;
        for (std::size_t i = 0; i < file_->header.size(); ++i)
            if (std::optional<Header> h = header(i); h && i > 0 && stands_alone(*h, headers))
                headers.push_back(std::move(*h));
        refuse_beside_value(headers);
        TableColumns columns;
        for (Header& h : headers)
            if (h.key.empty()) columns.values.push_back({std::move(h.column), {}, {}});
        for (Header& h : headers)
            if (!h.key.empty()) place_origin(std::move(h), columns);
        return columns;
    }

   private:
    void error(const Place& place, std::string message) {
        diagnostics_->error(place, "", std::move(message));
    }

    std::optional<Header> header(std::size_t index) {
        const CsvField& field = file_->header[index];
        Header h;
        h.column.index = index;
        h.column.place = file_->place(field);
        const std::string_view text = without_edges(field.text);
        const std::size_t opens = text.ends_with(')') ? text.find('(') : std::string_view::npos;
        h.name = without_edges(text.substr(0, opens));
        if (const std::string problem = name_problem(h.name); !problem.empty())
            return error(h.column.place, problem), std::nullopt;
        if (opens != std::string_view::npos && !read_unit_of(h, text.substr(opens)))
            return std::nullopt;
        h.column.path = split_path(h.name);
        std::string& last = h.column.path.back();
        if (last == "source" || last == "known_on") h.key = last;
        if (!h.key.empty() || h.name == "value") h.column.path.pop_back();
        return h;
    }

    static std::string name_problem(const std::string& name) {
        if (name.empty()) return "a header has no name. Write the path of the column's values";
        if (const auto odd = first_look_alike(name))
            return "'" + name + "' holds " + odd->name + ". Write " + odd->plain;
        if (name.size() > longest_key)
            return "a header longer than " + std::to_string(longest_key) + " bytes";
        const std::vector<std::string> parts = split_path(name);
        for (const char* reserved : {"table", "<<"})
            if (std::find(parts.begin(), parts.end(), reserved) != parts.end())
                return "'" + std::string(reserved) +
                       "' is a reserved word (no key can be called so). Rename it";
        if (std::any_of(parts.begin(), parts.end(),
                        [](const std::string& part) { return part.empty(); }))
            return "'" + name + "' is not a path (a part of it is empty)";
        if (parts.size() > deepest)
            return "'" + name + "' is nested more than " + std::to_string(deepest) + " deep";
        return "";
    }

    bool read_unit_of(Header& h, std::string_view in_parentheses) {
        h.column.unit = without_edges(in_parentheses.substr(1, in_parentheses.size() - 2));
        std::string problem;
        (void)read_unit(h.column.unit, problem);
        if (h.column.unit.empty()) problem = "no unit stands in the parentheses. Remove them";
        if (!problem.empty()) error(h.column.place, "column '" + h.name + "': " + problem);
        return problem.empty();
    }

    // Whether no other column says the same, or holds a value where this one needs a map.
    bool stands_alone(const Header& h, const std::vector<Header>& others) {
        for (const Header& o : others) {
            const auto &a = h.column.path, &b = o.column.path;
            const auto [end, other_end] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
            const bool same = end == a.end() && other_end == b.end() && h.key == o.key;
            const bool within = h.key.empty() && o.key.empty() && !a.empty() && !b.empty() &&
                                (end == a.end() || other_end == b.end());
            if (!same && !within) continue;
            error(h.column.place, "column '" + h.name + "' and column '" + o.name + "' (" +
                                      o.column.place.text() +
                                      ") cannot both stand. Remove or rename one");
            return false;
        }
        return true;
    }

    void refuse_beside_value(std::vector<Header>& headers) {
        const auto is_value = [](const Header& h) { return h.name == "value"; };
        if (std::none_of(headers.begin(), headers.end(), is_value)) return;
        std::erase_if(headers, [&](const Header& h) {
            if (h.column.path.empty()) return false;
            error(h.column.place,
                  "column '" + h.name +
                      "' cannot stand beside 'value' (only source and known_on can)");
            return true;
        });
    }

    void place_origin(Header h, TableColumns& columns) {
        const std::vector<std::string>& path = h.column.path;
        const auto is_below = [&](const ValueColumn& v) {
            return std::mismatch(path.begin(), path.end(), v.path.begin(), v.path.end()).first ==
                   path.end();
        };
        if (std::none_of(columns.values.begin(), columns.values.end(), is_below))
            return error(h.column.place, "column '" + h.name + "' belongs to no column of values");
        const auto of = std::find_if(columns.values.begin(), columns.values.end(),
                                     [&](const ValueColumn& v) { return v.path == h.column.path; });
        if (of == columns.values.end())
            columns.origins.push_back({std::move(h.column), std::move(h.key)});
        else
            (h.key == "source" ? of->source : of->known_on) = h.column.index;
    }

    const CsvFile* file_;
    Diagnostics* diagnostics_;
};

}  // namespace

std::string_view without_edges(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

TableColumns read_columns(const CsvFile& file, Diagnostics& diagnostics) {
    return ColumnReader(file, diagnostics).read();
}

}  // namespace zhaimao
