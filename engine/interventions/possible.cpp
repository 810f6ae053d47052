#include "engine/interventions/possible.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include "engine/interventions/possible_household.h"

namespace zhaimao {
namespace {

using Field = Predicate::Field;
using Op = Predicate::Op;
using Step = Predicate::Step;

constexpr std::size_t most_tried = 200000;

class Search {
   public:
    Search(std::span<const Step> steps, const HouseholdDomain& domain)
        : steps_(steps), domain_(&domain) {
        for (const Step& step : steps) {
            if (step.op == Op::constant) constants_.push_back(step.value);
            if (step.op == Op::field && part_of(step.field) == HouseholdPart::enrolled)
                enrolments_ |= std::uint64_t{1} << step.index;
        }
        constants_.push_back(0.0F);
    }

    [[nodiscard]] bool uses(HouseholdPart part) const {
        return std::any_of(steps_.begin(), steps_.end(), [&](const Step& s) {
            return s.op == Op::field && part_of(s.field) == part;
        });
    }

    // Whether some household meets it, the limits of `lifted` set aside. True where too many would
    // have to be tried.
    [[nodiscard]] bool finds(std::span<const HouseholdPart> lifted) const {
        std::vector<PossibleHousehold> all(1);
        for (const HouseholdPart part : all_parts) {
            const bool free = std::find(lifted.begin(), lifted.end(), part) != lifted.end();
            if (part != HouseholdPart::status && !uses(part)) continue;
            std::vector<PossibleHousehold> next;
            for (const PossibleHousehold& c : all) {
                vary(c, part, free, next);
                if (next.size() > most_tried) return true;
            }
            all = std::move(next);
        }
        const auto is_free = [&](HouseholdPart part) {
            return std::find(lifted.begin(), lifted.end(), part) != lifted.end();
        };
        const bool pupils_fit = is_free(HouseholdPart::size) || is_free(HouseholdPart::students);
        std::vector<float> stack;
        return std::any_of(all.begin(), all.end(), [&](const PossibleHousehold& c) {
            return (pupils_fit || has_room(c)) && holds(steps_, c, stack);
        });
    }

   private:
    template <class Set>
    static void put(PossibleHousehold c, std::vector<PossibleHousehold>& into, Set set) {
        set(c);
        into.push_back(c);
    }

    // Around each number that stands in the predicate, whether or not a household can have it.
    [[nodiscard]] std::vector<float> around_constants() const {
        std::vector<float> values;
        for (const float c : constants_) {
            values.insert(values.end(), {c - 1.0F, c, c + 1.0F});
        }
        return values;
    }

    // A household needs one person beside each student.
    [[nodiscard]] bool has_room(const PossibleHousehold& c) const {
        const int largest = domain_->people.empty() ? 0 : domain_->people.back();
        const float people = uses(HouseholdPart::size) ? c.people : static_cast<float>(largest);
        return static_cast<float>(std::popcount(c.stages)) < people || c.stages == 0;
    }

    void vary(const PossibleHousehold& c, HouseholdPart part, bool free,
              std::vector<PossibleHousehold>& into) const {
        switch (part) {
            case HouseholdPart::status:
                for (const Status s :
                     {Status::registered, Status::never, Status::exited, Status::relapsed})
                    put(c, into, [&](PossibleHousehold& o) { o.status = s; });
                return;
            case HouseholdPart::size:
                return vary_size(c, free, into);
            case HouseholdPart::students:
                return vary_bits(c, free ? all_stages : domain_->stages, free,
                                 &PossibleHousehold::stages, &PossibleHousehold::more_students,
                                 into);
            case HouseholdPart::unmet:
                return vary_bits(c, free ? all_guarantees : domain_->unmet, free,
                                 &PossibleHousehold::unmet, &PossibleHousehold::more_unmet, into);
            case HouseholdPart::income:
                return vary_income(c, free, into);
            case HouseholdPart::years:
                return vary_years(c, free, into);
            case HouseholdPart::health:
                for (const bool ill : {false, true})
                    for (const bool disabled : {false, true})
                        if (free || ((!ill || domain_->can_be_ill) &&
                                     (!disabled || domain_->can_be_disabled)))
                            put(c, into,
                                [&](PossibleHousehold& o) { o.ill = ill, o.disabled = disabled; });
                return;
            case HouseholdPart::village:
                for (const bool in : {false, true})
                    if (free || (in ? domain_->registered_villages : domain_->other_villages))
                        put(c, into, [&](PossibleHousehold& o) { o.village = in; });
                return;
            case HouseholdPart::place:
                for (const Designation d :
                     {Designation::none, Designation::provincial, Designation::national})
                    if (const auto& in = domain_->designations;
                        free || std::find(in.begin(), in.end(), d) != in.end())
                        put(c, into,
                            [&](PossibleHousehold& o) { o.designation = static_cast<float>(d); });
                return;
            case HouseholdPart::enrolled:
                return vary_enrolments(c, free, into);
        }
    }

    void vary_size(const PossibleHousehold& c, bool free,
                   std::vector<PossibleHousehold>& into) const {
        if (free) {
            const std::vector<float> values = around_constants();
            for (const float people : values)
                for (const float workers : values)
                    put(c, into,
                        [&](PossibleHousehold& o) { o.people = people, o.workers = workers; });
            return;
        }
        for (const int people : domain_->people)
            for (int workers = 0; workers <= people; ++workers)
                if (workers == 0 ? domain_->can_lack_workers : domain_->can_have_workers)
                    put(c, into, [&](PossibleHousehold& o) {
                        o.people = static_cast<float>(people);
                        o.workers = static_cast<float>(workers);
                    });
    }

