// The records of an ensemble, a number a cell and replicate. They are written replicate by
// replicate and read cell by cell, and memory holds little of them however many there are.
//
// Up to 2 MiB of them, and always those of two replicates, stay in memory. Beyond, all stand in a
// temporary file as they are written; and once a cell is asked for, the block of cells around it,
// of 2 MiB or 64 cells, stands there a second time, turned: each cell with its numbers of all
// replicates side by side. So all is turned once, and then a row is one piece, in whatever order
// cells are asked for.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace zhaimao {

class ReplicateRecords {
   public:
    static constexpr std::size_t numbers_in_memory = (std::size_t{2} << 20) / sizeof(double);

    explicit ReplicateRecords(std::size_t cells, std::size_t in_memory = numbers_in_memory);
    ReplicateRecords(ReplicateRecords&&) noexcept;
    ReplicateRecords& operator=(ReplicateRecords&&) noexcept;
    ~ReplicateRecords();

    [[nodiscard]] std::size_t cells() const { return cells_; }
    [[nodiscard]] std::size_t replicates() const { return replicates_; }

    // Those there are keep their numbers; further ones are written before they are read. Nobody
    // writes or reads meanwhile. MachineError: no room in the temporary folder.
    void resize(std::size_t replicates);

    // Numbers of one replicate, from cell `first` on. From any thread, each a replicate of its own.
    void write(std::size_t replicate, std::span<const double> numbers, std::size_t first = 0);

    // One cell, by replicate. From any thread, while nobody writes.
    [[nodiscard]] std::vector<double> row(std::size_t cell) const;

   private:
    struct Spilled;

    void turn(std::size_t block) const;
    [[nodiscard]] std::size_t place(std::size_t replicate, std::size_t cell) const {
        return replicate * cells_ + cell;
    }
    [[nodiscard]] std::size_t turned_place(std::size_t cell) const {
        return (cells_ + cell) * replicates_;
    }

    std::size_t cells_;
    std::size_t in_memory_;
    std::size_t replicates_ = 0;
    std::vector<double> numbers_;  // replicate by replicate; empty where they are spilled
    std::unique_ptr<Spilled> spilled_;
};

}  // namespace zhaimao
