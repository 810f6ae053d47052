#include "tests/golden/worked.h"

#include <cmath>
#include <sstream>
#include <stdexcept>

namespace {

std::string trimmed(const std::string& text) {
    const std::size_t first = text.find_first_not_of(' ');
    if (first == std::string::npos) return "";
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

// "| a | b |" as {"a", "b"}.
std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells;
    std::istringstream in(line.substr(1));
    for (std::string cell; std::getline(in, cell, '|');) cells.push_back(trimmed(cell));
    return cells;
}

WorkedCell cell_of(const std::string& text) {
    const std::size_t sign = text.find('=');
    if (sign == std::string::npos) return {"", text};
    return {trimmed(text.substr(0, sign)), trimmed(text.substr(sign + 1))};
}

// One sum, by recursive descent.
class Sum {
   public:
    explicit Sum(const std::string& text) : text_(text) {}

    double read() {
        const double value = terms();
        if (next() != '\0') fail();
        return value;
    }

   private:
    double terms() {
        double value = factors();
        while (next() == '+' || next() == '-')
            value = text_[at_++] == '+' ? value + factors() : value - factors();
        return value;
    }
    double factors() {
        double value = number();
        while (next() == 'x' || next() == '/')
            value = text_[at_++] == 'x' ? value * number() : value / number();
        return value;
    }
    double number() {
        if (next() == '(') {
            ++at_;
            const double value = terms();
            if (next() != ')') fail();
            ++at_;
            return value;
        }
        const std::size_t end = text_.find_first_not_of("0123456789.", at_);
        const std::string digits = text_.substr(at_, end - at_);
        if (digits.empty()) fail();
        at_ += digits.size();
        return std::stod(digits);
    }
    char next() {
        while (at_ < text_.size() && text_[at_] == ' ') ++at_;
        return at_ < text_.size() ? text_[at_] : '\0';
    }
    [[noreturn]] void fail() const { throw std::runtime_error("no arithmetic: " + text_); }

    const std::string& text_;
    std::size_t at_ = 0;
};

}  // namespace

std::vector<WorkedTable> worked_tables(const std::string& markdown) {
    std::vector<WorkedTable> tables;
    std::vector<std::string> years;
    std::string heading;
    std::istringstream in(markdown);
    for (std::string line; std::getline(in, line);) {
        if (line.rfind("## ", 0) == 0) {
            heading = line.substr(3, line.find_first_of(": ", 3) - 3);
            years.clear();
        }
        if (heading.empty() || line.empty() || line[0] != '|') continue;
        const std::vector<std::string> cells = cells_of(line);
        if (cells.at(0) == "---") continue;
        if (years.empty()) {
            years = cells;
            tables.push_back({heading, {}});
            continue;
        }
        for (std::size_t k = 1; k < years.size(); ++k)
            tables.back().rows[cells[0]][std::stoi(years[k])] = cell_of(cells.at(k));
    }
    return tables;
}

double value_of(const std::string& arithmetic) {
    return Sum(arithmetic).read();
}

double half_unit(const std::string& number) {
    const std::size_t point = number.find('.');
    const std::size_t decimals = point == std::string::npos ? 0 : number.size() - point - 1;
    return 0.5 * std::pow(10.0, -static_cast<double>(decimals));
}
