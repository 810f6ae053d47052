// Messages of consistency checks, at the places of paths in the tree.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <utility>

#include "engine/core/config/node.h"
#include "engine/core/config/path.h"
#include "engine/core/diagnostics.h"
#include "engine/simulation/scenario.h"

namespace zhaimao {

// Where a path is absent, its place is that of the nearest above it.
class ConsistencyMessages {
   public:
    ConsistencyMessages(const Node& tree, Diagnostics& diagnostics)
        : tree_(&tree), diagnostics_(&diagnostics) {}

    // The run's first and last year are there, and not mistaken.
    [[nodiscard]] bool knows_years() const {
        return tree_->find("start") != nullptr && tree_->find("horizon") != nullptr &&
               sound({"start", "horizon"});
    }
    // None of these values is mistaken by itself.
    [[nodiscard]] bool sound(std::initializer_list<std::string> paths) const {
        return std::none_of(paths.begin(), paths.end(),
                            [&](const std::string& p) { return diagnostics_->doubts(p); });
    }
    void error(const std::string& path, std::string message) {
        diagnostics_->clash(place(path), path, std::move(message));
    }
    void warning(const std::string& path, std::string message) {
        diagnostics_->warning(place(path), path, std::move(message));
    }

   private:
    [[nodiscard]] Place place(const std::string& path) const {
        const Node* node = tree_;
        for (const std::string& part : split_path(path)) {
            const Node* next = node->find(part);
            if (next == nullptr) break;
            node = next;
        }
        return node->place;
    }

    const Node* tree_;
    Diagnostics* diagnostics_;
};

// Every intervention's predicate admits some household that this scenario can have, or is refused.
void check_eligible(ConsistencyMessages& messages, const Scenario& s);

}  // namespace zhaimao
