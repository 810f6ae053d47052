#include "engine/core/contracts.h"
#include "engine/io/table_block.h"
#include "engine/io/tree.h"
#include "engine/io/yaml_loader.h"
#include "tests/fuzz/checks.h"
#include "tests/fuzz/targets.h"

using namespace zhaimao;

void try_csv(std::string_view bytes) {
    Diagnostics diagnostics;
    std::optional<Node> tree =
        load_yaml_text("counties: {table: counties.csv, source: plan}", "t.yaml", diagnostics);
    const auto open = [&](const Node& name) {
        std::optional<CsvFile> file = read_csv_text(std::string(bytes), name.text, diagnostics);
        INVARIANT(file || diagnostics.has_errors(), "a table or a message");
        for (const CsvRow& row : file ? file->rows : std::vector<CsvRow>{})
            INVARIANT(row.size() == file->header.size(), "rows are as long as the header");
        return file;
    };
    expand_tables(*tree, open, diagnostics);
    settle(*tree, Dotted::all, diagnostics);
    check_messages(diagnostics);
    if (!diagnostics.has_errors()) check_written({std::move(*tree), {}, {}});
}
