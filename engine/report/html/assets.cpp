#include "engine/report/html/assets.h"

extern "C" {
extern const char zhaimao_page_html[], zhaimao_page_html_end[];
extern const char zhaimao_page_css[], zhaimao_page_css_end[];
extern const char zhaimao_page_js[], zhaimao_page_js_end[];
extern const char zhaimao_echarts_js[], zhaimao_echarts_js_end[];
}

namespace zhaimao {

std::string_view page_html() {
    return {zhaimao_page_html, zhaimao_page_html_end};
}

std::string_view page_css() {
    return {zhaimao_page_css, zhaimao_page_css_end};
}

std::string_view page_js() {
    return {zhaimao_page_js, zhaimao_page_js_end};
}

std::string_view echarts_js() {
    return {zhaimao_echarts_js, zhaimao_echarts_js_end};
}

}  // namespace zhaimao
