// Finds the outline of a language by running its readers on made-up trees.
//
// A first reading of an empty tree tells the outermost keys; a tree made from these tells more, and
// so on until nothing new is asked for. Readers are ordinary code with branches, so there are trees
// with every key and with maps alone, closed lists at each of their words in turn, and trees in
// which a key that others hide stands without them. The readers are the real ones: what they
// complain about is thrown away.
#pragma once

#include <functional>

#include "engine/core/config/outline.h"

namespace zhaimao {

[[nodiscard]] Outline outline_of(const std::function<void(Block& root)>& read);

}  // namespace zhaimao
