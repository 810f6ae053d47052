// A CSV file as RFC 4180 has it, read into fields that know their place.
//
// The first row is the header; every other row has as many fields. Fields are separated by ',',
// rows by LF or CRLF; a field in double quotes may hold both, and "" for a quote. Spaces belong to
// the field. A line with nothing on it is no row. UTF-8, with or without a byte order mark.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/diagnostics.h"

namespace zhaimao {

struct CsvField {
    std::string text;     // without its quotes
    int line = 0;         // from 1, of the first character (the quote, where there is one)
    int column = 0;       // from 1, in characters
    bool quoted = false;  // quotes say nothing of a field's type: many programs quote all
};

using CsvRow = std::vector<CsvField>;

struct CsvFile {
    std::shared_ptr<const std::string> name;  // as in messages
    CsvRow header;
    std::vector<CsvRow> rows;  // each as long as the header

    [[nodiscard]] Place place(const CsvField& field) const {
        return {name, field.line, field.column};
    }
};

// Mistakes go to `diagnostics`. At most 16 MiB and 4 million fields. A row of another length is
// left out; nullopt where no table can be made of the text: an encoding that is not UTF-8, nothing
// in it, a quote that never closes.
[[nodiscard]] std::optional<CsvFile> read_csv_text(std::string text, const std::string& name,
                                                   Diagnostics& diagnostics);

// The same a row at a time, of any size: `take` may keep or change what it is given, and `rows`
// stay empty. The header is known by then.
using TakeRow = std::function<void(const CsvFile& file, CsvRow& row)>;
[[nodiscard]] std::optional<CsvFile> read_csv_rows(std::string text, const std::string& name,
                                                   Diagnostics& diagnostics, const TakeRow& take);

}  // namespace zhaimao
