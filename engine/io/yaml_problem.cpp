#include "engine/io/yaml_problem.h"

#include <algorithm>

#include "engine/core/utf8.h"
#include "engine/io/text_file.h"

namespace zhaimao {
namespace {

constexpr auto none = std::string_view::npos;

struct Line {
    std::size_t start = 0;
    std::string_view text;
};

Line line_at(std::string_view text, std::size_t at) {
    at = std::min(at, text.size());
    const std::size_t before = at == 0 ? none : text.rfind('\n', at - 1);
    const std::size_t start = before == none ? 0 : before + 1;
    return {start, text.substr(start, text.find('\n', start) - start)};
}

// Quoted parts and a trailing comment blanked out, byte for byte.
std::string bare_part(std::string_view line) {
    std::string bare(line);
    char quote = 0;
    for (std::size_t i = 0; i < bare.size(); ++i) {
        const char c = bare[i];
        const bool at_start = i == 0 || std::string_view(" \t[{,:").find(line[i - 1]) != none;
        if (quote == 0 && c == '#' && at_start) return bare.substr(0, i);
        if (quote == 0 && (c == '"' || c == '\'') && at_start)
            quote = c;
        else if (quote == c)
            quote = 0;
        else if (quote != 0)
            bare[i] = ' ';
    }
    return bare;
}

std::size_t count_of(std::string_view text, std::string_view what) {
    std::size_t n = 0;
    for (std::size_t at = text.find(what); at != none; at = text.find(what, at + 1)) ++n;
    return n;
}

// A full-width mark on the line, or on the line above where that has no ':' of its own.
std::size_t full_width_mark(std::string_view text, const Line& line) {
    if (const auto odd = first_look_alike(bare_part(line.text))) return line.start + odd->at;
    if (line.start == 0) return none;
    const Line above = line_at(text, line.start - 1);
    const std::string bare = bare_part(above.text);
    const auto odd = bare.find(':') == none ? first_look_alike(bare) : std::nullopt;
    return odd ? above.start + odd->at : none;
}

bool has_tab_indent(std::string_view line) {
    return line.substr(0, line.find_first_not_of(" \t")).find('\t') != none;
}

// A ':' so far from its key that YAML no longer takes it for one.
bool is_long_key(std::string_view text, const Line& line, std::size_t at) {
    constexpr std::size_t longest = 1024;
    if (at < line.start + longest || at >= text.size() || text[at] != ':') return false;
    const std::string before = bare_part(text.substr(line.start, at - line.start));
    return before.find(": ") == none && before.find_first_of("[{") == none;
}

std::string hint(std::string_view text, std::size_t at, const Line& line) {
    const std::string bare = bare_part(line.text);
    const std::string_view first = at < text.size() ? text.substr(at, 1) : "";
    if (!first.empty() && std::string_view("@`%").find(first) != none)
        return "Put a value that begins with '" + std::string(first) + "' in quotes";
    if (first == "&" || first == "*")
        return "Write the value out (anchors and aliases are not allowed)";
    const bool begins_line = line.start + line.text.find_first_not_of(' ') == at;
    if (begins_line) return "Line it up with the keys above it";
    if (count_of(bare, ": ") > 1 || bare.find_first_of("[{") != none)
        return "Put quotes around text that holds ':' or ','";
    if (line.text.find('"') != none || line.text.find('\'') != none)
        return "Put all of the text in quotes, nothing after the closing one";
    return "Check the indentation, and that each key ends in ': '";
}

}  // namespace

void report_syntax_error(std::string_view text, const SyntaxError& error,
                         const std::shared_ptr<const std::string>& name, Diagnostics& diagnostics) {
    const Line line = line_at(text, error.at);
    const auto report = [&](std::size_t at, const std::string& message) {
        diagnostics.error(place_of(text, at, name), "", message);
    };
    if (const std::size_t mark = full_width_mark(text, line); mark != none) {
        const auto odd = first_look_alike(text.substr(mark));
        return report(mark, odd->name + " (the line is not valid YAML). Write " + odd->plain +
                                ", or quote the text");
    }
    if (has_tab_indent(line.text))
        return report(line.start, "a tab in the indentation. Use spaces");
    if (error.open_bracket && *error.open_bracket < line.start)
        return report(*error.open_bracket,
                      std::string("'") + text[*error.open_bracket] + "' is not closed");
    if (error.at < text.size() && text[error.at] == ',') return report(error.at, lone_comma);
    if (is_long_key(text, line, error.at)) return report(line.start, long_key);
    report(error.at, "is not valid YAML (" + error.problem + "). " + hint(text, error.at, line));
}

std::string key_without_colon(const std::string& key, bool in_flow) {
    std::string why = ". Write '" + key + ": ...'";
    const std::size_t colon = key.find(':');
    if (colon != std::string::npos)
        why = " (a space must follow ':'). Write '" + key.substr(0, colon) + ": " +
              key.substr(colon + 1) + "'";
    else if (in_flow)
        why = " (a ',' begins the next entry of {...}). Quote a text that holds ','";
    return "'" + key + "' is a key without ':'" + why;
}

std::string too_many_values() {
    return "more than " + std::to_string(most_values) + " values in one file";
}

bool accept_flow(std::string_view text, const std::shared_ptr<const std::string>& name,
                 Diagnostics& diagnostics) {
    std::size_t separators = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if ((c != ',' && c != '[' && c != '{') || ++separators <= most_values) continue;
        diagnostics.error(place_of(text, at, name), "",
                          too_many_values() + " (counted by ',', '[' and '{')");
        return false;
    }
    return true;
}

bool bracket_closes(std::string_view text, std::size_t at) {
    std::size_t open = 0;
    for (bool first = true; first || open > 0; first = false) {
        const Line line = line_at(text, at);
        const std::string bare = bare_part(line.text);
        for (std::size_t i = at - line.start; i < bare.size(); ++i) {
            if (bare[i] == '[' || bare[i] == '{') ++open;
            if ((bare[i] == ']' || bare[i] == '}') && open > 0) --open;
            if (open == 0) return true;
        }
        at = line.start + line.text.size() + 1;
        if (at >= text.size()) break;
    }
    return open == 0;
}

bool quote_closes(std::string_view text, std::size_t at) {
    const char quote = text[at];
    for (std::size_t i = at + 1; i < text.size(); ++i) {
        if (quote == '"' && text[i] == '\\') {
            ++i;
        } else if (text[i] == quote) {
            if (quote == '"' || i + 1 >= text.size() || text[i + 1] != quote) return true;
            ++i;
        }
    }
    return false;
}

}  // namespace zhaimao
