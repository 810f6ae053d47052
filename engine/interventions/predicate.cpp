#include "engine/interventions/predicate.h"

#include <algorithm>
#include <array>

namespace zhaimao {
namespace {

constexpr std::size_t block_size = 256;
using Column = std::array<float, block_size>;
using Field = Predicate::Field;
using Op = Predicate::Op;

template <class F>
void fill(Column& out, std::size_t n, F f) {
    for (std::size_t i = 0; i < n; ++i) out[i] = static_cast<float>(f(i));
}

// Bits set among the five lowest.
int count_bits(std::uint32_t bits) {
    return static_cast<int>((bits & 1U) + (bits >> 1 & 1U) + (bits >> 2 & 1U) + (bits >> 3 & 1U) +
                            (bits >> 4 & 1U));
}

std::uint32_t event_bit(std::uint32_t state) {
    const std::uint32_t event = state::Event::get(state);
    return event == 0 ? 0U : 1U << (event - 1);
}

void load(Column& out, const Predicate::Step& step, const HouseholdView& v, std::size_t first,
          std::size_t n) {
    const std::uint32_t* traits = v.traits.data() + first;
    const std::uint32_t* state = v.state.data() + first;
    // Whole words all the way, so that the compiler can take several households at a time.
    const auto status = [&](std::size_t i) {
        return static_cast<std::int32_t>(state::Status::get(state[i]));
    };
    const auto is = [&](Status wanted) {
        const auto word = static_cast<std::int32_t>(wanted);
        return fill(out, n, [&, word](std::size_t i) { return status(i) == word ? 1 : 0; });
    };
    const auto registered = [&](std::size_t i) {
        const std::int32_t s = status(i);
        return (s == static_cast<std::int32_t>(Status::registered) ? 1 : 0) |
               (s == static_cast<std::int32_t>(Status::relapsed) ? 1 : 0);
    };
    switch (step.field) {
        case Field::registered:
            return fill(out, n, registered);
        case Field::exited:
            return is(Status::exited);
        case Field::relapsed:
            return is(Status::relapsed);
        case Field::never:
            return is(Status::never);
        case Field::people:
            return fill(out, n, [&](std::size_t i) { return trait::People::get(traits[i]); });
        case Field::workers:
            return fill(out, n, [&](std::size_t i) { return state::Workers::get(state[i]); });
        case Field::students:
            return fill(out, n,
                        [&](std::size_t i) { return count_bits(state::Students::get(state[i])); });
        case Field::stage:
            return fill(out, n, [&](std::size_t i) {
                return (state::Students::get(state[i]) >> step.index) & 1U;
            });
        case Field::unmet_count:
            return fill(out, n,
                        [&](std::size_t i) { return count_bits(state::Unmet::get(state[i])); });
        case Field::unmet:
            return fill(out, n, [&](std::size_t i) {
                return (state::Unmet::get(state[i]) >> step.index) & 1U;
            });
        case Field::income:
            return fill(out, n, [&](std::size_t i) { return v.observed[first + i]; });
        case Field::years_registered:
            if (v.entered.empty()) return fill(out, n, [](std::size_t) { return 0; });
            return fill(out, n, [&](std::size_t i) {
                return registered(i) * (v.year - v.entered[first + i]);
            });
        case Field::ill:
            return fill(out, n, [&](std::size_t i) {
                return (event_bit(state[i]) & v.illness_events) != 0;
            });
        case Field::disabled:
            return fill(out, n, [&](std::size_t i) {
                return (event_bit(state[i]) & v.disability_events) != 0;
            });
        case Field::registered_village:
            return fill(out, n,
                        [&](std::size_t i) { return trait::RegisteredVillage::get(traits[i]); });
        case Field::designation:
            return fill(out, n, [&](std::size_t) { return static_cast<int>(v.designation); });
        case Field::enrolled:
            if (v.enrolled.empty()) return fill(out, n, [](std::size_t) { return 0; });
            return fill(out, n,
                        [&](std::size_t i) { return (v.enrolled[first + i] >> step.index) & 1U; });
    }
}

template <class F>
void combine(Column& left, const Column& right, std::size_t n, F f) {
    for (std::size_t i = 0; i < n; ++i) left[i] = f(left[i], right[i]) ? 1.0F : 0.0F;
}

void apply(Op op, Column& left, const Column& right, std::size_t n) {
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

// Three-valued: what is known of a household that was never on the register.
enum class Known : std::uint8_t { no, yes, open };

Known known_of(const Predicate::Step& step) {
    if (step.op == Op::constant) return step.value != 0.0F ? Known::yes : Known::no;
    switch (step.field) {
        case Field::registered:
        case Field::exited:
        case Field::relapsed:
        case Field::years_registered:
        case Field::enrolled:
            return Known::no;
        case Field::never:
            return Known::yes;
        default:
            return Known::open;
    }
}

}  // namespace

void Predicate::evaluate(const HouseholdView& view, std::vector<std::uint8_t>& eligible) const {
    eligible.resize(view.size());
    std::vector<Column> stack(steps_.size() + 1);
    for (std::size_t first = 0; first < view.size(); first += block_size) {
        const std::size_t n = std::min(block_size, view.size() - first);
        std::size_t top = 0;
        for (const Step& step : steps_) {
            if (step.op == Op::constant) {
                fill(stack[top++], n, [&](std::size_t) { return step.value; });
            } else if (step.op == Op::field) {
                load(stack[top++], step, view, first, n);
            } else if (step.op == Op::negate) {
                fill(stack[top - 1], n, [&](std::size_t i) { return stack[top - 1][i] == 0.0F; });
            } else {
                --top;
                apply(step.op, stack[top - 1], stack[top], n);
            }
        }
        for (std::size_t i = 0; i < n; ++i)
            eligible[first + i] =
                static_cast<std::uint8_t>(static_cast<std::int32_t>(stack[0][i] != 0.0F));
    }
}

bool Predicate::is_everybody() const {
    return steps_.size() == 1 && steps_.front().op == Op::constant && steps_.front().value != 0.0F;
}

bool Predicate::needs_register() const {
    std::vector<Known> stack;
    for (const Step& step : steps_) {
        if (step.op == Op::constant || step.op == Op::field) {
            stack.push_back(known_of(step));
            continue;
        }
        if (step.op == Op::negate) {
            if (stack.back() != Known::open)
                stack.back() = stack.back() == Known::no ? Known::yes : Known::no;
            continue;
        }
        const Known right = stack.back();
        stack.pop_back();
        Known& left = stack.back();
        const Known decides = step.op == Op::both ? Known::no : Known::yes;
        if (step.op != Op::both && step.op != Op::either)
            left = Known::open;
        else if (left == decides || right == decides)
            left = decides;
        else if (left == Known::open || right == Known::open)
            left = Known::open;
    }
    return !stack.empty() && stack.back() == Known::no;
}

}  // namespace zhaimao
