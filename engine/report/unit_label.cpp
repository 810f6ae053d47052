#include "engine/report/unit_label.h"

#include <algorithm>
#include <array>

#include "engine/core/config/ledger.h"

namespace zhaimao {
namespace {

struct UnitWord {
    std::string_view en, zh;
};
constexpr std::array unit_words_zh{UnitWord{"a plain number", "无单位"},
                                   UnitWord{"a share a year", "比例/年"},
                                   UnitWord{"share", "比例"},
                                   UnitWord{"index", "指数"},
                                   UnitWord{"ratio", "比值"},
                                   UnitWord{"unit", "单位"},
                                   UnitWord{"unit of the capacity", "规模的单位"},
                                   UnitWord{"people", "人"},
                                   UnitWord{"person", "人"},
                                   UnitWord{"households", "户"},
                                   UnitWord{"household", "户"},
                                   UnitWord{"villages", "个村"},
                                   UnitWord{"village", "村"},
                                   UnitWord{"counties", "个县"},
                                   UnitWord{"years", "年"},
                                   UnitWord{"year", "年"},
                                   UnitWord{"months", "个月"},
                                   UnitWord{"month", "月"},
                                   UnitWord{"yuan", "元"},
                                   UnitWord{"students", "学生"},
                                   UnitWord{"student", "学生"},
                                   UnitWord{"workers", "劳动力"},
                                   UnitWord{"worker", "劳动力"},
                                   UnitWord{"W", "瓦"},
                                   UnitWord{"Wh", "瓦时"}};

std::string word_of(std::string_view part) {
    const auto* found = std::find_if(unit_words_zh.begin(), unit_words_zh.end(),
                                     [&](const UnitWord& word) { return word.en == part; });
    return std::string(found == unit_words_zh.end() ? part : found->zh);
}

}  // namespace

std::string unit_label(const std::string& unit, Language language) {
    if (language == Language::en) return unit;
    std::string label;
    for (std::size_t from = 0; from <= unit.size();) {
        const std::size_t end = std::min(unit.find('/', from), unit.size());
        label += (from == 0 ? "" : "/") + word_of(std::string_view(unit).substr(from, end - from));
        from = end + 1;
    }
    return label;
}

std::string with_unit_label(const std::string& number, const std::string& unit, Language language) {
    if (unit == "share" || unit == "index" || unit == "ratio") return number;
    return number + (language == Language::en ? " " : "") + unit_label(unit, language);
}

std::string source_label(const std::string& source, Language language) {
    return language == Language::zh && source == assumption_source ? "假设" : source;
}

}  // namespace zhaimao
