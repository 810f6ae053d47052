#include "engine/report/manifest.h"

#include <unistd.h>

#include <array>
#include <chrono>
#include <ctime>
#include <fstream>
#include <nlohmann/json.hpp>

#include "engine/io/sha256.h"
#include "engine/report/version.h"

namespace zhaimao {

namespace {

constexpr const char* program = "zhaimao";

std::string host_name() {
    std::array<char, 256> name{};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "unknown";
}

nlohmann::ordered_json columns_json(const Manifest& manifest) {
    nlohmann::ordered_json all = nlohmann::ordered_json::object();
    for (const auto& [table, columns] : manifest.columns)
        for (const Column& column : columns) all[table][column.name] = word_of(column.type);
    return all;
}

// Empty where no manifest of this program is there.
std::string kind_of(const std::filesystem::path& folder) {
    std::ifstream in(folder / "manifest.json");
    if (!in) return {};
    const auto j = nlohmann::json::parse(in, nullptr, false);
    const bool own = j.is_object() && j.contains("program") && j["program"] == program;
    return own ? j.value("kind", "run") : std::string();
}

}  // namespace

std::string now_utc() {
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm parts{};
    std::array<char, 32> text{};
    ::gmtime_r(&now, &parts);
    std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text.data();
}

std::vector<HashedFile> hash_inputs(const std::vector<InputFile>& files) {
    std::vector<HashedFile> inputs;
    for (const InputFile& file : files)
        inputs.push_back({file.name, file.hash.empty() ? sha256(file.text) : file.hash});
    return inputs;
}

std::string manifest_json(const Manifest& manifest) {
    nlohmann::ordered_json j{{"program", program},
                             {"version", program_version()},
                             {"git_commit", git_commit()},
                             {"compiler", compiler()},
                             {"kind", manifest.kind},
                             {"command", manifest.command},
                             {"scenario", manifest.scenario},
                             {"about", to_json(manifest.about)},
                             {"command_line", manifest.command_line},
                             {"seed", manifest.seed},
                             {"replicates", manifest.replicates},
                             {"one_in", manifest.one_in},
                             {"threads", manifest.threads},
                             {"isa", manifest.isa},
                             {"settings", manifest.settings},
                             {"wall_seconds", manifest.wall_seconds},
                             {"host", host_name()},
                             {"written", manifest.written.empty() ? now_utc() : manifest.written},
                             {"non_finite_values", manifest.non_finite_values}};
    j["inputs"] = nlohmann::ordered_json::array();
    for (const HashedFile& input : manifest.inputs) {
        j["inputs"].push_back({{"path", input.path}, {"sha256", input.sha256}});
    }
    j["tables"] = manifest.tables;
    j["table_sha256"] = manifest.table_sha256;
    j["columns"] = columns_json(manifest);
    // Paths are bytes and need not be UTF-8; a manifest must be.
    return j.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + '\n';
}

bool is_run_folder(const std::filesystem::path& folder) {
    return kind_of(folder) == "run";
}

bool has_results(const std::filesystem::path& folder) {
    const std::string kind = kind_of(folder);
    return kind == "run" || kind == "study";
}

}  // namespace zhaimao
