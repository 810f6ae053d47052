#include "engine/cli/check_report.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <numeric>

#include "engine/simulation/provenance.h"

namespace zhaimao {
namespace {

using Json = nlohmann::ordered_json;

std::string counted(std::size_t number, std::string_view thing) {
    return fmt::format("{} {}{}", number, thing, number == 1 ? "" : "s");
}

std::size_t number_of(const std::vector<Mistake>& mistakes) {
    return std::accumulate(mistakes.begin(), mistakes.end(), std::size_t{0},
                           [](std::size_t n, const Mistake& m) { return n + m.count; });
}

std::string source_text(const std::string& source) {
    return source.empty() ? "no source" : source;
}

std::string later_text(const Project& project) {
    const std::vector<SimilarNumbers> groups = grouped(known_later(project));
    if (groups.empty()) return "";
    std::string text =
        fmt::format("  Known only after as_of ({}), in use all the same:\n", project.as_of);
    for (const SimilarNumbers& g : groups) {
        const std::string what = g.count > 1 ? fmt::format("{} ({})", g.path, g.count)
                                             : fmt::format("{} = {}", g.path, g.first.value);
        text += fmt::format("    {}: known {}, {}\n", what, g.first.known_on,
                            source_text(g.first.source));
    }
    return text;
}

std::string study_text(const CheckedFile& file) {
    if (file.points == 0) return "";
    return fmt::format("A study: {}, {} of {} each. Its scenario: ",
                       counted(file.factors, "factor"), counted(file.points, "point"),
                       counted(static_cast<std::size_t>(file.project.replicates), "replicate"));
}

std::string file_text(const CheckedFile& file) {
    const Scenario& scenario = file.project.central;
    const Ledger& ledger = file.project.ledger;
    return fmt::format(
               "{}: no mistakes. {}{} counties, {} interventions, {}-{}; {} of {} inputs are "
               "assumptions, {} never varied.\n",
               file.path, study_text(file), scenario.counties.size(), scenario.interventions.size(),
               scenario.start, scenario.horizon, ledger.assumed(), ledger.numbers().size(),
               ledger.never_varied()) +
           later_text(file.project);
}

Json json_of(const Mistake& mistake) {
    return {{"file", mistake.place.file ? *mistake.place.file : ""},
            {"line", mistake.place.line},
            {"column", mistake.place.column},
            {"path", mistake.path},
            {"message", mistake.message}};
}

Json json_of(const std::vector<Mistake>& mistakes) {
    Json list = Json::array();
    for (const Mistake& m : mistakes) list.push_back(json_of(m));
    return list;
}

Json json_of(const CheckedFile& file) {
    Json json{{"file", file.path}, {"right", file.right}};
    if (!file.right) return json;
    const Project& project = file.project;
    json["kind"] = file.points > 0 ? "study" : "scenario";
    if (file.points > 0) {
        json["factors"] = file.factors;
        json["points"] = file.points;
        json["replicates"] = project.replicates;
    }
    json["counties"] = project.central.counties.size();
    json["interventions"] = project.central.interventions.size();
    json["first_year"] = project.central.start;
    json["last_year"] = project.central.horizon;
    json["inputs"] = project.ledger.numbers().size();
    json["assumptions"] = project.ledger.assumed();
    json["never_varied"] = project.ledger.never_varied();
    json["as_of"] = project.as_of;
    json["known_later"] = Json::array();
    for (const Assumption& number : known_later(project))
        json["known_later"].push_back({{"path", number.path},
                                       {"value", number.value},
                                       {"known_on", number.known_on},
                                       {"source", number.source}});
    return json;
}

}  // namespace

std::string check_text(const CheckReport& report) {
    std::string text;
    for (const auto* list : {&report.errors, &report.warnings})
        for (const Mistake& m : *list) text += m.text() + "\n";
    for (const CheckedFile& file : report.files)
        if (file.right) text += file_text(file);
    if (!report.errors.empty() || !report.warnings.empty())
        text += fmt::format("{}, {} in {}.\n", counted(number_of(report.errors), "error"),
                            counted(number_of(report.warnings), "warning"),
                            counted(report.files.size(), "file"));
    return text;
}

std::string check_json(const CheckReport& report) {
    Json json{{"errors", json_of(report.errors)}, {"warnings", json_of(report.warnings)}};
    json["files"] = Json::array();
    for (const CheckedFile& file : report.files) json["files"].push_back(json_of(file));
    return json.dump() + "\n";
}

}  // namespace zhaimao
