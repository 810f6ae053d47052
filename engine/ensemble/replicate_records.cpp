#include "engine/ensemble/replicate_records.h"

#include <algorithm>

#include "engine/core/contracts.h"

namespace zhaimao {

void ReplicateRecords::resize(std::size_t replicates) {
    replicates_ = replicates;
    numbers_.resize(cells_ * replicates);
}

void ReplicateRecords::write(std::size_t replicate, std::span<const double> numbers,
                             std::size_t first) {
    EXPECTS(replicate < replicates_ && first + numbers.size() <= cells_);
    std::copy(numbers.begin(), numbers.end(),
              numbers_.begin() + static_cast<std::ptrdiff_t>(replicate * cells_ + first));
}

std::vector<double> ReplicateRecords::row(std::size_t cell) const {
    EXPECTS(cell < cells_);
    std::vector<double> numbers(replicates_);
    for (std::size_t r = 0; r < replicates_; ++r) numbers[r] = numbers_[r * cells_ + cell];
    return numbers;
}

}  // namespace zhaimao
