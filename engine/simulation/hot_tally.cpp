#include "engine/simulation/hot_tally.h"

#include "engine/population/household.h"

#define ZHAIMAO_JOIN(a, b) a##b
#define ZHAIMAO_NAME(prefix, isa) ZHAIMAO_JOIN(prefix, isa)

namespace zhaimao {
namespace {

constexpr std::size_t lanes = 8;
typedef float Floats __attribute__((vector_size(32)));
typedef std::int32_t Words __attribute__((vector_size(32)));
typedef double Doubles __attribute__((vector_size(64)));
typedef std::int64_t Masks __attribute__((vector_size(64)));

// Lanes beyond the last case are zero.
template <class Vector, class T>
inline __attribute__((always_inline)) Vector load(const T* column, std::size_t n) {
    Vector v{};
    __builtin_memcpy(&v, column, n * sizeof(T));
    return v;
}

inline __attribute__((always_inline)) Doubles widened(Floats v) {
    return __builtin_convertvector(v, Doubles);
}
inline __attribute__((always_inline)) Doubles where(Words mask, Doubles v) {
    return (Doubles)((Masks)v & __builtin_convertvector(mask, Masks));
}

struct Lanes {
    Doubles income{}, registered_income{}, source[4] = {}, gap{}, squared_gap{};
};

inline __attribute__((always_inline)) void add(TallyPass& p, Lanes& sums, std::size_t c,
                                               std::size_t n) {
    const Doubles people = widened(load<Floats>(p.people + c, n));
    const Floats support = load<Floats>(p.support + c, n), top_up = load<Floats>(p.top_up + c, n);
    const Floats income = load<Floats>(p.earned + c, n) + top_up;
    __builtin_memcpy(p.income + c, &income, n * sizeof(float));
    const Doubles y = widened(income), line = Doubles{} + static_cast<double>(p.line);
    const Words status =
        load<Words>(p.state + c, n) & static_cast<std::int32_t>(state::Status::mask);
    const Words registered = (status == static_cast<std::int32_t>(Status::registered)) |
                             (status == static_cast<std::int32_t>(Status::relapsed));
    sums.income += people * y;
    sums.registered_income += where(registered, people * y);
    const Doubles gap = (line - y) * (1.0 / static_cast<double>(p.line));
    const Doubles short_of = where(income < p.line, people) * gap;
    sums.gap += short_of;
    sums.squared_gap += short_of * gap;
    for (int s = 0; s < 4; ++s)
        sums.source[s] +=
            people * widened(load<Floats>(p.base[s] + c, n) + load<Floats>(p.gain[s] + c, n));
    sums.source[3] += people * widened(support + top_up);
}

double tree_sum(const Doubles& v) {
    double s[lanes];
    for (std::size_t i = 0; i < lanes; ++i) s[i] = v[i];
    for (std::size_t step = lanes / 2; step > 0; step /= 2)
        for (std::size_t i = 0; i < step; ++i) s[i] += s[i + step];
    return s[0];
}

void tally(TallyPass& p) {
    Lanes sums;
    std::size_t c = 0;
    for (; c + lanes <= p.cases; c += lanes) add(p, sums, c, lanes);
    if (c < p.cases) add(p, sums, c, p.cases - c);
    p.sums = {tree_sum(sums.income),
              tree_sum(sums.registered_income),
              {tree_sum(sums.source[0]), tree_sum(sums.source[1]), tree_sum(sums.source[2]),
               tree_sum(sums.source[3])},
              tree_sum(sums.gap),
              tree_sum(sums.squared_gap)};
}

}  // namespace

TallyKernel ZHAIMAO_NAME(tally_kernel_, ZHAIMAO_ISA)() {
    return tally;
}

}  // namespace zhaimao
