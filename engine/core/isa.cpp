#include "engine/core/isa.h"

namespace zhaimao {

std::string_view name(Isa isa) {
    switch (isa) {
        case Isa::v4:
            return "v4";
        case Isa::v3:
            return "v3";
        case Isa::baseline:
            break;
    }
    return "baseline";
}

std::optional<Isa> parse_isa(std::string_view text) {
    for (const Isa isa : all_isas)
        if (text == name(isa)) return isa;
    return std::nullopt;
}

bool is_supported(Isa isa) {
#if defined(__x86_64__)
    switch (isa) {
        case Isa::v4:
            return __builtin_cpu_supports("x86-64-v4") != 0;
        case Isa::v3:
            return __builtin_cpu_supports("x86-64-v3") != 0;
        case Isa::baseline:
            break;
    }
    return true;
#else
    return isa == Isa::baseline;
#endif
}

Isa best_isa() {
    if (is_supported(Isa::v4)) return Isa::v4;
    return is_supported(Isa::v3) ? Isa::v3 : Isa::baseline;
}

}  // namespace zhaimao
