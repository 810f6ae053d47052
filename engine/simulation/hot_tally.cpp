#include "engine/simulation/hot_tally.h"

#include "engine/core/register_width.h"
#include "engine/population/household.h"

#define ZHAIMAO_JOIN(a, b) a##b
#define ZHAIMAO_NAME(prefix, isa) ZHAIMAO_JOIN(prefix, isa)

namespace zhaimao {
namespace {

// Eight lanes; so many of them at a time as leave the sums of a loop in the registers.
constexpr std::size_t lanes = 8;
constexpr std::size_t part = register_bytes < 64 ? 4 : 8;
typedef float Floats __attribute__((vector_size(part * sizeof(float))));
typedef std::int32_t Words __attribute__((vector_size(part * sizeof(std::int32_t))));
typedef double Doubles __attribute__((vector_size(part * sizeof(double))));
typedef std::int64_t Masks __attribute__((vector_size(part * sizeof(std::int64_t))));

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

// Calls f(c, n) for the n cases from c on of a part of the lanes, all the way down the columns.
template <class F>
inline __attribute__((always_inline)) void for_each_part(std::size_t cases, std::size_t lane, F f) {
    std::size_t c = lane;
    for (; c + part <= cases; c += lanes) f(c, part);
    if (c < cases) f(c, cases - c);
}

using LaneSums = double[lanes];

inline __attribute__((always_inline)) void store(LaneSums& sums, std::size_t lane,
                                                 Doubles part_of) {
    __builtin_memcpy(sums + lane, &part_of, sizeof part_of);
}

struct Sums {
    LaneSums income, registered_income, source[4], gap, squared_gap;
    LaneSums top_up_fen, received_fen, unsure_fen;
};

void sum_incomes(TallyPass& p, Sums& sums, std::size_t lane) {
    Doubles all{}, of_registered{}, gaps{}, squared_gaps{};
    const Doubles line = Doubles{} + static_cast<double>(p.line);
    for_each_part(p.cases, lane, [&](std::size_t c, std::size_t n) {
        const Doubles people = widened(load<Floats>(p.people + c, n));
        const Floats income = load<Floats>(p.earned + c, n) + load<Floats>(p.top_up + c, n);
        __builtin_memcpy(p.income + c, &income, n * sizeof(float));
        const Doubles y = widened(income);
        const Words status =
            load<Words>(p.state + c, n) & static_cast<std::int32_t>(state::Status::mask);
        const Words registered = (status == static_cast<std::int32_t>(Status::registered)) |
                                 (status == static_cast<std::int32_t>(Status::relapsed));
        all += people * y;
        of_registered += where(registered, people * y);
        const Doubles gap = (line - y) * (1.0 / static_cast<double>(p.line));
        const Doubles short_of = where(income < p.line, people) * gap;
        gaps += short_of;
        squared_gaps += short_of * gap;
    });
    store(sums.income, lane, all);
    store(sums.registered_income, lane, of_registered);
    store(sums.gap, lane, gaps);
    store(sums.squared_gap, lane, squared_gaps);
}

void sum_sources(const TallyPass& p, Sums& sums, std::size_t lane) {
    Doubles source[4] = {};
    for_each_part(p.cases, lane, [&](std::size_t c, std::size_t n) {
        const Doubles people = widened(load<Floats>(p.people + c, n));
        for (int s = 0; s < 4; ++s)
            source[s] +=
                people * widened(load<Floats>(p.base[s] + c, n) + load<Floats>(p.gain[s] + c, n));
        source[3] +=
            people * widened(load<Floats>(p.support + c, n) + load<Floats>(p.top_up + c, n));
    });
    for (int s = 0; s < 4; ++s) store(sums.source[s], lane, source[s]);
}

// To the nearest whole, halves up; up to 2^51.
inline __attribute__((always_inline)) Doubles whole(Doubles x) {
    constexpr double round_magic = 0x1.8p52;
    const Doubles nearest = (x + round_magic) - round_magic;
    return nearest + (x - nearest >= 0.5 ? Doubles{} + 1.0 : Doubles{});
}

void sum_payments(const TallyPass& p, Sums& sums, std::size_t lane) {
    Doubles top_ups{}, received{}, unsure{};
    for_each_part(p.cases, lane, [&](std::size_t c, std::size_t n) {
        const Doubles hundredfold = 100.0 * widened(load<Floats>(p.people + c, n));
        top_ups += whole(widened(load<Floats>(p.top_up + c, n)) * hundredfold);
        const Doubles support = widened(load<Floats>(p.support + c, n)) * hundredfold;
        received += whole(support);
        const Doubles error = support * p.support_error;
        unsure += error >= 0.5 ? error + 0.5 : Doubles{};
    });
    store(sums.top_up_fen, lane, top_ups);
    store(sums.received_fen, lane, received);
    store(sums.unsure_fen, lane, unsure);
}

double tree_sum(const LaneSums& v) {
    double s[lanes];
    for (std::size_t i = 0; i < lanes; ++i) s[i] = v[i];
    for (std::size_t step = lanes / 2; step > 0; step /= 2)
        for (std::size_t i = 0; i < step; ++i) s[i] += s[i + step];
    return s[0];
}

void tally(TallyPass& p) {
    Sums sums;
    for (std::size_t lane = 0; lane < lanes; lane += part) {
        sum_incomes(p, sums, lane);
        sum_sources(p, sums, lane);
        sum_payments(p, sums, lane);
    }
    p.sums = {tree_sum(sums.income),
              tree_sum(sums.registered_income),
              {tree_sum(sums.source[0]), tree_sum(sums.source[1]), tree_sum(sums.source[2]),
               tree_sum(sums.source[3])},
              tree_sum(sums.gap),
              tree_sum(sums.squared_gap),
              tree_sum(sums.top_up_fen),
              tree_sum(sums.received_fen),
              tree_sum(sums.unsure_fen)};
}

}  // namespace

TallyKernel ZHAIMAO_NAME(tally_kernel_, ZHAIMAO_ISA)() {
    return tally;
}

}  // namespace zhaimao
