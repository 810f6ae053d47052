#include "engine/io/microdata_table.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>

#include "engine/io/csv.h"
#include "engine/io/microdata_csv.h"
#include "engine/io/stata_reader.h"

namespace zhaimao {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t exact_digits = std::numeric_limits<double>::digits10;

std::string why_unreadable(const std::filesystem::path& path) {
    std::error_code problem;
    const auto status = std::filesystem::status(path, problem);
    if (!std::filesystem::exists(status)) return "no such file";
    if (!std::filesystem::is_regular_file(status)) return "is not a regular file";
    const auto size = std::filesystem::file_size(path, problem);
    if (!problem && size > largest_microdata_file)
        return "is larger than " + std::to_string(largest_microdata_file >> 20) +
               " MiB. Keep the columns and rows that are needed";
    return "";
}

}  // namespace

std::optional<double> plain_number(std::string_view text) {
    const std::size_t sign = text.starts_with('+') || text.starts_with('-') ? 1 : 0;
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (text.size() == sign || !(text[sign] == '.' || is_digit(text[sign]))) return std::nullopt;
    if (text.front() == '+') text.remove_prefix(1);
    const std::string_view mantissa = text.substr(0, text.find_first_of("eE"));
    const auto digits = std::count_if(mantissa.begin(), mantissa.end(), is_digit);
    if (static_cast<std::size_t>(digits) > exact_digits &&
        mantissa.find('.') == std::string_view::npos)
        return std::nullopt;
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

bool MicrodataColumn::is_missing(std::size_t row) const {
    return is_text() ? texts[row] == 0 : std::isnan(numbers[row]);
}

std::string MicrodataColumn::text(std::size_t row) const {
    if (is_text()) return words[texts[row]];
    if (is_missing(row)) return "";
    const auto label = labels.find(numbers[row]);
    return number_text(numbers[row]) + (label == labels.end() ? "" : " (" + label->second + ")");
}

const MicrodataColumn* MicrodataTable::find(std::string_view name) const {
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const MicrodataColumn& c) { return c.name == name; });
    return found == columns.end() ? nullptr : &*found;
}

void MicrodataTable::report(std::size_t row, std::string_view column, std::string message,
                            Diagnostics& diagnostics) const {
    const std::size_t line = lines.empty() ? row + 1 : lines[row];
    diagnostics.error({file, static_cast<int>(line), 1},
                      "row " + std::to_string(row + 1) + ", column " + std::string(column),
                      std::move(message));
}

void WordColumn::add(std::string_view text) {
    auto found = index_.find(text);
    if (found == index_.end())
        found = index_.emplace(text, static_cast<std::uint32_t>(index_.size())).first;
    texts_.push_back(found->second);
}

MicrodataColumn WordColumn::finish(std::string name) && {
    MicrodataColumn column;
    column.name = std::move(name);
    std::vector<double> values(index_.size(), missing);
    bool numbers = true;
    for (const auto& [word, index] : index_) {
        const std::optional<double> value = plain_number(word);
        numbers = numbers && (value.has_value() || index == 0);
        values[index] = value.value_or(missing);
    }
    if (numbers) {
        column.numbers.reserve(texts_.size());
        for (const std::uint32_t index : texts_) column.numbers.push_back(values[index]);
        return column;
    }
    column.words.resize(index_.size());
    for (const auto& [word, index] : index_) column.words[index] = word;
    column.texts = std::move(texts_);
    return column;
}

std::optional<std::string> read_microdata_bytes(const std::string& name, const Place& asked_at,
                                                Diagnostics& diagnostics) {
    const auto refuse = [&](const std::string& why) {
        diagnostics.error(asked_at, "", "'" + name + "': " + why);
        return std::nullopt;
    };
    if (const std::string why = why_unreadable(name); !why.empty()) return refuse(why);
    std::ifstream file(name, std::ios::binary);
    std::error_code problem;
    std::string bytes(static_cast<std::size_t>(std::filesystem::file_size(name, problem)), '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (problem || !file || static_cast<std::size_t>(file.gcount()) != bytes.size())
        return refuse("cannot be read");
    return bytes;
}

std::optional<MicrodataTable> read_microdata_table(std::string_view bytes, const std::string& name,
                                                   std::span<const std::string> wanted,
                                                   Diagnostics& diagnostics) {
    std::string ending = std::filesystem::path(name).extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (ending == ".dta") return read_stata(bytes, name, wanted, diagnostics);
    if (ending == ".csv") return read_microdata_csv(bytes, name, wanted, diagnostics);
    diagnostics.error({std::make_shared<const std::string>(name), 0, 0}, "",
                      "is neither .csv nor .dta (the ending says how a file is read)");
    return std::nullopt;
}

}  // namespace zhaimao
