#include "engine/simulation/recording.h"

#include <algorithm>

namespace zhaimao {

Recording Recording::with(const Recording& other) const {
    return {income_classes || other.income_classes, gains || other.gains,
            eligible || other.eligible, std::max(last_year, other.last_year)};
}

Recording Recording::within(const Recording& other) const {
    return {income_classes && other.income_classes, gains && other.gains,
            eligible && other.eligible, std::min(last_year, other.last_year)};
}

Recording recording_of(Indicator indicator, int year) {
    switch (indicator) {
        case Indicator::median_income:
        case Indicator::gini:
        case Indicator::watts:
        case Indicator::theil_t:
        case Indicator::theil_l:
        case Indicator::atkinson:
        case Indicator::hoover:
        case Indicator::decile_1_share:
        case Indicator::decile_10_share:
        case Indicator::bottom_40_share:
            return {true, false, false, year};
        default:
            return {false, false, false, year};
    }
}

Recording recording_of(Service service, int year) {
    switch (service) {
        case Service::cgh_ratio:
            return {true, true, false, year};
        case Service::eligible_households:
            return {false, false, true, year};
        case Service::would_fail_households:
        case Service::inclusion_error:
        case Service::exclusion_error:
            return {false, true, false, year};
        default:
            return {false, false, false, year};
    }
}

}  // namespace zhaimao
