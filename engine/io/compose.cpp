#include "engine/io/compose.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <utility>

#include "engine/core/suggest.h"
#include "engine/io/csv_reader.h"
#include "engine/io/file_head.h"
#include "engine/io/overlay.h"
#include "engine/io/setting.h"
#include "engine/io/table_block.h"
#include "engine/io/text_file.h"
#include "engine/io/tree.h"
#include "engine/io/yaml_loader.h"

namespace zhaimao {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 4> sections{"change", "replace", "remove", "add"};

struct OwnEntries {
    std::optional<Entry> version, title, include, extends;
    Node rest;  // a map
};

OwnEntries take_apart(Node root) {
    OwnEntries own;
    own.rest = std::move(root);
    own.version = take_entry(own.rest, "zhaimao");
    own.title = take_entry(own.rest, "title");
    own.include = take_entry(own.rest, "include");
    own.extends = take_entry(own.rest, "extends");
    return own;
}

bool is_section(std::string_view key) {
    return std::find(sections.begin(), sections.end(), key) != sections.end();
}

std::string identity(const std::string& name) {
    std::error_code ignored;
    const fs::path canonical = fs::weakly_canonical(name, ignored);
    return canonical.empty() ? name : canonical.string();
}

std::string beside(const std::string& file, const std::string& relative) {
    const fs::path path(relative);
    return (path.is_absolute() ? path : fs::path(file).parent_path() / path)
        .lexically_normal()
        .string();
}

class Composer {
   public:
    explicit Composer(Diagnostics& diagnostics) : diagnostics_(&diagnostics) {}

    Configuration result;

    Node tree_of(const std::string& name, const Place& asked_at, bool may_extend) {
        Node nothing;
        nothing.kind = Node::Kind::map;
        if (!enter(name, asked_at)) return nothing;
        std::optional<Node> root = load(name, asked_at);
        if (!root) result.whole = false;
        Node tree = root ? tree_of_root(std::move(*root), name, may_extend) : std::move(nothing);
        open_.pop_back();
        return tree;
    }

   private:
    bool enter(const std::string& name, const Place& asked_at) {
        const std::string id = identity(name);
        if (std::find(open_.begin(), open_.end(), id) != open_.end()) {
            diagnostics_->error(asked_at, "",
                                "'" + name + "' leads back to itself (through include or extends)");
            result.whole = false;
            return false;
        }
        const auto [seen, is_new] = seen_.try_emplace(id, asked_at);
        if (!is_new) {
            diagnostics_->error(
                asked_at, "",
                "'" + name + "' is read twice (also by " + seen->second.text() + "). Name it once");
            return false;
        }
        open_.push_back(id);
        return true;
    }

    std::optional<Node> load(const std::string& name, const Place& asked_at) {
        std::optional<std::string> text =
            read_text_file(name, asked_at, *diagnostics_, largest_yaml);
        if (!text) return std::nullopt;
        result.files.push_back({name, *text});
        Diagnostics of_file;
        std::optional<Node> root = load_yaml_text(std::move(*text), name, of_file);
        diagnostics_->add(of_file);
        if (!root || of_file.has_errors()) return std::nullopt;
        if (!root->is_map()) {
            diagnostics_->error(root->place, "",
                                "is not a map of keys. Write each key as 'key: value'");
            return std::nullopt;
        }
        Diagnostics of_tables;
        expand_tables(
            *root, [&](const Node& named) { return table_beside(name, named, of_tables); },
            of_tables);
        diagnostics_->add(of_tables);
        if (of_tables.has_errors()) result.whole = false;
        return root;
    }

    std::optional<CsvFile> table_beside(const std::string& file, const Node& named,
                                        Diagnostics& diagnostics) {
        const std::string name = beside(file, named.text);
        std::optional<std::string> text = read_text_file(name, named.place, diagnostics);
        if (!text) return std::nullopt;
        const auto is_it = [&](const InputFile& input) { return input.name == name; };
        if (std::none_of(result.files.begin(), result.files.end(), is_it))
            result.files.push_back({name, *text});
        return read_csv_text(std::move(*text), name, diagnostics);
    }

    Node tree_of_root(Node root, const std::string& name, bool may_extend) {
        const Place start = root.place;
        OwnEntries own = take_apart(std::move(root));
        check_version(own.version, start, *diagnostics_);
        if (own.title && result.title.en.empty())
            result.title = read_title(own.title->node, *diagnostics_).value_or(Label{});
        if (!own.extends) return joined(std::move(own), name);
        if (!may_extend)
            diagnostics_->error(own.extends->place, "extends",
                                "an included file cannot extend another");
        return extended(std::move(own), name);
    }

