// Effect `lend`: a loan that a household puts to work.
//
// Of a principal P, an own return r and an interest i of which the household bears 1 - subsidy, the
// operating income of the household changes at age k by
//
//   capital   P r - P i (1 - subsidy)      k < term; afterwards the capital has repaid the loan
//   income    the same less P / term       k < term; afterwards P r: the capital is the household's
//
// A loan fails with a probability: then the last year of the term has no return, the lender loses
// (1 - recourse) P, the household repays recourse x P from that year's income, and nothing follows.
// Loans of the start year are part of base income: only what changes since counts, so that their
// end is felt. A loan runs on, whatever tapers. Model, section 4.
#pragma once

#include "engine/interventions/service.h"

namespace zhaimao {

struct Lend {
    static constexpr std::string_view name = "lend";
    enum class Repaid : std::uint8_t { capital, income };  // from which the principal is repaid

    double principal = 0.0;      // yuan per household
    double own_return = 0.0;     // of the principal, a year, before interest
    double interest = 0.0;       // of the principal, a year
    double subsidy = 0.0;        // share of the interest that somebody else pays
    int term = 1;                // years
    double default_share = 0.0;  // of loans that fail
    double recourse = 0.0;       // share of a failed loan's principal that the household repays
    Repaid repaid = Repaid::capital;
    Purpose luck{""};  // which loans fail

    static Lend read(Block& block, Purpose luck);
    // Change of the household's income at this age, yuan a year; negative ages: none yet.
    [[nodiscard]] double gain(int age, bool fails) const;
    // Of the principal, repaid by the household or its capital up to this age, and lost to the
    // lender.
    [[nodiscard]] double repaid_by(int age, bool fails) const;
    [[nodiscard]] double lost_by(int age, bool fails) const;
    void apply(std::span<const Served> served, EffectContext& context) const;

    friend bool operator==(const Lend&, const Lend&) = default;

   private:
    [[nodiscard]] bool fails(std::uint32_t row, int age, const EffectContext& context) const;
};

}  // namespace zhaimao
