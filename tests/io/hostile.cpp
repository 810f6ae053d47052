// Files made to hurt: each gets one clear message from the program, in bounded time and memory.
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "tests/cli/finished.h"
#include "tests/io/scratch_folder.h"

namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;

// Sanitizers reserve addresses by the terabyte.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
const std::string bounds = "ulimit -t 60; timeout -s KILL 120 ";
#else
const std::string bounds =
    "ulimit -t 10; ulimit -v 524288; timeout -s KILL 60 ";  // seconds, KiB, seconds
#endif

class Hostile {
   public:
    fs::path file(const std::string& name) const { return scratch_.path / name; }

    void write(const std::string& name, const std::string& bytes) const {
        std::ofstream(file(name), std::ios::binary) << bytes;
    }

    // What `check` says of a file, without the folder's name; empty: no mistakes.
    std::string check(const std::string& name, const std::string& options = "") const {
        const Finished finished = run_command(bounds + zhaimao::program() + " check " + options +
                                              " " + file(name).string());
        CHECK(finished.code == (finished.output.find("no mistakes") == std::string::npos ? 2 : 0));
        std::string said = finished.output;
        const std::string here = scratch_.path.string() + "/";
        for (std::size_t at; (at = said.find(here)) != std::string::npos;)
            said.erase(at, here.size());
        if (const std::size_t count = said.rfind("1 error, 0 warnings in "); finished.code == 2)
            said.resize(std::min(count, said.size()));  // how many there are is said at the end
        return said;
    }

    std::string check_text(const std::string& bytes) const {
        write("h.yaml", bytes);
        return check("h.yaml");
    }

    // A sound scenario with one value changed.
    std::string check_value(const std::string& value) const {
        return check_text("zhaimao: 1\nextends: " + zhaimao::source_dir() +
                          "/tests/laws/quiet.yaml\nchange:\n  luck.permanent_sd: " + value + "\n");
    }

    std::string check_setting(const std::string& setting) const {
        std::string quoted;
        for (const char c : setting) quoted += c == '\'' ? "'\\''"s : std::string(1, c);
        write("h.yaml",
              "zhaimao: 1\nextends: " + zhaimao::source_dir() + "/tests/laws/quiet.yaml\n");
        return check("h.yaml", "--set '" + quoted + "'");
    }

   private:
    ScratchFolder scratch_;
};

std::string repeated(const std::string& unit, std::size_t count) {
    std::string text;
    text.reserve(unit.size() * count);
    for (std::size_t i = 0; i < count; ++i) text += unit;
    return text;
}

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
    CHECK(
        h.check_text("zhaimao: 1\na: *b\n") ==
        "h.yaml:2:4: is not valid YAML (the referenced anchor is not defined). Write the value out "
        "(anchors and aliases are not allowed)\n");
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

TEST_CASE("what is no file of text neither hangs nor passes", "[io][hostile]") {
    const Hostile h;
    fs::create_directory(h.file("folder"));
    CHECK(h.check("folder") == "folder: is a folder (a YAML file is expected)\n");
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
          "h.yaml:2:10: 'pi\\x00pe': no such file\n");
    CHECK(h.check_text("zhaimao: 1\ncounties: {table: pipe}\n") ==
          "h.yaml:2:19: 'pipe': is not a regular file\n");
}
