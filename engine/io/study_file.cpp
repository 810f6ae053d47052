#include "engine/io/study_file.h"

#include <algorithm>
#include <filesystem>
#include <initializer_list>

#include "engine/core/config/path.h"
#include "engine/io/file_head.h"
#include "engine/io/text_file.h"
#include "engine/io/tree.h"
#include "engine/io/yaml_loader.h"

namespace zhaimao {
namespace {

// Dotted keys are short for nested maps.
bool has_key(const Node& map, std::initializer_list<std::string_view> names) {
    return std::any_of(map.entries.begin(), map.entries.end(), [&](const Entry& e) {
        return std::find(names.begin(), names.end(), split_path(e.key).front()) != names.end();
    });
}

}  // namespace

std::optional<StudyFile> load_study_file(const std::string& name, Diagnostics& diagnostics) {
    std::optional<std::string> text = read_text_file(name, Place{}, diagnostics, largest_yaml);
    if (!text) return std::nullopt;
    StudyFile file;
    file.name = name;
    file.text = *text;
    Diagnostics of_file;
    std::optional<Node> root = load_yaml_text(std::move(*text), name, of_file);
    diagnostics.add(of_file);
    if (!root || of_file.has_errors()) return std::nullopt;
    if (!root->is_map()) {
        diagnostics.error(root->place, "", "is not a map of keys. Write each key as 'key: value'");
        return std::nullopt;
    }
    file.tree = std::move(*root);
    check_version(take_entry(file.tree, "zhaimao"), file.tree.place, diagnostics);
    const std::string id = std::filesystem::path(name).stem().string();
    file.title = {id, id};
    if (const std::optional<Entry> title = take_entry(file.tree, "title"))
        file.title = read_title(title->node, diagnostics).value_or(file.title);
    if (std::optional<Entry> change = take_entry(file.tree, "change")) {
        settle(change->node, Dotted::none, diagnostics);
        file.change = std::move(change->node);
    }
    settle(file.tree, Dotted::all, diagnostics);
    return file;
}

FileKind file_kind(const std::string& name) {
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(name, ignored)) return FileKind::unknown;
    Diagnostics of_file;
    std::optional<std::string> text = read_text_file(name, Place{}, of_file, largest_yaml);
    if (!text) return FileKind::unknown;
    const std::optional<Node> root = load_yaml_text(std::move(*text), name, of_file);
    if (!root || !root->is_map()) return FileKind::unknown;
    if (has_key(*root, {"scenario", "factors"})) return FileKind::study;
    return has_key(*root, {"include", "extends", "start", "horizon"}) ? FileKind::scenario
                                                                      : FileKind::unknown;
}

std::string beside(const std::string& file, const std::string& relative) {
    const std::filesystem::path path(relative);
    return (path.is_absolute() ? path : std::filesystem::path(file).parent_path() / path)
        .lexically_normal()
        .string();
}

}  // namespace zhaimao
