#include "engine/report/run_file.h"

#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <system_error>

#include "engine/report/manifest.h"

namespace zhaimao {

std::string run_file_text(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw InputError(file.string() + ": is missing or cannot be read. Run it again");
    std::ostringstream text;
    text << in.rdbuf();
    return std::move(text).str();
}

namespace {

// A study's store is there before its results are.
bool is_unfinished_study(const std::filesystem::path& folder) {
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        const std::string name = entry.path().filename().string();
        if (name == "study.sqlite" || (name.starts_with("shard-") && name.ends_with(".sqlite")))
            return true;
    }
    return false;
}

}  // namespace

nlohmann::json run_manifest(const std::filesystem::path& folder) {
    const std::filesystem::path file = folder / "manifest.json";
    if (::access(file.c_str(), R_OK) != 0 && errno != ENOENT && errno != ENOTDIR)
        throw InputError(folder.string() + ": cannot be read (" +
                         std::generic_category().message(errno) + ")");
    if (!has_results(folder) && is_unfinished_study(folder))
        throw InputError(folder.string() +
                         ": is of a study that is not finished. `zhaimao sweep STUDY` goes on with "
                         "it, `zhaimao merge STUDY` puts its parts together");
    if (!has_results(folder))
        throw InputError(folder.string() +
                         ": is no run folder (no manifest.json of this program is in it). `zhaimao "
                         "run` writes one");
    return nlohmann::json::parse(run_file_text(file), nullptr, false);
}

}  // namespace zhaimao
