#include "tests/fuzz/checks.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

#include "engine/core/contracts.h"
#include "engine/core/utf8.h"
#include "engine/io/tree.h"
#include "engine/io/yaml_writer.h"
#include "tests/io/scratch_folder.h"
#include "tests/paths.h"

using namespace zhaimao;

namespace {

constexpr std::size_t longest_message = 1100;  // bytes: two ends of 500, and what joins them

bool is_control(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

// Words of a file, not of the tree: `add: {title: x}` is an unknown key to the reader, and no
// effective configuration is ever written of it.
bool has_word_of_file(const Node& tree) {
    constexpr std::array<std::string_view, 8> words{"zhaimao", "title",   "include", "extends",
                                                    "change",  "replace", "remove",  "add"};
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return tree.find(word) != nullptr; });
}

void check_reads_back(const Configuration& before, const std::string& text) {
    Diagnostics diagnostics;
    const Configuration after = compose(written("effective.yaml", text), {}, diagnostics);
    INVARIANT(!diagnostics.has_errors(),
              "what is written can be read:\n" + text + "\n" + diagnostics.sorted().front().text());
    INVARIANT(same_tree(before.tree, after.tree), "what is written reads as before:\n" + text);
    INVARIANT(before.title.en == after.title.en && before.title.zh == after.title.zh,
              "the title is kept:\n" + text);
}

}  // namespace

const std::string& base_text() {
    static const std::string text = [] {
        std::ostringstream read;
        read << std::ifstream(source_dir() + "/tests/laws/busy.yaml").rdbuf();
        return std::move(read).str();
    }();
    return text;
}

void check_messages(const Diagnostics& diagnostics) {
    for (const Mistake& m : diagnostics.sorted()) {
        const std::string text = m.text();
        INVARIANT(!m.message.empty(), "a message says something: " + text);
        INVARIANT(text.size() <= longest_message, "a message is short: " + text);
        INVARIANT(!first_invalid_utf8(text), "a message is UTF-8: " + text);
        INVARIANT(std::none_of(text.begin(), text.end(), is_control),
                  "a message is one line that prints: " + text);
    }
}

std::string written(const char* name, std::string_view text) {
    static const ScratchFolder folder;
    const auto write = [](const char* file_name, std::string_view bytes) {
        const std::string file = (folder.path / file_name).string();
        std::ofstream(file, std::ios::binary) << bytes;
        return file;
    };
    static const std::string base = write("base.yaml", base_text());
    return write(name, text);
}

void check_written(const Configuration& before) {
    if (has_word_of_file(before.tree)) return;
    for (const bool origins : {false, true})
        check_reads_back(before, write_yaml(before.tree, before.title, {origins}));
}
