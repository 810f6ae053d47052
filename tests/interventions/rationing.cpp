#include "engine/interventions/rationing.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <tuple>

#include "tests/population/made_county.h"

using namespace zhaimao;

namespace {

struct Waiting {
    CountyPopulation population = made_county({MadeHousehold{}});
    CountyState state;
    Draws draws{2016, 1};
    Intervention intervention;
    std::vector<Candidate> candidates;
    Keys keys;

    // Many with the same key; rows in no order.
    explicit Waiting(std::uint32_t n) {
        intervention.luck.targeting = Purpose("targeting");
        for (std::uint32_t i = 0; i < n; ++i) {
            const Words w = draws.words(i, 1, 2016, Purpose("waiting"));
            keys.push_back(w.w0 % 5);
            candidates.push_back({i * 7919 % 10007, 0, static_cast<std::int32_t>(1 + w.w1 % 6)});
        }
    }

    [[nodiscard]] std::vector<std::uint32_t> serve(const Limit& limit) {
        const EnrolmentPlace place{state, population, draws, {}, {}, 0.0F, 1, 2016, 2015};
        std::vector<std::uint32_t> served =
            ration(intervention, candidates, keys, limit.units, place, true);
        std::vector<std::int64_t> fen;
        for (const std::uint32_t position : served)
            fen.push_back(std::int64_t{10} * candidates[position].units);
        std::int64_t paid = 0;
        served.resize(reach(fen, limit.fen, paid));
        return ascending(served, candidates.size());
    }

    // One by one, until the first that does not fit.
    [[nodiscard]] std::vector<std::uint32_t> in_order(std::int64_t units) const {
        std::vector<std::uint32_t> order, served;
        for (std::uint32_t i = 0; i < candidates.size(); ++i) order.push_back(i);
        std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
            return std::tie(keys[a], candidates[a].row) < std::tie(keys[b], candidates[b].row);
        });
        for (const std::uint32_t i : order) {
            if ((units -= candidates[i].units) < 0) break;
            served.push_back(i);
        }
        std::sort(served.begin(), served.end());
        return served;
    }

    [[nodiscard]] std::int64_t units_of(const std::vector<std::uint32_t>& served) const {
        std::int64_t units = 0;
        for (const std::uint32_t i : served) units += candidates[i].units;
        return units;
    }
};

}  // namespace

TEST_CASE("of equal keys the lowest rows are served", "[interventions][rationing]") {
    for (std::uint32_t n : {0U, 1U, 20U, 33U, 700U}) {
        Waiting w(n);
        for (std::int64_t capacity : {0, 1, 7, 40, 333, 1500, 100000})
            CHECK(w.serve({capacity, Limit::none}) == w.in_order(capacity));
    }
}

TEST_CASE("money ends the order where capacity does not", "[interventions][rationing]") {
    Waiting w(300);
    for (std::int64_t fen : {0, 95, 100, 4321})
        CHECK(w.serve({100000, fen}) == w.in_order(fen / 10));
    CHECK(w.serve({50, 4321}) == w.in_order(50));
}

TEST_CASE("a share of the capacity goes to others at random", "[interventions][rationing]") {
    Waiting w(300);
    w.intervention.targeting_error = 0.4;
    const std::vector<std::uint32_t> first = w.in_order(300), all = w.serve({500, Limit::none});
    CHECK(std::includes(all.begin(), all.end(), first.begin(), first.end()));
    CHECK(w.units_of(all) > 490);
    CHECK(w.units_of(all) <= 500);
    CHECK(all != w.in_order(500));
    CHECK(w.serve({500, 3000}).size() <= first.size());  // the targeted come first
}
