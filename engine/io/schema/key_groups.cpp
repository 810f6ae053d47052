#include "engine/io/schema/key_groups.h"

#include <algorithm>

#include "engine/io/schema/key_text.h"

namespace zhaimao {
namespace {

bool hold_the_same(const Outline& a, const Outline& b) {
    return description(a) == description(b) &&
           std::equal(a.below.begin(), a.below.end(), b.below.begin(), b.below.end(),
                      [](const Outline& x, const Outline& y) {
                          return x.name == y.name && hold_the_same(x, y);
                      });
}

}  // namespace

std::vector<std::span<const Outline>> key_groups(const Outline& map) {
    std::vector<std::span<const Outline>> groups;
    const std::span<const Outline> keys(map.below);
    for (std::size_t first = 0, end = 0; first < keys.size(); first = end) {
        for (end = first + 1; end < keys.size() && hold_the_same(keys[first], keys[end]);) ++end;
        groups.push_back(keys.subspan(first, end - first));
    }
    return groups;
}

}  // namespace zhaimao
