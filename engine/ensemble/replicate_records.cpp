#include "engine/ensemble/replicate_records.h"

#include <algorithm>
#include <mutex>
#include <utility>

#include "engine/core/contracts.h"
#include "engine/io/temporary_file.h"

namespace zhaimao {
namespace {

constexpr std::size_t always_in_memory = 2;  // replicates
constexpr std::size_t fewest_in_block = 64;  // cells: a replicate's part of a block is one reading

}  // namespace

struct ReplicateRecords::Spilled {
    TemporaryFile file{};
    std::size_t block = 0;  // cells
    std::mutex mutex{};
    std::vector<bool> is_turned{};  // by block; under the mutex

    void make_room(std::size_t cells, std::size_t replicates, std::size_t at_a_time) {
        file.reserve(2 * cells * replicates);
        block = std::max(fewest_in_block, at_a_time / replicates);
        is_turned.assign(cells / block + 1, false);
    }
};

ReplicateRecords::ReplicateRecords(std::size_t cells, std::size_t in_memory)
    : cells_(cells), in_memory_(in_memory) {}
ReplicateRecords::ReplicateRecords(ReplicateRecords&&) noexcept = default;
ReplicateRecords& ReplicateRecords::operator=(ReplicateRecords&&) noexcept = default;
ReplicateRecords::~ReplicateRecords() = default;

void ReplicateRecords::resize(std::size_t replicates) {
    if (spilled_) {
        spilled_->make_room(cells_, replicates, in_memory_);
    } else if (replicates <= always_in_memory || cells_ * replicates <= in_memory_) {
        numbers_.resize(cells_ * replicates);
    } else {
        auto spilled = std::make_unique<Spilled>();
        spilled->make_room(cells_, replicates, in_memory_);
        spilled->file.write(0, numbers_);
        spilled_ = std::move(spilled);
        numbers_ = {};
    }
    replicates_ = replicates;
}

void ReplicateRecords::write(std::size_t replicate, std::span<const double> numbers,
                             std::size_t first) {
    EXPECTS(replicate < replicates_ && first + numbers.size() <= cells_);
    if (!spilled_) {
        std::copy(numbers.begin(), numbers.end(),
                  numbers_.begin() + static_cast<std::ptrdiff_t>(place(replicate, first)));
        return;
    }
    spilled_->file.write(place(replicate, first), numbers);
    const std::lock_guard lock(spilled_->mutex);
    std::fill(spilled_->is_turned.begin(), spilled_->is_turned.end(), false);
}

std::vector<double> ReplicateRecords::row(std::size_t cell) const {
    EXPECTS(cell < cells_);
    std::vector<double> numbers(replicates_);
    if (spilled_) {
        turn(cell / spilled_->block);
        spilled_->file.read(turned_place(cell), numbers);
    } else {
        for (std::size_t r = 0; r < replicates_; ++r) numbers[r] = numbers_[place(r, cell)];
    }
    return numbers;
}

void ReplicateRecords::turn(std::size_t block) const {
    const std::lock_guard lock(spilled_->mutex);
    if (spilled_->is_turned[block]) return;
    const std::size_t first = block * spilled_->block;
    std::vector<double> part(std::min(spilled_->block, cells_ - first));
    std::vector<double> turned(part.size() * replicates_);
    for (std::size_t r = 0; r < replicates_; ++r) {
        spilled_->file.read(place(r, first), part);
        for (std::size_t c = 0; c < part.size(); ++c) turned[c * replicates_ + r] = part[c];
    }
    spilled_->file.write(turned_place(first), turned);
    spilled_->is_turned[block] = true;
}

}  // namespace zhaimao
