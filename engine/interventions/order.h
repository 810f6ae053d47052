// The order in which candidates are served: what an intervention's ranking looks at of each.
#pragma once

#include <span>

#include "engine/interventions/rationing.h"

namespace zhaimao {

// The keys of the candidates by the intervention's order; cases stand before the others.
[[nodiscard]] Keys keys_of(const Intervention& intervention, std::span<const Candidate> candidates,
                           const EnrolmentPlace& place);

}  // namespace zhaimao
