#include "engine/core/config/node.h"

#include <algorithm>
#include <utility>

namespace zhaimao {
namespace {

constexpr std::size_t longest = 200;

void append(std::string& text, const Node& node) {
    if (text.size() > longest) return;
    if (node.is_scalar()) text += node.text;
    if (node.is_list()) {
        text += "[";
        for (std::size_t i = 0; i < node.items.size(); ++i)
            append(text += i == 0 ? "" : ", ", node.items[i]);
        text += "]";
    }
    if (node.is_map()) {
        text += "{";
        for (std::size_t i = 0; i < node.entries.size(); ++i)
            append(text += (i == 0 ? "" : ", ") + node.entries[i].key + ": ", node.entries[i].node);
        text += "}";
    }
}

bool begins_like_a_number(std::string_view text) {
    const std::size_t first = text.find_first_not_of(' ');
    if (first == std::string_view::npos) return false;
    const char c = text[first];
    return (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
}

}  // namespace

const Node* Node::find(std::string_view key) const {
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.key == key; });
    return found == entries.end() ? nullptr : &found->node;
}

Node* Node::find(std::string_view key) {
    return const_cast<Node*>(std::as_const(*this).find(key));
}

void Node::set_text(std::string new_text, bool in_quotes) {
    kind = Kind::scalar;
    text = std::move(new_text);
    quoted = in_quotes;
    items.clear();
    entries.clear();
    quantity.reset();
    if (quoted || !begins_like_a_number(text)) return;  // most texts: no message is made for them
    const ParsedQuantity parsed = parse_quantity(text);
    if (parsed.problem.empty()) quantity = parsed.quantity;
}

std::string short_text(const Node& node) {
    std::string text;
    append(text, node);
    if (text.size() <= longest) return text;
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;  // between characters
    return text.substr(0, end) + "...";
}

std::vector<std::string> keys_of(const Node& map) {
    std::vector<std::string> keys;
    for (const Entry& e : map.entries) keys.push_back(e.key);
    return keys;
}

}  // namespace zhaimao
