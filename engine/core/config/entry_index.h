// Finds the entries of a map by key: a few by looking at each, many through a hash table of their
// positions, so that a map of n keys is read in n steps.
//
// One index serves one map, whose entries may only be appended between two calls.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/core/config/node.h"

namespace zhaimao {

// The first entry of that key, found by looking at each.
[[nodiscard]] std::optional<std::size_t> position_of(const std::vector<Entry>& entries,
                                                     std::string_view key);

class EntryIndex {
   public:
    // The same.
    [[nodiscard]] std::optional<std::size_t> find(const std::vector<Entry>& entries,
                                                  std::string_view key);

   private:
    // The slot of the key, or the free one where it would stand.
    [[nodiscard]] std::size_t slot(const std::vector<Entry>& entries, std::string_view key) const;
    void extend(const std::vector<Entry>& entries);

    std::vector<std::uint32_t> slots_;  // position + 1; 0: free
    std::size_t indexed_ = 0;           // entries in the slots
};

}  // namespace zhaimao
