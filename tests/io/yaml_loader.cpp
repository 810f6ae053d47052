#include "engine/io/yaml_loader.h"

#include <catch2/catch.hpp>

#include "engine/io/text_file.h"
#include "tests/io/scratch_folder.h"

using namespace zhaimao;

namespace {

struct Loaded {
    explicit Loaded(std::string text)
        : node(load_yaml_text(std::move(text), "t.yaml", diagnostics)) {
        for (const Mistake& m : diagnostics.sorted())
            messages += (messages.empty() ? "" : "\n") + m.text();
    }
    Diagnostics diagnostics;
    std::optional<Node> node;
    std::string messages;
};

}  // namespace

TEST_CASE("keys and values know line and column, in characters", "[io][yaml_loader]") {
    const Loaded loaded("town: {label: 临汾市, next: 5 people}\n临汾: {x: 2}\n");
    REQUIRE(loaded.messages.empty());
    const Entry& town = loaded.node->entries[0];
    CHECK(town.place.text() == "t.yaml:1:1");
    CHECK(town.node.place.text() == "t.yaml:1:7");
    CHECK(town.node.find("label")->place.text() == "t.yaml:1:15");
    CHECK(town.node.find("next")->place.text() == "t.yaml:1:26");
    CHECK(town.node.find("next")->quantity->value == 5.0);
    CHECK(loaded.node->entries[1].node.find("x")->place.text() == "t.yaml:2:9");
}

TEST_CASE("quoted and block scalars are text, never numbers", "[io][yaml_loader]") {
    const Loaded loaded("a: \"5 people\"\nb: 'it''s'\nc: |\n  two\n  lines\nd: 5 people\n");
    REQUIRE(loaded.messages.empty());
    CHECK_FALSE(loaded.node->find("a")->quantity.has_value());
    CHECK(loaded.node->find("b")->text == "it's");
    CHECK(loaded.node->find("c")->text == "two\nlines\n");
    CHECK(loaded.node->find("d")->quantity.has_value());
}

TEST_CASE("a byte order mark and Windows line ends are accepted", "[io][yaml_loader]") {
    const Loaded loaded(
        "\xEF\xBB\xBF"
        "a: 1\r\nb: 2\r\n");
    REQUIRE(loaded.messages.empty());
    CHECK(loaded.node->find("b")->text == "2");
    CHECK(loaded.node->entries[1].place.text() == "t.yaml:2:1");
}

TEST_CASE("other encodings and control characters are named", "[io][yaml_loader]") {
    CHECK(Loaded("a: 1\nb: \xC1\xD9\xB7\xDA\n").messages ==
          "t.yaml:2:4: is not UTF-8, probably GBK or GB 18030. Save the file as UTF-8");
    CHECK(Loaded(std::string("\xFF\xFE"
                             "a\0:\0",
                             6))
              .messages == "t.yaml:1:1: is in UTF-16 (UTF-8 is expected). Save the file as UTF-8");
    CHECK(Loaded(std::string("a\0:\0 \0", 6)).messages ==
          "t.yaml:1:1: is in UTF-16 (UTF-8 is expected). Save the file as UTF-8");
    CHECK(Loaded("a: 1\nb: \x04 2\n").messages ==
          "t.yaml:2:4: a control character stands here. Remove it");
    CHECK(Loaded("a: 1\nb: \uFFFE 2\n").messages ==
          "t.yaml:2:4: a control character stands here. Remove it");
    CHECK(Loaded("a: \xFF").messages == "t.yaml:1:4: is not UTF-8. Save the file as UTF-8");
}

TEST_CASE("a text may not escape what no document can hold", "[io][yaml_loader]") {
    for (const char* escaped : {"\\x01", "\\x0b", "\\x1b", "\\x7f", "\\ufffe", "\\uffff"}) {
        const std::string text = "\"a" + std::string(escaped) + "\"";
        const std::string why =
            "the text holds '" + std::string(escaped) + "' (no document can hold it). Remove it";
        CHECK(Loaded("a: 1\nb: " + text + "\n").messages == "t.yaml:2:4: " + why);
        CHECK(Loaded("a: 1\n" + text + ": 1\n").messages == "t.yaml:2:1: " + why);
    }
    CHECK(Loaded("a: \"tab\\t, line\\n\"\n").messages.empty());
}

TEST_CASE("what is too deep, too large or too many is refused", "[io][yaml_loader]") {
    CHECK(Loaded(std::string(64, '[') + std::string(64, ']')).messages.empty());
    CHECK(Loaded(std::string(65, '[') + std::string(65, ']')).messages ==
          "t.yaml:1:65: nested more than 64 deep");
    CHECK_FALSE(Loaded(std::string(100000, '[')).messages.empty());
    CHECK_FALSE(Loaded(std::string(100000, '{')).messages.empty());
    CHECK(Loaded(std::string(largest_yaml + 1, 'a')).messages ==
          "t.yaml: is larger than 8 MiB");
    std::string many = "[";
    for (int i = 0; i < 500001; ++i) many += "1,";
    CHECK(Loaded(many + "]").messages.find("more than 500000 values") != std::string::npos);
}

TEST_CASE("an empty text is refused", "[io][yaml_loader]") {
    for (const char* text : {"", "\n\n", "# only a comment\n", "---\n", "~\n"})
        CHECK(Loaded(text).messages == "t.yaml: is empty");
}

TEST_CASE("a lone comma ends reading", "[io][yaml_loader]") {
    CHECK(Loaded(",").messages == "t.yaml:1:1: a ',' that stands alone. Remove it");
    CHECK_FALSE(Loaded("a: 1\n,\n").messages.empty());
}

TEST_CASE("any run of bytes gives a tree or a message", "[io][yaml_loader]") {
    std::uint32_t state = 2016;
    const std::string letters = "a:1 ,[]{}\n\"'&*!|>#%-?\t临：5";
    for (int i = 0; i < 3000; ++i) {
        std::string text;
        for (int k = 0; k < 24; ++k)
            text += letters[(state = state * 1664525u + 1013904223u) / 7 % letters.size()];
        const Loaded loaded(text);
        INFO(text);
        REQUIRE((loaded.node.has_value() || !loaded.messages.empty()));
    }
}

TEST_CASE("a file that cannot be read is named as it was given", "[io][text_file]") {
    const ScratchFolder folder;
    Diagnostics d;
    CHECK_FALSE(read_text_file("no/such.yaml", {}, d).has_value());
    CHECK_FALSE(read_text_file(folder.path.string(), {}, d).has_value());
    const Place asked{std::make_shared<const std::string>("a.yaml"), 3, 5};
    CHECK_FALSE(read_text_file("gone.yaml", asked, d).has_value());
    const auto messages = d.sorted();
    REQUIRE(messages.size() == 3);
    CHECK(messages[1].text() == "a.yaml:3:5: 'gone.yaml': no such file");
    CHECK(messages[2].text() == "no/such.yaml: no such file");
    CHECK(messages[0].text() == folder.path.string() + ": is a folder (a file is expected)");
}
