// The user's mistakes: collected while a configuration is read, shown all at once, sorted by place.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/place.h"

namespace zhaimao {

struct Mistake {
    Place place;
    std::string path;     // dotted path of the key, empty where there is none
    std::string message;  // "problem (why). suggestion"
    bool warning = false;
    bool of_several = false;  // of values that do not go together, each right by itself
    std::size_t count = 1;    // how many it tells of: more than one where some are not shown

    // "file:line:column: path: message", in one line that prints; a very long one loses its middle.
    [[nodiscard]] std::string text() const;
};

// Keeps the first five hundred mistakes and counts the rest: a hostile file has no end of them.
class Diagnostics {
   public:
    static constexpr std::size_t most = 500;

    void error(const Place& place, std::string path, std::string message);
    // Values that do not go together.
    void clash(const Place& place, std::string path, std::string message);
    void warning(const Place& place, std::string path, std::string message);

    void add(const Diagnostics& others);
    // Takes back the errors of this path: another message says the same better.
    void withdraw(std::string_view path);

    [[nodiscard]] bool has_errors() const;
    // Whether a value at or below this path is mistaken by itself. What several values say together
    // is then not worth a message.
    [[nodiscard]] bool doubts(std::string_view path) const;
    // What comes now is counted only: a costly message need not be made.
    [[nodiscard]] bool is_full() const { return mistakes_.size() >= most; }
    [[nodiscard]] std::vector<Mistake> sorted() const;  // by file, line, column; repeats dropped
    void throw_if_errors() const;                       // throws InputError with all of them

   private:
    void keep(Mistake mistake);

    std::vector<Mistake> mistakes_;
    std::size_t errors_left_out_ = 0, warnings_left_out_ = 0;
};

// The input is wrong: exit code 2. what() holds one line per mistake.
class InputError : public std::runtime_error {
   public:
    explicit InputError(std::vector<Mistake> mistakes);
    explicit InputError(const std::string& message);
    [[nodiscard]] const std::vector<Mistake>& mistakes() const { return mistakes_; }

   private:
    void keep(Mistake mistake);

    std::vector<Mistake> mistakes_;
    std::size_t errors_left_out_ = 0, warnings_left_out_ = 0;
};

// The machine failed us (disk, memory): exit code 1.
class MachineError : public std::runtime_error {
   public:
    using std::runtime_error::runtime_error;
};

}  // namespace zhaimao
