// What a household costs in its first year when it is served now. Model, section 3 A.
#pragma once

#include "engine/interventions/intervention.h"

namespace zhaimao {

class FirstYear {
   public:
    explicit FirstYear(const Intervention& intervention);

    // Once, and the year's own cost and transfers where the benefit begins at once. `share` of the
    // benefit is given: share_after_exit. Whole fen.
    [[nodiscard]] std::int64_t fen_of(std::uint32_t traits, int wait, float share) const;

   private:
    const Intervention& intervention_;
    MemberCost once_, yearly_, transfers_;
};

}  // namespace zhaimao
