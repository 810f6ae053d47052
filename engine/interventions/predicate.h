// Eligibility: a predicate over a household's columns, written as text, evaluated over many
// households at once.
//
//   registered and (unmet.housing or income < 2000 yuan/person/year) and not enrolled.relocation
//
// Compiled to postfix steps over columns of floats (true is 1), in blocks; reading it knows every
// name.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/dynamics/parameters.h"
#include "engine/interventions/hot_predicate.h"
#include "engine/population/area.h"
#include "engine/population/household.h"

namespace zhaimao {

// The columns a predicate looks at: the state of 31 December of the year before, as officials know
// it.
struct HouseholdView {
    std::span<const std::uint32_t> traits;    // what stays
    std::span<const std::uint32_t> state;     // members of now among it
    std::span<const float> observed;          // yuan per head
    std::span<const std::int16_t> entered;    // empty: nobody was ever on the register
    std::span<const std::uint64_t> enrolled;  // empty: nobody was ever enrolled
    int year = 0;
    Designation designation = Designation::none;
    std::uint64_t refused = 0;            // one bit an intervention: nobody enrolled there is found
    std::uint32_t illness_events = 0;     // bit k: event k's cause is illness
    std::uint32_t disability_events = 0;  // the same for disability
    PredicateKernel kernel = predicate_kernel(Isa::baseline);

    [[nodiscard]] std::size_t size() const { return traits.size(); }
};

class Predicate {
   public:
    // Names of interventions in `ids` may stand behind "enrolled.". A mistake leaves `problem` with
    // a message. With `any_id` other names may stand there, too: not all interventions could be
    // read.
    static Predicate parse(std::string_view text, std::span<const std::string> ids,
                           std::string& problem, bool any_id = false);
    // How a predicate is written, with every name it may hold: for documentation.
    static std::string_view notation();

    // The households for which it holds, ascending.
    void find(const HouseholdView& view, std::vector<std::uint32_t>& found) const;

    // True where it cannot hold for a household that was never on the register (nor enrolled): then
    // only cases need to be looked at.
    [[nodiscard]] bool needs_register() const { return needs_register_; }

    // `everybody`: holds for every household, whatever is known of it.
    [[nodiscard]] bool is_everybody() const;

    using Step = PredicateStep;
    using Op = PredicateStep::Op;
    using Field = PredicateStep::Field;

    [[nodiscard]] std::span<const Step> steps() const { return steps_; }

    friend bool operator==(const Predicate&, const Predicate&) = default;

   private:
    [[nodiscard]] bool fails_off_register() const;

    std::vector<Step> steps_{Step{}};  // postfix; until it is parsed it holds for nobody
    bool needs_register_ = true;
};

}  // namespace zhaimao
