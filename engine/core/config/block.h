// Typed reading of the configuration tree: the only way numbers enter the engine.
//
// Each call names a key, its dimension, its range and its meaning, and returns a plain value in
// base units. Where YAML has a distribution it is drawn once, keyed by (seed, replicate, path), or,
// without draws, stands for its mean. Mistakes go to the Reading's Diagnostics and a harmless value
// comes back, so that reading goes on and all mistakes are shown at once. A key that nobody asked
// for is a mistake.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/config/declaration.h"
#include "engine/core/config/node.h"
#include "engine/core/units.h"

namespace zhaimao {

struct Range {
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
    bool low_open = false;  // true: the value must be above low
};

inline constexpr Range any_number{};
inline constexpr Range non_negative{0.0};
inline constexpr Range positive{0.0, std::numeric_limits<double>::infinity(), true};
inline constexpr Range share_range{0.0, 1.0};
// Units of a city, yuan of a fund, yuan of one unit a year: what is counted in whole units and fen
// has room for all of them, and to spare.
inline constexpr Range countable{0.0, 1e12};
inline constexpr Range payable{0.0, 1e13};
inline constexpr Range amount_range{0.0, 1e8};
inline constexpr Range delay_range{0.0, 100.0};  // years
constexpr Range at_least(double low) {
    return {low};
}
constexpr Range between(double low, double high) {
    return {low, high};
}

// What a key is: the declaration from which reading, messages and documentation are made.
struct Key {
    std::string_view name;
    Dimension dimension{};
    Range range{};
    std::string_view meaning;
    bool timely = false;   // a line, price or outturn: refused when known later than as_of
    bool is_input = true;  // of the model, and so in the ledger; a setting or a name is none
};
constexpr Key no_input(Key key) {
    key.is_input = false;
    return key;
}

// A label in the two languages of reports; the Chinese one falls back to the English one.
struct Label {
    std::string en;
    std::string zh;

    friend bool operator==(const Label&, const Label&) = default;
};

class Reading;  // engine/core/config/reading.h
struct Asked;
struct PathTo;

class Block {
   public:
    Block(const Node& node, std::string id, const Block* parent, Reading& reading);

    [[nodiscard]] const std::string& id() const { return id_; }  // the last component of the path
    [[nodiscard]] std::string path() const;                      // "interventions.relocation"
    [[nodiscard]] bool has(std::string_view name) const;         // does not count as asking
    [[nodiscard]] bool is_map(std::string_view name) const;    // has(name), and it is a nested map
    [[nodiscard]] bool is_sound(std::string_view name) const;  // no mistake at or below it so far
    [[nodiscard]] bool is_partial() const;  // a part of the tree could not be read
    void doubt_years();                     // the run's first or last year is not known
    // Where a key's value stands, or this block where it is absent.
    [[nodiscard]] const Place& place_of(std::string_view name) const;

    double number(const Key& key);  // required
    double number(const Key& key, double if_absent);
    std::optional<double> maybe_number(const Key& key);
    std::int64_t whole(const Key& key);  // required; the value must be a whole number
    std::int64_t whole(const Key& key, std::int64_t if_absent);
    std::optional<std::int64_t> maybe_whole(const Key& key);
    std::vector<double> numbers(const Key& key);  // a list; required
    std::optional<std::vector<double>> maybe_numbers(const Key& key);

    // One value for each year first..last: from a year map ("2016", "2018..2020", "2017+"), or one
    // plain value for all. A year that no entry covers is a mistake.
    std::vector<double> by_year(const Key& key, int first, int last);
    std::optional<std::vector<double>> maybe_by_year(const Key& key, int first, int last);

    // The same where several dimensions are possible (a capacity in people, households, ...): the
    // dimension found is one of `options` and the same for all years.
    struct Counted {
        Dimension dimension;
        std::vector<double> values;
    };
    std::optional<Counted> maybe_by_year_in(const Key& key, std::span<const Dimension> options,
                                            int first, int last);
    // The same of one number: `values` holds it alone.
    std::optional<Counted> maybe_number_in(const Key& key, std::span<const Dimension> options);

