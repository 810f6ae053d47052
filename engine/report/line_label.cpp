#include "engine/report/line_label.h"

#include <map>

namespace zhaimao {

std::string line_label(const std::string& variant, Language language) {
    static const std::map<std::string, Label> known{
        {"ex_ante", {"as planners expected it", "规划时的预期"}},
        {"ex_post", {"as it became", "后来的实际"}},
        {"constant_2010", {"constant prices of 2010", "2010年不变价"}},
        {"official", {"official, in prices of each year", "官方标准，各年现价"}}};
    const auto found = known.find(variant);
    if (found == known.end()) return variant;
    const std::string& name = name_in(language, found->second);
    return language == Language::zh ? name + "（" + variant + "）" : name + " (" + variant + ")";
}

}  // namespace zhaimao
