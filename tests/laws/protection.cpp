// Protection from events takes exactly what it says, and nobody else's luck.
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/laws/world_of.h"

using namespace zhaimao;

namespace {

// Of everybody, or of the cases alone: how many have an event of this index at the end of 2016.
struct Struck {
    double cases = 0.0, others = 0.0, elsewhere = 0.0;
};

Struck struck_by(const Scenario& s, std::uint32_t event) {
    World world = world_of(s);
    simulate_year(world, 2016);
    Struck n;
    for (const CountyWorld& county : world.counties)
        for (const std::uint32_t word : county.state.state) {
            const std::uint32_t now = state::Event::get(word);
            if (now == event + 1)
                (state::IsCase::get(word) != 0 ? n.cases : n.others) += 1.0;
            else if (now != 0)
                n.elsewhere += 1.0;
        }
    return n;
}

Scenario only(const std::string& eligible, double probability) {
    Scenario s = law_scenario("busy.yaml", {"events.illness.probability=20 %"});
    s.interventions.resize(1);
    Intervention& iv = s.interventions.front();
    std::string problem;
    iv.eligible = Predicate::parse(eligible, {}, problem);
    iv.order.clear();
    iv.capacity.reset();
    iv.take_up.reset();
    iv.cost_once.reset();
    iv.completed_by = {1.0};
    iv.from = 2016;
    iv.until = 2021;
    Protect p;
    p.event = 0;
    p.probability = probability;
    iv.effects = {{"care", p}};
    return s;
}

}  // namespace

TEST_CASE("protected cases are spared their share, everybody else keeps their luck",
          "[laws][protect]") {
    const Struck bare = struck_by(only("registered", 0.0), 0);
    const Struck half = struck_by(only("registered", 0.5), 0);
    const Struck all = struck_by(only("registered", 1.0), 0);
    CHECK(bare.cases > 100.0);
    // Binomial about one half: within 4 sd.
    CHECK(half.cases == Approx(bare.cases / 2.0).margin(2.0 * std::sqrt(bare.cases)));
    CHECK(all.cases == 0.0);
    CHECK(half.others == bare.others);
    CHECK(all.elsewhere == bare.elsewhere);
}

TEST_CASE("protection for everybody works on who is no case, too", "[laws][protect]") {
    const Struck bare = struck_by(only("everybody", 0.0), 0);
    const Struck half = struck_by(only("everybody", 0.5), 0);
    CHECK(bare.others > 100.0);
    CHECK(half.others == Approx(bare.others / 2.0).margin(2.0 * std::sqrt(bare.others)));
    CHECK(half.cases == Approx(bare.cases / 2.0).margin(2.0 * std::sqrt(bare.cases)));
    CHECK(half.elsewhere == bare.elsewhere);
}

TEST_CASE("of the chance that one protection leaves, the next takes its share", "[laws][protect]") {
    const auto several = [](std::initializer_list<const char*> eligible) {
        Scenario s = only("registered", 0.5);
        s.interventions.clear();
        for (const char* who : eligible) {
            s.interventions.push_back(only(who, 0.5).interventions.front());
            s.interventions.back().id += std::to_string(s.interventions.size());
        }
        return struck_by(s, 0);
    };
    const Struck bare = struck_by(only("registered", 0.0), 0);
    const Struck two = several({"registered", "registered"});
    CHECK(two.cases == Approx(bare.cases / 4.0).margin(2.0 * std::sqrt(bare.cases)));
    CHECK(two.others == bare.others);
    const Struck and_everybody = several({"registered", "everybody"});
    CHECK(and_everybody.cases == two.cases);  // the same part of the same draws
}
