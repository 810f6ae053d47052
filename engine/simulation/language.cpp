#include "engine/simulation/language.h"

#include "engine/core/config/probe.h"
#include "engine/simulation/ensemble_size.h"
#include "engine/simulation/scenario.h"

namespace zhaimao {

Outline scenario_outline() {
    return outline_of([](Block& root) {
        const EnsembleSize ensemble = read_ensemble_size(root);
        (void)read_scenario(root, ensemble.seed);
    });
}

}  // namespace zhaimao
