// One table of a run folder, read back: fields by the name of their column.
#pragma once

#include <charconv>
#include <cstdint>
#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "engine/core/diagnostics.h"
#include "engine/ensemble/summary.h"
#include "engine/io/csv_reader.h"

namespace zhaimao {

// Of a run folder; InputError where it is none.
[[nodiscard]] nlohmann::json run_manifest(const std::filesystem::path& folder);

// The bytes of a file; InputError where there are none.
[[nodiscard]] std::string run_file_text(const std::filesystem::path& file);

class RunTable {
   public:
    // `name` as in the manifest: "tables/area.csv". InputError: missing, half-written, or not as it
    // was written (the manifest holds each table's SHA-256).
    RunTable(const std::filesystem::path& folder, const std::string& name,
             const nlohmann::json& manifest);

    [[nodiscard]] const std::vector<CsvRow>& rows() const { return file_.rows; }
    // Index of a column, by which a row is read; InputError where there is none.
    [[nodiscard]] std::size_t column(std::string_view name) const;

    [[nodiscard]] const std::string& text(const CsvRow& row, std::string_view column) const {
        return row[this->column(column)].text;
    }
    [[nodiscard]] std::int64_t whole(const CsvRow& row, std::string_view column) const {
        return number<std::int64_t>(row[this->column(column)]);
    }
    // Undefined where the field is empty.
    [[nodiscard]] double real(const CsvRow& row, std::string_view column) const {
        const CsvField& field = row[this->column(column)];
        return field.text.empty() ? Summary::undefined : number<double>(field);
    }
    // The columns that `*` stands for.
    [[nodiscard]] Summary summary(const CsvRow& row) const;

   private:
    template <class Number>
    [[nodiscard]] Number number(const CsvField& field) const {
        Number value{};
        const char* end = field.text.data() + field.text.size();
        const auto [stopped, error] = std::from_chars(field.text.data(), end, value);
        if (error != std::errc{} || stopped != end)
            throw InputError(file_.place(field).text() + ": '" + field.text + "' is no number");
        return value;
    }

    std::string name_;
    CsvFile file_;
};

}  // namespace zhaimao
