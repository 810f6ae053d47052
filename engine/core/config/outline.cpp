#include "engine/core/config/outline.h"

#include <algorithm>

#include "engine/core/config/path.h"

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

std::string path_above(const std::string& path) {
    const std::size_t dot = path.rfind('.');
    return dot == std::string::npos ? "" : path.substr(0, dot);
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

void OutlineRecorder::Count::in(int pass) {
    if (last == pass) return;
    last = pass;
    ++passes;
}

void OutlineRecorder::begin_pass() {
    ++pass_;
}

Outline& OutlineRecorder::at(std::string_view path, std::string_view name) {
    Outline* map = &root_;
    if (!path.empty())
        for (const std::string& part : split_path(path)) map = &child(*map, part);
    return child(*map, name);
}

void OutlineRecorder::ask(std::string_view path, std::string_view name) {
    (void)at(path, name);
}

void OutlineRecorder::declare(std::string_view path, std::string_view name,
                              const Declaration& declaration) {
    read_[std::string(path)].in(pass_);
    declared_[join_path(path, name)].in(pass_);
    if (declaration.written.required) required_[join_path(path, name)].in(pass_);
    Outline& key = at(path, name);
    const auto there = std::find_if(key.forms.begin(), key.forms.end(), [&](const Declaration& d) {
        return d.form == declaration.form;
    });
    if (there == key.forms.end())
        key.forms.push_back(declaration);
    else
        merge(*there, declaration);
}

bool OutlineRecorder::is_required(const std::string& path) const {
    const auto required = required_.find(path);
    const auto map = read_.find(path_above(path));
    return required != required_.end() && required->second.passes == map->second.passes;
}

bool OutlineRecorder::is_hidden_since(int pass, const std::string& map, const Outline& key) const {
    const auto is_in = [&](const Counts& counts, const std::string& path) {
        const auto found = counts.find(path);
        return found != counts.end() && found->second.last > pass;
    };
    const std::string path = join_path(map, key.name);
    const bool is_map = key.form(Form::block) != nullptr;
    return is_in(read_, map) && (!is_in(declared_, path) || (is_map && !is_in(read_, path)));
}

void OutlineRecorder::finish(Outline& map, const std::string& path) const {
    std::erase_if(map.below, [](const Outline& key) { return key.forms.empty(); });
    for (Outline& key : map.below) {
        const std::string key_path = join_path(path, key.name);
        key.required = key.name != every_id && is_required(key_path);
        finish(key, key_path);
    }
}

Outline OutlineRecorder::outline() const {
    Outline outline = root_;
    finish(outline, "");
    return outline;
}

}  // namespace zhaimao
