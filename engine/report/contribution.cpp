#include "engine/report/contribution.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <numeric>

#include "engine/analysis/paired.h"
#include "engine/report/summary_rows.h"
#include "engine/report/text.h"

namespace zhaimao {
namespace {

struct ContributionWords {
    std::string_view head, head_by_instrument, heads[6], instrument, none, all, less;
    std::string_view exact, sampled;  // orders
    std::string_view bracket, money;
    std::string_view batches[6];
};

constexpr ContributionWords english{
    .head = "Who does the work: {} | {} counties, {}{}-{} | {}, seed {}",
    .head_by_instrument = "Who does the work: {} | {} counties, {}{}-{} | {}, seed {}",
    .heads = {"Batch", "Exits by {}", "% of all", "Incidence, points", "Person-years of poverty",
              "Yuan per exit"},
    .instrument = "Instrument",
    .none = "Growth alone",
    .all = "All together",
    .less = "All less growth alone",
    .exact =
        "Shapley shares over the {} orders in which the batches can be added; they add up to "
        "the plan less growth\nalone. ",
    .sampled =
        "Shapley shares over orders in which they can be added, {} sampled in each future; they "
        "add up to the plan less\ngrowth alone. ",
    .bracket = "[ ] 95 % intervals of the mean: simulation error only. ",
    .money =
        "Money is support and top-ups.\n"
        "-: exits that cannot be told from none, or no money beyond what is saved in top-ups.",
    .batches = {"Production", "Relocation", "Ecology", "Education", "Social security",
                "Supporting programmes"}};

constexpr ContributionWords chinese{
    .head = "各批措施的贡献：{} | {}个县（市、区），{}{}-{}年 | {}，种子{}",
    .head_by_instrument = "各项措施的贡献：{} | {}个县（市、区），{}{}-{}年 | {}，种子{}",
    .heads = {"措施类别", "至{}年底脱贫人数", "占比，%", "发生率，百分点", "贫困人年",
              "每人费用，元"},
    .instrument = "措施",
    .none = "仅靠增长",
    .all = "全部措施",
    .less = "全部减仅靠增长",
    .exact = "按{}种加入次序平均的沙普利值，合计等于规划减去仅靠增长。",
    .sampled = "沙普利值，每次模拟抽取{}种加入次序平均，合计等于规划减去仅靠增长。",
    .bracket = "[ ]为平均值的95%区间，仅为模拟误差。",
    .money =
        "费用为帮扶与兜底资金。\n"
        "-表示脱贫人数与零无法区分，或除节省的兜底资金外不另花钱。",
    .batches = {"发展生产", "易地搬迁", "生态补偿", "发展教育", "社会保障兜底", "保障与帮扶"}};

const ContributionWords& words_in(Language language) {
    return language == Language::zh ? chinese : english;
}

double half_width(const Summary& s) {
    return s.n < 2 ? std::numeric_limits<double>::quiet_NaN()
                   : student_t(confidence_level, s.n - 1) * s.mcse;
}

// One future has no interval.
std::string people_interval(const Summary& s) {
    const double half = half_width(s);
    if (!std::isfinite(half)) return people_less_text(s.mean, s.mcse);
    return fmt::format("{} [{}, {}]", people_less_text(s.mean, s.mcse),
                       people_less_text(s.mean - half, s.mcse),
                       people_less_text(s.mean + half, s.mcse));
}

std::string points_interval(const Summary& s) {
    const double half = half_width(s);
    if (!std::isfinite(half)) return signed_text(100.0 * s.mean, 2);
    return fmt::format("{} [{}, {}]", signed_text(100.0 * s.mean, 2),
                       signed_text(100.0 * (s.mean - half), 2),
                       signed_text(100.0 * (s.mean + half), 2));
}

// Players, the largest share in exits first.
std::vector<std::size_t> by_exits(const Decomposition& d) {
    std::vector<std::size_t> order(d.players.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return d.share(Achievement::exits, a).mean > d.share(Achievement::exits, b).mean;
    });
    return order;
}

std::vector<std::string> row_of(const std::string& name, const Decomposition& d,
                                const std::array<Summary, achievement_ids.size()>& s) {
    const Summary& exits = s[std::size_t(Achievement::exits)];
    const Summary& points = s[std::size_t(Achievement::incidence)];
    const double whole = summarise(d.all[0]).mean - summarise(d.none[0]).mean;
    const double money = s[std::size_t(Achievement::money)].mean;
    return {name,
            people_interval(exits),
            whole > 0.0 ? fmt::format("{:.1f}", 100.0 * exits.mean / whole) : "-",
            points_interval(points),
            people_interval(s[std::size_t(Achievement::poverty_years)]),
            exits.mean - half_width(exits) > 0.0 && money > 0.0
                ? with_thousands(std::llround(money / exits.mean / 10.0) * 10)
                : "-"};
}

std::array<Summary, achievement_ids.size()> shares_of(const Decomposition& d, std::size_t player) {
    std::array<Summary, achievement_ids.size()> s;
    for (std::size_t a = 0; a < s.size(); ++a) s[a] = summarise(d.shares[a][player]);
    return s;
}

// All together less growth alone.
std::array<Summary, achievement_ids.size()> whole_of(const Decomposition& d) {
    std::array<Summary, achievement_ids.size()> s;
    for (std::size_t a = 0; a < s.size(); ++a)
        s[a] = paired_difference(d.none[a], d.all[a]).difference;
    return s;
}

std::string name_of(const Player& player, PlayersBy by, const ReportContext& context,
                    Language language) {
    if (by == PlayersBy::instrument)
        return name_in(language, context.interventions[player.interventions.front()].label);
    return contribution_name(player.id, language);
}

std::string how(const Decomposition& d, const ContributionWords& said) {
    if (d.by.permutations > 0) return fmt::format(fmt::runtime(said.sampled), d.by.permutations);
    const double orders = std::tgamma(static_cast<double>(d.players.size()) + 1.0);
    return fmt::format(fmt::runtime(said.exact), std::llround(orders));
}

}  // namespace

