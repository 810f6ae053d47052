#include "engine/report/run_folder.h"

#include "engine/io/atomic_folder.h"
#include "engine/io/csv.h"
#include "engine/io/sha256.h"

namespace zhaimao {

bool write_run_folder(RunFolder folder, const std::vector<Table>& tables,
                      const std::atomic<bool>& cancel, const Replicates* replicates) {
    AtomicFolder files(folder.path, is_run_folder);
    for (const Table& table : tables) {
        if (cancel) return false;
        const std::string name = "tables/" + table.name() + ".csv";
        const std::string text = to_csv(table);
        files.write(name, text);
        folder.manifest.tables.push_back(name);
        folder.manifest.table_sha256[name] = sha256(text);
    }
    constexpr const char* store = "results.sqlite";
    const auto path = files.write(store, [&](const std::filesystem::path& file) {
        write_results_store(file, tables, replicates);
    });
    folder.manifest.table_sha256[store] = sha256_of_file(path);
    files.write("effective.yaml", folder.effective_yaml);
    files.write("manifest.json", manifest_json(folder.manifest));
    if (cancel) return false;
    files.commit();
    return true;
}

void refuse_unless_run_folder(const std::filesystem::path& path) {
    refuse_foreign_folder(path, is_run_folder);
}

}  // namespace zhaimao
