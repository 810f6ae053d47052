#include "engine/simulation/parting.h"

#include <algorithm>

namespace zhaimao {
namespace {

// Takes over from `a` into its copy of `b` what differs by year alone, and remembers the first year
// in which it does. What then still differs does so from the start.
class Parting {
   public:
    Parting(const Scenario& a, const Scenario& b) : a_(a), b_(b), year_(a.horizon + 1) {}

    int year() {
        by_year(a_.line, b_.line, a_.start);
        for (std::size_t s = 0; s < source_count; ++s)
            by_year(a_.dynamics.growth.rates[s], b_.dynamics.growth.rates[s], a_.start);
        by_year(a_.exit_plan, b_.exit_plan, a_.start + 1);
        by_year(a_.yearly_exits, b_.yearly_exits, a_.start + 1);
        if (a_.funds.size() == b_.funds.size())
            for (std::size_t f = 0; f < a_.funds.size(); ++f)
                by_year(a_.funds[f].allotted_fen, b_.funds[f].allotted_fen, a_.start);
        if (a_.interventions.size() == b_.interventions.size())
            for (std::size_t i = 0; i < a_.interventions.size(); ++i)
                intervention(a_.interventions[i], b_.interventions[i]);
        return a_ == b_ ? std::max(year_, a_.start) : a_.start;
    }

   private:
    template <class Number>
    void by_year(const std::vector<Number>& a, std::vector<Number>& b, int first) {
        if (a.size() != b.size()) return;
        const auto differs = std::mismatch(a.begin(), a.end(), b.begin()).first;
        if (differs == a.end()) return;
        year_ = std::min(year_, first + static_cast<int>(differs - a.begin()));
        b = a;
    }
    template <class Number>
    void by_year(const std::optional<Number>& a, std::optional<Number>& b, int first) {
        if (a && b) by_year(*a, *b, first);
    }
    void switches_in(int a, int& b, int year) {
        if (a == b) return;
        year_ = std::min(year_, year);
        b = a;
    }
    void intervention(const Intervention& a, Intervention& b) {
        switches_in(a.from, b.from, std::min(a.from, b.from));
        switches_in(a.until, b.until, std::min(a.until, b.until) + 1);
        if (a.capacity && b.capacity) by_year(a.capacity->by_year, b.capacity->by_year, a_.start);
        by_year(a.take_up, b.take_up, a_.start);
        for (std::size_t e = 0; e < std::min(a.effects.size(), b.effects.size()); ++e) {
            const auto* top_up = std::get_if<TopUp>(&a.effects[e].effect);
            auto* other = std::get_if<TopUp>(&b.effects[e].effect);
            if (top_up && other) by_year(top_up->to, other->to, a_.start);
        }
    }

    const Scenario& a_;
    Scenario b_;
    int year_;
};

}  // namespace

int parts_in(const Scenario& a, const Scenario& b) {
    if (a.start != b.start || a.horizon != b.horizon) return a.start;
    return Parting(a, b).year();
}

}  // namespace zhaimao
