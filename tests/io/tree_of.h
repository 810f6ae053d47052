#pragma once

#include <string>

#include "engine/io/tree.h"

// A tree written in YAML inside a test.
inline zhaimao::Node tree_of(const std::string& text, const std::string& file = "t.yaml") {
    zhaimao::Diagnostics d;
    auto tree = zhaimao::tree_from_text(text, file, d);
    d.throw_if_errors();
    return std::move(*tree);
}
