// The lowest of the candidates up to a capacity, by selection: a histogram of permanent income, and
// an order only in the bin that the capacity cuts. The first that does not fit ends it.
#pragma once

#include <algorithm>

#include "bench/probe/population.h"

namespace probe {
namespace {

// A candidate's place in the order, permanent income before row, and what it takes of the capacity.
struct Candidates {
    std::vector<std::uint64_t> keys;
    std::vector<std::uint32_t> takes;
    std::size_t count = 0;

    explicit Candidates(std::size_t most) : keys(most), takes(most) {}
};

class Selection {
   public:
    explicit Selection(std::size_t most) : bins_(most), edge_(most), chosen_(most) {}

    // Rows of the chosen, in no order.
    void choose(const Candidates& from, std::uint32_t capacity) {
        const std::uint32_t cut = find_cut(from, capacity);
        take_below(from, cut);
        std::sort(edge_.begin(), edge_.begin() + edge_count_);
        for (std::size_t i = 0; i < edge_count_ && edge_[i].takes <= left_; ++i) {
            chosen_[count_++] = static_cast<std::uint32_t>(edge_[i].key);
            left_ -= edge_[i].takes;
        }
    }
    const std::uint32_t* begin() const { return chosen_.data(); }
    const std::uint32_t* end() const { return chosen_.data() + count_; }

   private:
    struct Edge {
        std::uint64_t key;
        std::uint32_t takes;
        bool operator<(const Edge& other) const { return key < other.key; }
    };
    static constexpr std::uint32_t bin_count = 1024;

    static std::uint32_t bin(std::uint64_t key) {  // 1/256 of a log point each, from -3.5
        float place =
            (hot::from_ordered_bits(static_cast<std::uint32_t>(key >> 32)) + 3.5F) * 256.0F;
        place = place < 0.0F ? 0.0F : place;
        place = place > bin_count - 1 ? static_cast<float>(bin_count - 1) : place;
        return static_cast<std::uint32_t>(static_cast<std::int32_t>(place));
    }

    // The first bin that does not fit as a whole; what the bins before it leave is left_.
    std::uint32_t find_cut(const Candidates& from, std::uint32_t capacity) {
        std::uint32_t taken[bin_count] = {};
        std::uint32_t* const __restrict bins = bins_.data();
        const std::uint64_t* const __restrict keys = from.keys.data();
        for (std::size_t i = 0; i < from.count; ++i) bins[i] = bin(keys[i]);
        for (std::size_t i = 0; i < from.count; ++i) taken[bins[i]] += from.takes[i];
        std::uint32_t cut = 0;
        for (left_ = capacity; cut < bin_count && taken[cut] <= left_; ++cut) left_ -= taken[cut];
        return cut;
    }

    void take_below(const Candidates& from, std::uint32_t cut) {
        std::uint32_t* const __restrict chosen = chosen_.data();
        std::size_t count = 0, edge_count = 0;
        for (std::size_t i = 0; i < from.count; ++i) {
            chosen[count] = static_cast<std::uint32_t>(from.keys[i]);
            count += bins_[i] < cut ? 1 : 0;
            edge_[edge_count] = {from.keys[i], from.takes[i]};
            edge_count += bins_[i] == cut ? 1 : 0;
        }
        count_ = count;
        edge_count_ = edge_count;
    }

    std::vector<std::uint32_t> bins_;
    std::vector<Edge> edge_;
    std::vector<std::uint32_t> chosen_;
    std::size_t count_ = 0, edge_count_ = 0;
    std::uint32_t left_ = 0;
};

}  // namespace
}  // namespace probe
