#include "engine/report/run_reader.h"

#include <charconv>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "engine/io/csv_reader.h"
#include "engine/io/sha256.h"
#include "engine/report/manifest.h"

namespace zhaimao {
namespace {

std::string text_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw InputError(file.string() + ": is missing or cannot be read. Run it again");
    std::ostringstream text;
    text << in.rdbuf();
    return std::move(text).str();
}

nlohmann::json manifest_in(const std::filesystem::path& folder) {
    if (!is_run_folder(folder))
        throw InputError(folder.string() +
                         ": is no run folder (no manifest.json of this program is in it). `zhaimao "
                         "run` writes one");
    return nlohmann::json::parse(text_of(folder / "manifest.json"), nullptr, false);
}

// One table, its fields by the name of their column.
class TableFile {
   public:
    TableFile(const std::filesystem::path& folder, const std::string& name,
              const nlohmann::json& manifest)
        : name_((folder / name).string()) {
        std::string text = text_of(folder / name);
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

    [[nodiscard]] const std::vector<CsvRow>& rows() const { return file_.rows; }

    [[nodiscard]] const CsvField& field(const CsvRow& row, std::string_view column) const {
        for (std::size_t i = 0; i < file_.header.size(); ++i)
            if (file_.header[i].text == column) return row[i];
        throw InputError(name_ + ": has no column '" + std::string(column) +
                         "' (it is of another version of the program). Run it again");
    }

    template <class Number>
    [[nodiscard]] Number number(const CsvRow& row, std::string_view column) const {
        const CsvField& f = field(row, column);
        Number value{};
        const char* end = f.text.data() + f.text.size();
        const auto [stopped, error] = std::from_chars(f.text.data(), end, value);
        if (error != std::errc{} || stopped != end)
            throw InputError(file_.place(f).text() + ": '" + f.text + "' is no number");
        return value;
    }

    // Undefined where the field is empty.
    [[nodiscard]] double real(const CsvRow& row, std::string_view column) const {
        return field(row, column).text.empty() ? Summary::undefined : number<double>(row, column);
    }

   private:
    std::string name_;
    CsvFile file_;
};

void read_areas(RunData& run, const TableFile& table) {
    for (const CsvRow& row : table.rows())
        run.areas.push_back({table.number<std::int64_t>(row, "area_id"),
                             {table.field(row, "name_en").text, table.field(row, "name_zh").text},
                             table.field(row, "level").text == "county"});
}

void read_values(RunData& run, const TableFile& table) {
    std::set<int> years;
    for (const CsvRow& row : table.rows()) {
        Summary s;
        s.mean = table.real(row, "mean");
        s.sd = table.real(row, "sd");
        s.q05 = table.real(row, "q05");
        s.q50 = table.real(row, "q50");
        s.q95 = table.real(row, "q95");
        s.mcse = table.real(row, "mcse");
        s.n = table.number<std::int64_t>(row, "n");
        const int year = table.number<int>(row, "year");
        years.insert(year);
        run.values[table.field(row, "indicator").text][table.number<std::int64_t>(row, "area_id")]
                  [year] = s;
    }
    run.years.assign(years.begin(), years.end());
}

}  // namespace

const Summary* RunData::find(const std::string& indicator, std::int64_t area, int year) const {
    const auto by_area = values.find(indicator);
    if (by_area == values.end()) return nullptr;
    const auto by_year = by_area->second.find(area);
    if (by_year == by_area->second.end()) return nullptr;
    const auto found = by_year->second.find(year);
    return found == by_year->second.end() ? nullptr : &found->second;
}

RunData read_run(const std::filesystem::path& folder) {
    const nlohmann::json manifest = manifest_in(folder);
    RunData run;
    run.scenario = manifest.value("scenario", "");
    run.version = manifest.value("version", "");
    run.seed = manifest.value("seed", std::uint64_t{0});
    run.replicates = manifest.value("replicates", std::int64_t{0});
    run.written = manifest.value("written", "").substr(0, 10);
    read_areas(run, TableFile(folder, "tables/area.csv", manifest));
    read_values(run, TableFile(folder, "tables/area_year.csv", manifest));
    return run;
}

}  // namespace zhaimao
