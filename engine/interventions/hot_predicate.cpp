#include "engine/interventions/hot_predicate.h"

#include "engine/population/household.h"

#if defined(__AVX512F__)
#include <immintrin.h>
#endif

#define ZHAIMAO_JOIN(a, b) a##b
#define ZHAIMAO_NAME(prefix, isa) ZHAIMAO_JOIN(prefix, isa)

namespace zhaimao {
namespace {

using Field = PredicateStep::Field;
using Op = PredicateStep::Op;

template <class F>
inline __attribute__((always_inline)) void fill(float* __restrict out, std::size_t n, F f) {
    for (std::size_t i = 0; i < n; ++i) out[i] = static_cast<float>(f(i));
}

std::int32_t whole(std::uint32_t word) {
    return static_cast<std::int32_t>(word);
}

// Whole words all the way, so that the compiler can take several households at a time.
std::int32_t is_status(std::uint32_t state, Status wanted) {
    return whole(state::Status::get(state)) == static_cast<std::int32_t>(wanted) ? 1 : 0;
}

std::int32_t is_registered(std::uint32_t state) {
    return whole(registered_bit(state));
}

std::int32_t has_event(std::uint32_t state, std::uint32_t events) {
    const std::uint32_t event = state::Event::get(state);
    const std::uint32_t bit = event == 0 ? 0U : 1U << (event - 1);
    return (bit & events) != 0 ? 1 : 0;
}

void load(float* __restrict out, const PredicateStep& step, const PredicatePass& p,
          std::size_t first, std::size_t n) {
    const std::uint32_t* const __restrict traits = p.traits + first;
    const std::uint32_t* const __restrict state = p.state + first;
    const std::uint32_t index = step.index;
    const auto each = [&](auto f) __attribute__((always_inline)) {
        fill(out, n, f);
    };
    switch (step.field) {
        case Field::registered:
            return each([=](std::size_t i) { return is_registered(state[i]); });
        case Field::exited:
            return each([=](std::size_t i) { return is_status(state[i], Status::exited); });
        case Field::relapsed:
            return each([=](std::size_t i) { return is_status(state[i], Status::relapsed); });
        case Field::never:
            return each([=](std::size_t i) { return is_status(state[i], Status::never); });
        case Field::people:
            return each([=](std::size_t i) { return whole(trait::People::get(traits[i])); });
        case Field::workers:
            return each([=](std::size_t i) { return whole(state::Workers::get(state[i])); });
        case Field::students:
            return each(
                [=](std::size_t i) { return whole(count_bits(state::Students::get(state[i]))); });
        case Field::stage:
            return each([=](std::size_t i) {
                return whole((state::Students::get(state[i]) >> index) & 1U);
            });
        case Field::unmet_count:
            return each(
                [=](std::size_t i) { return whole(count_bits(state::Unmet::get(state[i]))); });
        case Field::unmet:
            return each(
                [=](std::size_t i) { return whole((state::Unmet::get(state[i]) >> index) & 1U); });
        case Field::income:
            return each([observed = p.observed + first](std::size_t i) { return observed[i]; });
        case Field::years_registered:
            if (p.entered == nullptr) return each([](std::size_t) { return 0; });
            return each([=, year = p.year, entered = p.entered + first](std::size_t i) {
                return is_registered(state[i]) * (year - entered[i]);
            });
        case Field::ill:
            return each([=, events = p.illness_events](std::size_t i) {
                return has_event(state[i], events);
            });
        case Field::disabled:
            return each([=, events = p.disability_events](std::size_t i) {
                return has_event(state[i], events);
            });
        case Field::registered_village:
            return each(
                [=](std::size_t i) { return whole(trait::RegisteredVillage::get(traits[i])); });
        case Field::designation:
            return each([designation = p.designation](std::size_t) { return designation; });
        case Field::enrolled:
            if (p.enrolled == nullptr) return each([](std::size_t) { return 0; });
            return each([=, enrolled = p.enrolled + first](std::size_t i) {
                return static_cast<std::int32_t>((enrolled[i] >> index) & 1U);
            });
    }
}

template <class Right, class F>
inline __attribute__((always_inline)) void combine(float* __restrict left, Right right,
                                                   std::size_t n, F f) {
    for (std::size_t i = 0; i < n; ++i) left[i] = f(left[i], right(i)) ? 1.0F : 0.0F;
}

bool is_comparison(Op op) {
    return op == Op::less || op == Op::at_most || op == Op::more || op == Op::at_least ||
           op == Op::equal || op == Op::unequal;
}

template <class Right>
void apply(Op op, float* left, Right right, std::size_t n) {
    switch (op) {
        case Op::both:
            return combine(left, right, n,
                           [](float a, float b) { return (a != 0.0F) & (b != 0.0F); });
        case Op::either:
            return combine(left, right, n,
                           [](float a, float b) { return (a != 0.0F) | (b != 0.0F); });
        case Op::less:
            return combine(left, right, n, [](float a, float b) { return a < b; });
        case Op::at_most:
            return combine(left, right, n, [](float a, float b) { return a <= b; });
        case Op::more:
            return combine(left, right, n, [](float a, float b) { return a > b; });
        case Op::at_least:
            return combine(left, right, n, [](float a, float b) { return a >= b; });
        case Op::equal:
            return combine(left, right, n, [](float a, float b) { return a == b; });
        case Op::unequal:
            return combine(left, right, n, [](float a, float b) { return a != b; });
        case Op::constant:
        case Op::field:
        case Op::negate:
            break;
    }
}

// Lists those of a block for which it holds, where they are not refused. No branch a household:
// chance would mislead it.
#if defined(__AVX512F__)
void list(PredicatePass& p, std::size_t first, std::size_t n) {
    const __m512i each = _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    const __m512i refused = _mm512_set1_epi64(static_cast<long long>(p.refused));
    for (std::size_t i = 0; i < n; i += 16) {
        const auto lanes = static_cast<__mmask16>(n - i < 16 ? (1U << (n - i)) - 1U : 0xFFFFU);
        __mmask16 holds = _mm512_mask_cmp_ps_mask(lanes, _mm512_maskz_loadu_ps(lanes, p.stack + i),
                                                  _mm512_setzero_ps(), _CMP_NEQ_UQ);
        if (p.refused != 0 && p.enrolled != nullptr) {
            const auto lower = static_cast<__mmask8>(lanes),
                       upper = static_cast<__mmask8>(lanes >> 8);
            const std::uint64_t* const enrolled = p.enrolled + first + i;
            const __mmask8 in[2] = {
                _mm512_test_epi64_mask(_mm512_maskz_loadu_epi64(lower, enrolled), refused),
                _mm512_test_epi64_mask(_mm512_maskz_loadu_epi64(upper, enrolled + 8), refused)};
            holds = static_cast<__mmask16>(holds & ~(in[0] | in[1] << 8));
        }
        const __m512i places =
            _mm512_add_epi32(each, _mm512_set1_epi32(static_cast<int>(first + i)));
        _mm512_storeu_si512(p.found + p.found_count, _mm512_maskz_compress_epi32(holds, places));
        p.found_count += static_cast<std::size_t>(__builtin_popcount(holds));
    }
}
#else
void list(PredicatePass& p, std::size_t first, std::size_t n) {
    const bool asks = p.refused != 0 && p.enrolled != nullptr;
    std::uint32_t* const found = p.found;
    std::size_t count = p.found_count;
    for (std::size_t i = 0; i < n; ++i) {
        const bool in = asks && (p.enrolled[first + i] & p.refused) != 0;
        found[count] = static_cast<std::uint32_t>(first + i);
        count += (p.stack[i] != 0.0F) & !in ? 1 : 0;
    }
    p.found_count = count;
}
#endif

void evaluate_block(PredicatePass& p, std::size_t first, std::size_t n) {
    float* top = p.stack;  // the next free column
    for (std::size_t k = 0; k < p.step_count; ++k) {
        const PredicateStep& step = p.steps[k];
        if (step.op == Op::constant && k + 1 < p.step_count && is_comparison(p.steps[k + 1].op)) {
            apply(
                p.steps[++k].op, top - PredicatePass::block_size,
                [value = step.value](std::size_t) { return value; }, n);
        } else if (step.op == Op::constant) {
            fill(top, n, [value = step.value](std::size_t) { return value; });
            top += PredicatePass::block_size;
        } else if (step.op == Op::field) {
            load(top, step, p, first, n);
            top += PredicatePass::block_size;
        } else if (step.op == Op::negate) {
            float* const last = top - PredicatePass::block_size;
            for (std::size_t i = 0; i < n; ++i) last[i] = last[i] == 0.0F ? 1.0F : 0.0F;
        } else {
            top -= PredicatePass::block_size;
            apply(
                step.op, top - PredicatePass::block_size, [top](std::size_t i) { return top[i]; },
                n);
        }
    }
    list(p, first, n);
}

void evaluate(PredicatePass& p) {
    for (std::size_t first = 0; first < p.households; first += PredicatePass::block_size) {
        const std::size_t left = p.households - first;
        evaluate_block(p, first,
                       left < PredicatePass::block_size ? left : PredicatePass::block_size);
    }
}

}  // namespace

PredicateKernel ZHAIMAO_NAME(predicate_kernel_, ZHAIMAO_ISA)() {
    return evaluate;
}

}  // namespace zhaimao
