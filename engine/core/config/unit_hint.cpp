#include "engine/core/config/unit_hint.h"

#include <algorithm>
#include <array>

namespace zhaimao {
namespace {

constexpr std::array owners{Base::person, Base::household, Base::worker, Base::student};

bool is_one_of(const Dimension& d, std::span<const Dimension> list) {
    return std::find(list.begin(), list.end(), d) != list.end();
}

std::int8_t& exponent(Dimension& d, Base base) {
    return d.exponents[static_cast<std::size_t>(base)];
}

// The same money, whosever it is.
Dimension without_owner(Dimension d) {
    for (const Base owner : owners) exponent(d, owner) = 0;
    return d;
}

}  // namespace

std::string unit_hint(std::string_view written, const Dimension& found,
                      std::span<const Dimension> expected) {
    const std::string text(written);
    if (is_one_of(found.per(Base::year), expected))
        return ". If it is so much every year, write '" + text + "/year'";
    Dimension once = found;
    ++exponent(once, Base::year);
    if (is_one_of(once, expected))
        return ". If it is so much once, write '" + text.substr(0, text.rfind('/')) + "'";
    if (!(exponent(once, Base::money) > 0)) return "";
    for (const Dimension& e : expected) {
        const bool nobodys = found == without_owner(found);
        const bool only_once = without_owner(e) == found.per(Base::year);
        if (nobodys && (only_once || without_owner(e) == found))
            return ". Say " + std::string(only_once ? "how often and of whom" : "of whom") + ": '" +
                   text.substr(0, text.find('/')) + e.text().substr(e.text().find('/')) + "'";
        if (without_owner(e) != without_owner(found)) continue;
        return ". Work out how much it is in " + e.text() + ", and write that";
    }
    return "";
}

}  // namespace zhaimao
