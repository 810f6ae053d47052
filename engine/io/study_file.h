// A study's file: one YAML file that stands alone and names a scenario's. Its keys are settled
// (tree.h); those of `change` are paths of the scenario, and stay as written.
#pragma once

#include <optional>
#include <string>

#include "engine/core/config/block.h"
#include "engine/core/config/node.h"
#include "engine/core/diagnostics.h"

namespace zhaimao {

struct StudyFile {
    std::string name;
    std::string text;  // as read
    Label title;       // the file's name without its ending where it has none
    Node tree;         // a map, without `change`
    std::optional<Node> change;
};

// nullopt: it cannot be read, and is reported.
[[nodiscard]] std::optional<StudyFile> load_study_file(const std::string& name,
                                                       Diagnostics& diagnostics);

// What a YAML file is by its keys: a study names a `scenario` or `factors`, a scenario begins with
// `include`, `extends`, `start` or `horizon`. Unknown: neither, or it cannot be read.
enum class FileKind { unknown, scenario, study };
[[nodiscard]] FileKind file_kind(const std::string& name);

// A file that another names, from where that one is.
[[nodiscard]] std::string beside(const std::string& file, const std::string& relative);

}  // namespace zhaimao
