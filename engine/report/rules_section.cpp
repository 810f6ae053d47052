#include "engine/report/rules_section.h"

#include <cmath>
#include <map>

#include "engine/exit/delisting.h"
#include "engine/report/result_lookup.h"
#include "engine/report/rules_text.h"
#include "engine/report/section_words.h"
#include "engine/report/table_view.h"

namespace zhaimao {
namespace {

std::map<std::int64_t, const RuleSet*> sets_by_area(const RunData& run) {
    std::map<std::int64_t, const RuleSet*> sets;
    for (std::size_t c = 0; c < run.areas.size(); ++c)
        if (const RuleSet* set = run.about.rules.of(c)) sets[run.areas[c].id] = set;
    return sets;
}

// By area and rule, at the area's deadline.
using Failures = std::map<std::pair<std::int64_t, std::string>, double>;

Failures failures_at(const RunResults& results, const std::map<std::int64_t, int>& deadlines) {
    Failures failures;
    const TableView view(*results.table("rule_failure"));
    for (const TableRow row : view.rows()) {
        const std::int64_t area = view.whole(row, "area_id");
        const auto deadline = deadlines.find(area);
        if (deadline != deadlines.end() && view.whole(row, "year") == deadline->second)
            failures[{area, view.text(row, "rule")}] = view.real(row, "p_fail");
    }
    return failures;
}

std::vector<std::string> rules_of(const RunData& run) {
    std::vector<std::string> rules = Delisting{}.rule_ids();
    std::erase_if(rules, [&](const std::string& rule) { return !run.about.rules.has(rule); });
    return rules;
}

Figure share_of(double p_fail, std::int64_t futures) {
    const Interval range = wilson(std::llround(p_fail * static_cast<double>(futures)), futures);
    return {p_fail, range.low, range.high};
}

// What each rule asks for; a row for each set of rules.
void add_limits(ReportTable& table, const RunData& run, const std::vector<std::string>& rules,
                Language language) {
    const SaidOfSet all = [&](const RuleSet& set) {
        std::string text;
        for (const RuleLimit& limit : set.rules) text += limit.rule + limit_text(limit, language);
        return text;
    };
    for (const RuleGroup& group : rule_groups(run.about.rules, all, language)) {
        std::vector<ReportCell> row{limit_head(group, language), std::monostate{}};
        for (const std::string& rule : rules) {
            const RuleLimit* limit = group.set->find(rule);
            row.push_back(limit == nullptr ? ReportCell{} : limit_text(*limit, language));
        }
        table.rows.push_back(std::move(row));
        ++table.closing_rows;
    }
}

}  // namespace

std::vector<DeadlineFailure> deadline_failures(const RunResults& results) {
    std::vector<DeadlineFailure> rows;
    if (results.table("rule_failure") == nullptr || !results.run.about.rules.beside_incidence())
        return rows;
    const auto sets = sets_by_area(results.run);
    const std::vector<TargetChance> targets = chances_by_deadline(results);
    std::map<std::int64_t, int> deadlines;
    for (const TargetChance& target : targets) deadlines[target.area] = target.deadline;
    const Failures failures = failures_at(results, deadlines);
    for (const TargetChance& target : targets) {
        const auto set = sets.find(target.area);
        if (set == sets.end()) continue;
        for (const RuleLimit& limit : set->second->rules)
            if (const auto found = failures.find({target.area, limit.rule});
                found != failures.end())
                rows.push_back({target.area, target.deadline, limit.rule, found->second});
    }
    return rows;
}

ReportTable rules_section(const RunResults& results, const ReportStyle& style) {
    const RunData& run = results.run;
    const SectionWords& words = section_words(style.language);
    const std::vector<std::string> rules = rules_of(run);
    ReportTable table;
    table.section = "rules";
    table.title = words.rules;
    table.columns = {{std::string(words.county), FigureKind::text},
                     {std::string(words.deadline), FigureKind::year}};
    for (const std::string& rule : rules)
        table.columns.push_back({rule_head(rule, style.language), FigureKind::probability});
    std::int64_t area = -1;
    for (const DeadlineFailure& failure : deadline_failures(results)) {
        if (failure.area != area) {
            area = failure.area;
            table.rows.push_back({name_in(style.language, area_label(run, area)),
                                  Figure{static_cast<double>(failure.deadline)}});
            table.rows.back().resize(table.columns.size(), Figure{});
        }
        for (std::size_t r = 0; r < rules.size(); ++r)
            if (rules[r] == failure.rule)
                table.rows.back()[r + 2] = share_of(failure.p_fail, run.replicates);
    }
    if (!table.rows.empty()) add_limits(table, run, rules, style.language);
    return table;
}

}  // namespace zhaimao
