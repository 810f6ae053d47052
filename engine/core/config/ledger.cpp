#include "engine/core/config/ledger.h"

#include <algorithm>
#include <utility>

namespace zhaimao {
namespace {

bool is_assumption(const Assumption& a) {
    return a.source == assumption_source;
}

}  // namespace

void Ledger::add(Assumption number) {
    if (paths_.insert(number.path).second) numbers_.push_back(std::move(number));
}

std::size_t Ledger::assumed() const {
    return static_cast<std::size_t>(std::count_if(numbers_.begin(), numbers_.end(), is_assumption));
}

std::size_t Ledger::never_varied() const {
    return static_cast<std::size_t>(
        std::count_if(numbers_.begin(), numbers_.end(),
                      [](const Assumption& a) { return is_assumption(a) && !a.varied; }));
}

}  // namespace zhaimao
