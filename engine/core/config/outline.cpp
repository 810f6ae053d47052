#include "engine/core/config/outline.h"

#include <algorithm>

namespace zhaimao {
namespace {

template <class T>
void add_new(std::vector<T>& into, const std::vector<T>& from) {
    for (const T& item : from)
        if (std::find(into.begin(), into.end(), item) == into.end()) into.push_back(item);
}

void merge(Declaration& into, const Declaration& from) {
    into.written.whole = into.written.whole && from.written.whole;
    into.written.list = into.written.list || from.written.list;
    into.written.by_year = into.written.by_year || from.written.by_year;
    if (!into.written.if_absent) into.written.if_absent = from.written.if_absent;
    if (from.range.low <= into.range.low) {
        into.range.low_open =
            from.range.low_open && (into.range.low_open || from.range.low < into.range.low);
        into.range.low = from.range.low;
    }
    into.range.high = std::max(into.range.high, from.range.high);
    into.timely = into.timely || from.timely;
    if (into.meaning.empty()) into.meaning = from.meaning;
    if (into.notation.empty()) into.notation = from.notation;
    add_new(into.dimensions, from.dimensions);
    add_new(into.words, from.words);
}

void finish(Outline& map) {
    std::erase_if(map.below, [](const Outline& key) { return key.forms.empty(); });
    for (Outline& key : map.below) {
        key.required = key.name != every_id && is_required(map, key);
        finish(key);
    }
}

Outline& child(Outline& parent, std::string_view name) {
    const auto found = std::find_if(parent.below.begin(), parent.below.end(),
                                    [&](const Outline& key) { return key.name == name; });
    if (found != parent.below.end()) return *found;
    parent.below.push_back({});
    parent.below.back().name = name;
    return parent.below.back();
}

}  // namespace

const Outline* Outline::find(std::string_view key) const {
    const auto found =
        std::find_if(below.begin(), below.end(), [&](const Outline& o) { return o.name == key; });
    return found == below.end() ? nullptr : &*found;
}

const Declaration* Outline::form(Form wanted) const {
    const auto found = std::find_if(forms.begin(), forms.end(),
                                    [&](const Declaration& d) { return d.form == wanted; });
    return found == forms.end() ? nullptr : &*found;
}

void PassCount::in(int pass) {
    if (last == pass) return;
    last = pass;
    ++passes;
}

bool is_required(const Outline& map, const Outline& key) {
    return key.required_in.passes > 0 && key.required_in.passes == map.read_in.passes;
}

bool is_hidden_since(int pass, const Outline& map, const Outline& key) {
    const bool is_map = key.form(Form::block) != nullptr;
    return map.read_in.last > pass &&
           (key.declared_in.last <= pass || (is_map && key.read_in.last <= pass));
}

void OutlineRecorder::begin_pass() {
    ++pass_;
}

Outline& OutlineRecorder::map_at(std::string_view path) {
    Outline* map = &root_;
    while (!path.empty()) {
        const std::size_t dot = std::min(path.find('.'), path.size());  // ids are made up, dotless
        map = &child(*map, path.substr(0, dot));
        path.remove_prefix(std::min(dot + 1, path.size()));
    }
    return *map;
}

void OutlineRecorder::ask(std::string_view path, std::string_view name) {
    (void)child(map_at(path), name);
}

void OutlineRecorder::declare(std::string_view path, std::string_view name,
                              const Declaration& declaration) {
    Outline& map = map_at(path);
    Outline& key = child(map, name);
    map.read_in.in(pass_);
    key.declared_in.in(pass_);
    if (declaration.written.required) key.required_in.in(pass_);
    const auto there = std::find_if(key.forms.begin(), key.forms.end(), [&](const Declaration& d) {
        return d.form == declaration.form;
    });
    if (there == key.forms.end())
        key.forms.push_back(declaration);
    else
        merge(*there, declaration);
}

Outline OutlineRecorder::outline() const {
    Outline outline = root_;
    finish(outline);
    return outline;
}

}  // namespace zhaimao
