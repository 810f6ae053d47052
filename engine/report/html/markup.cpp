#include "engine/report/html/markup.h"

#include <nlohmann/json.hpp>

#include "engine/io/sha256.h"

namespace zhaimao {
namespace {

std::string source(std::string_view text) {
    return " 'sha256-" + sha256_base64(text) + "'";
}

}  // namespace

std::string escape_html(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else if (c == '\'')
            out += "&#39;";
        else
            out += c;
    }
    return out;
}

std::string script_json(const nlohmann::ordered_json& json) {
    std::string out;
    for (const char c :
         json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)) {
        if (c == '<')
            out += "\\u003c";
        else
            out += c;
    }
    return out;
}

std::string filled_page(std::string_view page,
                        const std::map<std::string, std::string_view>& parts) {
    std::string out;
    while (true) {
        const std::size_t from = page.find("{{");
        const std::size_t to = page.find("}}", from);
        out += page.substr(0, from);
        if (to == std::string_view::npos) return out;
        out += parts.at(std::string(page.substr(from + 2, to - from - 2)));
        page.remove_prefix(to + 2);
    }
}

std::string content_policy(const std::vector<std::string_view>& scripts, std::string_view style) {
    std::string policy = "default-src 'none'; base-uri 'none'; form-action 'none'; script-src";
    for (const std::string_view script : scripts) policy += source(script);
    return policy + "; style-src" + source(style);
}

}  // namespace zhaimao
