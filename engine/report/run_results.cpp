#include "engine/report/run_results.h"

#include <nlohmann/json.hpp>

#include "engine/io/csv_table.h"
#include "engine/io/sha256.h"
#include "engine/report/run_file.h"
#include "engine/report/table_view.h"

namespace zhaimao {
namespace {

using Json = nlohmann::ordered_json;  // keeps the order of columns

std::vector<Column> columns_of(const Json& manifest, const std::string& name) {
    std::vector<Column> columns;
    for (const auto& [column, word] : manifest.at("columns").at(name).items()) {
        const std::optional<CellType> type = cell_type(word.get<std::string>());
        if (!type) throw InputError(name + ": column '" + column + "' is of no known type");
        columns.push_back({column, *type});
    }
    return columns;
}

Table table_in(const std::filesystem::path& folder, const std::string& name, const Json& manifest) {
    const std::string file = (folder / name).string();
    std::string text = run_file_text(file);
    if (manifest.at("table_sha256").value(name, "") != sha256(text))
        throw InputError(file +
                         ": was changed after the run (its SHA-256 is not the one in "
                         "manifest.json). Run it again");
    return table_from_csv(std::move(text), file, std::filesystem::path(name).stem().string(),
                          columns_of(manifest, name));
}

RunResults results_from(const Json& manifest, std::shared_ptr<const std::vector<Table>> tables) {
    RunResults results{"", run_facts(manifest), manifest.at("written").get<std::string>(),
                       manifest.dump(2), std::move(tables)};
    take_tables(results.run, *results.tables);
    return results;
}

}  // namespace

const Table* RunResults::table(std::string_view name) const {
    return find_table(*tables, name);
}

RunResults read_results(const std::filesystem::path& folder) try {
    if (!run_manifest(folder).contains("columns"))
        throw InputError(folder.string() +
                         ": was written by an earlier version of the program. Run it again");
    const Json manifest = Json::parse(run_file_text(folder / "manifest.json"));
    std::vector<Table> tables;
    for (const Json& name : manifest.at("tables"))
        tables.push_back(table_in(folder, name.get<std::string>(), manifest));
    RunResults results =
        results_from(manifest, std::make_shared<const std::vector<Table>>(std::move(tables)));
    results.folder = std::filesystem::absolute(folder).lexically_normal().filename().string();
    return results;
} catch (const nlohmann::json::exception&) {
    throw InputError((folder / "manifest.json").string() +
                     ": is not as it was written. Run it again");
}

RunResults results_of(const Manifest& manifest, const std::vector<Table>& tables) {
    return results_from(Json::parse(manifest_json(manifest)),
                        {&tables, [](const std::vector<Table>*) {}});
}

}  // namespace zhaimao
