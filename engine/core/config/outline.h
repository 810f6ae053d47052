// The outline of a configuration language: which keys there are and what each holds, recorded from
// the calls of the readers themselves (probe.h), and so never out of step with them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/core/config/block.h"
#include "engine/core/config/declaration.h"

namespace zhaimao {

// Stands for every id in a map keyed by id.
inline constexpr std::string_view every_id = "<id>";

// What readers said of one key; where several did, what any of them admits.
struct Declaration {
    Form form = Form::text;
    Written written;
    Range range;
    std::vector<Dimension> dimensions;  // of a number: one of them
    bool timely = false;
    std::string meaning;
    std::string notation;            // of a text that has a grammar
    std::vector<std::string> words;  // of a choice
};

// Passes of a recorder, the last one remembered so that each counts once.
struct PassCount {
    int passes = 0;
    int last = 0;
    void in(int pass);
};

struct Outline {
    std::string name;  // of the key; of the root, ""
    bool required = false;
    std::vector<Declaration> forms;  // one as a rule; two where a word or a map may stand
    std::vector<Outline> below;      // in the order in which readers asked

    PassCount declared_in, required_in;  // the key
    PassCount read_in;                   // any key below it

    [[nodiscard]] const Outline* find(std::string_view key) const;
    [[nodiscard]] const Declaration* form(Form form) const;
};

// Merges what several readings of one language declared.
class OutlineRecorder {
   public:
    void begin_pass();
    void declare(std::string_view path, std::string_view name, const Declaration& declaration);
    // A key that a reader looks for before it decides what to read.
    void ask(std::string_view path, std::string_view name);

    [[nodiscard]] const Outline& so_far() const { return root_; }
    [[nodiscard]] int passes() const { return pass_; }
    [[nodiscard]] Outline outline() const;

   private:
    Outline& map_at(std::string_view path);

    Outline root_;
    int pass_ = 0;
};

// A key is required where every pass that read its map required it.
[[nodiscard]] bool is_required(const Outline& map, const Outline& key);

// A key that no pass after `pass` asked for, or a map that none read, though the map around it was
// read: one that others hide.
[[nodiscard]] bool is_hidden_since(int pass, const Outline& map, const Outline& key);

}  // namespace zhaimao
