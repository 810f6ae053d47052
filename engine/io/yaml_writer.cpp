#include "engine/io/yaml_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <functional>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/core/config/distribution.h"

namespace zhaimao {
namespace {

struct Origin {
    SharedText source;
    SharedText known_on;
    friend bool operator==(const Origin&, const Origin&) = default;
};

Origin origin_of(const Node& node) {
    return {node.source, node.known_on};
}

bool is_value(const Node& node) {
    return !node.is_map() || is_distribution(node);
}

void each_value(const Node& node, const std::function<void(const Node&)>& visit) {
    if (is_value(node)) return visit(node);
    for (const Entry& e : node.entries) each_value(e.node, visit);
}

// The text that most values below have, the earlier one of equals; empty where a value has none,
// which nothing above it may then give it.
SharedText shared_by_most(const Node& map, SharedText Node::*text) {
    std::vector<std::pair<SharedText, int>> counts;
    std::unordered_map<std::string_view, std::size_t> positions;
    each_value(map, [&](const Node& value) {
        const auto [position, is_new] = positions.try_emplace((value.*text).text(), counts.size());
        if (is_new) counts.emplace_back(value.*text, 0);
        ++counts[position->second].second;
    });
    if (counts.empty() || positions.contains("")) return {};
    return std::max_element(counts.begin(), counts.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
}

// Whether YAML surely reads the text back as it is without quotes, in block and in flow style.
bool is_plain(const std::string& text) {
    if (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL")
        return false;
    const auto is_letter_or_digit = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) || (c & 0x80) != 0;
    };
    const auto is_harmless = [&](char c) {
        return is_letter_or_digit(c) ||
               std::string_view(" ._-+/%()@").find(c) != std::string_view::npos;
    };
    const std::size_t sign = text[0] == '-' || text[0] == '+' ? 1 : 0;
    const std::string_view number = std::string_view(text).substr(sign);
    const std::size_t digit = number.starts_with('.') ? 1 : 0;
    const bool begins_number =
        digit < number.size() && number[digit] >= '0' && number[digit] <= '9';
    return std::all_of(text.begin(), text.end(), is_harmless) &&
           (is_letter_or_digit(text.front()) || begins_number) && text.back() != ' ';
}

// What YAML forbids as it is and allows escaped.
bool is_control(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

std::string in_quotes(const std::string& text) {
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '\n')
            quoted += "\\n";
        else if (c == '\t')
            quoted += "\\t";
        else if (c == '\r')
            quoted += "\\r";
        else if (c == '"' || c == '\\')
            (quoted += '\\') += c;
        else if (is_control(c))
            quoted += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
        else
            quoted += c;
    }
    return quoted + "\"";
}

std::string word(const std::string& text) {
    return is_plain(text) ? text : in_quotes(text);
}

std::string bare_value(const Node& node);

std::string value_text(const Node& node, const Origin& above) {
    const Origin own = origin_of(node);
    const std::string value = bare_value(node);
    if (own == above && node.drawn_as.empty()) return value;
    std::string text = "{value: " + value;
    if (own.source != above.source) text += ", source: " + word(own.source);
    if (own.known_on != above.known_on) text += ", known_on: " + word(own.known_on);
    if (!node.drawn_as.empty()) text += ", drawn_as: " + word(node.drawn_as);
    return text + "}";
}

std::string bare_value(const Node& node) {
    if (node.is_empty()) return "null";
    if (node.is_scalar()) return node.quoted ? in_quotes(node.text) : word(node.text);
    std::string text;
    for (const Node& item : node.items)
        text += (text.empty() ? "" : ", ") + value_text(item, origin_of(node));
    if (node.is_list()) return "[" + text + "]";
    for (const Entry& e : node.entries)
        text +=
            (text.empty() ? "" : ", ") + word(e.key) + ": " + value_text(e.node, origin_of(node));
    return "{" + text + "}";
}

std::string one_line(std::string text) {
    std::replace_if(text.begin(), text.end(), is_control, ' ');
    return text;
}

class Writer {
   public:
    explicit Writer(YamlOptions options) : options_(options) {}

    std::string text;

    void write_map(const Node& map, Origin above, const std::string& indent) {
        Origin own{shared_by_most(map, &Node::source), shared_by_most(map, &Node::known_on)};
        if (own.source.empty()) own.source = above.source;
        if (own.known_on.empty()) own.known_on = above.known_on;
        if (own.source != above.source) text += indent + "source: " + word(own.source) + "\n";
        if (own.known_on != above.known_on)
            text += indent + "known_on: " + word(own.known_on) + "\n";
        for (const Entry& e : map.entries) write_entry(e, own, indent);
    }

   private:
    void write_entry(const Entry& e, const Origin& above, const std::string& indent) {
        text += indent + word(e.key) + ":";
        if (is_value(e.node)) {
            text += " " + value_text(e.node, above) + comment(e.node) + "\n";
        } else if (e.node.entries.empty()) {
            text += " {}\n";
        } else {
            text += "\n";
            write_map(e.node, above, indent + "  ");
        }
    }

    std::string comment(const Node& node) const {
        if (!options_.origins || !node.place.file) return "";
        std::string place =
            *node.place.file + (node.place.line > 0 ? ":" + std::to_string(node.place.line) : "");
        return "  # " + one_line(std::move(place)) +
               (node.source.empty() ? "" : "  " + one_line(node.source));
    }

    YamlOptions options_;
};

}  // namespace

std::string write_yaml(const Node& tree, const Label& title, YamlOptions options) {
    Writer writer(options);
    writer.text = "zhaimao: 1\n";
    if (!title.en.empty())
        writer.text += "title: {en: " + word(title.en) + ", zh: " + word(title.zh) + "}\n";
    writer.write_map(tree, {}, "");
    return std::move(writer.text);
}

}  // namespace zhaimao
