#include "engine/io/schema/key_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/core/config/number.h"

namespace zhaimao {
namespace {

constexpr std::size_t most_words = 20;  // written out

template <class List, class Text>
std::string listed(const List& list, Text text) {
    std::string all;
    for (std::size_t i = 0; i < list.size(); ++i)
        all += (i == 0 ? "" : i + 1 == list.size() ? " or " : ", ") + text(list[i]);
    return all;
}

std::string number_text(const Declaration& d) {
    std::string text = listed(d.dimensions, [](const Dimension& x) { return x.text(); });
    if (d.written.whole) text += ", whole";
    if (d.written.list) text += ", or a list of them";
    if (d.written.by_year) text += ", by year";
    return text;
}

std::string value_text(const Declaration& d, const Outline& key) {
    const auto word = [](const std::string& w) { return w; };
    switch (d.form) {
        case Form::number:
            return number_text(d);
        case Form::year:
            return "a year";
        case Form::text:
            return d.written.list ? "a text or a list of them" : "a text";
        case Form::date:
            return "a date";
        case Form::label:
            return "{en, zh} or a text";
        case Form::flag:
            return "true or false";
        case Form::choice:
            if (std::find(d.words.begin(), d.words.end(), every_id) != d.words.end())
                return "an id beside it";
            if (d.words.size() > most_words) return fmt::format("one of {} words", d.words.size());
            return listed(d.words, word) + (d.written.list ? ", or a list of them" : "");
        case Form::value:
            return "a value, or a list of them";
        case Form::distribution:
            return "a distribution";
        case Form::block:
            return key.find(every_id) != nullptr ? "a map keyed by id" : "a map";
    }
    return "";
}

// The number that stands for an absent key; the largest int stands for "without end".
std::string absent_value(const Declaration& d, double value) {
    if (d.form == Form::choice) return d.words.at(static_cast<std::size_t>(value));
    if (d.form == Form::flag) return value != 0.0 ? "true" : "false";
    if (value >= std::numeric_limits<int>::max()) return "";
    const bool plain = d.dimensions.size() != 1 || d.dimensions.front() == unit::number;
    return fmt::format("{}{}", value, plain ? "" : " " + d.dimensions.front().text());
}

std::string sentence(std::string text) {
    if (text.empty()) return text;
    if (text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text + (text.back() == '.' ? "" : ".");
}

}  // namespace

std::string value_text(const Outline& key) {
    std::string text;
    for (const Declaration& d : key.forms) text += (text.empty() ? "" : "; ") + value_text(d, key);
    return text;
}

std::string range_text(const Outline& key) {
    const Declaration* d = key.form(Form::number);
    if (d == nullptr || (std::isinf(d->range.low) && std::isinf(d->range.high))) return "";
    Key named;
    named.range = d->range;
    if (d->dimensions.size() == 1) named.dimension = d->dimensions.front();
    return range_text(named);
}

std::string absent_text(const Outline& key) {
    if (key.required) return "required";
    for (const Declaration& d : key.forms)
        if (d.written.if_absent) return absent_value(d, *d.written.if_absent);
    return "";
}

std::string meaning_text(const Outline& key) {
    for (const Declaration& d : key.forms)
        if (!d.meaning.empty()) return d.meaning;
    return "";
}

std::string description(const Outline& key) {
    std::string text = sentence(meaning_text(key));
    const auto add = [&](const std::string& more) {
        if (!more.empty()) text += (text.empty() ? "" : " ") + sentence(more);
    };
    const std::string range = range_text(key), absent = absent_text(key);
    add(value_text(key));
    add(range.empty() ? "" : "Range: " + range);
    for (const Declaration& d : key.forms) add(d.notation);
    add(absent.empty() || key.required ? absent : "If absent: " + absent);
    return text;
}

}  // namespace zhaimao
