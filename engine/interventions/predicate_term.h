// What stands on one side of a comparison in a predicate, or alone, and what is wrong with it
// there.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "engine/core/units.h"
#include "engine/interventions/predicate.h"

namespace zhaimao {

enum class TermKind : std::uint8_t { condition, quantity, number, designation, designation_word };

struct PredicateTerm {
    TermKind kind = TermKind::condition;
    std::optional<Dimension> unit;  // of a quantity that has one
    Quantity number;
    std::string written;
};

// A name of the grammar, by the step that it makes.
[[nodiscard]] PredicateTerm term_of(const Predicate::Step& step, std::string_view written);

// Each says what is wrong, or nothing: the empty text.
// What is neither true nor false by itself is compared with something.
[[nodiscard]] std::string wrong_alone(const PredicateTerm& term);
// Things of one kind are compared, or one with a number; a designation is or is not one of its
// words.
[[nodiscard]] std::string wrong_pair(const PredicateTerm& left, const PredicateTerm& right,
                                     Predicate::Op op);
// A number has the unit of what it is compared with; a bare one will do for what is counted.
[[nodiscard]] std::string wrong_unit(const PredicateTerm& quantity, const PredicateTerm& number);

}  // namespace zhaimao
