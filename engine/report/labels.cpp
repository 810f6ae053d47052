#include "engine/report/labels.h"

#include <fmt/format.h>

#include "engine/report/text.h"

namespace zhaimao {

namespace {

constexpr ReportWords english{
    .head = "{} | {} counties, {}, {}-{} | {}, seed {}",
    .households = "{} households",
    .sampled_households = "{} households (1 in {} simulated)",
    .sampled = "1 in {} households simulated, ",
    .weighted = "Counts are weighted: each simulated household stands for {}.",
    .probably = "{} of {} counties probably meet their year (P >= 80 %).",
    .together = "All {} together: {} % [{}, {}].",
    .at_risk = "Most at risk: {}",
    .when_late = "; when late, {} people too many (90 % of futures: {} to {}).",
    .late_once = "; in the one future that is late, {} people too many.",
    .when_too_many =
        "; in {} of {} late futures {} people too many (90 % of those futures: {} to {}).",
    .too_many_once = "; in 1 of {} late futures {} people too many.",
    .late_otherwise = "; when late, for another reason than people too many.",
    .none_late = "No county was late in any replicate.",
    .failing_rule =
        "{} of {} delistings at risk fail most often on {} ({}: {} % of futures, incidence {} %).",
    .by = "By",
    .county = "County",
    .target = "Target",
    .p_on_time = "P on time, %",
    .median = "Median",
    .incidence = "Incidence, %",
    .late_by = "Late by",
    .since = "{} > deadline",
    .people = "people",
    .exit = "exit",
    .delist = "delist",
    .deadline_heads = {"By", "Counties", "Probably in time", "Expected in time", "Delisted so far",
                       "90 % of futures"},
    .of_most_at_risk = "The {} most at risk of {} (every county: --all)",
    .province = "Province",
    .after = ">{}",
    .city_exits = "Exits, {}",
    .cumulative =
        "Exits up to {}: {}; whoever exits twice counts twice. Registered at the start: {} people.",
    .cumulative_alone = "Exits up to {}: {}; whoever exits twice counts twice.",
    .under_task = "! under {}",
    .under_tasks = "! under the year's task",
    .still_poor = "Still poor on 31 December: people, incidence in %",
    .leans_on = "Leans on: {}.",
    .too_few_futures = "Too few futures to say what it leans on.",
    .nothing_stands_out = "No input stands out.",
    .inputs = "{} of {} inputs are assumptions, {} of them never varied.",
    .bracket =
        "[ ] is simulation error only. Incidence: registered poor / registered rural people, {}.",
    .bracket_alone =
        "[ ] is simulation error only. Incidence: registered poor / registered rural people.",
    .delisting = "Delisting: {}.",
    .under = "strictly under {} %",
    .at_most = "at most {} %",
    .at_least = "at least {} %",
    .rule_limit = "{} {}",
    .designations = {"others", "provincial", "national"},
    .regions = {"east", "centre", "west", "other regions"},
    .in_region = "{} ({})",
    .separator = " ",
    .list_separator = "; ",
    .name_separator = ", ",
    .non_finite =
        "Warning: {} values in {} cells are not finite; they are left out, and n counts the rest.",
    .broken = "Warning: some households have incomes that are not numbers (indicator non_finite).",
    .wrote = "Wrote {}",
};

constexpr ReportWords chinese{
    .head = "{} | {}个县（市、区），{}，{}-{}年 | {}，种子{}",
    .households = "{}户",
    .sampled_households = "{}户（每{}户模拟1户）",
    .sampled = "每{}户模拟1户，",
    .weighted = "人数均已加权：每个模拟户代表{}户。",
    .probably = "{1}个县（市、区）中{0}个很可能按期完成（概率不低于80%）。",
    .together = "{}个全部按期完成：{}% [{}, {}]。",
    .at_risk = "风险最大：{}",
    .when_late = "；若逾期，超出{}人（90%的情形：{}至{}人）。",
    .late_once = "；仅一次模拟逾期，超出{}人。",
    .when_too_many = "；{1}次逾期模拟中{0}次超出，平均{2}人（其中90%：{3}至{4}人）。",
    .too_many_once = "；{}次逾期模拟中仅一次超出，{}人。",
    .late_otherwise = "；逾期均非因人数超出。",
    .none_late = "所有模拟中各县（市、区）均按期完成。",
    .failing_rule =
        "{1}个摘帽有风险的县中{0}个届时最常未达标的是{2}（{3}：{4}%的模拟，贫困发生率{5}%）。",
    .by = "期限",
    .county = "县（市、区）",
    .target = "目标",
    .p_on_time = "按期概率，%",
    .median = "中位年份",
    .incidence = "贫困发生率，%",
    .late_by = "逾期超出",
    .since = "{} > 期限年",
    .people = "人",
    .exit = "脱贫",
    .delist = "摘帽",
    .deadline_heads = {"期限", "县数", "很可能按期", "预期按期", "累计摘帽", "90%的情形"},
    .of_most_at_risk = "风险最大的{}个，共{}个（全部列出：--all）",
    .province = "省份",
    .after = "{}年后",
    .city_exits = "{}脱贫",
    .cumulative = "截至{}年累计脱贫{}人次，两次脱贫者计两次。起始在册{}人。",
    .cumulative_alone = "截至{}年累计脱贫{}人次，两次脱贫者计两次。",
    .under_task = "! 低于{}",
    .under_tasks = "! 低于当年任务",
    .still_poor = "12月31日仍贫困：人数，发生率（%）",
    .leans_on = "结果主要取决于：{}。",
    .too_few_futures = "模拟次数太少，看不出结果取决于什么。",
    .nothing_stands_out = "没有哪项输入的影响可以辨明。",
    .inputs = "{1}项输入中{0}项为假设，其中{2}项从未变动。",
    .bracket = "[ ]仅为模拟误差。贫困发生率：在册贫困人口/农村户籍人口，{}。",
    .bracket_alone = "[ ]仅为模拟误差。贫困发生率：在册贫困人口/农村户籍人口。",
    .delisting = "摘帽：{}。",
    .under = "须低于{}%",
    .at_most = "不超过{}%",
    .at_least = "不低于{}%",
    .rule_limit = "{}{}",
    .designations = {"其他县", "省定贫困县", "国定贫困县"},
    .regions = {"东部", "中部", "西部", "其他地区"},
    .in_region = "{}（{}）",
    .separator = "",
    .list_separator = "；",
    .name_separator = "、",
    .non_finite = "警告：{}个数值（{}个单元）不是有限数，已剔除；n为其余个数。",
    .broken = "警告：部分住户的收入不是有限数（指标non_finite）。",
    .wrote = "已写入{}",
};

}  // namespace

const ReportWords& words(Language language) {
    return language == Language::zh ? chinese : english;
}

std::string replicates_text(std::int64_t count, Language language) {
    if (language == Language::zh) return std::to_string(count) + "次模拟";
    return std::to_string(count) + (count == 1 ? " replicate" : " replicates");
}

std::string futures_text(std::int64_t count, Language language) {
    if (language == Language::zh) return replicates_text(count, language);
    return std::to_string(count) + (count == 1 ? " future" : " futures");
}

std::string households_text(std::int64_t households, std::int64_t one_in, Language language) {
    const ReportWords& said = words(language);
    const std::string number = with_thousands(households);
    if (one_in == 1) return fmt::format(fmt::runtime(said.households), number);
    return fmt::format(fmt::runtime(said.sampled_households), number, one_in);
}

std::string sample_text(std::int64_t one_in, Language language) {
    return one_in == 1 ? "" : fmt::format(fmt::runtime(words(language).sampled), one_in);
}

std::string weighted_text(std::int64_t one_in, Language language) {
    return one_in == 1 ? "" : fmt::format(fmt::runtime(words(language).weighted), one_in);
}

const std::string& name_in(Language language, const Label& label) {
    const std::string& wanted = language == Language::zh ? label.zh : label.en;
    return !wanted.empty() ? wanted : (language == Language::zh ? label.en : label.zh);
}

std::string_view target_word(Language language, TargetKind kind) {
    return kind == TargetKind::delisting ? words(language).delist : words(language).exit;
}

}  // namespace zhaimao
