#include "engine/report/variance_text.h"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "engine/analysis/paired.h"
#include "engine/report/tables.h"
#include "engine/report/text.h"

namespace zhaimao {
namespace {

struct VarianceWords {
    std::string_view head;                     // title, counties, years, futures, seed
    std::string_view mean;                     // people, year, sd
    std::string_view from[chance_count];       // per cent, interval
    std::string_view not_told, never_varies;   // futures
    std::string_view more;                     // futures, half-width, four times as many
    std::string_view sample;                   // one in so many
    std::string_view heads[2 + chance_count];  // outcome, sd, components
    std::string_view poor, counties, money;    // year, place
    std::string_view bracket;
};

constexpr VarianceWords english{
    .head = "What makes the variance: {} | {} counties, {}-{} | {}, each in 16 ways, seed {}",
    .mean = "{} people poor in {} on average, standard deviation {}.",
    .from = {" {} % of the variance [{}, {}] comes from inputs that nobody knows for sure: better "
             "figures narrow it, more replicates do not.",
             " {} % of the variance [{}, {}] comes from good and bad years that all share: nothing "
             "narrows it.",
             " {} % of the variance [{}, {}] comes from households' own luck: nothing narrows it.",
             " {} % of the variance [{}, {}] comes from what officials see of the households: "
             "better measurement narrows it."},
    .not_told = " Which part weighs most cannot be told from {} futures.",
    .never_varies = " It is the same in every future.",
    .more =
        " The mean of these {} futures is known to +-{}; {} would halve that, and leave the "
        "standard deviation as it is.",
    .sample =
        " One household stands for {}: so luck and measurement weigh about {} times as much "
        "as they would for everybody.",
    .heads = {"Outcome", "Sd", "Parameters, %", "Common shocks", "Own luck", "Measurement"},
    .poor = "Poor {}, {}",
    .counties = "Counties in time",
    .money = "Money, million yuan",
    .bracket =
        "Shares of the variance (Shapley), adding up to 100 %. [ ] 95 % intervals: simulation "
        "error only."};

constexpr VarianceWords chinese{
    .head = "方差的构成：{} | {}个县（市、区），{}-{}年 | {}，各按16种方式，种子{}",
    .mean = "{1}年贫困人口平均{0}人，标准差{2}。",
    .from = {"方差的{}% [{}, {}]来自无人确知的参数：更好的数据可使其缩小，增加模拟次数则不能。",
             "方差的{}% [{}, {}]来自各地共有的年景好坏，无法缩小。",
             "方差的{}% [{}, {}]来自各户自身的运气，无法缩小。",
             "方差的{}% [{}, {}]来自对农户的观测，改进测量可使其缩小。"},
    .not_told = "{}个未来不足以分辨哪一部分最大。",
    .never_varies = "各个未来全都相同。",
    .more = "这{}个未来的平均值精确到±{}；{}个可使其减半，但标准差不变。",
    .sample = "每户代表{0}户，运气与测量的比重因此约为全体时的{1}倍。",
    .heads = {"结果", "标准差", "参数，%", "共同冲击", "自身运气", "测量"},
    .poor = "{}年贫困人口，{}",
    .counties = "按期县数",
    .money = "费用，百万元",
    .bracket = "方差的份额（沙普利值），合计100%。[ ]为95%区间，仅为模拟误差。"};

template <class... Args>
std::string fill(std::string_view text, const Args&... args) {
    return fmt::format(fmt::runtime(text), args...);
}

const VarianceWords& words_in(Language language) {
    return language == Language::zh ? chinese : english;
}

std::string percent(double share) {
    return std::isfinite(share) ? fmt::format("{:.0f}", 100.0 * share + 0.0) : "-";
}

double half_width(const Summary& s) {
    return s.n < 2 ? Summary::undefined : student_t(confidence_level, s.n - 1) * s.mcse;
}

// What more replicates would narrow, of the main outcome.
std::string sentences(const ReportContext& context, const VarianceBudget& budget,
                      const VarianceWords& said) {
    const OutcomeBudget& main = budget.outcomes.front();
    const double error = main.plain.mcse;
    std::string text = fill(said.mean, people_text(main.plain.mean, error), context.last_deadline(),
                            people_text(main.sd, error));
    if (!(main.sd > 0.0)) return text + std::string(said.never_varies);
    if (const std::optional<Chance> largest = main.largest()) {
        const ComponentShare& s = main.shares[static_cast<std::size_t>(*largest)];
        text += fill(said.from[static_cast<std::size_t>(*largest)], percent(s.share),
                     percent(s.confidence.low), percent(s.confidence.high));
    } else {
        text += fill(said.not_told, budget.futures);
    }
    if (budget.futures > 1)
        text += fill(said.more, budget.futures, people_text(half_width(main.plain), error),
                     4 * budget.futures);
    if (context.one_in > 1) text += fill(said.sample, context.one_in, context.one_in);
    return text;
}

std::string name_of(const OutcomeBudget& o, const ReportContext& context, Language language) {
    const VarianceWords& said = words_in(language);
    if (o.outcome == "counties_on_time") return std::string(said.counties);
    if (o.outcome == "money") return std::string(said.money);
    if (o.area == context.counties.size())
        return fill(said.poor, context.last_deadline(), name_in(language, context.city.name));
    const County& county = context.counties[o.area];
    return fill(said.poor, county.target.deadline, name_in(language, county.name));
}

std::string deviation_text(const OutcomeBudget& o) {
    constexpr double million = 1e6;
    if (o.outcome == "counties_on_time") return fmt::format("{:.1f}", o.sd);
    if (o.outcome == "money") return with_thousands(std::llround(o.sd / million));
    return people_text(o.sd, o.plain.mcse);
}

std::string share_text(const ComponentShare& s) {
    if (!std::isfinite(s.share)) return "-";
    return fmt::format("{:>3} [{:>2},{:>3}]", percent(s.share), percent(s.confidence.low),
                       percent(s.confidence.high));
}

}  // namespace

std::string variance_text(const ReportContext& context, const VarianceBudget& budget,
                          Language language) {
    constexpr std::size_t columns = 108;
    const VarianceWords& said = words_in(language);
    std::string text = fill(said.head, name_in(language, context.title), context.counties.size(),
                            context.first_year, context.last_year,
                            futures_text(budget.futures, language), context.seed) +
                       "\n\n" + wrapped(sentences(context, budget, said), columns) + "\n\n";
    TextGrid grid(
        {Align::left, Align::right, Align::right, Align::right, Align::right, Align::right});
    grid.add_row({said.heads[0].data(), said.heads[1].data(), said.heads[2].data(),
                  said.heads[3].data(), said.heads[4].data(), said.heads[5].data()});
    for (const OutcomeBudget& o : budget.outcomes) {
        std::vector<std::string> row{name_of(o, context, language), deviation_text(o)};
        for (const ComponentShare& s : o.shares) row.push_back(share_text(s));
        grid.add_row(std::move(row));
    }
    return text + grid.text() + '\n' + std::string(said.bracket) + '\n';
}

std::string variance_json(const ReportContext& context, const VarianceBudget& budget,
                          const std::string& folder) {
    nlohmann::ordered_json all{{"scenario", context.scenario},
                               {"replicates", budget.futures},
                               {"one_in", context.one_in},
                               {"seed", context.seed},
                               {"conf_level", confidence_level}};
    for (const OutcomeBudget& o : budget.outcomes) {
        nlohmann::ordered_json one{{"area_id", area_id(context, o.area)},
                                   {"outcome", o.outcome},
                                   {"mean", o.plain.mean},
                                   {"mcse", o.plain.mcse},
                                   {"sd", o.sd}};
        for (std::size_t g = 0; g < chance_count; ++g)
            one["shares"].push_back({{"component", component_ids[g]},
                                     {"share", o.shares[g].share},
                                     {"conf_low", o.shares[g].confidence.low},
                                     {"conf_high", o.shares[g].confidence.high},
                                     {"first_order", o.shares[g].first_order},
                                     {"total", o.shares[g].total}});
        all["outcomes"].push_back(std::move(one));
    }
    all["folder"] = folder;
    return all.dump(2) + '\n';
}

Table variance_table(const ReportContext& context, const VarianceBudget& budget) {
    Table table("variance_budget", {{"scenario", CellType::text},
                                    {"area_id", CellType::whole},
                                    {"outcome", CellType::text},
                                    {"component", CellType::text},
                                    {"share", CellType::real},
                                    {"conf_low", CellType::real},
                                    {"conf_high", CellType::real},
                                    {"first_order", CellType::real},
                                    {"total", CellType::real},
                                    {"sd", CellType::real},
                                    {"n", CellType::whole}});
    for (const OutcomeBudget& o : budget.outcomes)
        for (std::size_t g = 0; g < chance_count; ++g) {
            const ComponentShare& s = o.shares[g];
            table.add_row({context.scenario, area_id(context, o.area), std::string(o.outcome),
                           std::string(component_ids[g]), s.share, s.confidence.low,
                           s.confidence.high, s.first_order, s.total, o.sd, budget.futures});
        }
    return table;
}

}  // namespace zhaimao
