#include "engine/report/html/html_words.h"

namespace zhaimao {
namespace {

constexpr HtmlWords english{
    .lang = "en",
    .skip = "Skip to the results",
    .contents = "Contents",
    .at_a_glance = "At a glance",
    .about = "What this rests on",
    .scripts_off = "Charts need a browser that runs scripts; every figure is in the tables.",
    .most_at_risk = "Most at risk",
    .exits_by = "Exits up to {}, {}",
    .of_registered = "whoever exits twice counts twice; {} {} were registered at the start",
    .money_of = "Money {}-{}, {}",
    .inputs = "Inputs",
    .at_risk_row = "{} by {}: {}\u00a0% [{},\u00a0{}]",
    .strip = "Poverty incidence on 31 December, % of registered rural people",
    .strip_legend =
        "Framed: the year of the target. \u2713: the year in which half of the futures have met "
        "it.",
    .strip_shown = "The {} counties least likely to meet their year, of {}.",
    .differ_shown = "The {} counties that differ most, of {}.",
    .rest_shown = "-o FILE.csv and -o FILE.xlsx have all.",
    .framed = "year of the target",
    .met = "half of the futures have met the target",
    .denominator = "Denominator",
    .denominator_text = "registered rural people",
    .table_of = "Table: {}",
    .copy = "Copy as text",
    .copied = "Copied",
    .save = "Save as SVG",
    .rows_shown =
        "Only {} of {} rows, those of the charts among them; -o FILE.csv and -o FILE.xlsx have "
        "all.",
    .alt_lines = "Chart: {}. {}: {} in {}, {} in {}. Every figure is in the table under it.",
    .alt_bars =
        "Chart: {}. Lowest: {}, {}; highest: {}, {}. Every figure is in the table under it.",
    .alt_other = "Chart: {}. Every figure is in the table under it.",
    .range_note = "Line: mean. Band: 90 % of futures.",
    .difference_note = "Line: mean difference. Band: its 95 % interval.",
    .interval_note = "Whiskers: 95 % interval.",
    .column_note = "Columns: mean. Whiskers: 90 % of futures.",
    .own_scale = "Each panel has its own scale.",
    .titled = "{}: {}",
    .others = "{} others",
    .all_in_time = "{}: all counties in time with a probability of {} %.",
};

constexpr HtmlWords chinese{
    .lang = "zh-Hans",
    .skip = "跳到结果",
    .contents = "目录",
    .at_a_glance = "概览",
    .about = "结果的依据",
    .scripts_off = "图表需要浏览器运行脚本；全部数字均见表格。",
    .most_at_risk = "风险最大",
    .exits_by = "截至{}年累计脱贫（{}）",
    .of_registered = "两次脱贫者计两次；起始在册{}{}",
    .money_of = "{}-{}年资金（{}）",
    .inputs = "输入",
    .at_risk_row = "{}（{}年）：{}%\u00a0[{},\u00a0{}]",
    .strip = "12月31日贫困发生率（占农村户籍人口%）",
    .strip_legend = "加框：目标年份。\u2713：半数模拟已达到目标的年份。",
    .strip_shown = "按期概率最低的{}个，共{}个县（市、区）。",
    .differ_shown = "差异最大的{}个，共{}个县（市、区）。",
    .rest_shown = "-o FILE.csv与-o FILE.xlsx含全部。",
    .framed = "目标年份",
    .met = "半数模拟已达到目标",
    .denominator = "分母",
    .denominator_text = "农村户籍人口",
    .table_of = "表：{}",
    .copy = "复制为文本",
    .copied = "已复制",
    .save = "保存为SVG",
    .rows_shown = "仅列{}行（含图中各行），共{}行；-o FILE.csv与-o FILE.xlsx含全部。",
    .alt_lines = "图：{}。{}：{}（{}年），{}（{}年）。全部数字见下表。",
    .alt_bars = "图：{}。最低：{}，{}；最高：{}，{}。全部数字见下表。",
    .alt_other = "图：{}。全部数字见下表。",
    .range_note = "线：均值。带：90%的模拟。",
    .difference_note = "线：差异均值。带：其95%置信区间。",
    .interval_note = "须线：95%置信区间。",
    .column_note = "柱：均值。须线：90%的模拟。",
    .own_scale = "各小图纵轴不同。",
    .titled = "{}：{}",
    .others = "其他{}项",
    .all_in_time = "{}：全部县（市、区）按期的概率为{}%。",
};

}  // namespace

const HtmlWords& html_words(Language language) {
    return language == Language::zh ? chinese : english;
}

}  // namespace zhaimao
