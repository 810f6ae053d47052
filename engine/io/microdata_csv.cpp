#include "engine/io/microdata_csv.h"

#include <algorithm>

#include "engine/io/csv_reader.h"

namespace zhaimao {

std::optional<MicrodataTable> read_microdata_csv(std::string_view bytes, const std::string& name,
                                                 std::span<const std::string> wanted,
                                                 Diagnostics& diagnostics) {
    Diagnostics found;
    const std::optional<CsvFile> file = read_csv_text(std::string(bytes), name, found);
    for (const Mistake& m : found.sorted()) diagnostics.error(m.place, m.path, m.message);
    if (!file || found.has_errors()) return std::nullopt;
    MicrodataTable table;
    table.file = file->name;
    table.rows = file->rows.size();
    for (const CsvRow& row : file->rows)
        table.lines.push_back(static_cast<std::uint32_t>(row.front().line));
    for (std::size_t c = 0; c < file->header.size(); ++c) {
        const std::string& column = table.names.emplace_back(file->header[c].text);
        if (std::find(wanted.begin(), wanted.end(), column) == wanted.end()) continue;
        WordColumn words;
        for (const CsvRow& row : file->rows) words.add(row[c].text);
        table.columns.push_back(std::move(words).finish(column));
    }
    return table;
}

}  // namespace zhaimao
