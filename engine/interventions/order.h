// The order in which candidates are served: what an intervention's ranking looks at of each.
#pragma once

#include <span>

#include "engine/interventions/rationing.h"

namespace zhaimao {

// Sets the keys of the candidates by the intervention's order.
void set_keys(const Intervention& intervention, std::span<Candidate> candidates,
              const EnrolmentPlace& place);

}  // namespace zhaimao
