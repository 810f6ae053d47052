#include "engine/io/yaml_loader.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <memory>
#include <sstream>
#include <unordered_map>
#include <utility>

#include "engine/core/config/path.h"
#include "engine/core/utf8.h"
#include "engine/io/text_file.h"
#include "engine/io/yaml_problem.h"

namespace zhaimao {
namespace {

constexpr std::size_t deepest = 64;

struct Refused {
};  // thrown through the parser when going on makes no sense; the mistake is reported

std::size_t byte_of(const YAML::Mark& mark) {
    return mark.pos < 0 ? 0 : static_cast<std::size_t>(mark.pos);
}

class TreeBuilder : public YAML::EventHandler {
   public:
    TreeBuilder(std::string_view text, std::shared_ptr<const std::string> name,
                Diagnostics& diagnostics)
        : text_(text), name_(std::move(name)), diagnostics_(&diagnostics) {}

    std::optional<Node> root;

    std::optional<std::size_t> open_bracket() const {
        for (auto open = open_.rbegin(); open != open_.rend(); ++open)
            if (open->in_flow) return open->at;
        return std::nullopt;
    }

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (!root) return;
        const bool comma = text_.substr(byte_of(mark), 1) == ",";
        refuse(mark,
               comma ? lone_comma : "a second document begins here. Keep one document a file");
    }
    void OnDocumentEnd() override {}
    void OnAnchor(const YAML::Mark& mark, const std::string& anchor) override {
        report_reuse(mark, "'&" + anchor +
                               "' is an anchor (anchors and aliases are not allowed). Write the "
                               "value out wherever it is needed");
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        place_value(scalar(mark, "", true));
    }

