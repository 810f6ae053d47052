// From a scenario file to the one tree that it means.
//
//   include: [a.yaml, b.yaml]   joins files into one tree; the same path set twice is a mistake
//   extends: base.yaml          stands on another file; then only change, replace, remove and add
//                               may follow, applied in this order (overlay.h)
//
//   x: {table: x.csv}           a map that stands in a CSV file (table_block.h)
//
// All name files relative to the one they stand in. `zhaimao: 1` and `title` belong to each file,
// outside the tree.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "engine/core/config/block.h"
#include "engine/core/config/node.h"
#include "engine/core/diagnostics.h"

namespace zhaimao {

struct InputFile {
    std::string name;       // as reached from the shell's folder
    std::string text;       // as read; empty where `hash` stands for it
    std::string hash = "";  // SHA-256 of a file whose bytes are not kept
};

struct Configuration {
    Node tree;                     // a map; sources and long forms settled, dotted keys expanded
    Label title;                   // of the outermost file that has one; empty texts where none has
    std::vector<InputFile> files;  // in the order read: the named one first; tables too
    bool whole = true;             // every file that it names could be read
};

// `settings` are "path=value", applied last, in their order, each like a change. Mistakes go to
// `diagnostics`; what could be read comes back.
[[nodiscard]] Configuration compose(const std::string& file, std::span<const std::string> settings,
                                    Diagnostics& diagnostics);

}  // namespace zhaimao
