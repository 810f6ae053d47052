#include "engine/core/config/probe.h"

#include <algorithm>
#include <map>
#include <set>

#include "engine/core/config/path.h"
#include "engine/core/config/reading.h"

namespace zhaimao {
namespace {

struct Pass {
    bool values = true;    // keys that are no maps are there
    std::size_t word = 0;  // which word of each closed list; a shorter list is at its last
    std::string alone;     // path of a key that stands without those that hide it
};

struct Extent {
    std::size_t keys = 0, forms = 0, longest_list = 2;
    friend bool operator==(const Extent&, const Extent&) = default;
};

void measure(const Outline& map, Extent& extent) {
    for (const Outline& key : map.below) {
        ++extent.keys;
        extent.forms += key.forms.size();
        for (const Declaration& d : key.forms)
            extent.longest_list = std::max(extent.longest_list, d.words.size());
        measure(key, extent);
    }
}

Extent extent_of(const Outline& map) {
    Extent extent;
    measure(map, extent);
    return extent;
}

bool is_map_in(const Outline& key, const Pass& pass) {
    if (key.form(Form::block) == nullptr) return false;
    return key.forms.size() == 1 || pass.word % 2 == 0;
}

// A value of the wrong kind will do: the reader then goes on with a harmless one. But readers may
// look at which of several units a number has, and whether a text names an id.
std::string some_value(const Outline& key, const Pass& pass) {
    if (const Declaration* choice = key.form(Form::choice); choice && !choice->words.empty())
        return choice->words[std::min(pass.word, choice->words.size() - 1)];
    const Declaration* number = key.form(Form::number);
    if (number != nullptr && number->dimensions.size() > 1)
        return "1 " + number->dimensions[pass.word % number->dimensions.size()].text();
    return std::string(every_id);
}

class Probe {
   public:
    explicit Probe(const std::function<void(Block&)>& read) : read_(read) {}

    Outline outline() {
        Extent before;
        bool found_hidden = true;
        while (found_hidden || before != extent()) {
            before = extent();
            const int begin = recorder_.passes();
            for (bool every_word : {false, true}) read_until_nothing_is_new(every_word);
            std::vector<std::string> due;
            collect_due(recorder_.so_far(), "", due);
            for (const std::string& path : due)
                for (bool values : {false, true}) read_once({values, 0, path});
            found_hidden = collect_hidden(recorder_.so_far(), "", begin);
        }
        return recorder_.outline();
    }

   private:
    [[nodiscard]] Extent extent() const { return extent_of(recorder_.so_far()); }

    void read_until_nothing_is_new(bool every_word) {
        Extent before, now = extent();
        do {
            before = now;
            const std::size_t words = every_word ? before.longest_list : 2;
            for (std::size_t word = 0; word < words; ++word)
                for (bool values : {false, true}) read_once({values, word, ""});
            now = extent();
        } while (before != now);
    }

    void read_once(const Pass& pass) {
        Diagnostics thrown_away;
        Reading reading(thrown_away, {.recorder = &recorder_});
        const Node tree = tree_of(recorder_.so_far(), "", pass);
        recorder_.begin_pass();
        Block root = reading.root(tree);
        read_(root);
    }

    // Hidden keys below which more is known than when they last stood alone.
    void collect_due(const Outline& map, const std::string& path, std::vector<std::string>& due) {
        const auto hidden = hidden_.find(path);
        for (const Outline& key : map.below) {
            const std::string key_path = join_path(path, key.name);
            collect_due(key, key_path, due);
            if (hidden == hidden_.end() || !hidden->second.contains(key.name)) continue;
            const Extent now = extent_of(key);
            const auto [before, is_new] = stood_alone_.try_emplace(key_path, now);
            if (!is_new && before->second == now) continue;
            before->second = now;
            due.push_back(key_path);
        }
    }

    // Whether any is new.
    bool collect_hidden(const Outline& map, const std::string& path, int since) {
        bool found = false;
        for (const Outline& key : map.below) {
            if (is_hidden_since(since, map, key))
                found = hidden_[path].insert(key.name).second || found;
            found = collect_hidden(key, join_path(path, key.name), since) || found;
        }
        return found;
    }

    Node tree_of(const Outline& map, const std::string& path, const Pass& pass) const {
        Node node;
        node.kind = Node::Kind::map;
        for (const Outline& key : map.below) {
            if (!is_present(map, key, path, pass)) continue;
            node.entries.push_back({key.name, Place{}, Node{}});
            Node& value = node.entries.back().node;
            if (is_map_in(key, pass))
                value = tree_of(key, join_path(path, key.name), pass);
            else
                value.set_text(some_value(key, pass));
        }
        return node;
    }

    // On the way to a key that others hide, they are left out: it stands alone with what its map
    // requires.
    bool is_present(const Outline& map, const Outline& key, const std::string& path,
                    const Pass& pass) const {
        const auto is_on_way = [&](const std::string& name) {
            return (pass.alone + ".").starts_with(join_path(path, name) + ".");
        };
        const bool is_wanted = pass.values || is_map_in(key, pass);
        if (pass.alone.empty()) return is_wanted;
        if (is_on_way(key.name)) return true;
        const auto hidden = hidden_.find(path);
        if (hidden == hidden_.end()) return is_wanted;
        const std::set<std::string>& names = hidden->second;
        if (std::none_of(names.begin(), names.end(), is_on_way)) return is_wanted;
        return is_wanted && !names.contains(key.name) && is_required(map, key);
    }

    const std::function<void(Block&)>& read_;
    OutlineRecorder recorder_;
    std::map<std::string, std::set<std::string>> hidden_;  // names, by the path of their map
    std::map<std::string, Extent> stood_alone_;  // what was known below a hidden key, by its path
};

}  // namespace

Outline outline_of(const std::function<void(Block&)>& read) {
    return Probe(read).outline();
}

}  // namespace zhaimao
