#include "engine/core/config/entry_index.h"

#include <algorithm>
#include <functional>

namespace zhaimao {
namespace {

constexpr std::size_t few = 16;  // looking at so many costs less than a hash table

}  // namespace

std::optional<std::size_t> position_of(const std::vector<Entry>& entries, std::string_view key) {
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.key == key; });
    if (found == entries.end()) return std::nullopt;
    return static_cast<std::size_t>(found - entries.begin());
}

std::optional<std::size_t> EntryIndex::find(const std::vector<Entry>& entries,
                                            std::string_view key) {
    if (entries.size() <= few) return position_of(entries, key);
    if (indexed_ < entries.size()) extend(entries);
    const std::uint32_t position = slots_[slot(entries, key)];
    return position == 0 ? std::nullopt : std::optional<std::size_t>(position - 1);
}

std::size_t EntryIndex::slot(const std::vector<Entry>& entries, std::string_view key) const {
    std::size_t at = std::hash<std::string_view>{}(key) & (slots_.size() - 1);
    while (slots_[at] != 0 && entries[slots_[at] - 1].key != key)
        at = (at + 1) & (slots_.size() - 1);
    return at;
}

// The slots are a power of two, and at most half of them are taken.
void EntryIndex::extend(const std::vector<Entry>& entries) {
    if (slots_.size() < 2 * entries.size()) {
        std::size_t size = 4 * few;
        while (size < 2 * entries.size()) size *= 2;
        slots_.assign(size, 0);
        indexed_ = 0;
    }
    for (; indexed_ < entries.size(); ++indexed_) {
        std::uint32_t& position = slots_[slot(entries, entries[indexed_].key)];
        if (position == 0) position = static_cast<std::uint32_t>(indexed_ + 1);
    }
}

}  // namespace zhaimao
