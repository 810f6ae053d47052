#include <algorithm>

#include "engine/core/config/block.h"
#include "engine/core/config/outline.h"
#include "engine/core/suggest.h"

namespace zhaimao {
namespace {

std::string quoted_list(std::span<const std::string_view> options) {
    std::string list;
    for (std::string_view o : options) (list += list.empty() ? "" : ", ") += o;
    return list;
}

}  // namespace

std::optional<std::size_t> Block::choice_at(const Node& node, std::string_view name,
                                            std::span<const std::string_view> options) {
    const auto found = std::find(options.begin(), options.end(), node.text);
    if (found != options.end()) return static_cast<std::size_t>(found - options.begin());
    wrong(name, "'" + node.text + "' is not one of " + quoted_list(options) +
                    did_you_mean(node.text, options));
    return std::nullopt;
}

std::size_t Block::choice(std::string_view name, std::string_view meaning,
                          std::span<const std::string_view> options) {
    declare(name, meaning, Form::choice, {.required = true}, options);
    const Node* node =
        scalar(require(name, std::string(meaning) + "; one of " + quoted_list(options)), name);
    return node == nullptr ? 0 : choice_at(*node, name, options).value_or(0);
}

std::size_t Block::choice(std::string_view name, std::string_view meaning,
                          std::span<const std::string_view> options, std::size_t if_absent) {
    declare(name, meaning, Form::choice, {.if_absent = static_cast<double>(if_absent)}, options);
    const Node* node = scalar(look_up(name), name);
    return node == nullptr ? if_absent : choice_at(*node, name, options).value_or(0);
}

std::string Block::word(std::string_view name, std::string_view meaning,
                        std::span<const std::string_view> options) {
    declare(name, meaning, Form::choice, {.required = true}, options);
    const Node* node = scalar(require(name, std::string(meaning)), name);
    return node == nullptr ? "" : node->text;
}

std::vector<std::size_t> Block::choices(std::string_view name, std::string_view meaning,
                                        std::span<const std::string_view> options) {
    declare(name, meaning, Form::choice, {.list = true}, options);
    const Node* node = look_up(name);
    if (node == nullptr) return {};
    std::vector<std::size_t> list;
    for (const Node& item : node->is_list() ? std::span(node->items) : std::span(node, 1))
        if (const Node* word = scalar(&item, name))
            if (const auto index = choice_at(*word, name, options)) list.push_back(*index);
    return list;
}

}  // namespace zhaimao
