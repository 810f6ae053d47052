#include "engine/report/rules_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "engine/exit/delisting.h"
#include "engine/io/csv.h"
#include "engine/report/section_words.h"

namespace zhaimao {
namespace {

struct RuleWord {
    std::string_view rule, name, head, chinese;
};
constexpr RuleWord rule_words[] = {{IncidenceRule::name, "incidence", "Incidence", "贫困发生率"},
                                   {ComprehensiveIncidenceRule::name, "comprehensive incidence",
                                    "Comprehensive incidence", "综合贫困发生率"},
                                   {WrongExitRule::name, "wrong exits", "Wrong exits", "错退率"},
                                   {MissedRule::name, "missed people", "Missed people", "漏评率"},
                                   {ApprovalRule::name, "approval", "Approval", "群众认可度"}};
static_assert(std::size(rule_words) == std::variant_size_v<DelistingRule>);

const RuleWord& word_of(std::string_view rule) {
    return *std::find_if(std::begin(rule_words), std::end(rule_words) - 1,
                         [&](const RuleWord& word) { return word.rule == rule; });
}

std::string designation_of(const RuleSet& set, const ReportWords& said) {
    return std::string(said.designations[static_cast<std::size_t>(set.designation)]);
}
std::string region_of(const RuleSet& set, const ReportWords& said) {
    return std::string(said.regions[set.region]);
}
std::string both_of(const RuleSet& set, const ReportWords& said) {
    return fmt::format(fmt::runtime(said.in_region), designation_of(set, said),
                       region_of(set, said));
}
using NameOfSet = std::string (*)(const RuleSet&, const ReportWords&);

// Whether sets of one name are in one group.
bool decides(NameOfSet name, const CountyRules& rules, const SaidOfSet& said,
             const ReportWords& words) {
    for (const RuleSet& a : rules.sets)
        for (const RuleSet& b : rules.sets)
            if (name(a, words) == name(b, words) && said(a) != said(b)) return false;
    return true;
}

NameOfSet naming(const CountyRules& rules, const SaidOfSet& said, const ReportWords& words) {
    for (const NameOfSet name : {&designation_of, &region_of})
        if (decides(name, rules, said, words)) return name;
    return &both_of;
}

std::string all_rules_text(const RuleSet& set, Language language) {
    std::vector<std::string> texts;
    for (const RuleLimit& limit : set.rules)
        texts.push_back(fmt::format(fmt::runtime(words(language).rule_limit),
                                    rule_name(limit.rule, language), limit_text(limit, language)));
    return fmt::format("{}", fmt::join(texts, words(language).name_separator));
}

}  // namespace

std::string rule_name(std::string_view rule, Language language) {
    const RuleWord& word = word_of(rule);
    return std::string(language == Language::zh ? word.chinese : word.name);
}

std::string rule_head(std::string_view rule, Language language) {
    const RuleWord& word = word_of(rule);
    return std::string(language == Language::zh ? word.chinese : word.head);
}

std::string limit_text(const RuleLimit& limit, Language language) {
    const ReportWords& said = words(language);
    const std::string_view texts[] = {said.under, said.at_most, said.at_least};
    return fmt::format(fmt::runtime(texts[static_cast<std::size_t>(limit.side)]),
                       number_text(limit.share * 100.0));
}

std::vector<RuleGroup> rule_groups(const CountyRules& rules, const SaidOfSet& said,
                                   Language language) {
    const NameOfSet name_of = naming(rules, said, words(language));
    std::vector<RuleGroup> groups;
    for (const RuleSet& set : rules.sets) {
        const std::string text = said(set), name = name_of(set, words(language));
        if (text.empty()) continue;
        const auto same = std::find_if(groups.begin(), groups.end(),
                                       [&](const RuleGroup& group) { return group.text == text; });
        if (same == groups.end())
            groups.push_back({name, &set, text});
        else if (same->whose.find(name) == std::string::npos)
            same->whose += std::string(words(language).name_separator) + name;
    }
    if (groups.size() == 1) groups.front().whose.clear();
    return groups;
}

std::string limit_head(const RuleGroup& group, Language language) {
    const SectionWords& said = section_words(language);
    return group.whose.empty() ? std::string(said.limit)
                               : fmt::format(fmt::runtime(said.limit_of), group.whose);
}

std::string rules_text(const CountyRules& rules, Language language) {
    const bool alone = !rules.beside_incidence();
    const SaidOfSet said = [&](const RuleSet& set) {
        return alone ? limit_text(*set.find(IncidenceRule::name), language)
                     : all_rules_text(set, language);
    };
    std::string text;
    for (const RuleGroup& group : rule_groups(rules, said, language))
        text += (text.empty() ? "" : std::string(words(language).list_separator)) +
                (group.whose.empty() ? "" : group.whose + ' ') + group.text;
    return text;
}

}  // namespace zhaimao
