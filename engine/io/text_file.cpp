#include "engine/io/text_file.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <istream>
#include <system_error>

#include "engine/core/utf8.h"

namespace zhaimao {
namespace {

// Two bytes of GBK: a lead of 0x81..0xFE and a second of 0x40..0xFE; Chinese text that is no UTF-8
// mostly is this.
bool looks_like_gbk(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    return at + 1 < text.size() && byte(at) >= 0x81 && byte(at) <= 0xFE && byte(at + 1) >= 0x40 &&
           byte(at + 1) != 0x7F && byte(at + 1) != 0xFF;
}

std::string wider_encoding(std::string_view text) {
    using namespace std::string_view_literals;
    if (text.starts_with("\xFF\xFE\0\0"sv) || text.starts_with("\0\0\xFE\xFF"sv)) return "UTF-32";
    const bool marked = text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
    const bool looks = text.size() >= 4 && ((text[0] == 0 && text[1] != 0) ||
                                            (text[0] != 0 && text[1] == 0 && text[3] == 0));
    return marked || looks ? "UTF-16" : "";
}

// Before it is opened: a pipe or a device could keep us waiting for ever.
std::string why_unreadable(const std::string& name, std::size_t largest) {
    std::error_code problem;
    const auto status = std::filesystem::status(name, problem);
    if (status.type() == std::filesystem::file_type::not_found ||
        name.find('\0') != std::string::npos)
        return "no such file";
    if (problem) return "cannot be read (" + problem.message() + ")";
    if (std::filesystem::is_directory(status)) return "is a folder (a file is expected)";
    if (!std::filesystem::is_regular_file(status)) return "is not a regular file";
    const auto size = std::filesystem::file_size(name, problem);
    return !problem && size > largest ? larger_than(largest) : "";
}

// At most a byte more than is allowed: some files say that they are smaller than they are.
bool read_bounded(std::istream& file, std::string& text, std::size_t largest) {
    std::array<char, 65536> part;
    while (text.size() <= largest && file) {
        file.read(part.data(), part.size());
        text.append(part.data(), static_cast<std::size_t>(file.gcount()));
    }
    return !file.bad();
}

}  // namespace

std::string larger_than(std::size_t largest) {
    return "is larger than " + std::to_string(largest >> 20) + " MiB";
}

std::optional<std::string> read_text_file(const std::string& name, const Place& asked_at,
                                          Diagnostics& diagnostics, std::size_t largest) {
    const Place whole{std::make_shared<const std::string>(name), 0, 0};
    const auto refuse = [&](const std::string& why) {
        diagnostics.error(asked_at.file ? asked_at : whole, "",
                          asked_at.file ? "'" + name + "': " + why : why);
        return std::nullopt;
    };
    if (const std::string why = why_unreadable(name, largest); !why.empty()) return refuse(why);
    std::ifstream file(name, std::ios::binary);
    if (!file) return refuse(std::string("cannot be read (") + std::strerror(errno) + ")");
    std::string text;
    if (!read_bounded(file, text, largest)) return refuse("cannot be read");
    if (text.size() > largest) return refuse(larger_than(largest));
    return text;
}

bool accept_utf8(std::string& text, const std::shared_ptr<const std::string>& name,
                 Diagnostics& diagnostics, std::size_t largest) {
    const auto refuse = [&](std::size_t at, const std::string& message) {
        diagnostics.error(place_of(text, at, name), "", message);
        return false;
    };
    if (text.size() > largest) return refuse(0, larger_than(largest));
    if (const std::string encoding = wider_encoding(text); !encoding.empty())
        return refuse(0, "is in " + encoding + " (UTF-8 is expected). Save the file as UTF-8");
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    if (const auto at = first_invalid_utf8(text))
        return refuse(*at, looks_like_gbk(text, *at)
                               ? "is not UTF-8, probably GBK or GB 18030. Save the file as UTF-8"
                               : "is not UTF-8. Save the file as UTF-8");
    const auto control = first_control(text);
    return !control || refuse(*control, "a control character stands here. Remove it");
}

Place place_of(std::string_view text, std::size_t at, std::shared_ptr<const std::string> name) {
    const std::string_view before = text.substr(0, at);
    const std::size_t line_start =
        before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    const auto lines = std::count(before.begin(), before.end(), '\n');
    return {std::move(name), static_cast<int>(lines) + 1,
            static_cast<int>(character_count(before.substr(line_start))) + 1};
}

}  // namespace zhaimao
