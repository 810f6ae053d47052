#include "engine/report/run_folder.h"

#include "engine/io/atomic_folder.h"
#include "engine/io/csv.h"
#include "engine/io/sha256.h"
#include "engine/report/document_notes.h"
#include "engine/report/sections.h"
#include "engine/report/workbook.h"

namespace zhaimao {

namespace {

// What is no run has no sections: its tables stand in for them.
Workbook summary_of(const RunResults& results, const ReportStyle& style) {
    constexpr std::size_t most_raw_rows = 20'000;  // a summary stays small
    std::vector<ReportTable> sections = sections_of(results, style);
    const bool raw = sections.empty();
    std::vector<std::string> notes = document_notes(results, sections, style);
    return workbook_of(results,
                       {std::move(sections), title_of(results.run, style), std::move(notes),
                        raw ? most_raw_rows : 0},
                       style);
}

}  // namespace

bool write_run_folder(RunFolder folder, const std::vector<Table>& tables,
                      const std::atomic<bool>& cancel, const Replicates* replicates) {
    AtomicFolder files(folder.path, is_run_folder);
    if (folder.manifest.written.empty()) folder.manifest.written = now_utc();
    for (const Table& table : tables) {
        if (cancel) return false;
        const std::string name = "tables/" + table.name() + ".csv";
        const std::string text = to_csv(table);
        files.write(name, text);
        folder.manifest.tables.push_back(name);
        folder.manifest.table_sha256[name] = sha256(text);
        folder.manifest.columns[name] = table.columns();
    }
    const auto add = [&](const char* name, const auto& writer) {
        folder.manifest.table_sha256[name] = sha256_of_file(files.write(name, writer));
    };
    add("results.sqlite",
        [&](const std::filesystem::path& file) { write_results_store(file, tables, replicates); });
    const ReportStyle style{folder.language, "", Numbers::plain, {}};
    add("summary.xlsx", [&](const std::filesystem::path& file) {
        write_workbook(file, summary_of(results_of(folder.manifest, tables), style));
    });
    files.write("effective.yaml", folder.effective_yaml);
    files.write("manifest.json", manifest_json(folder.manifest));
    if (cancel) return false;
    files.commit();
    return true;
}

void refuse_unless_run_folder(const std::filesystem::path& path) {
    refuse_impossible_folder(path, is_run_folder);
}

}  // namespace zhaimao
