#include "engine/report/comparison_words.h"

namespace zhaimao {
namespace {

constexpr ComparisonWords english{
    .runs = "Runs",
    .run = "Run",
    .scenario = "Scenario",
    .folder = "Folder",
    .seed = "Seed",
    .futures = "Futures",
    .written = "Date",
    .pairing = "Differences to the first",
    .baseline = "-",
    .pairings = {"paired: the same futures", "unpaired: another seed",
                 "unpaired: not as many futures", "unpaired: the folders do not hold each future"},
    .with_folder = "{} ({})",
    .against = "{} against {}",
    .difference = "{}: {} less {}",
    .points = "{}: difference, percentage points",
    .percentage_points = "percentage points",
    .exits = "Exits of the year",
    .interval_note =
        "Differences: mean and, in brackets, the {} % interval of the mean, which is "
        "simulation error only.",
    .runs_note = "Exits of a run: mean and, in brackets, the 5 and 95 % quantiles of its futures.",
    .deadline_note =
        "Deadline: that of the first run > those of the others, where they differ. Each run is "
        "held against its own.",
    .chance_note =
        "Those of P on time are not: a folder does not hold in which year each future met its "
        "target. Run it again.",
    .paired_note = "Differences are paired: all runs drew the same futures.",
    .unpaired_note =
        "Where a run is unpaired{}, its intervals are those of independent "
        "runs and wider than paired ones would be: run it with the seed and replicates "
        "of the first.",
    .in_runs = " (table Runs)",
};

constexpr ComparisonWords chinese{
    .runs = "各次运行",
    .run = "运行",
    .scenario = "情景",
    .folder = "文件夹",
    .seed = "种子",
    .futures = "模拟次数",
    .written = "日期",
    .pairing = "与首个运行之差",
    .baseline = "-",
    .pairings = {"配对：相同的模拟", "未配对：种子不同", "未配对：模拟次数不同",
                 "未配对：文件夹未保存每次模拟"},
    .with_folder = "{}（{}）",
    .against = "{}与{}对比",
    .difference = "{}：{}减{}",
    .points = "{}：差异，百分点",
    .percentage_points = "百分点",
    .exits = "当年脱贫人口",
    .interval_note = "差异：均值，方括号内为均值的{}%置信区间，仅为模拟误差。",
    .runs_note = "各次运行的脱贫人口：均值，方括号内为模拟的5%与95%分位数。",
    .deadline_note = "期限：首个运行的期限 > 其他运行的期限（不同时）。各次运行按自己的期限衡量。",
    .chance_note = "按期概率之差除外：有文件夹未保存每次模拟达标的年份，请重新运行。",
    .paired_note = "差异均已配对：各次运行抽取相同的模拟。",
    .unpaired_note =
        "未配对的运行{}按独立运行计算区间，比配对时更宽："
        "请用首个运行的种子和模拟次数重新运行。",
    .in_runs = "（见各次运行表）",
};

}  // namespace

const ComparisonWords& comparison_words(Language language) {
    return language == Language::zh ? chinese : english;
}

}  // namespace zhaimao
