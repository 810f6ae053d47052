// One reading of a configuration tree: how uncertain numbers are resolved, what was asked for, and
// so which keys nobody read. Reading the same tree from several threads is safe, with a Reading for
// each.
//
//   Reading reading(diagnostics, {.draws = Draws(seed, replicate)});
//   Scenario scenario = Scenario::read(reading.root(tree));
//   reading.finish();                    // unread keys are mistakes
//   diagnostics.throw_if_errors();
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "engine/core/config/block.h"
#include "engine/core/config/entry_index.h"
#include "engine/core/config/ledger.h"
#include "engine/core/config/path.h"
#include "engine/core/config/prices.h"
#include "engine/core/diagnostics.h"
#include "engine/core/random/draws.h"

namespace zhaimao {

class OutlineRecorder;  // engine/core/config/outline.h

struct ReadingOptions {
    std::optional<Draws> draws = std::nullopt;  // without: a distribution stands for its mean
    // By the path that keys a draw: where in (0, 1) it falls, whatever the draws. Outlives this.
    const GivenUniforms* given = nullptr;
    std::string as_of = "";    // ISO date: timely values known later are refused; empty: none are
    Ledger* ledger = nullptr;  // gets every number read
    DrawnNumbers* drawn = nullptr;  // gets every distribution
    // A part of the tree could not be read: only mistakes of single values are reported, neither
    // what is missing nor what does not go together.
    bool partial = false;
    OutlineRecorder* recorder = nullptr;  // gets what readers say of their keys
};

// What readers asked of one map: which entries they read, and which names they looked for in vain.
struct Asked {
    static constexpr std::size_t most_absent = 64;  // more would make no better hint

    std::vector<bool> read;
    std::vector<std::string> absent;
    EntryIndex index;
    std::vector<std::string> missing;  // of these, those that must be there
};

class Reading {
   public:
    explicit Reading(Diagnostics& diagnostics, ReadingOptions options = {})
        : diagnostics_(&diagnostics), options_(std::move(options)) {}
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;

    [[nodiscard]] Block root(const Node& tree);  // the tree must outlive the Reading
    void finish();                               // reports every key that nobody read

    // For a date that stands in the tree itself: holds for what is read from now on.
    void set_as_of(std::string date) { options_.as_of = std::move(date); }

    // The same for the price index by which "@2010" is restated.
    [[nodiscard]] Prices& prices() { return prices_; }

    // The run's first or last year is not known: that years are missing is not reported from now
    // on.
    void doubt_years() { years_known_ = false; }
    [[nodiscard]] bool knows_years() const { return years_known_ && !options_.partial; }

    [[nodiscard]] const ReadingOptions& options() const { return options_; }
    [[nodiscard]] Diagnostics& diagnostics() { return *diagnostics_; }
    [[nodiscard]] Asked& asked(const Node& map);

   private:
    void report_unread(const Node& map, std::string& path);
    void report_unknown(const Entry& entry, const Node& map, const std::string& path);

    Diagnostics* diagnostics_;
    ReadingOptions options_;
    const Node* root_ = nullptr;
    Prices prices_;
    bool years_known_ = true;
    std::unordered_map<const Node*, Asked> asked_;
    std::unordered_set<std::string> unread_;  // places of keys that nobody read, as reported
};

}  // namespace zhaimao
