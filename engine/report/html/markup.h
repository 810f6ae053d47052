// Text as HTML: nothing in it is markup. A page filled in; which scripts it may run.
#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace zhaimao {

// For contents and for attributes in double quotes.
[[nodiscard]] std::string escape_html(std::string_view text);

// JSON to stand in a <script> element: no `<` of a text can end it.
[[nodiscard]] std::string script_json(const nlohmann::ordered_json& json);

// Each {{name}} replaced; what is put in is not looked through again. Every name in the page must
// be among the parts.
[[nodiscard]] std::string filled_page(std::string_view page,
                                      const std::map<std::string, std::string_view>& parts);

// A Content-Security-Policy that admits these scripts and this style by their SHA-256 and nothing
// else: no network, no eval, no inline code.
[[nodiscard]] std::string content_policy(const std::vector<std::string_view>& scripts,
                                         std::string_view style);

}  // namespace zhaimao
