#include "engine/report/input_name.h"

#include <fmt/format.h>

#include <optional>

#include "engine/core/config/path.h"
#include "engine/core/config/year_map.h"

namespace zhaimao {

namespace {

// `*` stands for any one part of a path; {0}, {1}, ... for the words of these parts, in order.
struct Pattern {
    std::string_view path;
    std::string_view en;
    std::string_view zh;
};

constexpr Pattern everywhere[] = {
    {"growth.rates.*", "growth of {0}", "{0}增长"},
    {"growth.rates.*.*", "growth of {0} {1}", "{1}{0}增长"},
    {"growth.shocks.*", "common shocks of {0}", "{0}共同冲击"},
    {"luck.permanent_sd", "permanent luck of households", "住户长期收入波动"},
    {"luck.transitory_sd", "passing luck of households", "住户短期收入波动"},
    {"luck.persistence", "persistence of luck", "收入波动持续性"},
    {"measurement.sd", "error in observed income", "收入核查误差"},
    {"measurement.persistence", "persistence of the error in observed income", "核查误差持续性"},
    {"population.gini", "Gini within a county", "县内基尼系数"},
    {"population.log_sd", "log sd of income", "收入对数标准差"},
    {"population.poor_under", "mark of the poor at the start", "期初贫困标志线"},
    {"population.workers.none.*", "share of {0} without workers", "{0}无劳动力比例"},
    {"population.workers.share_of_people", "share of workers", "劳动力比例"},
    {"population.students.*.*", "students in {0} among {1}", "{1}{0}学生比例"},
    {"population.unmet.*.*", "unmet {0} of {1}", "{1}{0}未保障率"},
    {"population.village_odds", "poor people in registered villages", "贫困村贫困集中度"},
    {"register.gap_bonus", "weight of unmet guarantees on the register", "建档立卡保障缺口权重"},
    {"lookback.reentry_share", "re-entry share of the line", "返贫线占贫困线比例"},
    {"lookback.detection.*", "detection of {0}", "{0}识别率"},
    {"events.*.probability", "{0}: probability", "{0}发生概率"},
    {"population.causes.*", "cause of poverty: {0}", "致贫原因占比：{0}"},
    {"population.household_sizes.*", "households of {0} people", "{0}人户比例"},
    {"population.source_shares.*.*", "share of {1}, {0}", "{0}{1}占比"},
    {"population.ages.*", "share {0}", "{0}人口比例"},
    {"register.basis_years", "years behind the register", "建档所依据年数"},
    {"lookback.years", "years looked back", "回头看年数"},
    {"events.*.times_if_poor", "{0}: odds of the poor", "{0}贫困户倍数"},
    {"events.*.struck_share", "{0}: share struck", "{0}受灾比例"},
    {"events.*.expense", "{0}: expense", "{0}支出"},
    {"events.*.lasts", "{0}: years that it lasts", "{0}持续年数"},
    {"events.*.loses.*", "{0}: loss of {1}", "{0}{1}损失"},
    {"expenses.schooling.*", "expense of {0}", "{0}就学支出"},
    {"life_course.ageing", "workers passing working age", "劳动力老龄化率"},
    {"life_course.earner_share", "share of income earned by work", "劳动收入占比"},
    {"life_course.begins_school", "children beginning school", "儿童入学率"},
    {"life_course.students.*.goes_on", "who go on from {0}", "{0}升学率"},
    {"life_course.students.*.years", "years of {0}", "{0}学制"},
    {"life_course.students.*.first_pay", "first pay after {0}", "{0}毕业起薪"},
    {"funds.*.allotted", "{0}", "{0}"},
    {"funds.*.allotted.*", "{0} {1}", "{1}{0}"},
    {"assessment.average_years", "years of income averaged", "退出核算收入年数"},
    {"assessment.consecutive_years", "years in a row to exit", "退出须连续达标年数"},
    {"delisting.*.*.incidence.under", "delisting of {1}: incidence under", "{1}摘帽发生率上限"},
    {"delisting.*.*.consecutive_years", "delisting of {1}: years in a row", "{1}摘帽连续年数"},
    {"village_exit.incidence.under", "exit of villages: incidence under", "贫困村退出发生率上限"},
    {"inspection.sample.*", "inspection: sample of {0}", "抽查样本：{0}"},
    {"inspection.tolerance", "inspection: share of the line that fails", "抽查不达标界限占贫困线比例"},
    {"targets.stock_tolerance", "stock that counts as none", "存量容许人数"},
    {"targets.yearly_exits.*", "promised exits {0}", "{0}计划脱贫人口"},
    {"assessment.margin", "exit margin over the line", "退出收入余量"},
    {"lines.*.*", "poverty line {1}", "{1}贫困线"},
    {"counties.*.growth_gap", "{0}: growth gap", "{0}增长差距"},
    {"counties.*.registered_poor", "{0}: registered poor", "{0}在册贫困人口"},
    {"counties.*.rural_people", "{0}: rural people", "{0}农村户籍人口"},
    {"counties.*.household_size", "{0}: household size", "{0}户均人口"},
    {"city.rural_people", "all: rural people", "合计农村户籍人口"},
    {"city.registered_poor", "all: registered poor", "合计在册贫困人口"},
    {"city.villages", "all: villages", "合计行政村数"},
    {"city.registered_villages", "all: registered villages", "合计贫困村数"},
    {"counties.*.ages.*", "{0}: share {1}", "{0}{1}人口比例"},
    {"counties.*.villages", "{0}: villages", "{0}行政村数"},
    {"counties.*.registered_villages", "{0}: registered villages", "{0}贫困村数"},
    {"counties.*.published_income", "{0}: published income", "{0}公布的人均收入"},
    {"counties.*.exited_people", "{0}: exited before the start", "{0}期初前已脱贫人口"},
};

// Below interventions.ID; the name follows the intervention's own.
constexpr Pattern of_intervention[] = {
    {"capacity", "capacity", "规模"},
    {"capacity.*", "capacity {0}", "{0}规模"},
    {"capacity_share", "share of the eligible", "覆盖比例"},
    {"take_up", "coverage", "覆盖率"},
    {"take_up.*", "coverage {0}", "{0}覆盖率"},
    {"order.targeting_error", "targeting error", "瞄准误差"},
    {"completed_by.*", "pace of completion", "完工进度"},
    {"cost.once", "one-off cost", "一次性成本"},
    {"cost.yearly", "cost a year", "年成本"},
    {"allocation.weights.*", "weight of {0}", "{0}分配权重"},
    {"pipeline.*.units", "{0} at the start", "期初{0}数"},
    {"pipeline.*.delay", "{0} at the start, delay", "期初{0}见效年数"},
    {"effects.*.raise.delay", "delay of the gain in {0}", "{0}增收滞后年数"},
    {"effects.*.raise.ramp", "years to the full gain in {0}", "{0}增收达到全额年数"},
    {"effects.*.raise.duration", "years of the gain in {0}", "{0}增收年数"},
    {"effects.*.transfer.duration", "years of payment", "发放年数"},
    {"effects.*.lend.term", "term of the loan", "贷款期限"},
    {"effects.*.raise.factor", "gain in {0} (factor)", "{0}增收倍数"},
    {"effects.*.raise.amount", "gain in {0} (amount)", "{0}增收额"},
    {"effects.*.transfer.amount", "amount paid", "发放金额"},
    {"effects.*.top_up.to", "level of the floor", "兜底标准"},
    {"effects.*.top_up.to.*", "level of the floor {1}", "{1}兜底标准"},
    {"effects.*.provide.rate", "{0} met a year", "年{0}解决率"},
    {"effects.*.relieve.by", "relief of {0} (amount)", "{0}减免额"},
    {"effects.*.relieve.share", "relief of {0} (share)", "{0}减免比例"},
    {"effects.*.protect.probability", "protection from {0} (probability)", "{0}预防比例"},
    {"effects.*.protect.loss", "protection from {0} (loss)", "{0}损失补偿比例"},
    {"effects.*.protect.expense", "protection from {0} (expense)", "{0}支出报销比例"},
    {"effects.*.lend.principal", "loan", "贷款额"},
    {"effects.*.lend.return", "return on the loan", "贷款收益率"},
    {"effects.*.lend.interest", "interest", "贷款利率"},
    {"effects.*.lend.subsidy", "interest subsidy", "贴息比例"},
    {"effects.*.lend.default", "share of loans that fail", "贷款违约率"},
    {"effects.*.lend.recourse", "recourse", "追偿比例"},
    {"effects.*.dividend.payment", "dividend", "分红额"},
    {"effects.*.dividend.power", "power", "装机容量"},
    {"effects.*.dividend.full_load_hours", "full-load hours", "满发小时数"},
    {"effects.*.dividend.tariff", "tariff", "上网电价"},
    {"effects.*.dividend.households_share", "share of the households", "农户分红比例"},
    {"effects.*.dividend.first_year_share", "share of the first year", "首年分红比例"},
};

struct Word {
    std::string_view id;
    Label label;
};

const Word known_words[] = {
    {"operating", {"operating income", "经营收入"}},
    {"wages", {"wages", "工资"}},
    {"property", {"property income", "财产收入"}},
    {"transfers", {"transfers", "转移收入"}},
    {"all", {"all income", "全部收入"}},
    {"permanent", {"permanent income", "持久收入"}},
    {"food", {"food", "吃穿"}},
    {"schooling", {"schooling", "教育"}},
    {"medical", {"medical care", "医疗"}},
    {"housing", {"housing", "住房"}},
    {"water", {"water", "饮水"}},
    {"poor", {"the poor", "贫困户"}},
    {"others", {"the others", "其他户"}},
    {"never", {"the never registered", "从未建档户"}},
    {"exited", {"the exited", "已脱贫户"}},
    {"illness", {"illness", "疾病"}},
    {"disability", {"disability", "残疾"}},
    {"disaster", {"disaster", "灾害"}},
    {"job_loss", {"loss of work", "失业"}},
    {"primary", {"primary school", "小学"}},
    {"junior", {"junior school", "初中"}},
    {"senior", {"senior school", "高中"}},
    {"university", {"university", "大学"}},
    {"nation", {"the nation", "全国"}},
    {"county", {"the county", "县级"}},
    {"national", {"national poverty counties", "国定贫困县"}},
    {"provincial", {"provincial poverty counties", "省定贫困县"}},
    {"unregistered", {"the unregistered", "未建档户"}},
    {"villages", {"villages", "村"}},
    {"lowest", {"the poorest", "最低收入户"}},
    {"highest", {"the richest", "最高收入户"}},
    {"capital", {"lack of capital", "缺资金"}},
    {"drive", {"lack of drive", "缺内生动力"}},
    {"labour", {"lack of labour", "缺劳力"}},
    {"land", {"lack of land", "缺土地"}},
    {"roads", {"roads", "交通"}},
    {"skill", {"lack of skill", "缺技术"}},
    {"connected", {"connected", "已并网"}},
    {"waiting", {"waiting", "待并网"}},
    {"under_construction", {"under construction", "在建"}},
    {"in_tender", {"in tender", "招标中"}},
    {"under_15", {"under 15", "15岁以下"}},
    {"over_64", {"over 64", "64岁以上"}},
};

using Parts = std::vector<std::string>;

Label years_label(const YearSpan& span) {
    const std::string first = std::to_string(span.first), last = std::to_string(span.last);
    if (span.last == YearSpan::open_end) return {"from " + first, first + "年起"};
    if (span.first == span.last) return {first, first + "年"};
    return {first + "-" + last, first + "-" + last + "年"};
}

Label word_for(const std::string& part) {
    if (const auto span = parse_year_span(part)) return years_label(*span);
    for (const Word& word : known_words)
        if (word.id == part) return word.label;
    return {part, part};
}

// The parts that stand for `*`; nullopt where the path is not of the pattern.
std::optional<Parts> captures(std::string_view pattern, const Parts& path) {
    const Parts wanted = split_path(pattern);
    if (wanted.size() != path.size()) return std::nullopt;
    Parts found;
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (wanted[i] == "*")
            found.push_back(path[i]);
        else if (wanted[i] != path[i])
            return std::nullopt;
    }
    return found;
}

std::string fill(std::string_view text, const std::vector<std::string>& words) {
    const std::string& second = words.size() > 1 ? words[1] : words[0];
    return fmt::format(fmt::runtime(text), words[0], second);
}

// Of the first pattern that fits; `about` gives the word of a part that stands for `*`.
template <std::size_t N, class About>
std::optional<Label> name_by(const Pattern (&patterns)[N], const Parts& path, const About& about) {
    for (const Pattern& pattern : patterns) {
        const std::optional<Parts> parts = captures(pattern.path, path);
        if (!parts) continue;
        std::vector<std::string> en{}, zh{};
        for (const std::string& part : *parts) {
            const Label word = about(part);
            en.push_back(word.en);
            zh.push_back(word.zh);
        }
        if (parts->empty()) return Label{std::string(pattern.en), std::string(pattern.zh)};
        return Label{fill(pattern.en, en), fill(pattern.zh, zh)};
    }
    return std::nullopt;
}

// An area's own name, or what a word stands for.
Label area_or_word(const ReportContext& context, const std::string& part) {
    for (const County& county : context.counties)
        if (county.id == part) return county.name;
    return part == "city" ? context.city.name : word_for(part);
}

std::optional<Label> intervention_input(const ReportContext& context,
                                        const ReportIntervention& intervention, Parts path) {
    path.erase(path.begin(), path.begin() + 2);
    const auto about = [&](const std::string& part) {
        const auto effect = intervention.effects_about.find(part);
        return effect == intervention.effects_about.end() ? area_or_word(context, part)
                                                          : word_for(effect->second);
    };
    const std::optional<Label> name = name_by(of_intervention, path, about);
    if (!name) return std::nullopt;
    const Label& own = intervention.label;
    return Label{own.en + ": " + name->en, own.zh + "：" + name->zh};
}

}  // namespace

Label input_name(const ReportContext& context, std::string_view path) {
    const Parts parts = split_path(path);
    std::optional<Label> name;
    if (parts.size() > 2 && parts[0] == "interventions") {
        for (const ReportIntervention& intervention : context.interventions)
            if (intervention.id == parts[1])
                name = intervention_input(context, intervention, parts);
    } else {
        name = name_by(everywhere, parts, [&](const std::string& part) {
            for (const ReportFund& fund : context.funds)
                if (fund.id == part) return fund.label;
            return area_or_word(context, part);
        });
    }
    return name.value_or(Label{std::string(path), std::string(path)});
}

}  // namespace zhaimao
