// Files made to hurt: each gets one clear message from the program, in bounded time and memory.
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "tests/io/hostile_file.h"

namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;

std::string alias_bomb() {
    std::string text = "zhaimao: 1\na: &a [x, x, x, x, x, x, x, x, x]\n";
    for (char c = 'b'; c <= 'i'; ++c)
        text += c + ": &"s + c + " [" + repeated("*"s + char(c - 1) + ", ", 8) + "*" + char(c - 1) +
                "]\n";
    return text;
}

}  // namespace

TEST_CASE("anchors, aliases and merge keys cannot multiply", "[io][hostile]") {
    const Hostile h;
    const std::string rest =
        " is an anchor (anchors and aliases are not allowed). Write the value out wherever it is "
        "needed\n";
    CHECK(h.check_text(alias_bomb()) == "h.yaml:2:4: '&a'" + rest);
    CHECK(h.check_text("zhaimao: 1\na: &a [*a]\n") == "h.yaml:2:4: '&a'" + rest);
    CHECK(h.check_text("zhaimao: 1\na: &a {b: *a}\n") == "h.yaml:2:4: '&a'" + rest);
    CHECK(h.check_text("zhaimao: 1\na: &a {x: 1}\nb: {<<: *a}\n") == "h.yaml:2:4: '&a'" + rest);
    CHECK(h.check_text("zhaimao: 1\n<<: {a: 1}\n") ==
          "h.yaml:2:1: '<<' is a merge key (not allowed). Use include, or extends with change\n");
    CHECK(h.check_text("zhaimao: 1\na: *b\n") ==
          "h.yaml:2:4: is not valid YAML (the referenced anchor is not defined). Write the value "
          "out (anchors and aliases are not allowed)\n");
}

TEST_CASE("nesting ends at 64, however it is written", "[io][hostile]") {
    const Hostile h;
    constexpr std::size_t deep = 100000;
    CHECK(h.check_text("a: " + repeated("[", deep) + repeated("]", deep) + "\n") ==
          "h.yaml:1:67: nested more than 64 deep\n");
    CHECK(h.check_text(repeated("{a: ", deep) + repeated("}", deep) + "\n") ==
          "h.yaml:1:257: nested more than 64 deep\n");
    CHECK(h.check_text(repeated("- ", deep) + "1\n") == "h.yaml:1:129: nested more than 64 deep\n");
    CHECK(h.check_text(repeated("[", deep)) ==
          "h.yaml:1:1: a bracket opens here that is never closed\n");
    CHECK(h.check_text(repeated("a.", 64) + "a: 1\n") == "h.yaml:1:1: nested more than 64 deep\n");
    CHECK(h.check_text("a.b.c: " + repeated("{a: ", 62) + "1" + repeated("}", 62) + "\n") ==
          "h.yaml:1:252: nested more than 64 deep\n");
    CHECK(h.check_text(repeated("a.", deep) + "a: 1\n") ==
          "h.yaml:1:1: a key longer than 256 bytes. Shorten it, or quote a text that holds ':'\n");
    CHECK(h.check_text("? " + repeated("a.", deep) + "a\n: 1\n") ==
          "h.yaml:1:3: a key longer than 256 bytes. Shorten it, or quote a text that holds ':'\n");
}

TEST_CASE("a broken structure is one mistake", "[io][hostile]") {
    const Hostile h;
    const std::string comma = " a ',' that stands alone. Remove it\n";
    CHECK(h.check_text("zhaimao: 1\na: \"never closed\nb: 2\n") ==
          "h.yaml:2:4: a quote opens here that is never closed\n");
    CHECK(h.check_text("zhaimao: 1\na: 'never closed\nb: 2\n") ==
          "h.yaml:2:4: a quote opens here that is never closed\n");
    CHECK(h.check_text("zhaimao: 1\n---\nzhaimao: 1\n") ==
          "h.yaml:2:1: a second document begins here. Keep one document a file\n");
    CHECK(h.check_text(",\n") == "h.yaml:1:1:" + comma);
    CHECK(h.check_text("zhaimao: 1\n,\n") == "h.yaml:2:1:" + comma);
    CHECK(h.check_text("zhaimao: 1\na: ,\n") == "h.yaml:2:4:" + comma);
    CHECK(h.check_text("zhaimao: 1\na: [,]\n") == "h.yaml:2:5:" + comma);
    CHECK(h.check_text("zhaimao: 1\na: {,}\n") == "h.yaml:2:5:" + comma);
    CHECK(h.check_text("") == "h.yaml: is empty\n");
    CHECK(h.check_text("zhaimao: 1\na: 1\nb: 1\na: 2\n") ==
          "h.yaml:4:1: 'a' is set twice (also at h.yaml:2:1). Remove one\n");
}

