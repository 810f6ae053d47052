#include "engine/simulation/unused.h"

#include <algorithm>
#include <array>
#include <functional>

#include "engine/core/config/reading.h"

namespace zhaimao {
namespace {

// Calls read(block of `map`, key) for each of its entries but `use`, the one that it names, and
// `own` keys. Each stands in a tree of its own, where nothing else can be unread.
void for_each_unused(const Node& tree, const std::string& map,
                     std::span<const std::string_view> own, Diagnostics& diagnostics,
                     const std::function<void(Block&, const std::string&)>& read) {
    const Node* sets = tree.find(map);
    const Node* used = sets == nullptr ? nullptr : sets->find("use");
    if (used == nullptr) return;
    for (const Entry& set : sets->entries) {
        if (set.key == used->text || std::find(own.begin(), own.end(), set.key) != own.end())
            continue;
        Node alone, root;
        alone.kind = root.kind = Node::Kind::map;
        alone.place = sets->place, root.place = tree.place;
        alone.entries = {set};
        root.entries = {{map, sets->place, alone}};
        Reading reading(diagnostics);
        reading.doubt_years();
        Block block = reading.root(root).block(map, "");
        read(block, set.key);
        reading.finish();
    }
}

}  // namespace

void check_unused(const Scenario& scenario, const Node& tree, Diagnostics& diagnostics) {
    constexpr std::array<std::string_view, 3> of_rules{"use", "provincial", "national"};
    constexpr std::array<std::string_view, 1> of_lines{"use"};
    for_each_unused(tree, "delisting", of_rules, diagnostics,
                    [](Block& sets, const std::string& set) {
                        (void)Delisting::read_set(sets.block(set, "a set of rules"));
                    });
    for_each_unused(
        tree, "lines", of_lines, diagnostics, [&](Block& lines, const std::string& line) {
            (void)lines.by_year(
                {line, unit::yuan_per_person_year, positive, "poverty line of the year"},
                scenario.start, scenario.horizon);
        });
}

}  // namespace zhaimao
