#include "engine/core/diagnostics.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "engine/core/utf8.h"

namespace zhaimao {
namespace {

auto position(const Mistake& m) {
    const std::string_view file =
        m.place.file ? std::string_view(*m.place.file) : std::string_view();
    return std::make_tuple(file, m.place.line, m.place.column);
}

// Both ends of a long text say what it is about and what is wrong.
std::string without_middle(std::string text) {
    constexpr std::size_t longest_end = 500;  // bytes
    if (text.size() <= 2 * longest_end) return text;
    const auto continues = [&](std::size_t at) { return (text[at] & 0xC0) == 0x80; };
    std::size_t cut = longest_end, resume = text.size() - longest_end;
    while (continues(cut)) --cut;
    while (continues(resume)) ++resume;
    return text.substr(0, cut) + " [...] " + text.substr(resume);
}

std::string joined(const std::vector<Mistake>& mistakes) {
    std::string all;
    for (const Mistake& m : mistakes) all += (all.empty() ? "" : "\n") + m.text();
    return all;
}

}  // namespace

std::string Mistake::text() const {
    std::string t = place.text();
    if (!t.empty()) t += ": ";
    if (!path.empty()) t += path + ": ";
    if (warning) t += "warning: ";
    return without_middle(printable(t + message));
}

void Diagnostics::error(const Place& place, std::string path, std::string message) {
    keep({place, std::move(path), std::move(message), false, false});
}

void Diagnostics::clash(const Place& place, std::string path, std::string message) {
    keep({place, std::move(path), std::move(message), false, true});
}

void Diagnostics::warning(const Place& place, std::string path, std::string message) {
    keep({place, std::move(path), std::move(message), true, false});
}

void Diagnostics::keep(Mistake mistake) {
    if (!is_full())
        mistakes_.push_back(std::move(mistake));
    else
        ++(mistake.warning ? warnings_left_out_ : errors_left_out_);
}

void Diagnostics::add(const Diagnostics& others) {
    for (const Mistake& m : others.mistakes_) keep(m);
    errors_left_out_ += others.errors_left_out_;
    warnings_left_out_ += others.warnings_left_out_;
}

void Diagnostics::withdraw(std::string_view path) {
    std::erase_if(mistakes_, [&](const Mistake& m) { return !m.warning && m.path == path; });
}

bool Diagnostics::doubts(std::string_view path) const {
    return std::any_of(mistakes_.begin(), mistakes_.end(), [&](const Mistake& m) {
        const bool below =
            m.path.starts_with(path) &&
            (path.empty() || m.path.size() == path.size() || m.path[path.size()] == '.');
        return below && !m.warning && !m.of_several;
    });
}

bool Diagnostics::has_errors() const {
    return errors_left_out_ > 0 || std::any_of(mistakes_.begin(), mistakes_.end(),
                                               [](const Mistake& m) { return !m.warning; });
}

std::vector<Mistake> Diagnostics::sorted() const {
    std::vector<Mistake> list = mistakes_;
    std::stable_sort(list.begin(), list.end(),
                     [](const Mistake& a, const Mistake& b) { return position(a) < position(b); });
    // Equal ones stand together only at one place, which rarely holds more than a few.
    std::vector<Mistake> once;
    for (Mistake& m : list) {
        bool repeated = false;
        for (auto o = once.rbegin(); o != once.rend() && position(*o) == position(m) && !repeated;
             ++o)
            repeated = o->path == m.path && o->message == m.message;
        if (!repeated) once.push_back(std::move(m));
    }
    if (const std::size_t n = errors_left_out_ + warnings_left_out_; n > 0)
        once.push_back(
            {{}, "", std::to_string(n) + " more are not shown", errors_left_out_ == 0, false, n});
    return once;
}

void Diagnostics::throw_if_errors() const {
    if (!has_errors()) return;
    std::vector<Mistake> errors = sorted();
    std::erase_if(errors, [](const Mistake& m) { return m.warning; });
    throw InputError(std::move(errors));
}

InputError::InputError(std::vector<Mistake> mistakes)
    : std::runtime_error(joined(mistakes)), mistakes_(std::move(mistakes)) {}

InputError::InputError(const std::string& message)
    : std::runtime_error(message), mistakes_{{Place{}, "", message}} {}

}  // namespace zhaimao
