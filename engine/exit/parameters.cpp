#include "engine/exit/parameters.h"

namespace zhaimao {

LookBack LookBack::read(Block block) {
    LookBack l;
    l.reentry_share = block.number(
        {"reentry_share", unit::number, between(0.0, 2.0), "of the line: poor again under it"});
    l.years = static_cast<int>(
        block.whole({"years", unit::number, between(1, 2), "years of observed income averaged"}));
    l.unmet_guarantees =
        block.flag("unmet_guarantees", "an unmet guarantee alone brings the exited back", false);
    Block detection = block.block("detection", "probability of being found in a year");
    l.detection_never =
        detection.number({"never", unit::per_year, share_range, "never registered before"});
    l.detection_exited =
        detection.number({"exited", unit::per_year, share_range, "once registered"});
    return l;
}

Assessment Assessment::read(Block block) {
    Assessment a;
    a.average_years = static_cast<int>(block.whole(
        {"average_years", unit::number, between(1, 2), "years of assessable income averaged"}));
    a.margin =
        block.number({"margin", unit::number, positive, "income must reach the line times this"});
    a.consecutive_years = static_cast<int>(block.whole(
        {"consecutive_years", unit::number, between(1, 10), "in which the test is passed"}));
    return a;
}

}  // namespace zhaimao
