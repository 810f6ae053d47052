// Tables worked by hand, as they stand in a Markdown file: one for each heading.
//
//   ## H01: pigs
//   | a head | 2016 | 2017 |
//   | operating | 2300 x 1.1 x 0.9 = 2277 | ... |
//
// A cell is a result, or arithmetic and its result. Arithmetic knows + - x / and parentheses.
#pragma once

#include <map>
#include <string>
#include <vector>

struct WorkedCell {
    std::string arithmetic;  // empty: a result alone
    std::string result;
};

struct WorkedTable {
    std::string of;  // the first word of the heading
    std::map<std::string, std::map<int, WorkedCell>> rows;
};

// In order of the file. Headings without a table are left out.
[[nodiscard]] std::vector<WorkedTable> worked_tables(const std::string& markdown);

// Throws std::runtime_error where it is no arithmetic.
[[nodiscard]] double value_of(const std::string& arithmetic);

// Half a unit of the last decimal that is written: "2841.585" is within 0.0005.
[[nodiscard]] double half_unit(const std::string& number);
