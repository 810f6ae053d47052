#include "engine/core/config/block.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/core/config/date.h"
#include "engine/core/config/number.h"
#include "engine/core/config/outline.h"
#include "engine/core/config/reading.h"
#include "engine/core/suggest.h"
#include "engine/core/utf8.h"

namespace zhaimao {
namespace {

// Read in place of a block that is missing, whose mistake is already reported.
const Node& stands_in() {
    static const Node nothing = [] {
        Node n;
        n.kind = Node::Kind::map;
        return n;
    }();
    return nothing;
}

std::string not_a_map(const Node& node) {
    if (node.is_empty()) return "has no value (a map of keys is expected)";
    const std::string what = node.is_list() ? "is a list" : "is '" + node.text + "'";
    const auto odd = node.is_scalar() && !node.quoted ? first_look_alike(node.text) : std::nullopt;
    return what + " (a map of keys is expected)" +
           (odd ? ". It holds " + odd->name + ": write " + odd->plain : "");
}

}  // namespace

Block::Block(const Node& node, std::string id, const Block* parent, Reading& reading)
    : node_(&node),
      id_(std::move(id)),
      parent_path_(parent == nullptr ? "" : parent->path()),
      reading_(&reading),
      asked_(&reading.asked(node)) {}

std::string Block::path() const {
    return join_path(parent_path_, id_);
}
bool Block::has(std::string_view name) const {
    ask(name);
    return asked_->index.find(node_->entries, name).has_value();
}

bool Block::is_map(std::string_view name) const {
    declare(name, "", Form::block);
    const Node* node = node_->find(name);
    return node != nullptr && node->is_map();
}

PathTo Block::path_to(std::string_view name, std::string element) const {
    return {parent_path_, id_, name, std::move(element)};
}

const Node* Block::look_up(std::string_view name) {
    if (const auto at = asked_->index.find(node_->entries, name)) {
        asked_->read[*at] = true;
        return &node_->entries[*at].node;
    }
    auto& absent = asked_->absent;
    if (node_ != &stands_in() && absent.size() < Asked::most_absent &&
        std::find(absent.begin(), absent.end(), name) == absent.end())
        absent.emplace_back(name);
    return nullptr;
}

const Node* Block::require(std::string_view name, std::string expectation) {
    const Node* node = look_up(name);
    if (node != nullptr || is_partial() || node_ == &stands_in()) return node;
    asked_->missing.emplace_back(name);
    wrong(name, "is missing (" + expectation + ")");
    return nullptr;
}

const Node* Block::scalar(const Node* node, std::string_view name) {
    if (node == nullptr) return nullptr;
    if (node->is_scalar() && !node->is_empty()) return node;
    wrong(name, node->is_empty() ? "has no value" : short_text(*node) + " is not a text");
    return nullptr;
}

void Block::skip(std::string_view name) {
    (void)look_up(name);
}

const Node* Block::written(std::string_view name, std::string_view meaning, Form form) {
    declare(name, meaning, form);
    return look_up(name);
}

const Node* Block::written(const Key& key, Written written) {
    declare(key, written);
    return look_up(key.name);
}

bool Block::is_sound(std::string_view name) const {
    return !reading_->diagnostics().doubts(path_to(name).text());
}

bool Block::is_partial() const {
    return reading_->options().partial;
}

void Block::doubt_years() {
    reading_->doubt_years();
}

const Place& Block::place_of(std::string_view name) const {
    const Node* node = name.empty() ? nullptr : node_->find(name);
    return (node == nullptr ? node_ : node)->place;
}

void Block::wrong(std::string_view name, std::string message) {
    if (node_ == &stands_in()) return;
    reading_->diagnostics().error(place_of(name), path_to(name).text(), std::move(message));
}

void Block::error(std::string_view name, std::string message) {
    if (node_ == &stands_in() || is_partial()) return;
    Diagnostics& diagnostics = reading_->diagnostics();
    const std::string named = path_to(name).text();
    const auto is_doubted = [&](const Entry& e) {
        return !e.node.is_map() && diagnostics.doubts(path_to(e.key).text());
    };
    const auto& entries = node_->entries;
    const bool siblings =
        !path().empty() && std::any_of(entries.begin(), entries.end(), is_doubted);
    const bool missing = !path().empty() && !asked_->missing.empty();
    if (!siblings && !missing && !diagnostics.doubts(named))
        diagnostics.clash(place_of(name), named, std::move(message));
}

void Block::warning(std::string_view name, std::string message) {
    if (node_ == &stands_in()) return;
    reading_->diagnostics().warning(place_of(name), path_to(name).text(), std::move(message));
}

void Block::declare(std::string_view name, std::string_view meaning, Form form, Written written,
                    std::span<const std::string_view> words, std::string_view notation) const {
    OutlineRecorder* recorder = reading_->options().recorder;
    if (recorder == nullptr) return;
    Declaration d;
    d.form = form;
    d.written = written;
    d.meaning = meaning;
    d.notation = notation;
    d.words.assign(words.begin(), words.end());
    recorder->declare(path(), name, d);
}

void Block::ask(std::string_view name) const {
    if (OutlineRecorder* recorder = reading_->options().recorder) recorder->ask(path(), name);
}

int Block::year_at(const Node& node, std::string_view name) {
    const bool is_bare = node.quantity && node.quantity->bare && node.text.size() == 4;
    if (is_bare && node.quantity->value >= first_calendar_year &&
        node.quantity->value <= last_calendar_year)
        return static_cast<int>(node.quantity->value);
    wrong(name, short_text(node) + " is not a calendar year. Write four digits, such as 2020");
    return 0;
}

int Block::year(std::string_view name, std::string_view meaning) {
    declare(name, meaning, Form::year, {.required = true});
    const Node* node = require(name, std::string(meaning) + "; expected a year");
    return node == nullptr ? 0 : year_at(*node, name);
}

std::optional<int> Block::maybe_year(std::string_view name, std::string_view meaning) {
    declare(name, meaning, Form::year);
    const Node* node = look_up(name);
    return node == nullptr ? std::nullopt : std::optional(year_at(*node, name));
}

std::string Block::text(std::string_view name, std::string_view meaning,
                        std::string_view notation) {
    declare(name, meaning, Form::text, {.required = true}, {}, notation);
    const Node* node = scalar(require(name, std::string(meaning)), name);
    return node == nullptr ? "" : node->text;
}

std::optional<std::string> Block::maybe_text(std::string_view name, std::string_view meaning) {
    declare(name, meaning, Form::text);
    const Node* node = scalar(look_up(name), name);
    return node == nullptr ? std::nullopt : std::optional(node->text);
}

std::optional<std::string> Block::maybe_date(std::string_view name, std::string_view meaning) {
    declare(name, meaning, Form::date);
    const Node* node = scalar(look_up(name), name);
    std::optional<std::string> date = node == nullptr ? std::nullopt : std::optional(node->text);
    if (!date || is_iso_date(*date)) return date;
    wrong(name, "'" + *date + "' is not a date. Write it as 2016-01-31");
    return std::nullopt;
}

std::vector<std::string> Block::texts(std::string_view name, std::string_view meaning) {
    declare(name, meaning, Form::text, {.list = true});
    const Node* node = look_up(name);
    if (node != nullptr && !node->is_list()) node = scalar(node, name);
    if (node == nullptr) return {};
    if (!node->is_list()) return {node->text};
    std::vector<std::string> list;
    for (const Node& item : node->items)
        if (const Node* word = scalar(&item, name)) list.push_back(word->text);
    return list;
}

Label Block::label(std::string_view name, std::string_view meaning) {
    declare(name, meaning, Form::label, {.required = true});
    const Node* node = require(name, std::string(meaning) + "; expected {en: ..., zh: ...}");
    return node == nullptr ? Label{} : label_at(*node, name);
}

Label Block::label(std::string_view name, std::string_view meaning, Label if_absent) {
    declare(name, meaning, Form::label);
    const Node* node = look_up(name);
    return node == nullptr ? std::move(if_absent) : label_at(*node, name);
}

Label Block::label_at(const Node& node, std::string_view name) {
    if (!node.is_map()) {
        const Node* word = scalar(&node, name);
        return word == nullptr ? Label{} : Label{word->text, word->text};
    }
    Block languages(node, std::string(name), this, *reading_);
    Label label{languages.text("en", "the English name"), ""};
    label.zh = languages.maybe_text("zh", "the Chinese name").value_or(label.en);
    return label;
}

bool Block::flag(std::string_view name, std::string_view meaning, bool if_absent) {
    declare(name, meaning, Form::flag, {.if_absent = if_absent ? 1.0 : 0.0});
    const Node* node = scalar(look_up(name), name);
    if (node == nullptr) return if_absent;
    if (node->text != "true" && node->text != "false")
        wrong(name, "'" + node->text + "' is neither true nor false. Write one of them");
    return node->text == "true";
}

Block Block::block(std::string_view name, std::string_view meaning) {
    declare(name, meaning, Form::block, {.required = true});
    const Node* node = require(name, std::string(meaning) + "; expected a map of keys");
    if (node != nullptr && !node->is_map()) wrong(name, not_a_map(*node));
    const bool usable = node != nullptr && node->is_map();
    return Block(usable ? *node : stands_in(), std::string(name), this, *reading_);
}

std::optional<Block> Block::maybe_block(std::string_view name, std::string_view meaning) {
    declare(name, meaning, Form::block);
    const Node* node = look_up(name);
    if (node == nullptr) return std::nullopt;
    if (!node->is_map()) error(name, not_a_map(*node));
    return Block(node->is_map() ? *node : stands_in(), std::string(name), this, *reading_);
}

std::vector<Block> Block::children() {
    declare(every_id, "", Form::block);
    std::vector<Block> list;
    list.reserve(node_->entries.size());
    asked_->read.assign(node_->entries.size(), true);
    for (const Entry& e : node_->entries) {
        if (e.node.is_map())
            list.emplace_back(e.node, e.key, this, *reading_);
        else
            wrong(e.key, not_a_map(e.node));
    }
    return list;
}

std::vector<std::string> Block::keys() const {
    std::vector<std::string> keys = keys_of(*node_);
    if (reading_->options().recorder == nullptr) return keys;
    ask(every_id);
    if (std::find(keys.begin(), keys.end(), every_id) == keys.end()) keys.emplace_back(every_id);
    return keys;
}

}  // namespace zhaimao
