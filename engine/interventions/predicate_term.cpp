#include "engine/interventions/predicate_term.h"

namespace zhaimao {
namespace {

using Op = Predicate::Op;
using Field = Predicate::Field;

std::optional<Dimension> unit_of(Field field) {
    switch (field) {
        case Field::people:
            return unit::people;
        case Field::workers:
            return unit::workers;
        case Field::students:
            return unit::students;
        case Field::income:
            return unit::yuan_per_person_year;
        case Field::years_registered:
            return unit::years;
        default:
            return std::nullopt;
    }
}

bool is_money(const PredicateTerm& term) {
    return term.unit && *term.unit == unit::yuan_per_person_year;
}

bool is_of_designation(const PredicateTerm& term) {
    return term.kind == TermKind::designation || term.kind == TermKind::designation_word;
}

}  // namespace

PredicateTerm term_of(const Predicate::Step& step, std::string_view written) {
    PredicateTerm term{TermKind::condition, std::nullopt, {}, std::string(written)};
    if (step.op != Op::field) return term;  // everybody
    term.unit = unit_of(step.field);
    if (term.unit || step.field == Field::unmet_count) term.kind = TermKind::quantity;
    if (step.field == Field::designation) term.kind = TermKind::designation;
    return term;
}

std::string wrong_alone(const PredicateTerm& term) {
    const std::string alone = "'" + term.written + "' alone is no condition. ";
    switch (term.kind) {
        case TermKind::condition:
            return "";
        case TermKind::quantity:
            return alone + "Compare it: '" + term.written + " > 0'";
        case TermKind::number:
            return alone + "Compare it with a name";
        case TermKind::designation:
            return alone + "Write 'designation == national'";
        case TermKind::designation_word:
            return alone + "Write 'designation == " + term.written + "'";
    }
    return "";
}

std::string wrong_pair(const PredicateTerm& left, const PredicateTerm& right, Op op) {
    const std::string both = "'" + left.written + "' and '" + right.written + "' ";
    const bool same = left.kind == right.kind;
    if (is_of_designation(left) || is_of_designation(right)) {
        const bool is_asked = op == Op::equal || op == Op::unequal;
        if (is_asked && !same && is_of_designation(left) && is_of_designation(right)) return "";
        return both +
               "cannot be compared so. A designation is or is not one of its words: "
               "'designation != none'";
    }
    if (left.kind == TermKind::number || right.kind == TermKind::number)
        return same ? both + "are two numbers. Compare a name with one" : "";
    if (same && is_money(left) == is_money(right)) return "";
    return both + "are of different kinds. Compare what is counted alike";
}

std::string wrong_unit(const PredicateTerm& quantity, const PredicateTerm& number) {
    if (!quantity.unit || number.kind != TermKind::number) return "";
    const bool plain = number.number.dimension == unit::number;
    if (plain ? !is_money(quantity) : number.number.dimension == *quantity.unit) return "";
    return "'" + quantity.written + "' is compared with a number that " +
           (plain ? "has no unit" : "is in " + number.number.dimension.text()) + ". Write '" +
           number.written + (plain ? " " : "' in ") + quantity.unit->text() + (plain ? "'" : "");
}

}  // namespace zhaimao