    Node joined(OwnEntries own, const std::string& name) {
        for (const Entry& e : own.rest.entries) {
            if (!is_section(e.key)) continue;
            result.whole = false;
            diagnostics_->error(e.place, e.key,
                                "stands in a file that extends none (there is nothing to " + e.key +
                                    "). Add 'extends: FILE', or write the keys alone");
        }
        std::erase_if(own.rest.entries, [](const Entry& e) { return is_section(e.key); });
        Node tree;
        tree.kind = Node::Kind::map;
        tree.place = own.rest.place;
        if (own.include)
            for (const Node* file : named_files(own.include->node, "include needs a list of files"))
                join(tree, tree_of(beside(name, file->text), file->place, false), "",
                     *diagnostics_);
        settle(own.rest, Dotted::all, *diagnostics_);
        join(tree, std::move(own.rest), "", *diagnostics_);
        return tree;
    }

    std::vector<const Node*> named_files(const Node& node, const char* form) {
        std::vector<const Node*> files;
        if (node.is_scalar()) files.push_back(&node);
        for (const Node& item : node.items) files.push_back(&item);
        const auto is_wrong = [](const Node* file) {
            return !file->is_scalar() || file->text.empty();
        };
        if (files.empty() || std::any_of(files.begin(), files.end(), is_wrong)) {
            diagnostics_->error(node.place, "", form);
            result.whole = false;
        }
        std::erase_if(files, is_wrong);
        return files;
    }

    Node extended(OwnEntries own, const std::string& name) {
        if (own.include)
            diagnostics_->error(own.include->place, "include",
                                "cannot stand beside extends. Include it in the base");
        const auto bases = named_files(own.extends->node, "extends needs one file");
        if (bases.size() > 1) {
            result.whole = false;
            diagnostics_->error(own.extends->node.place, "extends",
                                "names several files (a file stands on one base only). Extend one, "
                                "and let it include the others");
        }
        Node tree;
        tree.kind = Node::Kind::map;
        if (bases.size() == 1) tree = tree_of(beside(name, bases[0]->text), bases[0]->place, true);
        for (const Entry& e : own.rest.entries)
            if (!is_section(e.key) && e.key != "source" && e.key != "known_on")
                diagnostics_->error(e.place, e.key, beside_extends(e.key));
        if (bases.size() == 1 && !tree.entries.empty()) overlay(tree, own.rest);
        return tree;
    }

    static std::string beside_extends(const std::string& key) {
        const std::string hint = did_you_mean(key, sections);
        return "cannot stand beside extends (only change, replace, remove and add can)" +
               (hint.empty() ? ". Put it under one of them" : hint);
    }

    // Each section inherits the source of the file's top, as a key below it would.
    void overlay(Node& tree, const Node& rest) {
        using Apply = void (*)(Node&, const Node&, Diagnostics&);
        constexpr std::array<Apply, 4> apply{apply_change, apply_replace, apply_remove, apply_add};
        constexpr std::array<Dotted, 4> dotted{Dotted::none, Dotted::below, Dotted::none,
                                               Dotted::all};
        Diagnostics consequences;  // a path may stand in the file that could not be read
        for (std::size_t i = 0; i < sections.size(); ++i) {
            const Node* section = rest.find(sections[i]);
            if (section == nullptr) continue;
            Node settled = *section;
            for (std::string_view key : {"source", "known_on"})
                if (const Node* said = rest.find(key);
                    said != nullptr && settled.is_map() && settled.find(key) == nullptr)
                    settled.entries.insert(settled.entries.begin(),
                                           {std::string(key), said->place, *said});
            settle(settled, dotted[i], *diagnostics_);
            apply[i](tree, settled, result.whole ? *diagnostics_ : consequences);
        }
    }

    Diagnostics* diagnostics_;
    std::vector<std::string> open_;      // files being read, outermost first
    std::map<std::string, Place> seen_;  // and where each file was first named
};

}  // namespace

Configuration compose(const std::string& file, std::span<const std::string> settings,
                      Diagnostics& diagnostics) {
    Composer composer(diagnostics);
    composer.result.tree = composer.tree_of(file, Place{}, true);
    Diagnostics consequences;
    if (!composer.result.tree.entries.empty())
        for (const std::string& setting : settings)
            apply_setting(composer.result.tree, setting,
                          composer.result.whole ? diagnostics : consequences);
    return std::move(composer.result);
}

}  // namespace zhaimao
