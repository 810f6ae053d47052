// What `zhaimao check --diff A B` prints: the values in which two scenarios differ, each with where
// either side set it and its source.
#pragma once

#include <string>
#include <vector>

#include "engine/io/tree_diff.h"

namespace zhaimao {

[[nodiscard]] std::string diff_text(const std::vector<Difference>& list, const std::string& a,
                                    const std::string& b);
[[nodiscard]] std::string diff_json(const std::vector<Difference>& list);

}  // namespace zhaimao
