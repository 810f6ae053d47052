#include "engine/report/console_bracket.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "engine/io/csv.h"

namespace zhaimao {
namespace {

std::string limit_text(const IncidenceRule& rule, const ReportWords& said) {
    return fmt::format(
        fmt::runtime(rule.side == IncidenceRule::Side::under ? said.under : said.at_most),
        number_text(rule.threshold * 100.0));
}

// Where rules differ by region: each limit once.
std::string limits_by_county(const IncidenceLimits& limits, const ReportWords& said) {
    std::vector<std::string> texts;
    for (const std::optional<IncidenceRule>& rule : limits.by_county)
        if (rule && std::find(texts.begin(), texts.end(), limit_text(*rule, said)) == texts.end())
            texts.push_back(limit_text(*rule, said));
    std::sort(texts.begin(), texts.end());
    return fmt::format("{}", fmt::join(texts, said.list_separator)) +
           (texts.size() > 1 ? std::string(said.by_region) : "");
}

// One limit where all designations share it, else one for each.
std::string limits_by_designation(const IncidenceLimits& limits, const ReportWords& said) {
    std::vector<std::string> texts;
    std::string by_designation;
    for (std::size_t d = 0; d < limits.size(); ++d) {
        if (!limits[d]) continue;
        texts.push_back(limit_text(*limits[d], said));
        by_designation += (texts.size() > 1 ? std::string(said.list_separator) : "") +
                          std::string(said.designations[d]) + ' ' + texts.back();
    }
    const bool equal = std::all_of(texts.begin(), texts.end(),
                                   [&](const std::string& t) { return t == texts.front(); });
    return equal && !texts.empty() ? texts.front() : by_designation;
}

}  // namespace

std::string bracket_text(const ReportContext& context, Language language) {
    const ReportWords& said = words(language);
    std::string limits = limits_by_county(context.limits, said);
    if (limits.empty()) limits = limits_by_designation(context.limits, said);
    return limits.empty() ? std::string(said.bracket_alone)
                          : fmt::format(fmt::runtime(said.bracket), limits);
}

}  // namespace zhaimao
