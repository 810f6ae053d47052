// What takes a browser: a page printed as PDF, and its charts as files of their own. Chromium does
// it where one is installed (chromium, chromium-browser, google-chrome, google-chrome-stable,
// looked for in PATH), without a window, a profile that stays, or the network.
#pragma once

#include <atomic>
#include <filesystem>
#include <map>
#include <string>

namespace zhaimao {

// `page` is what html_of() returns. InputError: no browser is installed. MachineError: it failed,
// or was killed because `cancel` was set.
void print_page(const std::string& page, const std::filesystem::path& pdf,
                const std::atomic<bool>& cancel);

// SVG by the id of each chart, with its title, and the line that says where it comes from.
[[nodiscard]] std::map<std::string, std::string> drawn_charts(const std::string& page,
                                                              const std::atomic<bool>& cancel);

// The charts in a page that a browser wrote back (save.js puts them there).
[[nodiscard]] std::map<std::string, std::string> charts_in(const std::string& written_back);

}  // namespace zhaimao