std::string contribution_name(const std::string& id, Language language) {
    const ContributionWords& said = words_in(language);
    if (id == "none") return std::string(said.none);
    if (id == "all") return std::string(said.all);
    const auto batch = std::find(batch_ids.begin(), batch_ids.end(), id);
    return batch == batch_ids.end() ? id : std::string(said.batches[batch - batch_ids.begin()]);
}

std::string contribution_text(const ReportContext& context, const Decomposition& d,
                              Language language) {
    const ContributionWords& said = words_in(language);
    const bool by_instrument = d.by.players == PlayersBy::instrument;
    std::string text =
        fmt::format(fmt::runtime(by_instrument ? said.head_by_instrument : said.head),
                    name_in(language, context.title), context.counties.size(),
                    sample_text(context.one_in, language), context.first_year, context.last_year,
                    replicates_text(context.replicates, language), context.seed) +
        "\n\n";
    TextGrid grid(
        {Align::left, Align::right, Align::right, Align::right, Align::right, Align::right});
    std::vector<std::string> heads;
    for (const std::string_view head : said.heads)
        heads.push_back(fmt::format(fmt::runtime(head), context.last_deadline()));
    if (by_instrument) heads.front() = said.instrument;
    grid.add_row(heads);
    for (const std::size_t p : by_exits(d))
        grid.add_row(
            row_of(name_of(d.players[p], d.by.players, context, language), d, shares_of(d, p)));
    grid.add_row(row_of(std::string(said.less), d, whole_of(d)));
    text += grid.text() + '\n';
    text += std::string(said.none) + ": " + people_interval(summarise(d.none[0])) + '\n';
    text += std::string(said.all) + ": " + people_interval(summarise(d.all[0])) + '\n';
    text += how(d, said);
    if (context.replicates > 1) text += said.bracket;
    const std::string weighted = weighted_text(context.one_in, language);
    return text + std::string(said.money) + '\n' + (weighted.empty() ? "" : weighted + '\n');
}

Table contribution_table(const ReportContext& context, const Decomposition& d) {
    Table table("contribution", with_summary({{"scenario", CellType::text},
                                              {"component", CellType::text},
                                              {"method", CellType::text},
                                              {"indicator", CellType::text}}));
    const auto add = [&](std::string_view component, std::string_view method, std::size_t a,
                         std::span<const double> values) {
        add_summary_row(table,
                        {context.scenario, std::string(component), std::string(method),
                         std::string(achievement_ids[a])},
                        summarise(values));
    };
    for (std::size_t a = 0; a < achievement_ids.size(); ++a) {
        for (std::size_t p = 0; p < d.players.size(); ++p)
            add(d.players[p].id, d.method(), a, d.shares[a][p]);
        add("none", "level", a, d.none[a]);
        add("all", "level", a, d.all[a]);
    }
    return table;
}

std::string contribution_json(const ReportContext& context, const Decomposition& d,
                              const std::string& folder) {
    nlohmann::ordered_json all{{"scenario", context.scenario},
                               {"replicates", context.replicates},
                               {"one_in", context.one_in},
                               {"seed", context.seed}};
    for (std::size_t a = 0; a < achievement_ids.size(); ++a)
        for (std::size_t p = 0; p < d.players.size(); ++p) {
            const Summary s = summarise(d.shares[a][p]);
            all["contributions"].push_back({{"component", d.players[p].id},
                                            {"method", d.method()},
                                            {"indicator", achievement_ids[a]},
                                            {"mean", s.mean},
                                            {"mcse", s.mcse}});
        }
    all["folder"] = folder;
    return all.dump(2) + '\n';
}

}  // namespace zhaimao
