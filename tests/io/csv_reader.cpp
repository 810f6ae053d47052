#include "engine/io/csv_reader.h"

#include <catch2/catch.hpp>

using namespace zhaimao;

namespace {

struct Read {
    explicit Read(std::string text) {
        Diagnostics d;
        file = read_csv_text(std::move(text), "t.csv", d);
        for (const Mistake& m : d.sorted()) messages += (messages.empty() ? "" : "\n") + m.text();
    }
    // "text@line:column", a quoted one with a q in front; fields divided by |, rows by newlines.
    [[nodiscard]] std::string dump() const {
        std::string text;
        for (const CsvRow& row : file.value().rows) {
            for (const CsvField& f : row)
                text += (f.quoted ? "q" : "") + f.text + "@" + std::to_string(f.line) + ":" +
                        std::to_string(f.column) + (&f == &row.back() ? "" : "|");
            text += "\n";
        }
        return text;
    }
    std::optional<CsvFile> file;
    std::string messages;
};

}  // namespace

TEST_CASE("rows and fields know their place; columns count characters", "[io][csv_reader]") {
    const Read t("\xEF\xBB\xBFid,人口 (人),note\n大宁县,12,ok\n\"a,\"\"b\"\"\",, x \n");
    CHECK(t.messages.empty());
    REQUIRE(t.file->header.size() == 3);
    CHECK(t.file->header[1].text == "人口 (人)");
    CHECK(t.file->header[2].column == 11);  // "id," and "人口 (人),": 3 + 7 characters before it
    CHECK(t.dump() == "大宁县@2:1|12@2:5|ok@2:8\nqa,\"b\"@3:1|@3:11| x @3:12\n");
}

TEST_CASE("line breaks: LF, CRLF, inside quotes, none at the end, blank lines",
          "[io][csv_reader]") {
    CHECK(Read("a,b\r\n1,2\r\n3,4").dump() == "1@2:1|2@2:3\n3@3:1|4@3:3\n");
    CHECK(Read("a,b\n\"one\r\ntwo\",2\n3,4\n").dump() == "qone\r\ntwo@2:1|2@3:6\n3@4:1|4@4:3\n");
    CHECK(Read("\n\na,b\n\n1,2\n\r\n\n").dump() == "1@5:1|2@5:3\n");
    CHECK(Read("a\n1\n\"\"\n").dump() == "1@2:1\nq@3:1\n");
    CHECK(Read("a,b\n,\n").dump() == "@2:1|@2:2\n");
    CHECK(Read("a,b").file->rows.empty());
}

TEST_CASE("mistakes are shown at their place, all of them", "[io][csv_reader]") {
    CHECK(Read("a,b\n1,2,3\n4\n5,6\n").messages ==
          "t.csv:2:5: the row has 3 fields (the header has 2). Put a field that holds ',' in "
          "quotes\n"
          "t.csv:3:1: the row has 1 field (the header has 2). Leave no field out: an empty one is "
          "',,'");
    CHECK(Read("a,b\n1,2,3\n4\n5,6\n").dump() == "5@4:1|6@4:3\n");
    CHECK(Read("a,b,a\n").messages ==
          "t.csv:1:5: column 'a' is there twice (also at t.csv:1:1). Remove or rename one");
    CHECK(Read("a,b\n甲\"x,1\n").messages ==
          "t.csv:2:2: a quote stands inside a field without quotes. Put the whole field in quotes, "
          "and write this one twice");
    CHECK(Read("a,b\n\"x\"y,1\n").messages ==
          "t.csv:2:4: a field goes on after its closing quote. Write a quote inside a field twice");
    CHECK(Read("a,b\n1\r2,1\n").messages ==
          "t.csv:2:2: a lone carriage return ends no line. Save the file with line breaks of Unix "
          "or Windows");
    CHECK(Read("a;b\n1;2\n").messages ==
          "t.csv:1:1: columns seem to be separated by ';' (a ',' is expected). Save the file with "
          "commas");
}

TEST_CASE("texts that are no table at all", "[io][csv_reader]") {
    const Read open("a,b\n1,\"2\n3,4\n");
    CHECK_FALSE(open.file);
    CHECK(open.messages ==
          "t.csv:2:3: a quote opens here that is never closed. Close it, or write a quote inside a "
          "field twice");
    for (const char* nothing : {"", "\n\n", "\xEF\xBB\xBF"}) {
        const Read empty(nothing);
        CHECK_FALSE(empty.file);
        CHECK(empty.messages == "t.csv: is empty. Begin it with a header that names the columns");
    }
    CHECK(Read("a,b\n\xB4\xF3,1\n").messages ==
          "t.csv:2:1: is not UTF-8, probably GBK or GB 18030. Save the file as UTF-8");
}
