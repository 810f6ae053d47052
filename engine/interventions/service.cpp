#include "engine/interventions/service.h"

namespace zhaimao {

std::int64_t units_of(std::uint32_t traits, Per per, int stage) {
    switch (per) {
        case Per::person:
            return trait::People::get(traits);
        case Per::household:
            return 1;
        case Per::worker:
            return trait::Workers::get(traits);
        case Per::village:
            return 0;
        case Per::student:
            break;
    }
    const std::uint32_t students = trait::Students::get(traits);
    return stage < 0 ? count_bits(students) : (students >> stage) & 1U;
}

std::int64_t share_of(std::int64_t fen, double share) {
    return whole_fen(static_cast<double>(fen) * share);
}

std::int64_t Amount::fen_of(std::uint32_t traits) const {
    return fen_of_yuan(yuan) * units_of(traits, per);
}

void MemberCost::add(const Amount& amount, int stage) {
    const std::int64_t fen = fen_of_yuan(amount.yuan);
    household_ += amount.per == Per::household ? fen : 0;
    person_ += amount.per == Per::person ? fen : 0;
    worker_ += amount.per == Per::worker ? fen : 0;
    if (amount.per != Per::student) return;
    for (std::size_t s = 0; s < stage_count; ++s)
        student_[s] += stage < 0 || static_cast<std::size_t>(stage) == s ? fen : 0;
}

std::optional<Amount> Amount::read(Block& block, std::string_view name, std::string_view meaning,
                                   bool yearly) {
    constexpr std::array once{unit::yuan_per_person, unit::yuan_per_household,
                              unit::yuan_per_worker, unit::yuan_per_student,
                              unit::yuan_per_village};
    constexpr std::array a_year{unit::yuan_per_person_year, unit::yuan_per_household_year,
                                unit::yuan_per_worker_year, unit::yuan_per_student_year,
                                unit::yuan_per_village_year};
    const auto& options = yearly ? a_year : once;
    const auto found = block.maybe_number_in({name, {}, amount_range, meaning}, options);
    if (!found) return std::nullopt;
    for (std::size_t i = 0; i < options.size(); ++i)
        if (found->dimension == options[i])
            return Amount{found->values.front(), static_cast<Per>(i)};
    return Amount{};
}

}  // namespace zhaimao
