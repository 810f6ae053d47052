// Enrolment within one county: who is eligible, who is served, who is still served later. Model,
// section 3 A.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/interventions/rationing.h"

namespace zhaimao {

// One household served by one intervention, for good.
struct Enrolment {
    std::uint32_t case_index = 0;
    std::int16_t year = 0;
    std::int16_t wait = 0;  // years until the benefit begins
};

// A candidate's traits, with the workers and students of now.
[[nodiscard]] std::uint32_t traits_of(const Candidate& candidate, const CountyState& state,
                                      const CountyPopulation& population);

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
    std::int64_t spent_fen = 0;  // costs of enrolment
    // These, and what the newly served will cost this year; nothing where money has no limit.
    std::int64_t committed_fen = 0;

    void add(const ServiceCount& other);
};

// Serves candidates in order until the first that does not fit; a share targeting_error of the
// capacity goes to the others in random order. Newly served households become cases where they are
// not.
ServiceCount serve(const Intervention& intervention, std::size_t index,
                   std::vector<Candidate>& candidates, const Limit& limit,
                   const EnrolmentPlace& place, std::vector<Enrolment>& enrolments);

// The same in three steps, where counties choose beside each other and share money one after the
// other. Whom the capacity serves, and what each of them takes of the money:
struct Choice {
    std::vector<std::uint32_t> positions;  // of candidates
    std::vector<std::int64_t> fen;         // by position; empty where money has no limit
    std::int64_t total_fen = 0;            // of those in `positions`
    bool in_order = false;                 // of service
};
[[nodiscard]] Choice choose(const Intervention& intervention,
                            const std::vector<Candidate>& candidates, const Limit& limit,
                            const EnrolmentPlace& place);

// Leaves those whom the money of the limit reaches, in order until the first who is too dear.
void spend(Choice& choice, const Intervention& intervention,
           const std::vector<Candidate>& candidates, const Limit& limit,
           const EnrolmentPlace& place);

ServiceCount enrol(const Intervention& intervention, std::size_t index,
                   std::vector<Candidate>& candidates, const Choice& choice, const Limit& limit,
                   const EnrolmentPlace& place, std::vector<Enrolment>& enrolments);

// Share of the benefit that is left to a case, which may have left the register before this year.
[[nodiscard]] float share_after_exit(const Intervention& intervention, const CountyState& state,
                                     std::uint32_t case_index, int year);

// Whoever has the benefit this year: those enrolled whose benefit began, in order of enrolment.
void active_services(const Intervention& intervention, const std::vector<Enrolment>& enrolments,
                     const CountyState& state, int year, int start_year,
                     std::vector<Served>& served);

}  // namespace zhaimao
