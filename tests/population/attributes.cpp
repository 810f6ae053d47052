#include "engine/population/attributes.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>

#include "engine/core/math/hot.h"
#include "engine/core/math/math.h"
#include "engine/core/random/draws.h"
#include "tests/population/sample_inputs.h"

using namespace zhaimao;

namespace {

constexpr double log_mean = 8.0;

// Three blocks, the last of them not full; every size, the poor and the registered among all.
Draft made_draft(std::size_t households) {
    Draft d;
    for (std::size_t i = 0; i < households; ++i) {
        d.size.push_back(static_cast<std::uint8_t>(1 + i % trait::People::max));
        d.deviation.push_back(i % 3 == 0 ? -0.5F : 0.5F);
        d.unmet_if_poor.push_back(static_cast<std::uint8_t>(i % 32));
        d.unmet_if_not.push_back(static_cast<std::uint8_t>(i % 5));
    }
    return d;
}

CountyPopulation drawn(const PopulationInputs& in, const Draft& draft, Isa isa) {
    CountyPopulation p;
    p.traits.resize(draft.households());
    p.village.resize(draft.households());
    p.state.resize(draft.households());
    for (std::size_t i = 0; i < draft.households(); ++i)
        p.state[i] = static_cast<std::uint32_t>(i / 2 % status_count);
    draw_attributes(p, draft, in, 0, SynthesisDraws(in.seed, 141030, isa), log_mean);
    return p;
}

// One household by the rules of the model, from the words that are its own.
class Household {
   public:
    Household(const PopulationInputs& in, const Draft& draft, std::uint32_t row, Status status)
        : in_(in),
          people_(draft.size[row]),
          poor_(static_cast<double>(draft.deviation[row]) + log_mean < std::log(in.line)),
          unmet_(poor_ ? draft.unmet_if_poor[row] : draft.unmet_if_not[row]),
          status_(status),
          composition_(words(in, row, "synthesis/composition")),
          income_(words(in, row, "synthesis/income")),
          students_(words(in, row, "synthesis/students")) {}

    [[nodiscard]] std::uint32_t traits() const {
        std::uint32_t t = trait::People::set(0, people_);
        t = trait::Workers::set(t, workers());
        t = trait::Students::set(t, students());
        t = trait::Poor::set(t, poor_ ? 1 : 0);
        t = trait::RegisteredVillage::set(t, village() < in_.counties[0].registered_villages);
        t = trait::MainCause::set(t, cause());
        return trait::Unmet::set(t, unmet_);
    }
    [[nodiscard]] std::int64_t village() const {
        const double all = static_cast<double>(in_.counties[0].villages);
        const std::int64_t registered = in_.counties[0].registered_villages;
        const double s = static_cast<double>(registered) / all;
        const double odds = on_register(status_) ? in_.composition.village_odds : 1.0;
        const bool in = uniform(income_.w3) < odds * s / (1.0 - s + odds * s);
        const double pick = uniform(composition_.w3);
        if (in) return static_cast<std::int64_t>(pick * static_cast<double>(registered));
        return registered +
               static_cast<std::int64_t>(pick * (all - static_cast<double>(registered)));
    }
    [[nodiscard]] std::uint32_t state() const {
        return state::Unmet::set(static_cast<std::uint32_t>(status_), unmet_);
    }

   private:
    static Words words(const PopulationInputs& in, std::uint32_t row, std::string_view purpose) {
        return Draws(in.seed, 0).words(row, 141030, 0, Purpose(purpose));
    }
    static double uniform(std::uint32_t word) { return hot::unit_uniform(word); }
    [[nodiscard]] double rate(const RateByPoverty& r) const { return poor_ ? r.poor : r.others; }

    [[nodiscard]] std::uint32_t workers() const {
        if (uniform(composition_.w1) < rate(in_.composition.no_worker)) return 0;
        const double p = in_.composition.workers_share;
        double at_most = 0.0;  // binomial
        for (std::uint32_t w = 0; w < people_; ++w) {
            const double ways = std::tgamma(people_ + 1.0) /
                                (std::tgamma(w + 1.0) * std::tgamma(people_ - w + 1.0));
            at_most += std::round(ways) * std::pow(p, w) * std::pow(1.0 - p, people_ - w);
            if (uniform(composition_.w2) < at_most) return std::max(w, 1U);
        }
        return people_;
    }
    [[nodiscard]] std::uint32_t students() const {
        const std::uint32_t word[] = {students_.w0, students_.w1, students_.w2, students_.w3};
        std::uint32_t stages = 0;
        for (std::size_t s = 0; s < stage_count; ++s)
            if (count_bits(stages) + 1 < people_ &&
                uniform(word[s]) < rate(in_.composition.students[s]))
                stages |= 1U << s;
        return stages;
    }
    [[nodiscard]] std::uint32_t cause() const {
        double upper = in_.composition.causes[0];
        std::uint32_t cause = 0;
        while (cause + 1 < cause_count && uniform(income_.w2) >= upper)
            upper += in_.composition.causes[++cause];
        return cause;
    }

    const PopulationInputs& in_;
    std::uint32_t people_;
    bool poor_;
    std::uint32_t unmet_;
    Status status_;
    Words composition_, income_, students_;
};

PopulationInputs with_rates() {
    PopulationInputs in = sample_inputs();
    in.composition.no_worker = {0.5, 0.25};
    in.composition.students = {{{0.6, 0.3}, {0.5, 0.4}, {0.7, 0.2}, {0.9, 0.8}}};
    return in;
}

void check_households(const PopulationInputs& in, const Draft& draft) {
    for (const Isa isa : all_isas) {
        if (!is_supported(isa)) continue;
        const CountyPopulation p = drawn(in, draft, isa);
        std::size_t wrong = 0;
        for (std::uint32_t i = 0; i < draft.households(); ++i) {
            const auto status = static_cast<Status>(i / 2 % status_count);
            const Household expected(in, draft, i, status);
            wrong += p.traits[i] != expected.traits() || p.village[i] != expected.village() ||
                             p.state[i] != expected.state()
                         ? 1
                         : 0;
        }
        CHECK(wrong == 0);
    }
}

}  // namespace

TEST_CASE("attributes are what the model's rules make of a household's own words",
          "[population][attributes]") {
    for (const std::size_t households : {1U, 2U, 255U, 256U, 257U, 700U})
        check_households(with_rates(), made_draft(households));
}

TEST_CASE("attributes where a rate is none or all", "[population][attributes]") {
    PopulationInputs in = with_rates();
    in.composition.students = {{{1.0, 0.0}, {1.0, 1.0}, {0.0, 1.0}, {1.0, 1.0}}};
    in.composition.no_worker = {0.0, 1.0};
    for (const double share : {0.0, 1.0}) {
        in.composition.workers_share = share;
        check_households(in, made_draft(700));
    }
    for (const std::int64_t registered : {0, 80}) {  // of 80 villages
        in.counties[0].registered_villages = registered;
        check_households(in, made_draft(700));
    }
    in.counties[0].villages = in.counties[0].registered_villages = 1;
    check_households(in, made_draft(300));
}

TEST_CASE("a county without households has no attributes", "[population][attributes]") {
    CHECK(drawn(sample_inputs(), Draft{}, best_isa()).traits.empty());
}
