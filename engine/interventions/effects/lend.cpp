#include "engine/interventions/effects/lend.h"

namespace zhaimao {

Lend Lend::read(Block& block, Purpose luck) {
    constexpr std::array<std::string_view, 2> ways{"capital", "income"};
    Lend l;
    l.principal = block.number({"principal",
                                unit::yuan_per_household,
                                {0.0, amount_range.high, true},
                                "lent to a household, once"});
    l.own_return = block.number({"return", unit::per_year, between(-1.0, 10.0),
                                 "that the household earns on the principal a year"});
    l.interest = block.number({"interest", unit::per_year, between(0.0, 1.0), "a year"});
    l.subsidy = block.number(
        {"subsidy", unit::number, share_range, "share of the interest paid by others"}, 0.0);
    l.term = static_cast<int>(
        block.whole({"term", unit::years, between(1, 30), "after which it is repaid"}));
    l.default_share =
        block.number({"default", unit::number, share_range, "share of loans that fail"}, 0.0);
    l.recourse = block.number({"recourse", unit::number, share_range,
                               "share of a failed loan that the household still repays"},
                              0.0);
    l.repaid = static_cast<Repaid>(
        block.choice("repaid_from", "the capital at the end, or income in instalments", ways, 0));
    l.luck = luck;
    return l;
}

double Lend::gain(int age, bool fails) const {
    if (age < 0) return 0.0;
    const bool instalments = repaid == Repaid::income;
    if (age >= term) return instalments && !fails ? principal * own_return : 0.0;
    const bool lost = fails && age == term - 1;
    double gain = -principal * interest * (1.0 - subsidy);
    if (!lost) gain += principal * own_return;
    const bool from_income = lost || instalments;
    return from_income ? gain - (repaid_by(age, fails) - repaid_by(age - 1, fails)) : gain;
}

double Lend::repaid_by(int age, bool fails) const {
    const bool over = age >= term - 1;
    if (age < 0) return 0.0;
    if (fails) return over ? principal * recourse : 0.0;
    if (over) return principal;
    return repaid == Repaid::income ? principal * (age + 1) / term : 0.0;
}

double Lend::lost_by(int age, bool fails) const {
    return fails && age >= term - 1 ? principal - principal * recourse : 0.0;
}

bool Lend::fails(std::uint32_t row, int age, const EffectContext& context) const {
    return default_share > 0.0 &&
           context.draws.uniform(row, context.area, context.year - age, luck) < default_share;
}

void Lend::apply(std::span<const Served> served, EffectContext& context) const {
    const auto fen = fen_of_yuan;
    constexpr auto operating = static_cast<std::size_t>(Source::operating);
    for (const Served& s : served) {
        // It shows in the last year alone, unless the loan is repaid in instalments.
        const bool shows =
            repaid == Repaid::income || s.age == term - 1 || s.age_at_start == term - 1;
        const bool failing = shows && fails(context.state.cases.row[s.case_index], s.age, context);
        const double held = gain(s.age_at_start, failing);  // base income holds it
        context.cases.gain[operating][s.case_index] +=
            static_cast<float>(gain(s.age, failing) - held) / context.cases.people[s.case_index];
        if (s.age == 0) context.flows.lent += fen(principal);
        // Of cumulative sums, so that what is repaid and lost adds up to the principal exactly.
        context.flows.repaid += fen(repaid_by(s.age, failing)) - fen(repaid_by(s.age - 1, failing));
        context.flows.written_off +=
            fen(lost_by(s.age, failing)) - fen(lost_by(s.age - 1, failing));
    }
}

}  // namespace zhaimao