    // Each subset of the possible bits; `more` beyond them where nothing is a limit.
    void vary_bits(const PossibleHousehold& c, std::uint32_t possible, bool free,
                   std::uint32_t PossibleHousehold::*bits, float PossibleHousehold::*more,
                   std::vector<PossibleHousehold>& into) const {
        for (std::uint32_t subset = possible;; subset = (subset - 1) & possible) {
            for (const float extra : free ? around_constants() : std::vector{0.0F})
                if (extra >= 0.0F)
                    put(c, into, [&](PossibleHousehold& o) { o.*bits = subset, o.*more = extra; });
            if (subset == 0) return;
        }
    }

    void vary_income(const PossibleHousehold& c, bool free,
                     std::vector<PossibleHousehold>& into) const {
        constexpr float far = std::numeric_limits<float>::max();
        for (const float limit : constants_)
            for (const float income :
                 {std::nextafter(limit, -far), limit, std::nextafter(limit, far)})
                if (free || income >= 0.0F)
                    put(c, into, [&](PossibleHousehold& o) { o.income = income; });
        put(c, into, [&](PossibleHousehold& o) { o.income = far; });
    }

    void vary_years(const PossibleHousehold& c, bool free,
                    std::vector<PossibleHousehold>& into) const {
        if (free)
            for (const float years : around_constants())
                put(c, into, [&](PossibleHousehold& o) { o.years = years; });
        for (int years = 0; !free && years <= domain_->most_years_registered; ++years)
            put(c, into, [&](PossibleHousehold& o) { o.years = static_cast<float>(years); });
    }

    void vary_enrolments(const PossibleHousehold& c, bool free,
                         std::vector<PossibleHousehold>& into) const {
        const std::uint64_t possible = free ? enrolments_ : enrolments_ & domain_->enrolled;
        if (std::popcount(possible) > 16) return into.resize(most_tried + 1);
        for (std::uint64_t subset = possible;; subset = (subset - 1) & possible) {
            put(c, into, [&](PossibleHousehold& o) { o.enrolled = subset; });
            if (subset == 0) return;
        }
    }

    static constexpr std::uint32_t all_stages = (1U << stage_count) - 1U;
    static constexpr std::uint32_t all_guarantees = (1U << guarantee_count) - 1U;

    std::span<const Step> steps_;
    const HouseholdDomain* domain_;
    std::vector<float> constants_;
    std::uint64_t enrolments_ = 0;  // bits of the interventions that the predicate names
};

// The fields of a kind that the predicate names and whose bit is not possible, by name.
template <class Names>
std::string listed(std::span<const Step> steps, Field field, std::uint64_t possible,
                   const Names& names) {
    std::string list;
    std::uint64_t seen = possible;
    for (const Step& s : steps) {
        if (s.op != Op::field || s.field != field || (seen >> s.index & 1U) != 0) continue;
        seen |= std::uint64_t{1} << s.index;
        list += (list.empty() ? "" : ", ") + std::string(names[s.index]);
    }
    return list;
}

std::string limit_of_size(const HouseholdDomain& d) {
    if (d.people.empty()) return "there are no households";
    return "households have " + std::to_string(d.people.front()) + " to " +
           std::to_string(d.people.back()) +
           " people, no more workers than people and fewer students" +
           (d.can_lack_workers ? "" : ", and none is without workers") +
           (d.can_have_workers ? "" : ", and none has workers");
}

std::string limit_of(HouseholdPart part, std::span<const Step> steps, const HouseholdDomain& d,
                     std::span<const std::string> ids) {
    switch (part) {
        case HouseholdPart::size:
            return limit_of_size(d);
        case HouseholdPart::students: {
            const std::string stages = listed(steps, Field::stage, d.stages, stage_ids);
            if (stages.empty()) return "no household has so many students";
            return "no household has a student there: population.students is 0 % for " + stages;
        }
        case HouseholdPart::unmet: {
            const std::string unmet = listed(steps, Field::unmet, d.unmet, guarantee_ids);
            if (unmet.empty()) return "no household has so many unmet guarantees";
            return "population.unmet is 0 % for " + unmet + ", and nothing takes a guarantee away";
        }
        case HouseholdPart::income:
            return "income is never below 0";
        case HouseholdPart::years:
            return "the run is no longer than " + std::to_string(d.most_years_registered) +
                   " years, and years_registered counts from its start";
        case HouseholdPart::health:
            return std::string("no event has the cause ") +
                   (d.can_be_ill ? "disability" : "illness") + " and a probability above 0";
        case HouseholdPart::village:
            return d.registered_villages ? "all villages are registered"
                                         : "no county has registered villages";
        case HouseholdPart::place:
            return "no county has this designation";
        case HouseholdPart::enrolled:
            return "nobody is ever enrolled in " + listed(steps, Field::enrolled, d.enrolled, ids) +
                   " (no capacity in any year, or an entitlement, which enrols nobody)";
        case HouseholdPart::status:
            break;
    }
    return "";
}

}  // namespace

std::optional<std::string> why_impossible(const Predicate& predicate, const HouseholdDomain& domain,
                                          std::span<const std::string> ids) {
    const std::span<const Step> steps = predicate.steps();
    const Search search(steps, domain);
    if (steps.empty() || search.finds({})) return std::nullopt;
    for (const HouseholdPart part : all_parts)
        if (search.uses(part) && search.finds(std::array{part}))
            return limit_of(part, steps, domain, ids);
    if (!search.finds(all_parts)) return "the parts of the predicate contradict each other";
    return "households of this plan have it neither way";
}

}  // namespace zhaimao
