#include "engine/io/sqlite.h"

#include <sqlite3.h>

#include <cmath>
#include <fstream>
#include <limits>

#include "engine/core/diagnostics.h"

namespace zhaimao {
namespace {

[[noreturn]] void fail(sqlite3* database, const std::string& file) {
    throw MachineError(file + ": cannot be read or written (SQLite: " +
                       (database == nullptr ? "out of memory" : sqlite3_errmsg(database)) + ")");
}

std::string quoted(std::string_view text, char quote) {
    std::string sql(1, quote);
    for (const char c : text) {
        if (c == quote) sql += quote;
        sql += c;
    }
    return sql + quote;
}

// As URIs have it.
std::string escaped(const std::string& path) {
    std::string text;
    for (const char c : path) {
        if (c == '%')
            text += "%25";
        else if (c == '?')
            text += "%3f";
        else if (c == '#')
            text += "%23";
        else
            text += c;
    }
    return text;
}

// The 19th byte of the file is 2 where its writers write ahead, in a file beside it.
bool is_written_ahead(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    in.seekg(18);
    return in.get() == 2;
}

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

void Database::Close::operator()(sqlite3* database) const {
    sqlite3_close(database);
}

Statement::Statement(sqlite3* database, const std::string& file, const std::string& sql)
    : database_(database), file_(file) {
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &statement,
                             nullptr));
    statement_.reset(statement);
}

void Statement::check(int result) const {
    if (result != SQLITE_OK) fail(database_, file_);
}

Statement& Statement::bind(std::int64_t value) {
    check(sqlite3_bind_int64(statement_.get(), next_++, value));
    return *this;
}

Statement& Statement::bind(double value) {
    const int at = next_++;
    check(std::isfinite(value) ? sqlite3_bind_double(statement_.get(), at, value)
                               : sqlite3_bind_null(statement_.get(), at));
    return *this;
}

Statement& Statement::bind(std::string_view text) {
    // A null pointer would bind no value; an empty text has a place, too.
    check(sqlite3_bind_text64(statement_.get(), next_++, text.empty() ? "" : text.data(),
                              text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
}

Statement& Statement::bind_cell(const Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) return bind(std::string_view(*text));
    if (const auto* whole = std::get_if<std::int64_t>(&cell)) return bind(*whole);
    return bind(std::holds_alternative<double>(cell) ? std::get<double>(cell)
                                                     : std::numeric_limits<double>::quiet_NaN());
}

bool Statement::step() {
    const int result = sqlite3_step(statement_.get());
    if (result == SQLITE_ROW) return true;
    if (result != SQLITE_DONE) fail(database_, file_);
    return false;
}

void Statement::run() {
    (void)step();
    check(sqlite3_reset(statement_.get()));
    next_ = 1;
}

std::int64_t Statement::whole(int column) const {
    return sqlite3_column_int64(statement_.get(), column);
}

double Statement::real(int column) const {
    return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL
               ? std::numeric_limits<double>::quiet_NaN()
               : sqlite3_column_double(statement_.get(), column);
}

std::string Statement::text(int column) const {
    const auto* bytes =
        reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
    const int size = sqlite3_column_bytes(statement_.get(), column);
    return bytes == nullptr ? "" : std::string(bytes, static_cast<std::size_t>(size));
}

Cell Statement::cell(int column) const {
    switch (sqlite3_column_type(statement_.get(), column)) {
        case SQLITE_INTEGER:
            return whole(column);
        case SQLITE_FLOAT:
            return real(column);
        case SQLITE_TEXT:
            return text(column);
        default:
            return std::monostate{};
    }
}

Database::Database(const std::filesystem::path& file, Open how) : file_(file.string()) {
    constexpr int patience = 10'000;  // milliseconds that another process may hold it
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_URI;
    if (how == Open::create) flags |= SQLITE_OPEN_CREATE;
    // An absolute path is never taken for a URI.
    const std::string name =
        how == Open::read_only ? read_only_name(file) : std::filesystem::absolute(file).string();
    sqlite3* database = nullptr;
    const int result = sqlite3_open_v2(name.c_str(), &database, flags, nullptr);
    database_.reset(database);
    if (result != SQLITE_OK) fail(database, file_);
    sqlite3_busy_timeout(database, patience);
}

void Database::execute(const std::string& sql) {
    if (sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        fail(database_.get(), file_);
}

Statement Database::prepare(const std::string& sql) const {
    return {database_.get(), file_, sql};
}

void Database::transaction(const std::function<void()>& work) {
    execute("BEGIN IMMEDIATE");
    try {
        work();
        execute("COMMIT");
    } catch (...) {
        // A full disk has rolled back already; the first failure is the one to tell.
        sqlite3_exec(database_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
        throw;
    }
}

bool Database::has_table(std::string_view name) const {
    Statement found = prepare("SELECT 1 FROM sqlite_master WHERE name = ?");
    return found.bind(name).step();
}

std::string read_only_name(const std::filesystem::path& file) {
    const std::string path = std::filesystem::absolute(file).string();
    // What a killed program has begun in a rollback journal has to be taken back first.
    if (std::filesystem::exists(path + "-journal")) return path;
    // To read a file that is written ahead its log would be made, and stay behind.
    const bool is_still = is_written_ahead(file) && !std::filesystem::exists(path + "-wal");
    return "file://" + escaped(path) + (is_still ? "?mode=ro&immutable=1" : "?mode=ro");
}

std::string sql_name(std::string_view name) {
    return quoted(name, '"');
}

std::string sql_text(std::string_view text) {
    return quoted(text, '\'');
}

}  // namespace zhaimao
