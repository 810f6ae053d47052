// SQLite, as little of it as is needed: a connection, statements with values bound to them,
// transactions. Every failure of the library is a MachineError that names the file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "engine/io/table.h"

struct sqlite3;
struct sqlite3_stmt;

namespace zhaimao {

class Statement {
   public:
    // Values are bound in order, from the first `?`; text is copied.
    Statement& bind_cell(const Cell& cell);
    Statement& bind(std::int64_t value);
    Statement& bind(double value);  // no value where it is not finite
    Statement& bind(std::string_view text);

    bool step();  // true: a row is there
    void run();   // without rows; ready to be bound anew

    // Of the row that is there, columns from 0.
    [[nodiscard]] std::int64_t whole(int column) const;
    [[nodiscard]] double real(int column) const;  // not a number where there is no value
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] Cell cell(int column) const;

   private:
    friend class Database;
    Statement(sqlite3* database, const std::string& file, const std::string& sql);
    void check(int result) const;

    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    sqlite3* database_;
    std::string file_;
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
    int next_ = 1;
};

class Database {
   public:
    enum class Open : std::uint8_t { create, existing, read_only };

    Database(const std::filesystem::path& file, Open how);

    void execute(const std::string& sql);
    [[nodiscard]] Statement prepare(const std::string& sql) const;
    // All that `work` does, or nothing of it where it throws.
    void transaction(const std::function<void()>& work);
    [[nodiscard]] bool has_table(std::string_view name) const;

   private:
    struct Close {
        void operator()(sqlite3* database) const;
    };
    std::string file_;
    std::unique_ptr<sqlite3, Close> database_;
};

// The name by which SQLite opens or attaches a file that is only read. Nothing is written to it
// (unless a killed program left it half written), nor made beside it where nobody writes ahead.
[[nodiscard]] std::string read_only_name(const std::filesystem::path& file);

// A name or a text as SQL writes it: quoted.
[[nodiscard]] std::string sql_name(std::string_view name);
[[nodiscard]] std::string sql_text(std::string_view text);

}  // namespace zhaimao
