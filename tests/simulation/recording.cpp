#include "engine/simulation/recording.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "engine/ensemble/shared_history.h"
#include "tests/laws/world_of.h"

using namespace zhaimao;

namespace {

constexpr int last = 2019;

// The busy case with everything recorded, and with a part of it.
struct Both {
    explicit Both(const Recording& recording) : whole(law_scenario("busy.yaml")), part(whole) {
        part.recording = recording;
        people = people_of(whole);
        all = Replicate(whole, people, 1).record;
        some = live(part);
    }
    [[nodiscard]] Record live(const Scenario& scenario) const {
        const Beginning beginning{scenario, people};
        return live_together({&beginning, 1}, {scenario.population.seed, 1}, best_isa())
            .records.front();
    }

    Scenario whole, part;
    std::shared_ptr<const Population> people;
    Record all, some;
};

}  // namespace

TEST_CASE("what is left out stands at zero, and all else is as it was", "[simulation][recording]") {
    const Both both({false, false, false, last});
    const RecordLayout layout = layout_of(both.whole);
    for (std::size_t area = 0; area <= layout.city(); ++area)
        for (int year = layout.first_year(); year <= last; ++year) {
            for (std::size_t k = 0; k < indicator_count; ++k) {
                const auto indicator = static_cast<Indicator>(k);
                INFO(indicator_table[k].id << " " << area << " " << year);
                const std::size_t cell = layout.area_year(indicator, area, year);
                const bool kept = !recording_of(indicator, year).income_classes;
                CHECK(both.some[cell] == (kept ? both.all[cell] : 0.0));
            }
            for (std::size_t i = 0; i < both.whole.interventions.size(); ++i)
                for (std::size_t k = 0; k < service_count; ++k) {
                    const auto service = static_cast<Service>(k);
                    INFO(service_table[k].id << " " << i << " " << area << " " << year);
                    const std::size_t cell = layout.service(i, service, area, year);
                    const Recording needed = recording_of(service, year);
                    const bool kept = !needed.gains && !needed.eligible;
                    CHECK(both.some[cell] == (kept ? both.all[cell] : 0.0));
                }
        }
    CHECK(both.some[layout.area_year(Indicator::poor_people, layout.city(), last + 1)] == 0.0);
    CHECK(both.all[layout.area_year(Indicator::poor_people, layout.city(), last + 1)] > 0.0);
}

TEST_CASE("what an indicator is made from makes it as it was", "[simulation][recording]") {
    const auto check = [](std::size_t cell_of_city, const Recording& recording) {
        const Both both(recording);
        CHECK(both.some[cell_of_city] == both.all[cell_of_city]);
        CHECK(both.all[cell_of_city] != 0.0);
    };
    const RecordLayout layout = layout_of(law_scenario("busy.yaml"));
    const auto gini = Indicator::gini;
    check(layout.area_year(gini, layout.city(), last), recording_of(gini, last));
    for (const Service s : {Service::cgh_ratio, Service::would_fail_households,
                            Service::eligible_households, Service::money})
        check(layout.service(0, s, layout.city(), last), recording_of(s, last));
}

TEST_CASE("recordings are joined, and held within others", "[simulation][recording]") {
    const Recording classes{true, false, true, 2017}, gains{false, true, false, 2018};
    CHECK(classes.with(gains) == Recording{true, true, true, 2018});
    CHECK(classes.within(gains) == Recording{false, false, false, 2017});
    CHECK(Recording::nothing().with(gains) == gains);
    CHECK(Recording{}.within(gains) == gains);
}
