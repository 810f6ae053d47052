// The resolved tree as one file that stands alone: composing it again gives an equal tree, in the
// same order, with the same sources and the same draws.
//
// `source:` and `known_on:` stand at the highest map whose values all have one, with the one most
// of them have; a value of another origin is written in its long form.
#pragma once

#include <string>

#include "engine/core/config/block.h"
#include "engine/core/config/node.h"

namespace zhaimao {

struct YamlOptions {
    // A comment after each value: the file and line that set it, and its source.
    bool origins = false;
};

[[nodiscard]] std::string write_yaml(const Node& tree, const Label& title,
                                     YamlOptions options = {});

}  // namespace zhaimao
