#include "engine/interventions/possible_household.h"

#include <bit>

namespace zhaimao {
namespace {

using Field = Predicate::Field;
using Op = Predicate::Op;
using Step = Predicate::Step;

float value_of(const Step& step, const PossibleHousehold& c) {
    const auto truth = [](bool holds) { return holds ? 1.0F : 0.0F; };
    switch (step.field) {
        case Field::registered:
            return truth(on_register(c.status));
        case Field::exited:
            return truth(c.status == Status::exited);
        case Field::relapsed:
            return truth(c.status == Status::relapsed);
        case Field::never:
            return truth(c.status == Status::never);
        case Field::people:
            return c.people;
        case Field::workers:
            return c.workers;
        case Field::students:
            return static_cast<float>(std::popcount(c.stages)) + c.more_students;
        case Field::stage:
            return truth((c.stages >> step.index & 1U) != 0);
        case Field::unmet_count:
            return static_cast<float>(std::popcount(c.unmet)) + c.more_unmet;
        case Field::unmet:
            return truth((c.unmet >> step.index & 1U) != 0);
        case Field::income:
            return c.income;
        case Field::years_registered:
            return on_register(c.status) ? c.years : 0.0F;
        case Field::ill:
            return truth(c.ill);
        case Field::disabled:
            return truth(c.disabled);
        case Field::registered_village:
            return truth(c.village);
        case Field::designation:
            return c.designation;
        case Field::enrolled:
            return truth((c.enrolled >> step.index & 1U) != 0);
    }
    return 0.0F;
}

bool result_of(Op op, float a, float b) {
    switch (op) {
        case Op::both:
            return a != 0.0F && b != 0.0F;
        case Op::either:
            return a != 0.0F || b != 0.0F;
        case Op::less:
            return a < b;
        case Op::at_most:
            return a <= b;
        case Op::more:
            return a > b;
        case Op::at_least:
            return a >= b;
        case Op::equal:
            return a == b;
        case Op::unequal:
            return a != b;
        case Op::constant:
        case Op::field:
        case Op::negate:
            break;
    }
    return false;
}

}  // namespace

bool holds(std::span<const Step> steps, const PossibleHousehold& c, std::vector<float>& stack) {
    stack.clear();
    for (const Step& step : steps) {
        if (step.op == Op::constant) {
            stack.push_back(step.value);
        } else if (step.op == Op::field) {
            stack.push_back(value_of(step, c));
        } else if (step.op == Op::negate) {
            stack.back() = stack.back() == 0.0F ? 1.0F : 0.0F;
        } else {
            const float right = stack.back();
            stack.pop_back();
            stack.back() = result_of(step.op, stack.back(), right) ? 1.0F : 0.0F;
        }
    }
    return stack.back() != 0.0F;
}

HouseholdPart part_of(Field field) {
    switch (field) {
        case Field::people:
        case Field::workers:
            return HouseholdPart::size;
        case Field::students:
        case Field::stage:
            return HouseholdPart::students;
        case Field::unmet_count:
        case Field::unmet:
            return HouseholdPart::unmet;
        case Field::income:
            return HouseholdPart::income;
        case Field::years_registered:
            return HouseholdPart::years;
        case Field::ill:
        case Field::disabled:
            return HouseholdPart::health;
        case Field::registered_village:
            return HouseholdPart::village;
        case Field::designation:
            return HouseholdPart::place;
        case Field::enrolled:
            return HouseholdPart::enrolled;
        default:
            return HouseholdPart::status;
    }
}

}  // namespace zhaimao
