#include "engine/dynamics/life_course.h"

#include <algorithm>
#include <cmath>

#include "engine/core/math/math.h"

namespace zhaimao {
namespace {

constexpr Purpose yearly_course("live/life_course");

std::uint32_t share_of(double share, double of) {
    return static_cast<std::uint32_t>(std::min(share * of, of - 1.0));
}

}  // namespace

LifeCourse LifeCourse::read(Block block) {
    LifeCourse l;
    l.ageing = block.number(
        {"ageing", unit::number, between(0.0, 1.0 / 16.0), "a year, a worker passes working age"});
    l.earner_share = block.number({"earner_share", unit::number, between(0.0, 0.95),
                                   "of market income, brought by the workers' own work"});
    l.begins_school =
        block.number({"begins_school", unit::number, share_range,
                      "a year, a child of a household without a pupil begins school"});
    Block stages = block.block("students", "how school goes on, by stage");
    for (std::size_t s = 0; s < stage_count; ++s) {
        Block stage = stages.block(stage_ids[s], "length, and what comes after");
        l.stages[s].years =
            stage.number({"years", unit::years, between(1.0, 12.0), "of the stage, on average"});
        l.stages[s].goes_on = stage.number(
            {"goes_on", unit::number, share_range, "share who go on to the next stage"}, 0.0);
        l.stages[s].first_pay = stage.number(
            {"first_pay", unit::number, non_negative, "of who starts to work, over a worker's"},
            1.0);
        if (s + 1 == stage_count && l.stages[s].goes_on > 0.0)
            stage.error("goes_on", "there is no stage after this one. Remove it");
    }
    return l;
}

LifePass life_pass_of(const LifeCourse& l, const Draws& draws, std::uint32_t area, int year) {
    LifePass p;
    p.area = area;
    p.replicate = draws.replicate(Chance::luck);
    p.year_purpose = year_and_purpose(year, yearly_course);
    p.key0 = draws.key_0();
    p.key1 = draws.key_1();
    p.ageing = share_of(l.ageing, 0x1p32);
    p.begins = share_of(l.begins_school, 0x1p32);
    for (std::size_t s = 0; s < stage_count; ++s) {
        p.leaves[s] = share_of(1.0 / l.stages[s].years, 0x1p16);
        p.goes_on[s] = share_of(l.stages[s].goes_on / l.stages[s].years, 0x1p16);
        for (std::size_t w = 0; w <= LifePass::most_workers; ++w)
            p.started[s][w] = static_cast<float>(
                math::log(1.0 + l.earner_share * l.stages[s].first_pay /
                                    static_cast<double>(std::max<std::size_t>(w, 1))));
    }
    for (std::size_t w = 1; w <= LifePass::most_workers; ++w)
        p.retired[w] = static_cast<float>(math::log(1.0 - l.earner_share / static_cast<double>(w)));
    return p;
}

}  // namespace zhaimao
