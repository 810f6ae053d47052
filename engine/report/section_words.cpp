#include "engine/report/section_words.h"

namespace zhaimao {
namespace {

constexpr SectionWords english{
    .targets = "Targets",
    .rules = "Rules failed at the deadline, % of futures",
    .poor = "People on the register on 31 December",
    .incidence = "Poverty incidence on 31 December",
    .exits = "Exits and entries of the year",
    .served = "People newly enrolled in the year (entitlements: covered in the year)",
    .money = "Money of the year",
    .assumptions = "Inputs, those that results lean on first",
    .transitions = "Who moved in the year",
    .growth = "Yearly growth of income since {}, by place among people, %",
    .from = "From",
    .to = "To",
    .percentile = "Percentile of people, the poorest first",
    .sensitivity = "What decides: {}",
    .factor = "Factor",
    .contributions = "Who does the work (Shapley shares)",
    .achievements = {"Exits up to the last deadline", "Incidence, percentage points",
                     "Person-years of poverty", "Money"},
    .statuses = {"never registered", "registered", "exited", "relapsed"},
    .with_unit = "{}, {}",
    .covered = "{} (covered)",
    .served_note =
        "Whoever is enrolled counts in the year of enrolment alone, though support may go on for "
        "years; those enrolled up to the start stand in no column. Covered: an entitlement, which "
        "has no enrolment; everybody whom it covers in the year counts, and - stands for one that "
        "covers all without counting them.",
    .no_money = "without {} of {} instruments, which have no figure of money",
    .no_money_names =
        "{} of {} instruments have no figure of money in the configuration, so money is that of "
        "the others alone. Without one: {}.",
    .county = "County",
    .batch = "Batch",
    .intervention = "Instrument",
    .flow = "Flow",
    .year = "Year",
    .target = "Target",
    .deadline = "Deadline",
    .p_on_time = "P on time, %",
    .median_year = "Median year",
    .incidence_in = "Incidence {}, %",
    .incidence_at_deadline = "Incidence at the deadline, %",
    .too_many = "When late, {} too many",
    .never = "after {}",
    .cohort = "exit of all registered at the start",
    .stock = "stock under its limit",
    .delisting = "delisting",
    .limit = "Limit",
    .limit_of = "Limit, {}",
    .with_limit = "{}: {}",
    .promised = "Promised exits",
    .all = "All",
    .input = "Input",
    .path = "Path",
    .value = "Value",
    .unit = "Unit",
    .source = "Source",
    .known_on = "Known on",
    .drawn = "Drawn",
    .correlation = "Rank correlation with poor people at the last deadline [95 %]",
    .yes = "yes",
    .no = "no",
    .quantile_low = "5 % quantile of futures",
    .quantile_high = "95 % quantile of futures",
    .interval_from = "95 % interval, from",
    .interval_to = "to",
    .futures_note = "Mean and, in brackets, the 5 and 95 % quantiles of {}.",
    .shares_note =
        "P on time: the share of futures and, in brackets, its {} % interval, which is "
        "simulation error only.",
    .contributions_note =
        "Mean and, in brackets, the {} % interval of the mean, which is simulation error only.",
    .contributed_money =
        "Money is support and top-ups up to the last deadline; under zero: what is saved in "
        "top-ups; -: no money is moved.",
    .every_order =
        "Shares are means over every order in which they can be added, and add up to all together "
        "less growth alone.",
    .sampled_orders =
        "Shares are means over orders in which they can be added, a few sampled in each future, "
        "and add up to all together less growth alone.",
    .wan_person_years = "10,000 person-years",
    .strongest_first = "The strongest factor stands first.",
    .moves_note =
        "Who moved: by status at the start and the end of the year. Whoever relapses and exits "
        "within "
        "it stands under exited to exited, so columns do not add up to the exits of the year.",
    .register_note = "Incidence: registered poor over registered rural people.",
    .rules_note =
        "Delisting: {}. People too many when late: the mean of the late futures in which there are "
        "some; a county within the limit of incidence is late for another rule. "
        "A rule fails in those futures in which the county is not delisted by then and does not "
        "meet it in that year.",
    .run_note = "Source: {}",
    .citation = "{} (scenario {}, seed {}, {}{}), simulated with zhaimao {}, {}.",
    .study_citation =
        "{} (study {} of scenario {}, seed {}, {}{} a point), simulated with zhaimao {}, {}.",
};

constexpr SectionWords chinese{
    .targets = "目标",
    .rules = "届时未达标的规则（占模拟次数%）",
    .poor = "12月31日在册贫困人口",
    .incidence = "12月31日贫困发生率",
    .exits = "当年脱贫与新增",
    .served = "当年新纳入人口、按资格享受者当年覆盖人口",
    .money = "当年资金",
    .assumptions = "输入（影响结果者在前）",
    .transitions = "当年身份变动",
    .growth = "{}年以来收入年均增长率，按收入位次（%）",
    .from = "从",
    .to = "到",
    .percentile = "人口百分位（由低到高）",
    .sensitivity = "决定因素：{}",
    .factor = "因素",
    .contributions = "各项措施的贡献（沙普利值）",
    .achievements = {"截至最后期限脱贫人口", "贫困发生率，百分点", "贫困人年", "资金"},
    .statuses = {"从未建档", "在册", "已脱贫", "返贫"},
    .with_unit = "{}（{}）",
    .covered = "{}（当年覆盖）",
    .served_note =
        "纳入者只计入纳入当年，帮扶可延续多年；起始年及以前纳入者不在各列中。当年覆盖：按资格享受，"
        "无需"
        "纳入，计当年覆盖的全部人口；-表示覆盖所有人、不计人数。",
    .no_money = "{1}项措施中{0}项没有资金数字，未计入",
    .no_money_names = "{1}项措施中{0}项在配置中没有资金数字，资金仅为其余措施之和。没有的是：{2}。",
    .county = "县（市、区）",
    .batch = "措施类别",
    .intervention = "措施",
    .flow = "流量",
    .year = "年份",
    .target = "目标",
    .deadline = "期限",
    .p_on_time = "按期概率（%）",
    .median_year = "中位年份",
    .incidence_in = "{}年贫困发生率（%）",
    .incidence_at_deadline = "期限年贫困发生率（%）",
    .too_many = "逾期时超出（{}）",
    .never = "{}年后",
    .cohort = "起始在册人口全部脱贫",
    .stock = "存量达标",
    .delisting = "摘帽",
    .limit = "标准",
    .limit_of = "标准（{}）",
    .with_limit = "{}：{}",
    .promised = "计划脱贫人口",
    .all = "合计",
    .input = "输入",
    .path = "路径",
    .value = "取值",
    .unit = "单位",
    .source = "来源",
    .known_on = "已知日期",
    .drawn = "随机抽取",
    .correlation = "与最后期限贫困人口的秩相关[95%]",
    .yes = "是",
    .no = "否",
    .quantile_low = "5%分位数",
    .quantile_high = "95%分位数",
    .interval_from = "95%置信区间下限",
    .interval_to = "上限",
    .futures_note = "均值，方括号内为{}的5%与95%分位数。",
    .shares_note = "按期概率：按期的模拟所占比例，方括号内为{}%置信区间，仅为模拟误差。",
    .contributions_note = "均值，方括号内为均值的{}%置信区间，仅为模拟误差。",
    .contributed_money =
        "资金为截至最后期限的帮扶与兜底资金；负数为节省的兜底资金；-表示不涉及资金。",
    .every_order = "各项为所有加入次序的平均，之和为全部措施减去仅靠增长。",
    .sampled_orders = "各项为每次模拟抽取的若干加入次序的平均，之和为全部措施减去仅靠增长。",
    .wan_person_years = "万人年",
    .strongest_first = "影响最大的因素在前。",
    .moves_note =
        "身份变动：按年初与年末的身份。当年返贫又脱贫者列在由已脱贫到已脱贫，故各列之和不等于当年脱"
        "贫人口。",
    .register_note = "贫困发生率：在册贫困人口/农村户籍人口。",
    .rules_note =
        "摘帽：{}。逾期时超出人数为逾期且人数超出的各次模拟的均值；贫困发生率达标而逾期者，因其他标"
        "准未达标。某项未达标：届时尚未摘帽且当年该项不达标的模拟。",
    .run_note = "来源：{}",
    .citation = "{}（情景{}，种子{}，{}{}），zhaimao {}模拟，{}。",
    .study_citation = "{}（研究{}，情景{}，种子{}，{}每点{}），zhaimao {}模拟，{}。",
};

}  // namespace

const SectionWords& section_words(Language language) {
    return language == Language::zh ? chinese : english;
}

}  // namespace zhaimao