TEST_CASE("what is no number, or none that a computer holds, is one mistake", "[io][hostile]") {
    const Hostile h;
    const std::string at = "h.yaml:4:22: luck.permanent_sd: ";
    CHECK(h.check_value("0.1").find("no mistakes") != std::string::npos);
    CHECK(h.check_value(".nan") == at + "'.nan' is not a number (expected a plain number)\n");
    CHECK(h.check_value(".inf") == at + "'.inf' is not a number (expected a plain number)\n");
    CHECK(h.check_value("-.inf") == at + "'-.inf' is not a number (expected a plain number)\n");
    CHECK(h.check_value("nan") == at + "'nan' is not a number (expected a plain number)\n");
    CHECK(h.check_value("1e999") == at + "'1e999' is beyond the numbers a computer holds\n");
    CHECK(h.check_value("1e-999") == at + "'1e-999' is beyond the numbers a computer holds\n");
    CHECK(h.check_value("010") ==
          at + "'010' begins with a zero (some programs would read it as octal). Write '10'\n");
    CHECK(h.check_value("1_000") == at + "'1_000' has '_' inside the number. Write '1000'\n");
    CHECK(h.check_value("0x10") ==
          at + "'0x10' is hexadecimal. Write the number in decimal digits\n");
    CHECK(h.check_value("\"0.1\"") ==
          at + "'0.1' is in quotes, and so a text (a number is expected). Remove the quotes\n");
    CHECK(h.check_value(repeated("1", 5000)) == at + "is too long for a number with a unit\n");
}

TEST_CASE("other encodings are named once, with what to do", "[io][hostile]") {
    const Hostile h;
    const std::string save = " Save the file as UTF-8\n";
    CHECK(h.check_text("zhaimao: 1\na: \xFF\n") == "h.yaml:2:4: is not UTF-8." + save);
    CHECK(h.check_text("zhaimao: 1\na: \xC1\xD9\xB7\xDA\xCA\xD0\n") ==  // 临汾市
          "h.yaml:2:4: is not UTF-8, probably GBK or GB 18030." + save);
    CHECK(h.check_text("\xFF\xFEz\0:\0"s) ==
          "h.yaml:1:1: is in UTF-16 (UTF-8 is expected)." + save);
    CHECK(h.check_text("\0z\0:\0 \0001"s) ==
          "h.yaml:1:1: is in UTF-16 (UTF-8 is expected)." + save);
    CHECK(h.check_text("\xFF\xFE\0\0z\0\0\0"s) ==
          "h.yaml:1:1: is in UTF-32 (UTF-8 is expected)." + save);
    CHECK(h.check_text("zhaimao: 1\na: \0\n"s) ==
          "h.yaml:2:4: a control character stands here. Remove it\n");
}

TEST_CASE("what is too much is refused before it costs anything", "[io][hostile]") {
    const Hostile h;
    h.write("h.yaml", "zhaimao: 1\n");
    fs::resize_file(h.file("h.yaml"), std::uintmax_t{100} << 20);  // a hole: takes no disk
    CHECK(h.check("h.yaml") == "h.yaml: is larger than 8 MiB\n");
    CHECK(h.check_text("zhaimao: 1\na: [" + repeated("1,", 600000) + "1]\n") ==
          "h.yaml:2:1000004: more than 500000 values in one file (counted by ',', '[' and '{')\n");
    CHECK(h.check_text("zhaimao: 1\na:\n" + repeated("- 1\n", 600000)) ==
          "h.yaml:500002:3: more than 500000 values in one file\n");
}

TEST_CASE("a thousand mistakes are shown in part, a long or odd one as one line", "[io][hostile]") {
    const Hostile h;
    std::string many =
        "zhaimao: 1\nextends: " + zhaimao::source_dir() + "/tests/laws/quiet.yaml\nchange:\n";
    for (int i = 0; i < 1000; ++i) many += "  luck.wrong" + std::to_string(i) + ": 1\n";
    const std::string said = h.check_text(many);
    CHECK(std::count(said.begin(), said.end(), '\n') == 501);
    CHECK(said.ends_with("\n500 more are not shown\n"));
    const std::string odd = h.check_value("\"\\x9b[31m\\nred\"");
    CHECK(odd.starts_with("h.yaml:4:22: luck.permanent_sd: '\\x9b[31m\\nred' is in quotes"));
    const std::string longest = h.check_value(std::string(100000, 'x'));
    CHECK(longest.size() < 1100);
    CHECK(std::count(longest.begin(), longest.end(), '\n') == 1);
}

