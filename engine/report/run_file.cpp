#include "engine/report/run_file.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "engine/report/manifest.h"

namespace zhaimao {

std::string run_file_text(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw InputError(file.string() + ": is missing or cannot be read. Run it again");
    std::ostringstream text;
    text << in.rdbuf();
    return std::move(text).str();
}

nlohmann::json run_manifest(const std::filesystem::path& folder) {
    if (!has_results(folder))
        throw InputError(folder.string() +
                         ": is no run folder (no manifest.json of this program is in it). `zhaimao "
                         "run` writes one");
    return nlohmann::json::parse(run_file_text(folder / "manifest.json"), nullptr, false);
}

}  // namespace zhaimao
