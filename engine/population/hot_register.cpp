#include "engine/population/hot_register.h"

#include "engine/core/math/hot.h"
#include "engine/population/household.h"

#define ZHAIMAO_JOIN(a, b) a##b
#define ZHAIMAO_NAME(prefix, isa) ZHAIMAO_JOIN(prefix, isa)

namespace zhaimao {
namespace {

void order(const RegisterKernel& k, std::size_t households) {
    const float* const __restrict score = k.score;
    const float* const __restrict deviation = k.deviation;
    const std::uint8_t* const __restrict unmet_if_poor = k.unmet_if_poor;
    const std::uint8_t* const __restrict unmet_if_not = k.unmet_if_not;
    std::uint32_t* const __restrict key = k.key;
    const float line = k.line, mark = k.mark, bonus = k.gap_bonus;
    for (std::size_t i = 0; i < households; ++i) {
        const auto poor_gaps = static_cast<std::int32_t>(count_bits(unmet_if_poor[i]));
        const auto other_gaps = static_cast<std::int32_t>(count_bits(unmet_if_not[i]));
        const float if_poor = line + bonus * static_cast<float>(poor_gaps) - score[i];
        const float if_not = line + bonus * static_cast<float>(other_gaps) - score[i];
        const float turns = mark - deviation[i];  // poor while mu is below this
        const float later = if_not < turns ? turns : if_not;
        const float critical = if_poor < turns ? if_poor : later;
        key[i] = ~hot::ordered_bits(critical + 0.0F);  // -0 becomes 0
    }
}

}  // namespace

OrderEntry ZHAIMAO_NAME(register_kernel_, ZHAIMAO_ISA)() {
    return order;
}

}  // namespace zhaimao
