// The records of an ensemble, a number a cell and replicate. They are written replicate by
// replicate and read cell by cell.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace zhaimao {

class ReplicateRecords {
   public:
    explicit ReplicateRecords(std::size_t cells) : cells_(cells) {}

    [[nodiscard]] std::size_t cells() const { return cells_; }
    [[nodiscard]] std::size_t replicates() const { return replicates_; }

    // Those there are keep their numbers; further ones are written before they are read. Nobody
    // writes or reads meanwhile.
    void resize(std::size_t replicates);

    // Numbers of one replicate, from cell `first` on. From any thread, each a replicate of its own.
    void write(std::size_t replicate, std::span<const double> numbers, std::size_t first = 0);

    // One cell, by replicate. From any thread, while nobody writes.
    [[nodiscard]] std::vector<double> row(std::size_t cell) const;

   private:
    std::size_t cells_;
    std::size_t replicates_ = 0;
    std::vector<double> numbers_;  // replicate by replicate
};

}  // namespace zhaimao
