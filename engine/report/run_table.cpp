#include "engine/report/run_table.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "engine/io/sha256.h"
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
    if (!is_run_folder(folder))
        throw InputError(folder.string() +
                         ": is no run folder (no manifest.json of this program is in it). `zhaimao "
                         "run` writes one");
    return nlohmann::json::parse(run_file_text(folder / "manifest.json"), nullptr, false);
}

RunTable::RunTable(const std::filesystem::path& folder, const std::string& name,
                   const nlohmann::json& manifest)
    : name_((folder / name).string()) {
    std::string text = run_file_text(folder / name);
    const auto hashes = manifest.find("table_sha256");
    if (hashes == manifest.end())
        throw InputError(folder.string() +
                         ": was written by an earlier version of the program. Run it again");
    if (!hashes->contains(name) || (*hashes)[name] != sha256(text))
        throw InputError(name_ +
                         ": was changed after the run (its SHA-256 is not the one in "
                         "manifest.json). Run it again");
    Diagnostics diagnostics;
    std::optional<CsvFile> file = read_csv_text(std::move(text), name_, diagnostics);
    diagnostics.throw_if_errors();
    file_ = std::move(*file);
}

std::size_t RunTable::column(std::string_view name) const {
    for (std::size_t i = 0; i < file_.header.size(); ++i)
        if (file_.header[i].text == name) return i;
    throw InputError(name_ + ": has no column '" + std::string(name) +
                     "' (it is of another version of the program). Run it again");
}

Summary RunTable::summary(const CsvRow& row) const {
    Summary s;
    s.mean = real(row, "mean");
    s.sd = real(row, "sd");
    s.q05 = real(row, "q05");
    s.q25 = real(row, "q25");
    s.q50 = real(row, "q50");
    s.q75 = real(row, "q75");
    s.q95 = real(row, "q95");
    s.mcse = real(row, "mcse");
    s.n = whole(row, "n");
    return s;
}

}  // namespace zhaimao
