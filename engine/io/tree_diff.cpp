#include "engine/io/tree_diff.h"

#include <algorithm>
#include <set>

#include "engine/core/config/path.h"
#include "engine/core/config/year_map.h"
#include "engine/io/tree.h"

namespace zhaimao {
namespace {

bool same_value(const Node& a, const Node& b) {
    if (a.kind != b.kind) return false;
    if (a.is_scalar()) {
        if (!a.quantity || !b.quantity) return a.text == b.text;
        return a.quantity->value == b.quantity->value &&
               a.quantity->dimension == b.quantity->dimension &&
               a.quantity->price_year == b.quantity->price_year;
    }
    return std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), same_value) &&
           std::equal(a.entries.begin(), a.entries.end(), b.entries.begin(), b.entries.end(),
                      [](const Entry& x, const Entry& y) {
                          return x.key == y.key && same_value(x.node, y.node);
                      });
}

bool holds_values(const Node& node) {
    return is_block(node) || (node.is_map() && is_year_map(node));
}

std::size_t values_in(const Node& node) {
    if (!holds_values(node)) return 1;
    std::size_t count = 0;
    for (const Entry& e : node.entries) count += values_in(e.node);
    return count;
}

class Comparison {
   public:
    std::vector<Difference> list;

    void compare(const Node& a, const Node& b, const std::string& path) {
        if (is_year_map(a) && is_year_map(b)) return compare_years(a, b, path);
        if (is_block(a) && is_block(b)) return compare_blocks(a, b, path);
        if (!same_value(a, b)) put(path, &a, &b);
    }

   private:
    static std::optional<Difference::Side> side(const Node* node) {
        if (node == nullptr) return std::nullopt;
        return Difference::Side{is_block(*node) ? "" : short_text(*node), node->place,
                                node->source};
    }

    void put(const std::string& path, const Node* a, const Node* b) {
        const std::size_t values =
            std::max(a == nullptr ? 0 : values_in(*a), b == nullptr ? 0 : values_in(*b));
        list.push_back({path, side(a), side(b), values});
    }

    void compare_blocks(const Node& a, const Node& b, const std::string& path) {
        for (const Entry& e : a.entries) {
            const Node* other = b.find(e.key);
            const std::string below = join_path(path, e.key);
            if (other == nullptr)
                put(below, &e.node, nullptr);
            else
                compare(e.node, *other, below);
        }
        for (const Entry& e : b.entries)
            if (a.find(e.key) == nullptr) put(join_path(path, e.key), nullptr, &e.node);
    }

    static const Node* in_year(const Node& map, int year) {
        for (const Entry& e : map.entries)
            if (const auto span = parse_year_span(e.key); span && span->covers(year))
                return &e.node;
        return nullptr;
    }

    // The years at which an entry of either side begins, or is over.
    static std::set<int> turns(const Node& a, const Node& b) {
        std::set<int> years;
        for (const Node* map : {&a, &b})
            for (const Entry& e : map->entries)
                if (const auto span = parse_year_span(e.key)) {
                    years.insert(span->first);
                    if (span->last != YearSpan::open_end) years.insert(span->last + 1);
                }
        return years;
    }

    void compare_years(const Node& a, const Node& b, const std::string& path) {
        const std::set<int> years = turns(a, b);
        for (auto year = years.begin(); year != years.end();) {
            const Node* in_a = in_year(a, *year);
            const Node* in_b = in_year(b, *year);
            auto end = std::next(year);
            while (end != years.end() && in_year(a, *end) == in_a && in_year(b, *end) == in_b)
                ++end;
            const bool same =
                in_a == in_b || (in_a != nullptr && in_b != nullptr && same_value(*in_a, *in_b));
            const int last = end == years.end() ? YearSpan::open_end : *end - 1;
            if (!same) put(join_path(path, YearSpan{*year, last}.text()), in_a, in_b);
            year = end;
        }
    }
};

}  // namespace

std::vector<Difference> differences(const Node& before, const Node& after) {
    Comparison comparison;
    comparison.compare(before, after, "");
    return std::move(comparison.list);
}

}  // namespace zhaimao
