// Enrolment of villages, for interventions that serve a village and with it all of its eligible
// households: a PV station, say. Model, sections 3 A and 4.
//
// A village may be served where it has an eligible household, once. Its place in the order is that
// of its eligible households: `income` their mean observed income, lowest first; `people` and
// `unmet_guarantees` their sums, highest first. Who benefits is asked anew every year: the
// households of the village that are eligible then, cases only.
#pragma once

#include "engine/interventions/enrolment.h"

namespace zhaimao {

struct VillageService {
    std::uint16_t village = 0;
    std::int16_t year = 0;
    std::int16_t wait = 0;  // years until the benefit begins
};

[[nodiscard]] std::vector<Candidate> find_villages(const Intervention& intervention,
                                                   const EnrolmentPlace& place,
                                                   const std::vector<VillageService>& served);

// Costs per village are once for the village; those per household, person, worker or student for
// those eligible now. Counts of households and people are of these.
ServiceCount serve_villages(const Intervention& intervention, std::vector<Candidate>& candidates,
                            const Limit& limit, const EnrolmentPlace& place,
                            std::vector<VillageService>& services);

// The eligible households of served villages whose benefit began, in order of case.
void active_in_villages(const Intervention& intervention,
                        const std::vector<VillageService>& services, const HouseholdView& cases,
                        const CountyState& state, int year, int start_year,
                        std::vector<Served>& served);

}  // namespace zhaimao
