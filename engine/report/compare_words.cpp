#include "engine/report/compare_words.h"

namespace zhaimao {
namespace {

constexpr CompareWords english{
    .head = "Against: {} | {} counties, {}, {}-{} | {}, seed {}",
    .parts = "The two part in {}; the years before are the same to the bit.",
    .same = "Nothing recorded differs in any replicate.",
    .poor = {.more = "{} more people poor in {} [{}, {}]",
             .less = "{} fewer people poor in {} [{}, {}]",
             .none = "poor people in {1}: no difference told from zero [{2}, {3}]",
             .same = "poor people in {1}: the same in every replicate"},
    .on_time = {.more = "{} more counties in time [{}, {}]",
                .less = "{} fewer counties in time [{}, {}]",
                .none = "counties in time: no difference told from zero [{1}, {2}]",
                .same = "counties in time: the same in every replicate"},
    .money = {.more = "costs {} % more [{}, {}]",
              .less = "costs {} % less [{}, {}]",
              .none = "cost: no difference told from zero [{1}, {2}] %",
              .same = "cost: the same in every replicate"},
    .costs_nothing = "costs nothing",
    .delay = {.more = "{} {} years more delay [{}, {}]",
              .less = "{} {} years less delay [{}, {}]",
              .none = "delay: no difference told from zero in {} of {} counties",
              .same = "delay: the same in every replicate"},
    .not_reached =
        "An interval of +-{} people was wanted; it is +-{} with as many futures as are drawn at "
        "most.",
    .heads = {"By", "County", "Delay, years", "P on time, %", "Change, points", "Poor at deadline"},
    .own_deadlines =
        "By: the baseline's deadline > the scenario's, where they differ; each is held against its "
        "own.",
    .paired = "Pairing the draws divides the variance of the difference in poor people by {}.",
    .paired_worse =
        "Pairing the draws multiplies the variance of the difference in poor people by {}.",
    .one_future = "One future: nothing says how far differences may be trusted",
    .bracket =
        "[ ] 95 % intervals of the mean difference: simulation error only. A delay is years after "
        "the deadline, to the horizon; cost is support and top-ups.",
    .separator = "; ",
    .stop = ".",
};

constexpr CompareWords chinese{
    .head = "对照：{} | {}个县（市、区），{}，{}-{}年 | {}，种子{}",
    .parts = "两者自{}年起不同，此前各年完全一致。",
    .same = "所有模拟的记录均无差别。",
    .poor = {.more = "{1}年贫困人口多{0}人 [{2}, {3}]",
             .less = "{1}年贫困人口少{0}人 [{2}, {3}]",
             .none = "{1}年贫困人口的差别与零不可辨 [{2}, {3}]",
             .same = "{1}年贫困人口在所有模拟中相同"},
    .on_time = {.more = "按期县数多{}个 [{}, {}]",
                .less = "按期县数少{}个 [{}, {}]",
                .none = "按期县数的差别与零不可辨 [{1}, {2}]",
                .same = "按期县数在所有模拟中相同"},
    .money = {.more = "费用多{}% [{}, {}]",
              .less = "费用少{}% [{}, {}]",
              .none = "费用的差别与零不可辨 [{1}, {2}]%",
              .same = "费用在所有模拟中相同"},
    .costs_nothing = "不需费用",
    .delay = {.more = "{}多推迟{}年 [{}, {}]",
              .less = "{}少推迟{}年 [{}, {}]",
              .none = "{1}个县中{0}个的推迟差别与零不可辨",
              .same = "推迟年数在所有模拟中相同"},
    .not_reached = "要求区间为±{}人，模拟次数已达上限，区间为±{}人。",
    .heads = {"期限", "县（市、区）", "推迟，年", "按期概率，%", "变化，百分点", "期限时贫困人口"},
    .own_deadlines = "期限：对照的期限 > 情景的期限（两者不同时）；各按自己的期限衡量。",
    .paired = "配对抽样使贫困人口差别的方差缩小到1/{}。",
    .paired_worse = "配对抽样使贫困人口差别的方差扩大到{}倍。",
    .one_future = "仅一次模拟：无从得知差别的可信程度",
    .bracket =
        "[ "
        "]为平均差别的95%"
        "区间，仅为模拟误差。推迟为期限之后的年数，计至最后一年；费用为帮扶与兜底资金。",
    .separator = "；",
    .stop = "。",
};

}  // namespace

const CompareWords& compare_words(Language language) {
    return language == Language::zh ? chinese : english;
}

}  // namespace zhaimao
