// A tree written in YAML inside a test, and the messages that reading it gave.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "engine/core/config/reading.h"
#include "engine/io/tree.h"

struct TreeText {
    explicit TreeText(const std::string& yaml) {
        auto loaded = zhaimao::tree_from_text(yaml, "t.yaml", diagnostics);
        INFO(messages());
        REQUIRE(loaded.has_value());
        REQUIRE_FALSE(diagnostics.has_errors());
        tree = std::move(*loaded);
    }

    [[nodiscard]] std::string messages() const {
        std::string all;
        for (const auto& m : diagnostics.sorted()) all += (all.empty() ? "" : "\n") + m.text();
        return all;
    }

    zhaimao::Diagnostics diagnostics;
    zhaimao::Node tree;
};
