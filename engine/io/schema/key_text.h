// What a key holds, in words: for the table of keys and for the descriptions of the JSON Schema.
#pragma once

#include <string>

#include "engine/core/config/outline.h"

namespace zhaimao {

// "people or households, by year"; "one of cohort, stock, delisting"; "a map keyed by id".
[[nodiscard]] std::string value_text(const Outline& key);

// "0 to 1", "at least 0 people"; empty where any number will do or no number stands.
[[nodiscard]] std::string range_text(const Outline& key);

// "required", or what holds in its place ("1", "household"), or nothing.
[[nodiscard]] std::string absent_text(const Outline& key);

[[nodiscard]] std::string meaning_text(const Outline& key);

// All of these as sentences.
[[nodiscard]] std::string description(const Outline& key);

}  // namespace zhaimao
