#include "engine/interventions/predicate.h"

#include <algorithm>

namespace zhaimao {
namespace {

using Field = Predicate::Field;
using Op = Predicate::Op;

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

PredicateKernel predicate_kernel_baseline();
PredicateKernel predicate_kernel_v3();
PredicateKernel predicate_kernel_v4();

PredicateKernel predicate_kernel(Isa isa) {
    return of_level(isa, predicate_kernel_baseline, predicate_kernel_v3, predicate_kernel_v4)();
}

void Predicate::find(const HouseholdView& view, std::vector<std::uint32_t>& found) const {
    static thread_local std::vector<float> stack;
    static thread_local std::vector<std::uint32_t> places;
    stack.resize(std::max(stack.size(), steps_.size() * PredicatePass::block_size));
    places.resize(std::max(places.size(), view.size() + PredicatePass::vector_more));
    PredicatePass pass;
    pass.steps = steps_.data();
    pass.step_count = steps_.size();
    pass.stack = stack.data();
    pass.households = view.size();
    pass.traits = view.traits.data();
    pass.state = view.state.data();
    pass.observed = view.observed.data();
    pass.entered = view.entered.empty() ? nullptr : view.entered.data();
    pass.enrolled = view.enrolled.empty() ? nullptr : view.enrolled.data();
    pass.refused = view.refused;
    pass.year = view.year;
    pass.designation = static_cast<std::int32_t>(view.designation);
    pass.illness_events = view.illness_events;
    pass.disability_events = view.disability_events;
    pass.found = places.data();
    view.kernel(pass);
    found.assign(places.begin(), places.begin() + static_cast<std::ptrdiff_t>(pass.found_count));
}

bool Predicate::is_everybody() const {
    return steps_.size() == 1 && steps_.front().op == Op::constant && steps_.front().value != 0.0F;
}

bool Predicate::fails_off_register() const {
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
