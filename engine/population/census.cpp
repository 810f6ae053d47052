#include "engine/population/census.h"

#include <algorithm>

namespace zhaimao {
namespace {

double times(double rate, double ratio) {
    return std::min(rate * ratio, 1.0);
}

RateByPoverty times(const RateByPoverty& rate, double ratio) {
    return {times(rate.poor, ratio), times(rate.others, ratio)};
}

double of_working_age(const AgeShares& ages) {
    return 1.0 - ages.under_15 - ages.over_64;
}

}  // namespace

Composition composition_in(const PopulationInputs& inputs, std::size_t county) {
    Composition c = inputs.composition;
    const std::optional<AgeShares>& ages = inputs.counties[county].ages;
    if (!ages || !inputs.ages) return c;
    c.workers_share = times(c.workers_share, of_working_age(*ages) / of_working_age(*inputs.ages));
    c.no_worker = times(c.no_worker, ages->over_64 / inputs.ages->over_64);
    for (const Stage stage : {Stage::primary, Stage::junior}) {
        RateByPoverty& rate = c.students[static_cast<std::size_t>(stage)];
        rate = times(rate, ages->under_15 / inputs.ages->under_15);
    }
    return c;
}

}  // namespace zhaimao
