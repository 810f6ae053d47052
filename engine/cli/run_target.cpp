#include "engine/cli/run_target.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <set>

#include "engine/core/diagnostics.h"
#include "engine/report/run_folder.h"

namespace zhaimao {
namespace {

namespace fs = std::filesystem;

// Null where there is none to be read.
nlohmann::json manifest_in(const fs::path& folder) {
    std::ifstream in(folder / "manifest.json");
    nlohmann::json manifest = in ? nlohmann::json::parse(in, nullptr, false) : nlohmann::json();
    return manifest.is_object() ? manifest : nlohmann::json();
}

std::set<std::string> files_of_run(const nlohmann::json& manifest) {
    std::set<std::string> names{"manifest.json", "effective.yaml", "results.sqlite",
                                "summary.xlsx"};
    if (const auto tables = manifest.find("tables"); tables != manifest.end())
        for (const nlohmann::json& name : *tables)
            if (name.is_string()) names.insert(name.get<std::string>());
    return names;
}

std::string described(const std::string& command, const std::string& scenario,
                      std::int64_t replicates, std::uint64_t seed) {
    return fmt::format("`{}` of {}, {} replicate{}, seed {}", command, scenario, replicates,
                       replicates == 1 ? "" : "s", seed);
}

}  // namespace

std::vector<std::string> files_of_no_run(const fs::path& folder) {
    const std::set<std::string> own = files_of_run(manifest_in(folder));
    std::vector<std::string> others;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const std::string name = entry.path().lexically_relative(folder).generic_string();
        const bool is_folder = entry.is_directory() && !entry.is_symlink();
        if (!is_folder && !own.contains(name)) others.push_back(name);
    }
    std::sort(others.begin(), others.end());
    return others;
}

void refuse_unless_replaceable(const fs::path& folder) {
    refuse_unless_run_folder(folder);
    if (!fs::exists(folder)) return;
    constexpr std::size_t most = 3;
    const std::vector<std::string> others = files_of_no_run(folder);
    if (others.empty()) return;
    std::string names;
    for (std::size_t i = 0; i < std::min(most, others.size()); ++i)
        names += (i == 0 ? "" : ", ") + others[i];
    if (others.size() > most) names += fmt::format(" and {} more", others.size() - most);
    throw InputError(fmt::format(
        "{}: holds what no run wrote ({}), and would be replaced whole. Move {} elsewhere, or name "
        "another folder with -o",
        folder.string(), names, others.size() == 1 ? "it" : "them"));
}

std::string replaced_text(const fs::path& folder, const Manifest& coming) {
    const nlohmann::json there = manifest_in(folder);
    const std::string now =
        described(coming.command, coming.scenario, coming.replicates, coming.seed);
    try {
        const std::string before = described(there.at("command"), there.at("scenario"),
                                             there.at("replicates"), there.at("seed"));
        if (before == now) return "";
        return fmt::format("{}: {} will be replaced by {}", folder.string(), before, now);
    } catch (const nlohmann::json::exception&) {
        return "";  // of a version that wrote less, or no manifest at all
    }
}

void prepare_run_target(const fs::path& folder, const Manifest& coming, bool quiet) {
    refuse_unless_replaceable(folder);
    if (quiet) return;
    if (const std::string text = replaced_text(folder, coming); !text.empty())
        std::cerr << text << '\n';
}

}  // namespace zhaimao
