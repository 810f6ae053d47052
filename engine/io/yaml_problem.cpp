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
    report(error.at, "is not valid YAML (" + error.problem + "). " + hint(text, error.at, line));
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
