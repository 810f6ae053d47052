#include "engine/report/study_folder.h"

#include <algorithm>
#include <cstdio>
#include <fstream>

#include "engine/core/diagnostics.h"
#include "engine/io/csv.h"
#include "engine/io/sha256.h"
#include "engine/io/sqlite_csv.h"
#include "engine/io/yaml_writer.h"
#include "engine/report/label_table.h"

namespace zhaimao {
namespace {

namespace fs = std::filesystem;

// `CASE factor WHEN 'a' THEN 0 ... END`: the order of the study, not of the alphabet.
template <class Items>
std::string order_of(const std::string& column, const Items& items) {
    std::string sql = "CASE " + column;
    for (std::size_t i = 0; i < items.size(); ++i)
        sql += " WHEN " + sql_text(items[i].id) + " THEN " + std::to_string(i);
    return sql + " END";
}

void store_sensitivity(const Study& study, StudyStore& store,
                       const std::vector<SensitivityRow>& rows) {
    Database& database = store.database();
    database.transaction([&] {
        database.execute("DELETE FROM sensitivity");
        Statement insert = database.prepare("INSERT INTO sensitivity VALUES (?, ?, ?, ?, ?, ?)");
        for (const SensitivityRow& row : rows)
            insert.bind(study.outputs[row.output].id)
                .bind(study.factors[row.factor].id)
                .bind(row.index)
                .bind(row.estimate.value)
                .bind(row.estimate.confidence.low)
                .bind(row.estimate.confidence.high)
                .run();
    });
}

std::string file_of(const std::string& table) {
    return "tables/" + table + ".csv";
}

void note_table(const fs::path& folder, Manifest& manifest, const std::string& name,
                const std::vector<Column>& columns) {
    const std::string file = file_of(name);
    manifest.tables.push_back(file);
    manifest.table_sha256[file] = sha256_of_file(folder / file);
    manifest.columns[file] = columns;
}

void write_table(const fs::path& folder, Manifest& manifest, const Database& database,
                 const std::string& name, const std::vector<Column>& columns,
                 const std::string& order) {
    std::string list;
    std::vector<std::string> heads;
    for (const Column& column : columns) {
        list += (list.empty() ? "" : ", ") + sql_name(column.name);
        heads.push_back(column.name);
    }
    write_csv(folder / file_of(name), heads,
              database.prepare("SELECT " + list + " FROM " + name + " ORDER BY " + order));
    note_table(folder, manifest, name, columns);
}

void write_text(const fs::path& file, const std::string& text) {
    fs::path part = file;
    part += ".part";
    std::ofstream out(part, std::ios::binary | std::ios::trunc);
    out << text;
    out.close();
    if (!out) throw MachineError(file.string() + ": cannot be written");
    fs::rename(part, file);
}

void write_table(const fs::path& folder, Manifest& manifest, const Table& table) {
    write_text(folder / file_of(table.name()), to_csv(table));
    note_table(folder, manifest, table.name(), table.columns());
}

Table units_of(const Study& study) {
    Table table("sweep_output", {{"outcome", CellType::text}, {"unit", CellType::text}});
    for (const StudyOutput& output : study.outputs) table.add_row({output.id, output.unit});
    return table;
}

Table names_of(const Study& study) {
    Table table = empty_label_table();
    for (const Factor& factor : study.factors) add_label(table, "factor", factor.id, factor.label);
    for (const StudyOutput& output : study.outputs)
        add_label(table, "outcome", output.id, output.label);
    return table;
}

bool is_of_study(const fs::path& name) {
    const std::string text = name.string();
    return text.starts_with("study.sqlite") || text.starts_with("shard-");
}

}  // namespace

fs::path store_file(const fs::path& folder, const Shard& shard) {
    if (shard.count == 1) return folder / "study.sqlite";
    return folder / ("shard-" + std::to_string(shard.index) + "-of-" + std::to_string(shard.count) +
                     ".sqlite");
}

Shard part_of(const fs::path& file) {
    Shard shard;
    const bool is_part = std::sscanf(file.filename().string().c_str(), "shard-%zu-of-%zu.sqlite",
                                     &shard.index, &shard.count) == 2;
    return is_part && shard.index >= 1 && shard.index <= shard.count ? shard : Shard{};
}

std::vector<fs::path> shard_files(const fs::path& folder) {
    std::vector<fs::path> files;
    if (fs::is_directory(folder))
        for (const auto& entry : fs::directory_iterator(folder))
            if (entry.path().filename().string().starts_with("shard-") &&
                entry.path().extension() == ".sqlite")
                files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

void prepare_study_folder(const fs::path& folder) {
    std::error_code error;
    if (fs::exists(folder, error)) {
        fs::directory_iterator entries(folder, error);
        if (error || (entries != fs::directory_iterator() &&
                      std::none_of(fs::begin(entries), fs::end(entries), [](const auto& entry) {
                          return is_of_study(entry.path().filename());
                      })))
            throw InputError(folder.string() +
                             ": exists and is not the folder of a study. Name another with -o, or "
                             "remove it");
    }
    fs::create_directories(folder / "tables", error);
    if (error || !fs::is_directory(folder / "tables"))
        throw MachineError((folder / "tables").string() + ": cannot be made (" + error.message() +
                           ")");
}

void write_study_results(const fs::path& folder, const Study& study, StudyStore& store,
                         const std::vector<SensitivityRow>& rows, Manifest manifest) {
    store_sensitivity(study, store, rows);
    const Database& database = store.database();
    const std::string by_factor = order_of("factor", study.factors);
    const std::string by_output = order_of("outcome", study.outputs);
    constexpr auto whole = CellType::whole;
    constexpr auto real = CellType::real;
    constexpr auto text = CellType::text;
    write_table(folder, manifest, database, "sweep_point",
                {{"point", whole}, {"factor", text}, {"value", real}, {"level", text}},
                "point, " + by_factor);
    write_table(folder, manifest, database, "sweep_outcome",
                {{"point", whole},
                 {"outcome", text},
                 {"mean", real},
                 {"sd", real},
                 {"q05", real},
                 {"q25", real},
                 {"q50", real},
                 {"q75", real},
                 {"q95", real},
                 {"mcse", real},
                 {"n", whole}},
                "point, " + by_output);
    write_table(folder, manifest, database, "sensitivity",
                {{"outcome", text},
                 {"factor", text},
                 {"index", text},
                 {"value", real},
                 {"conf_low", real},
                 {"conf_high", real}},
                by_output + ", " + by_factor + ", \"index\"");
    write_table(folder, manifest, units_of(study));
    write_table(folder, manifest, names_of(study));
    write_text(folder / "effective.yaml", write_yaml(study.project.tree, study.project.title));
    write_text(folder / "manifest.json", manifest_json(manifest));
}

}  // namespace zhaimao
