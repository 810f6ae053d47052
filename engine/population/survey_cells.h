// The cells of one column of a survey file as what they mean: numbers, counts, codes; what is wrong
// with them is said with file, row and column.
#pragma once

#include "engine/io/microdata_table.h"
#include "engine/population/microdata_mapping.h"

namespace zhaimao {

struct Survey {
    const MicrodataTable& table;
    Diagnostics& diagnostics;
    std::vector<bool> kept = std::vector<bool>(table.rows, true);  // others are not judged
};

class Cells {
   public:
    Cells(const Survey& survey, const std::string& column)
        : survey_(&survey), column_(survey.table.find(column)) {}
    Cells(const Cells&) = delete;
    Cells& operator=(const Cells&) = delete;
    ~Cells();  // says how many mistakes were not shown

    [[nodiscard]] const MicrodataColumn& column() const { return *column_; }
    [[nodiscard]] bool is_missing(std::size_t row) const { return column_->is_missing(row); }
    [[nodiscard]] std::string quoted(std::size_t row) const;
    void wrong(std::size_t row, const std::string& message);

    // A number in the column's own unit; 0 after a mistake.
    double number(std::size_t row, const std::optional<double>& if_missing);
    // A whole number; 0 after a mistake.
    std::uint8_t count(std::size_t row, const NumberColumn& mapping, double low, double high,
                       const char* meaning);

   private:
    const Survey* survey_;
    const MicrodataColumn* column_;
    std::size_t mistakes_ = 0, last_ = 0;
};

inline constexpr std::size_t unknown_code = SIZE_MAX;

// The index that each row's code means: by number where both are numbers, by value label, by text.
// An unknown code is a mistake, or `unknown_code` where that is admitted. Empty for a column that
// is not mapped.
[[nodiscard]] std::vector<std::size_t> decode(const Survey& survey, const CodedColumn& coded,
                                              bool unknown_admitted = false);

// -1, 0 or 1, as the cells of two rows are ordered.
[[nodiscard]] int compare_cells(const MicrodataColumn& column, std::size_t a, std::size_t b);

}  // namespace zhaimao
