#include "engine/population/survey_cells.h"

#include <cmath>

#include "engine/io/csv.h"

namespace zhaimao {
namespace {

constexpr std::size_t most_messages = 10;  // of one column
constexpr const char* is_missing_message =
    "is missing. Say what it stands for by {column: ..., missing: ...}";

class Decoder {
   public:
    Decoder(const MicrodataColumn& column, const CodedColumn& coded) : column_(&column) {
        const auto of_text = [&](const std::string& text) {
            const auto found = coded.codes.find(text);
            return found == coded.codes.end() ? unknown_code : found->second;
        };
        for (const std::string& word : column.words) by_word_.push_back(of_text(word));
        for (const auto& [value, label] : column.labels)
            if (const std::size_t index = of_text(label); index != unknown_code)
                by_number_[value] = index;
        for (const auto& [code, index] : coded.codes)
            if (const std::optional<double> value = plain_number(code)) by_number_[*value] = index;
    }

    [[nodiscard]] std::size_t at(std::size_t row) const {
        if (column_->is_missing(row)) return unknown_code;
        if (column_->is_text()) return by_word_[column_->texts[row]];
        const auto found = by_number_.find(column_->numbers[row]);
        return found == by_number_.end() ? unknown_code : found->second;
    }

   private:
    const MicrodataColumn* column_;
    std::vector<std::size_t> by_word_;
    std::map<double, std::size_t> by_number_;
};

std::string list_of_codes(const CodedColumn& coded) {
    constexpr std::size_t longest = 100;
    std::string list;
    for (const auto& [code, index] : coded.codes) {
        if (list.size() > longest) return list + ", ...";
        list += (list.empty() ? "" : ", ") + code;
    }
    return list;
}

}  // namespace

Cells::~Cells() {
    if (mistakes_ > most_messages)
        survey_->table.report(
            last_, column_->name,
            "and so on: " + std::to_string(mistakes_ - most_messages) + " more up to here",
            survey_->diagnostics);
}

std::string Cells::quoted(std::size_t row) const {
    return "'" + column_->text(row) + "'";
}

void Cells::wrong(std::size_t row, const std::string& message) {
    if (!survey_->kept[row]) return;
    last_ = row;
    if (++mistakes_ <= most_messages)
        survey_->table.report(row, column_->name, message, survey_->diagnostics);
}

double Cells::number(std::size_t row, const std::optional<double>& if_missing) {
    if (is_missing(row)) {
        if (!if_missing) wrong(row, is_missing_message);
        return if_missing.value_or(0.0);
    }
    if (!column_->is_text()) return column_->numbers[row];
    const std::optional<double> value = plain_number(column_->words[column_->texts[row]]);
    if (!value) wrong(row, quoted(row) + " is not a number");
    return value.value_or(0.0);
}

std::uint8_t Cells::count(std::size_t row, const NumberColumn& mapping, double low, double high,
                          const char* meaning) {
    const std::size_t before = mistakes_;
    const double value = number(row, mapping.missing);
    if (value >= low && value <= high && std::floor(value) == value)
        return static_cast<std::uint8_t>(value);
    if (mistakes_ == before)
        wrong(row, quoted(row) + " is not a number of " + meaning + " (a whole number from " +
                       number_text(low) + " to " + number_text(high) + ")");
    return 0;
}

std::vector<std::size_t> decode(const Survey& survey, const CodedColumn& coded,
                                bool unknown_admitted) {
    if (!coded.is_mapped()) return {};
    Cells cells(survey, coded.column);
    const Decoder decoder(cells.column(), coded);
    std::vector<std::size_t> indices(survey.table.rows);
    for (std::size_t row = 0; row < indices.size(); ++row) {
        std::size_t& index = indices[row] = decoder.at(row);
        const bool missing = cells.is_missing(row);
        if (missing && coded.missing) index = *coded.missing;
        if (index != unknown_code || (unknown_admitted && !missing)) continue;
        cells.wrong(row, missing ? std::string(is_missing_message)
                                 : cells.quoted(row) + " is an unknown code (known are " +
                                       list_of_codes(coded) + "). Name it under codes");
        index = 0;
    }
    return indices;
}

int compare_cells(const MicrodataColumn& column, std::size_t a, std::size_t b) {
    if (column.is_text()) {
        const int order = column.words[column.texts[a]].compare(column.words[column.texts[b]]);
        return order < 0 ? -1 : (order > 0 ? 1 : 0);
    }
    const double x = column.numbers[a];
    const double y = column.numbers[b];
    return x < y ? -1 : (y < x ? 1 : 0);
}

}  // namespace zhaimao
