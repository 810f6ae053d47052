#include "engine/dynamics/hot_case.h"

#include "engine/core/math/hot.h"
#include "engine/population/household.h"

#define ZHAIMAO_JOIN(a, b) a##b
#define ZHAIMAO_NAME(prefix, isa) ZHAIMAO_JOIN(prefix, isa)

namespace zhaimao {
namespace {

void find_members(const CasePass& p) {
    const std::uint32_t* const __restrict at_start = p.traits_at_start;
    const std::uint32_t* const __restrict state = p.state;
    std::uint32_t* const __restrict traits = p.traits;
    float* const __restrict people = p.people;
    for (std::size_t c = 0; c < p.cases; ++c) {
        traits[c] = current_traits(at_start[c], state[c]);
        people[c] = static_cast<float>(static_cast<std::int32_t>(trait::People::get(at_start[c])));
    }
}

void find_errors(const CasePass& p) {
    const float* const __restrict measurement = p.measurement;
    float* const __restrict error = p.error;
    for (std::size_t c = 0; c < p.cases; ++c) error[c] = hot::exp(measurement[c]);
}

// The share kept of the market sources stands in `lost` till they are earned.
void find_hardships(const CasePass& p) {
    for (std::size_t c = 0; c < p.cases; ++c) {
        const std::uint32_t event = state::Event::get(p.state[c]);
        p.lost[0][c] = p.kept[0][event];
        p.lost[1][c] = p.kept[1][event];
        p.illness[c] = p.illness_of[event];
        p.schooling[c] = p.schooling_of[state::Students::get(p.state[c])];
    }
    const float* const __restrict people = p.people;
    float* const __restrict illness = p.illness;
    float* const __restrict schooling = p.schooling;
    for (std::size_t c = 0; c < p.cases; ++c) {
        illness[c] /= people[c];
        schooling[c] /= people[c];
    }
}

void earn_market(const CasePass& p, std::size_t source) {
    const float* const __restrict income = p.income[source];
    const float* const __restrict multiplier = p.multiplier;
    float* const __restrict base = p.base[source];
    float* const __restrict lost = p.lost[source];
    const float growth = p.growth[source];
    for (std::size_t c = 0; c < p.cases; ++c) {
        const float earned = income[c] * growth * multiplier[c];
        base[c] = earned * lost[c];
        lost[c] = earned - base[c];
    }
}

void receive(const CasePass& p, std::size_t source) {
    const float* const __restrict income = p.income[source];
    float* const __restrict base = p.base[source];
    const float growth = p.growth[source];
    for (std::size_t c = 0; c < p.cases; ++c) base[c] = income[c] * growth;
}

void clear(float* column, std::size_t cases) {
    for (std::size_t c = 0; c < cases; ++c) column[c] = 0.0F;
}

void earn(const CasePass& p) {
    find_members(p);
    find_errors(p);
    find_hardships(p);
    for (std::size_t s = 0; s < 4; ++s) {
        if (p.income[s] != nullptr) {
            s < 2 ? earn_market(p, s) : receive(p, s);
        } else {
            clear(p.base[s], p.cases);
            if (s < 2) clear(p.lost[s], p.cases);
        }
    }
}

void see(const CasePass& p) {
    const float* const __restrict support = p.support;
    const float* const __restrict error = p.error;
    float* const __restrict income = p.true_income;
    float* const __restrict observed = p.observed;
    for (std::size_t c = 0; c < p.cases; ++c) {
        const float earned = p.base[0][c] + p.base[1][c] + (p.base[2][c] + p.base[3][c]) +
                             (p.gain[0][c] + p.gain[1][c] + (p.gain[2][c] + p.gain[3][c]));
        income[c] = earned + support[c];
        observed[c] = earned * error[c] + support[c];
    }
    const float* const __restrict illness = p.illness;
    const float* const __restrict schooling = p.schooling;
    float* const __restrict assessable = p.assessable;
    for (std::size_t c = 0; c < p.cases; ++c)
        assessable[c] = observed[c] - (illness[c] + schooling[c]);
}

}  // namespace

CaseKernels ZHAIMAO_NAME(case_kernels_, ZHAIMAO_ISA)() {
    return {earn, see};
}

}  // namespace zhaimao
