#include "engine/exit/rules/approval.h"

#include <algorithm>

namespace zhaimao {
namespace {

constexpr Purpose asked("delisting/approval", Chance::measurement);

}  // namespace

ApprovalRule ApprovalRule::read(Block& block) {
    return {block.number({"at_least", unit::number, share_range, "share who must approve"}),
            block.number({"expected", unit::number, share_range, "share who approve, expected"}),
            block.number({"sd", unit::number, non_negative, "of a county's share in a year"})};
}

double ApprovalRule::draw(const Draws& draws, std::uint32_t area, int year) const {
    return std::clamp(expected + sd * draws.normal(the_area_itself, area, year, asked), 0.0, 1.0);
}

}  // namespace zhaimao