    void OnNull(const YAML::Mark& mark, YAML::anchor_t) override {
        if (is_comma(mark) && !is_value_of_key()) refuse(mark, lone_comma);
        if (wants_key()) refuse(mark, "a key is missing before ':'");
        check_key_has_colon();
        Node nothing = scalar(mark, "", false);
        if (!open_.empty() && open_.back().node.is_map())
            nothing.place = open_.back().node.entries.back().place;
        place_value(std::move(nothing));
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                  const std::string& value) override {
        const std::size_t at = byte_of(mark);
        const char first = at < text_.size() ? text_[at] : ' ';
        const bool quote = first == '"' || first == '\'';
        const bool plain = tag == "?" || tag.empty();
        if (!plain && !quote && first != '|' && first != '>') report_tag(mark, first);
        if (!plain && quote && !quote_closes(text_, at))
            refuse(mark, "a quote opens here that is never closed");
        // yaml-cpp 0.7 makes of these two a single byte that is no character.
        if (first_invalid_utf8(value))
            refuse(mark,
                   "the text holds '\\N' or '\\_' (not supported). Write a space, or \\u0085 "
                   "or \\u00a0");
        if (const auto at_control = first_control(value))
            refuse(mark, "the text holds '" +
                             printable(std::string_view(value).substr(
                                 *at_control, value[*at_control] < 0 ? 3 : 1)) +
                             "' (no document can hold it). Remove it");
        if (wants_key()) return take_key(mark, value, plain);
        place_value(scalar(mark, value, !plain));
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                         YAML::EmitterStyle::value style) override {
        open(mark, tag, style, Node::Kind::list);
    }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                    YAML::EmitterStyle::value style) override {
        open(mark, tag, style, Node::Kind::map);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapEnd() override {
        report_duplicates(open_.back().node);
        close();
    }

   private:
    struct Open {
        Node node;
        std::size_t at = 0;
        std::size_t depth = 0;  // of maps and lists, those of dotted keys too; the outermost: 1
        bool in_flow = false;
        bool has_key = false;  // the last entry waits for its value
    };

    // Counts on from the last place, so that a file of one long line is not counted over and over.
    Place place(const YAML::Mark& mark) {
        const std::size_t at = std::min(byte_of(mark), text_.size());
        const std::size_t column = std::min(at, static_cast<std::size_t>(std::max(mark.column, 0)));
        const std::size_t line_start = at - column;
        if (line_start != counted_from_ || at < counted_to_) {
            counted_from_ = counted_to_ = line_start;
            characters_ = 0;
        }
        characters_ += character_count(text_.substr(counted_to_, at - counted_to_));
        counted_to_ = at;
        return {name_, mark.line + 1, static_cast<int>(characters_) + 1};
    }

    void report(const YAML::Mark& mark, std::string message) {
        diagnostics_->error(place(mark), "", std::move(message));
    }
    [[noreturn]] void refuse(const YAML::Mark& mark, std::string message) {
        report(mark, std::move(message));
        throw Refused{};
    }

    bool is_comma(const YAML::Mark& mark) const {
        return byte_of(mark) < text_.size() && text_[byte_of(mark)] == ',';
    }

    // Once a file: an anchor, its aliases and the merge keys of them are one mistake.
    void report_reuse(const YAML::Mark& mark, std::string message) {
        if (!reuse_reported_) report(mark, std::move(message));
        reuse_reported_ = true;
    }

    void report_tag(const YAML::Mark& mark, char first) {
        if (first == '!') report(mark, "tags (!) are not allowed. Write the value alone");
    }

    bool wants_key() const {
        return !open_.empty() && open_.back().node.is_map() && !open_.back().has_key;
    }

    bool is_value_of_key() const {
        return !open_.empty() && open_.back().node.is_map() && open_.back().has_key;
    }

    Node scalar(const YAML::Mark& mark, const std::string& value, bool quoted) {
        Node node;
        node.place = place(mark);
        node.set_text(value, quoted);
        return node;
    }

    void take_key(const YAML::Mark& mark, const std::string& key, bool plain) {
        if (key == "<<")
            report_reuse(mark,
                         "'<<' is a merge key (not allowed). Use include, or extends with change");
        if (key.size() > longest_key) refuse(mark, long_key);
        if (key.empty()) report(mark, "a key is empty");
        if (const auto odd = plain ? first_look_alike(key) : std::nullopt)
            refuse(mark, "'" + key + "' holds " + odd->name + ". Write " + odd->plain);
        Open& map = open_.back();
        check_depth(mark, map.depth + split_path(key).size() - 1);
        map.node.entries.push_back({key, place(mark), Node{}});
        map.has_key = true;
        key_at_ = byte_of(mark);
    }

    // "b:2" and "by half" (after a comma in a text) arrive as keys without a value.
    void check_key_has_colon() {
        if (open_.empty() || !open_.back().node.is_map()) return;
        const Entry& entry = open_.back().node.entries.back();
        const std::string& key = entry.key;
        if (text_.substr(key_at_, key.size()) != key) return;  // quoted or folded: cannot be told
        const std::size_t next = text_.find_first_not_of(" \t", key_at_ + key.size());
        if (next != std::string_view::npos && text_[next] == ':') return;
        diagnostics_->error(entry.place, "", key_without_colon(key, open_.back().in_flow));
    }

    void place_value(Node node) {
        if (++nodes_ > most_values) {
            diagnostics_->error(node.place, "", too_many_values());
            throw Refused{};
        }
        if (open_.empty()) {
            root = std::move(node);
        } else if (Open& parent = open_.back(); parent.node.is_list()) {
            parent.node.items.push_back(std::move(node));
        } else {
            parent.node.entries.back().node = std::move(node);
            parent.has_key = false;
        }
    }

    std::size_t depth_of_next() const {
        if (open_.empty()) return 1;
        const Open& above = open_.back();
        const bool keyed = above.node.is_map() && !above.node.entries.empty();
        return above.depth + (keyed ? split_path(above.node.entries.back().key).size() : 1);
    }

    void check_depth(const YAML::Mark& mark, std::size_t depth) {
        if (depth > deepest) refuse(mark, "nested more than " + std::to_string(deepest) + " deep");
    }

    void open(const YAML::Mark& mark, const std::string& tag, YAML::EmitterStyle::value style,
              Node::Kind kind) {
        if (wants_key())
            refuse(mark, bracket_closes(text_, byte_of(mark))
                             ? "a list or map stands where a key is expected. A key is one word"
                             : "a bracket opens here that is never closed");
        const std::size_t depth = depth_of_next();
        check_depth(mark, depth);
        if (tag != "?" && !tag.empty()) report_tag(mark, '!');
        Open next;
        next.node.kind = kind;
        next.node.place = place(mark);
        next.at = byte_of(mark);
        next.depth = depth;
        next.in_flow = style == YAML::EmitterStyle::Flow;
        open_.push_back(std::move(next));
    }

    void close() {
        Node node = std::move(open_.back().node);
        open_.pop_back();
        place_value(std::move(node));
    }

    // The first one stays, so that nothing after this meets them again.
    void report_duplicates(Node& map) {
        std::unordered_map<std::string, Place> first;
        std::erase_if(map.entries, [&](const Entry& e) {
            const auto [there, is_new] = first.try_emplace(e.key, e.place);
            if (!is_new)
                diagnostics_->error(e.place, "",
                                    "'" + e.key + "' is set twice (also at " +
                                        there->second.text() + "). Remove one");
            return !is_new;
        });
    }

    std::string_view text_;
    std::shared_ptr<const std::string> name_;
    Diagnostics* diagnostics_;
    std::vector<Open> open_;
    std::size_t nodes_ = 0;
    bool reuse_reported_ = false;
    std::size_t key_at_ = 0;  // byte of the last key
    std::size_t counted_from_ = 0, counted_to_ = 0,
                characters_ = 0;  // of the line of the last place
};

}  // namespace

std::optional<Node> load_yaml_text(std::string text, const std::string& name,
                                   Diagnostics& diagnostics) {
    const auto shared_name = std::make_shared<const std::string>(name);
    if (text.size() > largest_yaml) {
        diagnostics.error({shared_name, 0, 0}, "", larger_than(largest_yaml));
        return std::nullopt;
    }
    if (!accept_utf8(text, shared_name, diagnostics)) return std::nullopt;
    if (!accept_flow(text, shared_name, diagnostics)) return std::nullopt;
    TreeBuilder builder(text, shared_name, diagnostics);
    std::istringstream stream(text);
    try {
        YAML::Parser parser(stream);
        // A second document is refused by its first event, so that nothing can go on for ever.
        if (parser.HandleNextDocument(builder)) parser.HandleNextDocument(builder);
    } catch (const Refused&) {
        return std::nullopt;
    } catch (const YAML::Exception& e) {
        report_syntax_error(text, {byte_of(e.mark), e.msg, builder.open_bracket()}, shared_name,
                            diagnostics);
        return std::nullopt;
    }
    if (!builder.root || builder.root->is_empty()) {
        diagnostics.error({shared_name, 0, 0}, "", "is empty");
        return std::nullopt;
    }
    return std::move(builder.root);
}

}  // namespace zhaimao
