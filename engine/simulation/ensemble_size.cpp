#include "engine/simulation/ensemble_size.h"

namespace zhaimao {

EnsembleSize read_ensemble_size(Block& root) {
    constexpr double most_replicates = 1e6;
    constexpr double largest_seed = 9007199254740991.0;  // 2^53 - 1: no other is read as one
    Block block = root.block("ensemble", "how many futures, from which seed");
    EnsembleSize size;
    size.replicates = static_cast<int>(block.whole(
        no_input({"replicates", unit::number, between(1, most_replicates), "futures drawn"})));
    size.seed = static_cast<std::uint64_t>(block.whole(
        no_input({"seed", unit::number, between(0, largest_seed), "fixes every draw"})));
    return size;
}

}  // namespace zhaimao
