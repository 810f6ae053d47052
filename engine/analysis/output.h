// An outcome that a study asks for: one number of every replicate.
//
//   {indicator: poor_people, area: daning, year: 2020}       of a county, or of the city
//   {indicator: served_people, intervention: relocation, year: 2018}
//   {indicator: p_on_time, area: daning}     1 where the county meets its target by its deadline
//   {indicator: mean_delay, area: daning}    years after its deadline, at most to the horizon
//   {indicator: counties_on_time}            how many counties do
//   {indicator: p_all}                       1 where all of them do
//   {indicator: money}                       support and top-ups of the city, all years, yuan
#pragma once

#include <string>
#include <vector>

#include "engine/core/config/block.h"
#include "engine/ensemble/ensemble.h"
#include "engine/simulation/scenario.h"

namespace zhaimao {

struct StudyOutput {
    enum class Kind : std::uint8_t {
        area_year,
        service,
        on_time,
        delay,
        counties_on_time,
        all_on_time,
        money
    };

    std::string id;
    Label label;
    std::string unit;
    Kind kind = Kind::area_year;
    Indicator indicator{};
    Service service{};
    std::size_t intervention = 0;
    std::size_t area = 0;  // of the layout
    int year = 0;
    std::string county_id, intervention_id;  // of what these two are; empty: of none

    // `scenario` may be empty, where it could not be read: then its places and years are not
    // looked up.
    static StudyOutput read(Block& block, const Scenario& scenario);

    // Why another scenario than the one it was read with has no such number: it does not live the
    // year, does not record it, or its county or intervention stands elsewhere. Empty: it has.
    [[nodiscard]] std::string missing_in(const Scenario& scenario) const;

    // What its values are made from.
    [[nodiscard]] Recording recording(const Scenario& scenario) const;
    // By replicate.
    [[nodiscard]] std::vector<double> values(const Ensemble& ensemble,
                                             const std::vector<County>& counties) const;
};

}  // namespace zhaimao
