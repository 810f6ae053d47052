#include "engine/report/about.h"

#include <nlohmann/json.hpp>

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
    About about{context.title, context.line, context.households, context.exit_task, {}};
    for (std::size_t c = 0; c < context.counties.size(); ++c)
        about.limits.push_back(context.limits.of(c, context.counties[c]));
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
    if (const auto study = json.find("study"); study != json.end() && study->is_object())
        about.study = study_from(*study);
    return about;
}

}  // namespace zhaimao
