#include "engine/io/sqlite_csv.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <system_error>

#include "engine/core/diagnostics.h"
#include "engine/io/csv.h"

namespace zhaimao {
namespace {

[[noreturn]] void fail(const std::filesystem::path& file) {
    throw MachineError(file.string() + ": cannot be written (" +
                       std::generic_category().message(errno) + ")");
}

void write_rows(const std::filesystem::path& file, const std::vector<std::string>& columns,
                Statement& rows) {
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out << csv_head(columns);
    std::vector<Cell> cells(columns.size());
    while (rows.step()) {
        for (std::size_t c = 0; c < cells.size(); ++c) cells[c] = rows.cell(static_cast<int>(c));
        out << csv_row(cells);
    }
    out.close();
    if (!out) fail(file);
}

void sync(const std::filesystem::path& file) {
    const int handle = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (handle < 0) fail(file);
    const bool synced = ::fsync(handle) == 0 || errno == EINVAL;
    ::close(handle);
    if (!synced) fail(file);
}

}  // namespace

void write_csv(const std::filesystem::path& file, const std::vector<std::string>& columns,
               Statement rows) {
    std::filesystem::path part = file;
    part += ".part";
    try {
        write_rows(part, columns, rows);
        sync(part);
        std::filesystem::rename(part, file);
    } catch (...) {
        std::error_code ignored;
        std::filesystem::remove(part, ignored);
        throw;
    }
}

}  // namespace zhaimao
