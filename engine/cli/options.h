// The command line as values. POSIX and GNU conventions; nothing is guessed from a prefix.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/isa.h"
#include "engine/report/figure_text.h"
#include "engine/report/labels.h"

namespace zhaimao {

struct Options {
    std::string command;             // empty only with help or version
    std::vector<std::string> files;  // what follows it
    std::optional<std::string> output;
    std::optional<std::string> title;
    std::vector<std::string> only;  // sections of a report; empty: those that its kind has
    std::optional<int> precision;   // decimals of a report's figures
    Numbers numbers = Numbers::plain;
    std::optional<double> until_halfwidth;  // people
    bool by_instrument = false;             // of `decompose`
    std::optional<int> permutations;        // of `decompose`
    bool variance = false;                  // of `decompose`
    std::optional<int> replicates;
    std::optional<std::uint64_t> seed;
    std::optional<int> threads;
    std::vector<std::string> settings;  // "path=value", in the order given
    Language language = Language::en;
    std::optional<Isa> isa;
    bool quiet = false;
    bool all = false;
    bool json = false;
    bool help = false;
    bool version = false;
    bool effective = false;                           // of `check`
    bool diff = false;                                // of `check`
    bool strict = false;                              // of `check`
    bool keys = false;                                // of `schema`
    bool status = false;                              // of `sweep`
    std::pair<std::size_t, std::size_t> shard{1, 1};  // of `sweep`: the first of the second
    std::string line;                                 // all arguments as given, for the manifest
};

// Throws InputError, naming the closest known command or option to an unknown one.
[[nodiscard]] Options parse_options(const std::vector<std::string>& arguments,
                                    std::span<const std::string_view> commands);

// The list of options, as `--help` shows it.
[[nodiscard]] std::string options_help();

}  // namespace zhaimao
