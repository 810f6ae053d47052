// Small Stata files for tests, written by ReadStat.
#pragma once

#include <readstat.h>

#include <limits>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

// Numbers (NaN: missing) or texts.
using StataCell = std::variant<double, std::string>;

struct MadeStata {
    std::vector<std::string> names;
    std::vector<std::vector<StataCell>> rows;
    // Value labels of the first column.
    std::vector<std::pair<double, std::string>> labels;

    [[nodiscard]] std::string bytes(int version = 118) const {
        std::string out;
        readstat_writer_t* const writer = readstat_writer_init();
        readstat_set_data_writer(writer, [](const void* data, std::size_t n, void* context) {
            static_cast<std::string*>(context)->append(static_cast<const char*>(data), n);
            return static_cast<ssize_t>(n);
        });
        readstat_writer_set_file_format_version(writer, static_cast<std::uint8_t>(version));
        readstat_writer_set_file_timestamp(writer, 0);
        add_columns(writer);
        check(readstat_begin_writing_dta(writer, &out, static_cast<long>(rows.size())));
        for (const auto& row : rows) write_row(writer, row);
        check(readstat_end_writing(writer));
        readstat_writer_free(writer);
        return out;
    }

   private:
    static void check(readstat_error_t error) {
        if (error != READSTAT_OK) throw std::runtime_error(readstat_error_message(error));
    }

    void add_columns(readstat_writer_t* writer) const {
        constexpr std::size_t longest_text = 30;
        for (std::size_t c = 0; c < names.size(); ++c) {
            const bool text = std::holds_alternative<std::string>(rows.at(0)[c]);
            readstat_variable_t* const variable = readstat_add_variable(
                writer, names[c].c_str(), text ? READSTAT_TYPE_STRING : READSTAT_TYPE_DOUBLE,
                text ? longest_text : 0);
            if (c > 0 || labels.empty()) continue;
            readstat_label_set_t* const set =
                readstat_add_label_set(writer, READSTAT_TYPE_INT32, "set");
            for (const auto& [value, label] : labels)
                readstat_label_int32_value(set, static_cast<std::int32_t>(value), label.c_str());
            readstat_variable_set_label_set(variable, set);
        }
    }

    static void write_row(readstat_writer_t* writer, const std::vector<StataCell>& row) {
        check(readstat_begin_row(writer));
        for (std::size_t c = 0; c < row.size(); ++c) {
            const readstat_variable_t* const variable =
                readstat_get_variable(writer, static_cast<int>(c));
            if (const auto* text = std::get_if<std::string>(&row[c]))
                check(readstat_insert_string_value(writer, variable, text->c_str()));
            else if (const double value = std::get<double>(row[c]); value != value)
                check(readstat_insert_missing_value(writer, variable));
            else
                check(readstat_insert_double_value(writer, variable, value));
        }
        check(readstat_end_row(writer));
    }
};
