// Enrolment within one county: who is eligible, who is served, who is still served later. Model,
// section 3 A.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/interventions/intervention.h"

namespace zhaimao {

// One household served by one intervention, for good.
struct Enrolment {
    std::uint32_t case_index = 0;
    std::int16_t year = 0;
    std::int16_t wait = 0;  // years until the benefit begins
};

// A household that may be served, with its place in the order.
struct Candidate {
    std::uint64_t key = 0;         // ascending: the two keys of the order, one after the other
    std::uint32_t row = 0;         // of the household: identity, the last tie-breaker
    std::int32_t case_index = -1;  // -1: not yet a case
    std::int32_t units = 0;        // of the capacity
};

// Where enrolment happens: one county at the start of a year.
struct EnrolmentPlace {
    CountyState& state;
    const CountyPopulation& population;
    const Draws& draws;
    HouseholdView cases;                       // views of 31 December of the year before
    std::array<float, source_count> growth{};  // of each source from the start to then
    float mean_one = 0.0F;                     // -Var(d) / 2 then
    std::uint32_t area = 0;
    int year = 0;
    int first_year = 0;
};

// All households that are eligible and would take it up.
[[nodiscard]] std::vector<Candidate> find_candidates(const Intervention& intervention,
                                                     std::size_t index,
                                                     const EnrolmentPlace& place);

// How many they are.
[[nodiscard]] std::int64_t count_eligible(const Intervention& intervention, std::size_t index,
                                          const EnrolmentPlace& place);

// What serving a county did.
struct ServiceCount {
    std::int64_t units = 0;
    std::int64_t households = 0;
    std::int64_t people = 0;
    std::int64_t spent_fen = 0;
};

// Serves candidates in order until the first that does not fit; a share targeting_error of the
// capacity goes to the others in random order. Newly served households become cases where they are
// not.
ServiceCount serve(const Intervention& intervention, std::size_t index,
                   std::vector<Candidate>& candidates, std::int64_t capacity,
                   const EnrolmentPlace& place, std::vector<Enrolment>& enrolments);

// Whoever has the benefit this year: those enrolled whose benefit began.
void active_services(const Intervention& intervention, const std::vector<Enrolment>& enrolments,
                     const CountyState& state, int year, int start_year,
                     std::vector<Served>& served);

}  // namespace zhaimao
