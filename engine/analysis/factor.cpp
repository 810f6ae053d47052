#include "engine/analysis/factor.h"

#include <algorithm>
#include <array>
#include <map>

#include "engine/core/config/path.h"
#include "engine/core/config/year_map.h"
#include "engine/io/csv.h"
#include "engine/io/overlay.h"
#include "engine/io/scale.h"
#include "engine/io/tree_path.h"

namespace zhaimao {
namespace {

constexpr Key times_key{"times", unit::number, positive, "what stands there is multiplied by it"};

Node scaling(const Node& by) {
    Node node;
    node.kind = Node::Kind::map;
    node.place = by.place;
    node.entries.push_back({"times", by.place, by});
    return node;
}

Node scaling(double by, const Place& place) {
    Node number;
    number.place = place;
    number.set_text(number_text(by));
    return scaling(number);
}

// nullopt: not said. A list or one value.
std::optional<std::vector<Node>> listed(const Node* node) {
    if (node == nullptr || is_distribution(*node)) return std::nullopt;
    return node->is_list() ? node->items : std::vector<Node>{*node};
}

const Node* written(Block& block, const std::string& key) {
    if (key == times_key.name) return block.written(times_key, {.list = true});
    return key == "levels"
               ? block.written(key, "what it is set to, as `change` takes it", Form::value)
               : block.written(key, "what it is drawn from; a point gives its quantile",
                               Form::distribution);
}

// What tells a level from the others: its value, however it is written.
std::string meaning_of(const Node& level) {
    if (!level.quantity) return short_text(level);
    const Quantity& q = *level.quantity;
    return number_text(q.value) + " " + q.dimension.text() + " " + std::to_string(q.price_year);
}

void read_levels(Factor& factor, Block& block) {
    for (const char* key : {"levels", "times"}) {
        std::optional<std::vector<Node>> levels = listed(written(block, key));
        if (!levels) continue;
        if (levels->empty()) block.wrong(key, "names no level. Name at least one");
        std::map<std::string, std::string> seen;  // as first written, by what it means
        for (const Node& level : *levels) {
            const std::string text = short_text(level);
            const auto [same, is_new] = seen.emplace(meaning_of(level), text);
            if (!is_new)
                block.wrong(key, (same->second == text
                                      ? text + " is named twice"
                                      : text + " is " + same->second + ", which is named already") +
                                     ". Name each level once");
            factor.levels.push_back(std::string_view(key) == "times" ? scaling(level) : level);
        }
    }
}

void read_distributions(Factor& factor, Block& block) {
    if (const Node* node = written(block, "distribution")) {
        factor.drawn_from = short_text(*node);
        if (is_distribution(*node)) {
            factor.distribution = *node;
            factor.shape = node->entries.front().key;
        } else {
            block.wrong("distribution",
                        short_text(*node) + " is no distribution" + distribution_hint(*node));
        }
    }
    const Node* times = written(block, "times");
    if (times == nullptr || !is_distribution(*times)) return;
    factor.drawn_from = short_text(*times);
    factor.shape = times->entries.front().key;
    std::string problem;
    factor.times = Distribution::read(*times, std::array{unit::number}, times_key, problem);
    if (!factor.times) block.wrong("times", problem);
}

void read_path(Factor& factor, Block& block, Node& scenario) {
    const std::string written = block.text("path", "what is set: a path of the scenario");
    if (written.empty() || scenario.entries.empty()) return;
    const std::vector<std::string> parts = split_path(written);
    if (find_path(scenario, parts).parent == nullptr)
        block.wrong("path", "'" + written + "': " + no_such_path(scenario, parts));
    for (const std::string& part : parts) factor.path = join_path(factor.path, part);
}

}  // namespace

Factor read_factor(Block& block, Node& scenario) {
    Factor factor;
    factor.id = block.id();
    factor.label = block.label("label", "its name in reports", {block.id(), block.id()});
    factor.place = block.place_of("path");
    read_path(factor, block, scenario);
    int forms = 0;
    for (const char* key : {"levels", "distribution", "times"}) forms += block.has(key) ? 1 : 0;
    if (forms != 1)
        block.wrong("", forms == 0
                            ? "says not what it is set to. Give levels, distribution or times"
                            : "says in several ways what it is set to. Give one of levels, "
                              "distribution and times");
    read_levels(factor, block);
    read_distributions(factor, block);
    return factor;
}

bool paths_overlap(const std::string& a, const std::string& b) {
    const std::vector<std::string> x = split_path(a), y = split_path(b);
    for (std::size_t i = 0; i < std::min(x.size(), y.size()); ++i) {
        if (x[i] == y[i]) continue;
        const auto these = parse_year_span(x[i]), those = parse_year_span(y[i]);
        return these && those && these->overlaps(*those);
    }
    return true;
}

namespace {

std::size_t level_at(const Factor& factor, double u) {
    const auto n = static_cast<double>(factor.levels.size());
    return std::min(factor.levels.size() - 1, static_cast<std::size_t>(u * n));
}

Node node_at(const Factor& factor, double u) {
    if (!factor.levels.empty()) return factor.levels[level_at(factor, u)];
    if (factor.distribution) return *factor.distribution;
    return scaling(factor.times->draw(u, times_key.range), factor.place);
}

}  // namespace

void set_factor(const Factor& factor, double u, Node& tree, GivenUniforms& given,
                Diagnostics& diagnostics) {
    Node section;
    section.kind = Node::Kind::map;
    section.place = factor.place;
    Node node = node_at(factor, u);
    const Place place = node.place;
    section.entries.push_back({factor.path, place, std::move(node)});
    apply_change(tree, section, diagnostics);
    if (factor.distribution) given[factor.path] = u;
}

FactorValue value_of(const Factor& factor, double u, const DrawnNumbers& drawn) {
    if (factor.times) return {factor.times->draw(u, times_key.range), ""};
    if (factor.distribution) {
        const auto found = drawn.find(factor.path);
        return {found == drawn.end() ? std::nullopt : std::optional(found->second), ""};
    }
    const Node& level = factor.levels[level_at(factor, u)];
    const Node& number = is_scaling(level) ? level.entries.front().node : level;
    return {number.quantity ? std::optional(number.quantity->value) : std::nullopt,
            short_text(number)};
}

}  // namespace zhaimao