TEST_CASE("what is no file of text neither hangs nor passes", "[io][hostile]") {
    const Hostile h;
    fs::create_directory(h.file("folder"));
    CHECK(h.check("folder") == "folder: is a folder (a file is expected)\n");
    REQUIRE(::mkfifo(h.file("pipe").c_str(), 0600) == 0);
    CHECK(h.check("pipe") == "pipe: is not a regular file\n");
    fs::create_symlink("/dev/zero", h.file("zero"));
    CHECK(h.check("zero") == "zero: is not a regular file\n");
    fs::create_symlink("loop", h.file("loop"));
    CHECK(h.check("loop") == "loop: cannot be read (Too many levels of symbolic links)\n");
    fs::create_symlink("nowhere", h.file("dangling"));
    CHECK(h.check("dangling") == "dangling: no such file\n");
    fs::create_symlink("/proc/self/mem", h.file("memory"));  // opens, and cannot be read
    CHECK(h.check("memory") == "memory: cannot be read\n");
    CHECK(h.check(std::string(300, 'n')) ==
          std::string(300, 'n') + ": cannot be read (File name too long)\n");
    if (::geteuid() == 0) return;  // root reads everything
    h.write("secret", "zhaimao: 1\n");
    fs::permissions(h.file("secret"), fs::perms::none);
    CHECK(h.check("secret") == "secret: cannot be read (Permission denied)\n");
}

TEST_CASE("files that files name are held to the same", "[io][hostile]") {
    const Hostile h;
    REQUIRE(::mkfifo(h.file("pipe").c_str(), 0600) == 0);
    CHECK(h.check_text("zhaimao: 1\ninclude: [pipe]\n") ==
          "h.yaml:2:11: 'pipe': is not a regular file\n");
    CHECK(h.check_text("zhaimao: 1\nextends: h.yaml\n") ==
          "h.yaml:2:10: 'h.yaml' leads back to itself (through include or extends)\n");
    CHECK(h.check_text("zhaimao: 1\nextends: \"pi\\0pe\"\n") ==
          "h.yaml:2:10: the text holds '\\x00' (no document can hold it). Remove it\n");
    CHECK(h.check_text("zhaimao: 1\ncounties: {table: pipe}\n") ==
          "h.yaml:2:19: 'pipe': is not a regular file\n");
}

TEST_CASE("hostile settings are one mistake each", "[io][hostile]") {
    const Hostile h;
    const auto says = [&](const std::string& setting, const std::string& message) {
        INFO(setting);
        const std::string place = "--set " + setting;
        CHECK(h.check_setting(setting) == place + ": " + message + "\n");
    };
    CHECK(h.check_setting("luck.permanent_sd=0.2").find("no mistakes") != std::string::npos);
    for (const char* setting : {"", "=", "=1", "luck.permanent_sd"})
        CHECK(h.check_setting(setting) ==
              "--set: '"s + setting + "' is not of the form PATH=VALUE\n");
    says("luck.permanent_sd=", "is not of the form path=value");
    says("luck.permanent_sd=.nan",
         "luck.permanent_sd: '.nan' is not a number (expected a plain number)");
    says("luck.permanent_sd=1e999",
         "luck.permanent_sd: '1e999' is beyond the numbers a computer holds");
    says("luck.permanent_sd={a: 1}",
         "luck.permanent_sd: unknown distribution 'a'. A distribution is normal, lognormal, "
         "uniform, triangular, beta or choice");
    says("luck..permanent_sd=1",
         "luck..permanent_sd: no such path; did you mean 'luck.permanent_sd'?");
    says("luck.permanent_sd=[1", "a bracket opens here that is never closed");
    says("luck.permanent_sd=1: 2",
         "luck.permanent_sd.1: no such path; did you mean 'luck.permanent_sd'?");
    says("luck.permanent_sd=*a",
         "is not valid YAML (the referenced anchor is not defined). Write the value out (anchors "
         "and aliases are not allowed)");
    says("luck.permanent_sd=,", "a ',' that stands alone. Remove it");
    for (const char* setting : {"luck.permanent_sd=\\xff", "l\\xffck=1"}) {
        std::string bytes = setting;
        bytes.replace(bytes.find("\\xff"), 4, "\xFF");
        CHECK(h.check_setting(bytes) ==
              "'"s + setting +
                  "' is not UTF-8 (names get into tables and documents). Rename the file, or write "
                  "the text in UTF-8\n");
    }
    CHECK(h.check_setting("luck.permanent_sd=1\n---\n2") ==
          "--set luck.permanent_sd=1\\n---\\n2: a second document begins here. Keep one document a "
          "file\n");
    for (const std::string& setting :
         {repeated("a.", 60000) + "a=1", "luck.permanent_sd=" + repeated("[", 60000)}) {
        const std::string said = h.check_setting(setting);
        CHECK(said.size() < 1100);
        CHECK(std::count(said.begin(), said.end(), '\n') == 1);
    }
}
