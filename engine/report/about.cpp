#include "engine/report/about.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "engine/exit/delisting.h"

namespace zhaimao {
namespace {

nlohmann::ordered_json limit_json(const std::optional<IncidenceRule>& rule) {
    if (!rule) return nullptr;
    const bool under = rule->side == IncidenceRule::Side::under;
    return {{under ? "under" : "at_most", rule->threshold}};
}

std::optional<IncidenceRule> limit_from(const nlohmann::json& json) {
    if (const auto under = json.find("under"); json.is_object() && under != json.end())
        return IncidenceRule{under->get<double>(), IncidenceRule::Side::under};
    if (const auto most = json.find("at_most"); json.is_object() && most != json.end())
        return IncidenceRule{most->get<double>(), IncidenceRule::Side::at_most};
    return std::nullopt;
}

constexpr std::array<std::string_view, 3> designation_names{"none", "provincial", "national"};
constexpr std::array<std::string_view, 3> side_names{"under", "at_most", "at_least"};

template <std::size_t N>
std::size_t place_of(const std::array<std::string_view, N>& names, const std::string& name) {
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

nlohmann::ordered_json set_json(const RuleSet& set) {
    nlohmann::ordered_json json{
        {"designation", designation_names[static_cast<std::size_t>(set.designation)]}};
    if (set.region < region_count) json["region"] = region_ids[set.region];
    for (const RuleLimit& limit : set.rules)
        json["rules"][limit.rule] = {
            {side_names[static_cast<std::size_t>(limit.side)], limit.share}};
    return json;
}

RuleSet set_from(const nlohmann::json& json) {
    const std::size_t designation = place_of(designation_names, json.value("designation", ""));
    RuleSet set{static_cast<Designation>(designation % designation_names.size()),
                place_of(region_ids, json.value("region", "")),
                {}};
    const nlohmann::json rules = json.value("rules", nlohmann::json::object());
    for (const std::string& id : Delisting{}.rule_ids())
        for (std::size_t side = 0; side < side_names.size(); ++side)
            if (const auto rule = rules.find(id); rule != rules.end())
                if (const auto limit = rule->find(side_names[side]); limit != rule->end())
                    set.rules.push_back(
                        {id, static_cast<RuleLimit::Side>(side), limit->get<double>()});
    return set;
}

CountyRules rules_from(const nlohmann::json& json) {
    CountyRules rules;
    for (const nlohmann::json& set : json.value("rule_sets", nlohmann::json::array()))
        rules.sets.push_back(set_from(set));
    for (const nlohmann::json& place : json.value("rule_set_of", nlohmann::json::array())) {
        rules.set_of.emplace_back();
        if (place.is_number_unsigned() && place.get<std::size_t>() < rules.sets.size())
            rules.set_of.back() = place.get<std::size_t>();
    }
    return rules;
}

nlohmann::ordered_json study_json(const AboutStudy& study) {
    return {{"id", study.id},
            {"design", study.design},
            {"points", study.points},
            {"factors", study.factors},
            {"common_random_numbers", study.common_random_numbers},
            {"scenario", {{"en", study.scenario.en}, {"zh", study.scenario.zh}}}};
}

AboutStudy study_from(const nlohmann::json& json) {
    const nlohmann::json scenario = json.value("scenario", nlohmann::json::object());
    return {json.value("id", ""),
            json.value("design", ""),
            json.value("points", std::int64_t{0}),
            json.value("factors", std::int64_t{0}),
            json.value("common_random_numbers", true),
            {scenario.value("en", ""), scenario.value("zh", "")}};
}

}  // namespace

About about(const ReportContext& context) {
    About about{context.title,     context.line, context.households,
                context.exit_task, {},           context.rules};
    for (std::size_t c = 0; c < context.counties.size(); ++c)
        about.limits.push_back(context.limits.of(c, context.counties[c]));
    for (const ReportIntervention& i : context.interventions)
        about.instruments.push_back({i.id, i.is_entitlement, i.covers_all, i.has_cost, i.tops_up});
    return about;
}

nlohmann::ordered_json to_json(const About& about) {
    nlohmann::ordered_json json{{"title", {{"en", about.title.en}, {"zh", about.title.zh}}},
                                {"line", about.line},
                                {"households", about.households}};
    json["exit_task"] = nlohmann::ordered_json::array();
    for (const YearlyTask& task : about.exit_task)
        json["exit_task"].push_back({{"year", task.year}, {"people", task.people}});
    json["limits"] = nlohmann::ordered_json::array();
    for (const auto& limit : about.limits) json["limits"].push_back(limit_json(limit));
    json["rule_sets"] = nlohmann::ordered_json::array();
    for (const RuleSet& set : about.rules.sets) json["rule_sets"].push_back(set_json(set));
    json["rule_set_of"] = nlohmann::ordered_json::array();
    for (const auto& place : about.rules.set_of)
        json["rule_set_of"].push_back(place ? nlohmann::ordered_json(*place) : nullptr);
    json["instruments"] = nlohmann::ordered_json::array();
    for (const AboutInstrument& instrument : about.instruments)
        json["instruments"].push_back({{"id", instrument.id},
                                       {"entitlement", instrument.is_entitlement},
                                       {"covers_all", instrument.covers_all},
                                       {"cost", instrument.has_cost},
                                       {"top_up", instrument.tops_up}});
    if (about.study) json["study"] = study_json(*about.study);
    return json;
}

About about_from(const nlohmann::json& json) {
    About about;
    if (!json.is_object()) return about;
    const nlohmann::json title = json.value("title", nlohmann::json::object());
    about.title = {title.value("en", ""), title.value("zh", "")};
    about.line = json.value("line", "");
    about.households = json.value("households", std::int64_t{0});
    for (const nlohmann::json& task : json.value("exit_task", nlohmann::json::array()))
        about.exit_task.push_back({task.value("year", 0), task.value("people", 0.0)});
    for (const nlohmann::json& limit : json.value("limits", nlohmann::json::array()))
        about.limits.push_back(limit_from(limit));
    about.rules = rules_from(json);
    for (const nlohmann::json& instrument : json.value("instruments", nlohmann::json::array()))
        about.instruments.push_back(
            {instrument.value("id", ""), instrument.value("entitlement", false),
             instrument.value("covers_all", false), instrument.value("cost", false),
             instrument.value("top_up", false)});
    if (const auto study = json.find("study"); study != json.end() && study->is_object())
        about.study = study_from(*study);
    return about;
}

}  // namespace zhaimao
