// The files that every HTML report carries: the page around its contents, its looks, its scripts.
// They are part of the program (assets.S), so that it needs no folder of its own.
#pragma once

#include <string_view>

namespace zhaimao {

[[nodiscard]] std::string_view page_html();  // with places to fill (markup.h)
[[nodiscard]] std::string_view page_css();
[[nodiscard]] std::string_view page_js();     // all scripts of ours, one after the other
[[nodiscard]] std::string_view echarts_js();  // Apache ECharts, as its authors publish it

}  // namespace zhaimao
