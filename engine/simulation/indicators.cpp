#include "engine/simulation/indicators.h"

namespace zhaimao {

const std::array<IndicatorInfo, indicator_count> indicator_table{{
    {"poor_people", "people", "Poor people", "贫困人口",
     "People on the poverty register on 31 December, registered or relapsed."},
    {"poor_households", "households", "Poor households", "贫困户",
     "Households on the poverty register on 31 December."},
    {"incidence", "share", "Poverty incidence", "贫困发生率",
     "Registered poor people over registered rural people."},
    {"exited_people", "people", "Exits", "脱贫人口",
     "People whose households left the register during the year, relapsed ones included."},
    {"exited_people_cumulative", "people", "Exits since the start", "累计脱贫人口",
     "Sum of the yearly exits since the start; whoever exits twice counts twice."},
    {"able_people", "people", "Able to exit", "达到退出标准人口",
     "People on the register whose households pass the exit test of the year, exited or held "
     "back."},
    {"plan_shortfall_people", "people", "Short of the exit plan", "未完成退出计划人口",
     "People that the yearly exit plan has room for beyond those able to exit."},
    {"relapsed_people", "people", "Relapses", "返贫人口",
     "People of once exited households that entered the register again during the year."},
    {"newly_poor_people", "people", "New entries", "新致贫人口",
     "People of households that entered the register for the first time during the year."},
    {"cohort_people", "people", "Never out since the start", "起始在册未脱贫人口",
     "People on the register at the start whose households have not left it yet."},
    {"screened_people", "people", "Screened", "排查人口",
     "People outside the register whose observed income fell under the re-entry screen."},
    {"comprehensive_incidence", "share", "Comprehensive incidence", "综合贫困发生率",
     "People on the register, wrongly exited and missed, by their true state, over registered "
     "rural "
     "people."},
    {"wrong_exit_rate", "share", "Wrong-exit rate", "错退率",
     "Of the people whose households have exited, the share whose true state fails the tolerance."},
    {"missed_rate", "share", "Missed rate", "漏评率",
     "Of the people never on the register, the share whose true state is poor."},
    {"delisted", "counties", "Counties delisted", "摘帽县数",
     "1 from the year in which the county is delisted on, else 0; of the city, how many counties "
     "are."},
    {"approved", "counties", "Delistings approved", "批准退出县数",
     "1 from the year in which the county's delisting is approved on, else 0; of the city, how "
     "many."},
    {"relapsed_after_delisting_people", "people", "Relapses after delisting", "摘帽后返贫人口",
     "People of once exited households that entered the register again, in counties delisted "
     "before "
     "the year."},
    {"villages_exited", "villages", "Villages exited", "退出贫困村数",
     "Registered villages that have met the rule of village exit so far."},
    {"mean_income", "yuan/person/year", "Mean income", "人均收入",
     "Mean true income per head of all rural people."},
    {"mean_income_registered", "yuan/person/year", "Mean income of the registered",
     "在册人口人均收入", "Mean true income per head of the people on the register."},
    {"mean_operating", "yuan/person/year", "Mean operating income", "人均经营净收入",
     "Mean income per head from farms and own business, all rural people; of the start year "
     "before its luck."},
    {"mean_wages", "yuan/person/year", "Mean wages", "人均工资性收入",
     "Mean income per head from wages, all rural people; of the start year before its luck."},
    {"mean_property", "yuan/person/year", "Mean property income", "人均财产净收入",
     "Mean income per head from property, all rural people."},
    {"mean_transfers", "yuan/person/year", "Mean transfers", "人均转移净收入",
     "Mean income per head from transfers, all rural people."},
    {"median_income", "yuan/person/year", "Median income", "收入中位数",
     "Income per head that half of all rural people do not exceed."},
    {"gini", "index", "Gini coefficient", "基尼系数",
     "Gini coefficient of true income per head, all rural people."},
    {"fgt0", "share", "Headcount ratio", "贫困人口比率",
     "Share of all rural people with true income under the line (FGT, alpha 0)."},
    {"fgt1", "share", "Poverty gap", "贫困缺口率",
     "Mean of (line - income) / line over all rural people, zero for those above (FGT, alpha 1)."},
    {"fgt2", "share", "Squared poverty gap", "贫困缺口平方率",
     "Mean of ((line - income) / line)^2, zero for those above (FGT, alpha 2)."},
    {"mean_gap", "yuan/person/year", "Mean gap of the poor", "贫困人口人均缺口",
     "What the people with true income under the line lack to it on average."},
    {"total_gap", "yuan/year", "Total gap", "贫困缺口总额",
     "What all rural people with true income under the line lack to it together."},
    {"watts", "index", "Watts index", "瓦茨指数",
     "Mean of ln(line / income) over all rural people, zero for those above; over a growth rate it "
     "is the average exit time."},
    {"theil_t", "index", "Theil T", "泰尔T指数",
     "Mean of (income / mean) ln(income / mean), all rural people."},
    {"theil_l", "index", "Theil L", "泰尔L指数",
     "Mean of ln(mean / income), all rural people: the mean log deviation."},
    {"atkinson", "index", "Atkinson index", "阿特金森指数",
     "Share of income that equality would save at an inequality aversion of 0.5, all rural "
     "people."},
    {"hoover", "index", "Hoover index", "胡佛指数",
     "Share of all income that would have to change hands to make all incomes equal."},
    {"decile_1_share", "share", "Poorest tenth's share", "最低10%收入份额",
     "Share of all income that the poorest tenth of rural people have."},
    {"decile_10_share", "share", "Richest tenth's share", "最高10%收入份额",
     "Share of all income that the richest tenth of rural people have."},
    {"bottom_40_share", "share", "Poorest two fifths' share", "最低40%收入份额",
     "Share of all income that the poorest two fifths of rural people have."},
    {"multidimensional_headcount", "share", "Multidimensional headcount", "多维贫困发生率",
     "Of the people who are or were on the register or enrolled anywhere, the share that lacks at "
     "least two of six: an income at the line and the five guarantees (Alkire and Foster, H)."},
    {"multidimensional_intensity", "share", "Multidimensional intensity", "多维贫困强度",
     "Mean share of the six that those multidimensionally poor lack (Alkire and Foster, A)."},
    {"multidimensional_poverty", "index", "Multidimensional poverty", "多维贫困指数",
     "Headcount times intensity (Alkire and Foster, M0), of the same people."},
    {"support_money", "yuan", "Support", "帮扶资金",
     "Money of all interventions during the year, top-ups not included."},
    {"top_up_money", "yuan", "Top-ups", "兜底保障资金",
     "Money that top-ups to the social security line paid during the year."},
    {"dividend_money", "yuan", "Dividends", "资产收益分红",
     "Earnings of assets, such as PV stations, that households received during the year."},
    {"village_money", "yuan", "Villages' own income", "村集体经济收入",
     "Earnings of village assets that stayed with the villages during the year."},
    {"non_finite", "households", "Not a number", "非有限值户数",
     "Households whose income is not a finite number: zero in a sound run."},
}};

const std::array<IndicatorInfo, service_count> service_table{{
    {"task", "unit of the capacity", "Task", "任务数",
     "Capacity of the year; zero for an entitlement."},
    {"served", "unit of the capacity", "Served", "完成数", "Served during the year."},
    {"done_of_task", "share", "Done of the task", "任务完成率", "Served over task."},
    {"served_households", "households", "Households served", "受益户数",
     "Households newly enrolled during the year, or covered by an entitlement."},
    {"served_people", "people", "People served", "受益人口",
     "People of the households newly enrolled during the year, or covered by an entitlement."},
    {"eligible_households", "households", "Households eligible", "符合条件户数",
     "Households that the intervention's predicate admits when the year's enrolment begins."},
    {"money", "yuan", "Money", "资金",
     "Cost of the year and transfers paid: once for the newly served, yearly for all enrolled."},
    {"would_fail_households", "households", "Exits that hang on it", "依赖该措施脱贫户数",
     "Households that left the register during the year and would not have without what it gave "
     "them "
     "that year."},
    {"dividends", "yuan", "Dividends", "资产收益分红",
     "Earnings of its assets that households received during the year."},
    {"lent", "yuan", "Lent", "贷款发放额", "Principals of the loans given during the year."},
    {"repaid", "yuan", "Repaid", "贷款偿还额", "Of principals, repaid during the year."},
    {"written_off", "yuan", "Written off", "贷款核销额",
     "Of principals, lost to the lender during the year."},
    {"inclusion_error", "share", "Inclusion error", "瞄准包含误差",
     "Of the people to whom it gave something during the year, the share whose true income without "
     "interventions' gains of the year is at or above the line."},
    {"exclusion_error", "share", "Exclusion error", "瞄准遗漏误差",
     "Of the people whose true income without interventions' gains of the year is under the line, "
     "the share to whom it gave nothing."},
    {"cgh_ratio", "ratio", "Share of the poorest 40 %, over 0.4", "最贫困40%受益比",
     "Share of the money that it gave, or of the people served where it gave none, that reached "
     "the poorest 40 % of each county's people, over 0.4 (Coady, Grosh and Hoddinott): 1 is "
     "everybody alike, 2.5 the most."},
}};

bool is_flow(Indicator indicator) {
    switch (indicator) {
        case Indicator::exited_people:
        case Indicator::able_people:
        case Indicator::plan_shortfall_people:
        case Indicator::relapsed_people:
        case Indicator::newly_poor_people:
        case Indicator::screened_people:
        case Indicator::relapsed_after_delisting_people:
        case Indicator::comprehensive_incidence:
        case Indicator::wrong_exit_rate:
        case Indicator::missed_rate:
        case Indicator::dividend_money:
        case Indicator::village_money:
        case Indicator::support_money:
        case Indicator::top_up_money:
            return true;
        default:
            return false;
    }
}

}  // namespace zhaimao
