#include "engine/core/random/draws.h"

#include "engine/core/contracts.h"
#include "engine/core/math/math.h"

namespace zhaimao {

std::string PurposeSet::add(std::string_view name) {
    const auto [found, is_new] = names_.try_emplace(Purpose(name).code, name);
    if (is_new || found->second == name) return {};
    return "'" + std::string(name) + "' and '" + found->second +
           "' would share their random numbers (their names have the same 20-bit hash). Rename one "
           "of them";
}

std::uint32_t year_and_purpose(int year, Purpose purpose) {
    EXPECTS(year >= 0 && year < (1 << (32 - Purpose::bits)));
    return (static_cast<std::uint32_t>(year) << Purpose::bits) | purpose.code;
}

double Draws::normal(std::uint32_t household, std::uint32_t area, int year, Purpose purpose) const {
    const Words w = words(household, area, year, purpose);
    return math::normal_quantile(unit_uniform(w.w2, w.w3));
}

}  // namespace zhaimao
