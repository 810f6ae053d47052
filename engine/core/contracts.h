// Our own mistakes: what a function may take for granted, what it promises, and what must hold
// throughout.
//
// EXPECTS and ENSURES cost nothing in a release (NDEBUG) and throw ContractViolation in every other
// build. INVARIANT is for cheap checks of results (statuses sum to the population, a budget is
// kept): always on.
#pragma once

#include <stdexcept>
#include <string>

namespace zhaimao {

// A defect of the program, never the user's mistake: exit code 1. what() is "engine/file.cpp:12:
// text".
class ContractViolation : public std::logic_error {
   public:
    using std::logic_error::logic_error;
};

[[noreturn]] void violated(const char* file, int line, const std::string& text);

}  // namespace zhaimao

#ifdef NDEBUG
#define EXPECTS(condition) static_cast<void>(sizeof(!(condition)))
#define ENSURES(condition) static_cast<void>(sizeof(!(condition)))
#else
#define EXPECTS(condition) \
    ((condition) ? void() : ::zhaimao::violated(__FILE__, __LINE__, "expects " #condition))
#define ENSURES(condition) \
    ((condition) ? void() : ::zhaimao::violated(__FILE__, __LINE__, "ensures " #condition))
#endif

// The message is evaluated only on failure.
#define INVARIANT(condition, message) \
    ((condition) ? void() : ::zhaimao::violated(__FILE__, __LINE__, message))
