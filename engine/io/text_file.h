// A file of text as it was read: its name, its bytes, and whether they are UTF-8 at all.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/core/diagnostics.h"

namespace zhaimao {

inline constexpr std::size_t largest_text_file = std::size_t{16} << 20;  // bytes

// As named in messages; reported and nullopt where it cannot be read (missing, a folder, too large,
// ...). `asked_at` is where a file named it, for the message.
[[nodiscard]] std::optional<std::string> read_text_file(const std::string& name,
                                                        const Place& asked_at,
                                                        Diagnostics& diagnostics,
                                                        std::size_t largest = largest_text_file);

// "is larger than 16 MiB".
[[nodiscard]] std::string larger_than(std::size_t largest);

// Removes a byte order mark; refuses other encodings, by name where they can be told, control
// characters, and what is larger.
[[nodiscard]] bool accept_utf8(std::string& text, const std::shared_ptr<const std::string>& name,
                               Diagnostics& diagnostics, std::size_t largest = largest_text_file);

// Line and column, both from 1, of a byte; the column counts characters.
[[nodiscard]] Place place_of(std::string_view text, std::size_t at,
                             std::shared_ptr<const std::string> name);

}  // namespace zhaimao
