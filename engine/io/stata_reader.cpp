#include "engine/io/stata_reader.h"

#include <readstat.h>

#include <algorithm>
#include <cstring>
#include <limits>

namespace zhaimao {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

// One column while it is read: a WordColumn for strings, numbers otherwise.
struct StataColumn {
    std::string name;
    std::string label_set;
    bool is_text = false;
    WordColumn words;
    std::vector<double> numbers;

    [[nodiscard]] std::size_t rows() const { return is_text ? words.rows() : numbers.size(); }
};

struct StataFile {
    std::string_view bytes;
    std::size_t at = 0;
    std::span<const std::string> wanted;
    std::int64_t row_count = -1;
    std::vector<std::string> names;
    std::vector<StataColumn> columns;
    std::vector<std::size_t> column_of;  // [index of the variable]
    std::map<std::string, std::map<double, std::string>> labels;
    std::string problem;  // why a handler stopped
};

StataFile& file_of(void* context) {
    return *static_cast<StataFile*>(context);
}

// Nothing may be thrown through the C library.
template <class Work>
int guarded(void* context, Work work) noexcept {
    StataFile& file = file_of(context);
    try {
        const int next = work(file);
        return file.problem.empty() ? next : READSTAT_HANDLER_ABORT;
    } catch (const std::exception& error) {
        file.problem = error.what();
        return READSTAT_HANDLER_ABORT;
    }
}

double number_of(const readstat_value_t& value) {
    switch (readstat_value_type(value)) {
        case READSTAT_TYPE_INT8:
        case READSTAT_TYPE_INT16:
        case READSTAT_TYPE_INT32:
        case READSTAT_TYPE_FLOAT:
        case READSTAT_TYPE_DOUBLE:
            return readstat_double_value(value);
        default:
            return missing;
    }
}

int on_metadata(readstat_metadata_t* metadata, void* context) {
    return guarded(context, [&](StataFile& file) {
        file.row_count = metadata->row_count;
        if (file.row_count > static_cast<std::int64_t>(most_microdata_rows))
            file.problem = "has more than " + std::to_string(most_microdata_rows) + " rows";
        if (metadata->var_count > static_cast<std::int64_t>(most_microdata_columns))
            file.problem = "has more than " + std::to_string(most_microdata_columns) + " columns";
        return READSTAT_HANDLER_OK;
    });
}

int on_variable(int index, readstat_variable_t* variable, const char* label_set, void* context) {
    return guarded(context, [&](StataFile& file) -> int {
        const std::string name = readstat_variable_get_name(variable);
        file.names.push_back(name);
        file.column_of.resize(static_cast<std::size_t>(index) + 1, SIZE_MAX);
        if (std::find(file.wanted.begin(), file.wanted.end(), name) == file.wanted.end())
            return READSTAT_HANDLER_SKIP_VARIABLE;
        file.column_of[static_cast<std::size_t>(index)] = file.columns.size();
        StataColumn column;
        column.name = name;
        column.label_set = label_set == nullptr ? "" : label_set;
        column.is_text = readstat_variable_get_type_class(variable) == READSTAT_TYPE_CLASS_STRING;
        file.columns.push_back(std::move(column));
        return READSTAT_HANDLER_OK;
    });
}

int on_value(int, readstat_variable_t* variable, readstat_value_t value, void* context) {
    return guarded(context, [&](StataFile& file) {
        const auto index = static_cast<std::size_t>(readstat_variable_get_index(variable));
        if (index >= file.column_of.size() || file.column_of[index] == SIZE_MAX)
            return READSTAT_HANDLER_OK;
        StataColumn& column = file.columns[file.column_of[index]];
        if (column.is_text) {
            const char* const text = readstat_string_value(value);
            column.words.add(text == nullptr ? "" : text);
        } else {
            column.numbers.push_back(
                readstat_value_is_missing(value, variable) != 0 ? missing : number_of(value));
        }
        return READSTAT_HANDLER_OK;
    });
}

int on_label(const char* label_set, readstat_value_t value, const char* label, void* context) {
    return guarded(context, [&](StataFile& file) {
        if (readstat_value_type_class(value) == READSTAT_TYPE_CLASS_NUMERIC && label != nullptr &&
            readstat_value_is_tagged_missing(value) == 0)
            file.labels[label_set][number_of(value)] = label;
        return READSTAT_HANDLER_OK;
    });
}

int on_open(const char*, void* context) {
    file_of(context).at = 0;
    return 0;
}

int on_close(void*) {
    return 0;
}

readstat_off_t on_seek(readstat_off_t offset, readstat_io_flags_t whence, void* context) {
    StataFile& file = file_of(context);
    const auto size = static_cast<readstat_off_t>(file.bytes.size());
    const readstat_off_t from = whence == READSTAT_SEEK_SET   ? 0
                                : whence == READSTAT_SEEK_CUR ? static_cast<readstat_off_t>(file.at)
                                                              : size;
    if (offset < -from || offset > size - from) return -1;
    file.at = static_cast<std::size_t>(from + offset);
    return from + offset;
}

ssize_t on_read(void* buffer, std::size_t count, void* context) {
    StataFile& file = file_of(context);
    const std::size_t n = std::min(count, file.bytes.size() - file.at);
    std::memcpy(buffer, file.bytes.data() + file.at, n);
    file.at += n;
    return static_cast<ssize_t>(n);
}

readstat_error_t on_update(long, readstat_progress_handler, void*, void*) {
    return READSTAT_OK;
}

readstat_error_t parse(StataFile& file, const std::string& name) {
    const std::unique_ptr<readstat_parser_t, decltype(&readstat_parser_free)> parser(
        readstat_parser_init(), readstat_parser_free);
    if (!parser) return READSTAT_ERROR_MALLOC;
    readstat_set_metadata_handler(parser.get(), on_metadata);
    readstat_set_variable_handler(parser.get(), on_variable);
    readstat_set_value_handler(parser.get(), on_value);
    readstat_set_value_label_handler(parser.get(), on_label);
    readstat_set_open_handler(parser.get(), on_open);
    readstat_set_close_handler(parser.get(), on_close);
    readstat_set_seek_handler(parser.get(), on_seek);
    readstat_set_read_handler(parser.get(), on_read);
    readstat_set_update_handler(parser.get(), on_update);
    readstat_set_io_ctx(parser.get(), &file);
    return readstat_parse_dta(parser.get(), name.c_str(), &file);
}

// What went wrong, empty where nothing did.
std::string problem_of(const StataFile& file, readstat_error_t error) {
    if (!file.problem.empty()) return file.problem;
    std::size_t rows = file.columns.empty() ? 0 : file.columns.front().rows();
    for (const StataColumn& column : file.columns) rows = std::min(rows, column.rows());
    const std::string read = std::to_string(rows) + " of " + std::to_string(file.row_count);
    if (error != READSTAT_OK)
        return "is damaged, cut short or not Stata data" +
               (file.row_count < 0 ? " (" : " (" + read + " rows were read; ") +
               readstat_error_message(error) + "). Copy it again, or save it as .csv";
    for (const StataColumn& column : file.columns)
        if (static_cast<std::int64_t>(column.rows()) != file.row_count)
            return "is cut short (" + read + " rows were read). Copy it again";
    return "";
}

}  // namespace

std::optional<MicrodataTable> read_stata(std::string_view bytes, const std::string& name,
                                         std::span<const std::string> wanted,
                                         Diagnostics& diagnostics) {
    StataFile file;
    file.bytes = bytes;
    file.wanted = wanted;
    const readstat_error_t error = parse(file, name);
    MicrodataTable table;
    table.file = std::make_shared<const std::string>(name);
    if (std::string problem = problem_of(file, error); !problem.empty()) {
        diagnostics.error({table.file, 0, 0}, "", std::move(problem));
        return std::nullopt;
    }
    table.rows = static_cast<std::size_t>(std::max<std::int64_t>(file.row_count, 0));
    table.names = std::move(file.names);
    for (StataColumn& column : file.columns) {
        if (column.is_text) {
            table.columns.push_back(std::move(column.words).finish(column.name));
            continue;
        }
        MicrodataColumn numbers;
        numbers.name = column.name;
        numbers.numbers = std::move(column.numbers);
        numbers.labels = file.labels[column.label_set];
        table.columns.push_back(std::move(numbers));
    }
    return table;
}

}  // namespace zhaimao