    // A price index by year, where there is one: what this Reading reads from now on is restated by
    // it where it is written in prices of another year ("@2010"), to those of its own year if it is
    // by year, else to those of `year`.
    void use_prices(const Key& key, int year);

    int year(std::string_view name, std::string_view meaning);  // a calendar year, required
    std::optional<int> maybe_year(std::string_view name, std::string_view meaning);

    // `notation` says how a text is written that has a grammar.
    std::string text(std::string_view name, std::string_view meaning,
                     std::string_view notation = {});
    std::optional<std::string> maybe_text(std::string_view name, std::string_view meaning);
    // ISO: 2016-01-31.
    std::optional<std::string> maybe_date(std::string_view name, std::string_view meaning);
    // A list or one; may be absent.
    std::vector<std::string> texts(std::string_view name, std::string_view meaning);
    // {en:, zh:} or one text; required.
    Label label(std::string_view name, std::string_view meaning);
    Label label(std::string_view name, std::string_view meaning, Label if_absent);
    bool flag(std::string_view name, std::string_view meaning, bool if_absent);

    // One of a closed list of words; the index into `options`.
    std::size_t choice(std::string_view name, std::string_view meaning,
                       std::span<const std::string_view> options);
    std::size_t choice(std::string_view name, std::string_view meaning,
                       std::span<const std::string_view> options, std::size_t if_absent);
    // The word itself, required, where the caller says what is wrong with another.
    std::string word(std::string_view name, std::string_view meaning,
                     std::span<const std::string_view> options);
    // A list of such words, or one; may be absent. Unknown words are left out.
    std::vector<std::size_t> choices(std::string_view name, std::string_view meaning,
                                     std::span<const std::string_view> options);

    Block block(std::string_view name, std::string_view meaning);  // a nested map, required
    std::optional<Block> maybe_block(std::string_view name, std::string_view meaning);
    // The children of this map, keyed by id, in the order written.
    std::vector<Block> children();
    // The keys of this map, in the order written, for maps whose keys say something. Asks for none.
    [[nodiscard]] std::vector<std::string> keys() const;

    // Takes a key for read without reading it: one that this scenario does not use.
    void skip(std::string_view name);
    // The same of a value that is to be set elsewhere: as written. nullptr: absent.
    const Node* written(std::string_view name, std::string_view meaning, Form form);
    const Node* written(const Key& key, Written written);

    // A mistake of one value by itself, shown at the place of key `name` (or of the block where it
    // is absent).
    void wrong(std::string_view name, std::string message);
    // Values that do not go together. Not reported where one of them, at or below `name` or right
    // in this block, is mistaken by itself, nor in a partial reading.
    void error(std::string_view name, std::string message);
    void warning(std::string_view name, std::string message);

   private:
    // Counts as asking; nullptr: absent. To require() that is a mistake, to scalar() all but texts.
    const Node* look_up(std::string_view name);
    const Node* require(std::string_view name, std::string expectation);
    const Node* scalar(const Node* node, std::string_view name);
    PathTo path_to(std::string_view name, std::string element = {}) const;
    std::optional<double> number_at(const Node& node, const Key& key, std::string element = {});
    std::int64_t whole_at(const Node& node, const Key& key);
    std::vector<double> numbers_at(const Node& node, const Key& key);
    Counted by_year_at(const Node& node, const Key& key, std::span<const Dimension> options,
                       int first, int last);
    int year_at(const Node& node, std::string_view name);
    Label label_at(const Node& node, std::string_view name);
    std::optional<std::size_t> choice_at(const Node& node, std::string_view name,
                                         std::span<const std::string_view> options);
    // What a call says of its key goes into the outline of the language, where one is recorded.
    void declare(std::string_view name, std::string_view meaning, Form form, Written written = {},
                 std::span<const std::string_view> words = {},
                 std::string_view notation = {}) const;
    void declare(const Key& key, Written written, std::span<const Dimension> options = {}) const;
    void ask(std::string_view name) const;

    const Node* node_;  // stands_in() after a mistake: then nothing below is asked or reported
    std::string id_;
    std::string parent_path_;
    Reading* reading_;
    Asked* asked_;
};

}  // namespace zhaimao
