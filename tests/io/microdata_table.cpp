#include "engine/io/microdata_table.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/io/made_stata.h"

using namespace zhaimao;

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

MadeStata small() {
    return {{"county", "size", "village"},
            {{141030.0, 3.0, std::string("东村")},
             {141031.0, missing, std::string("")},
             {141030.0, 2.5, std::string("west")}},
            {{141030.0, "Daning"}, {141031.0, "Jixian"}}};
}

std::optional<MicrodataTable> table_of(const std::string& bytes, const std::string& name,
                                       const std::vector<std::string>& wanted,
                                       std::string* problem = nullptr) {
    Diagnostics diagnostics;
    std::optional<MicrodataTable> table = read_microdata_table(bytes, name, wanted, diagnostics);
    if (problem != nullptr)
        for (const Mistake& m : diagnostics.sorted()) *problem += m.text() + "\n";
    CHECK(table.has_value() != diagnostics.has_errors());
    return table;
}

}  // namespace

TEST_CASE("a Stata file of every version becomes columns with labels", "[io][microdata]") {
    for (const int version : {104, 105, 108, 110, 111, 113, 114, 115, 117, 118, 119}) {
        INFO("version " << version);
        MadeStata made = small();
        if (version < 108) made.labels.clear();                    // numbers of 16 bits only
        if (version < 118) made.rows[0][2] = std::string("east");  // texts in UTF-8 from 118 on
        const auto table = table_of(made.bytes(version), "made.dta", {"county", "size", "village"});
        REQUIRE(table);
        CHECK(table->rows == 3);
        const MicrodataColumn* const county = table->find("county");
        REQUIRE(county != nullptr);
        CHECK(county->numbers == std::vector<double>{141030.0, 141031.0, 141030.0});
        CHECK(county->text(1) == (version < 108 ? "141031" : "141031 (Jixian)"));
        CHECK(table->find("size")->is_missing(1));
        CHECK(table->find("size")->numbers[2] == 2.5);
        const MicrodataColumn* const village = table->find("village");
        CHECK(village->text(0) == (version < 118 ? "east" : "东村"));
        CHECK(village->is_missing(1));
    }
}

TEST_CASE("only the columns asked for are kept, all names are known", "[io][microdata]") {
    const auto table = table_of(small().bytes(), "made.dta", {"size", "nowhere"});
    REQUIRE(table);
    CHECK(table->names == std::vector<std::string>{"county", "size", "village"});
    CHECK(table->columns.size() == 1);
    CHECK(table->find("nowhere") == nullptr);
}

TEST_CASE("a Stata file cut anywhere in its data is refused", "[io][microdata]") {
    for (const int version : {114, 118}) {
        MadeStata made = small();
        made.rows[0][2] = std::string("east");
        const std::string whole = made.bytes(version);
        const std::size_t data_end = version < 117 ? whole.size() : whole.find("</data>");
        std::size_t refused = 0;
        for (std::size_t n = 0; n + 1 < data_end; ++n) {
            std::string problem;
            const auto table = table_of(whole.substr(0, n), "made.dta", {"size"}, &problem);
            if (table) continue;
            ++refused;
            CHECK(problem.starts_with("made.dta: is "));
            CHECK(std::count(problem.begin(), problem.end(), '\n') == 1);
        }
        // Version 114 ends with value labels, which it need not have.
        CHECK(refused >= (version < 117 ? whole.find("east") + 60 : data_end - 1));
    }
    std::string problem;
    CHECK_FALSE(table_of("not Stata at all", "made.dta", {"size"}, &problem));
    CHECK(problem.find("is damaged, cut short or not Stata data") != std::string::npos);
}

TEST_CASE("a damaged Stata file does no harm", "[io][microdata]") {
    const std::string whole = small().bytes();
    for (std::size_t at = 0; at < whole.size(); ++at)
        for (const char flip : {'\x01', '\x80', '\xFF'}) {
            std::string damaged = whole;
            damaged[at] = static_cast<char>(damaged[at] ^ flip);
            const auto table = table_of(damaged, "made.dta", {"county", "size", "village"});
            if (!table) continue;
            for (const MicrodataColumn& column : table->columns)
                CHECK((column.is_text() ? column.texts.size() : column.numbers.size()) ==
                      table->rows);
        }
}

TEST_CASE("a CSV column is one of numbers or of texts", "[io][microdata]") {
    const auto table = table_of(
        "id,income,village\n"
        "141030000000000001,-12.5,3\n"
        "\n"
        "141030000000000002,,\"a, b\"\n",
        "made.csv", {"id", "income", "village"});
    REQUIRE(table);
    REQUIRE(table->rows == 2);
    CHECK(table->lines == std::vector<std::uint32_t>{2, 4});
    CHECK(table->find("id")->is_text());  // 18 digits are more than a double holds
    CHECK(table->find("id")->text(1) == "141030000000000002");
    CHECK(table->find("income")->numbers[0] == -12.5);
    CHECK(table->find("income")->is_missing(1));
    CHECK(table->find("village")->text(0) == "3");
    CHECK(table->find("village")->text(1) == "a, b");
    Diagnostics diagnostics;
    table->report(1, "income", "is missing", diagnostics);
    CHECK(diagnostics.sorted()[0].text() == "made.csv:4:1: row 2, column income: is missing");
}

TEST_CASE("plain numbers and what is none", "[io][microdata]") {
    CHECK(plain_number("12") == 12.0);
    CHECK(plain_number("+0.1") == 0.1);
    CHECK(plain_number("-1e3") == -1000.0);
    CHECK(plain_number("0.1234567890123456789") == 0.1234567890123456789);
    for (const char* text : {"", " 1", "1 ", "1,000", "nan", "inf", "0x1p3", "1e999", "--1", "+-1",
                             "1234567890123456", "12 people"})
        CHECK_FALSE(plain_number(text).has_value());
}

TEST_CASE("another ending is refused", "[io][microdata]") {
    std::string problem;
    CHECK_FALSE(table_of("a,b\n", "made.xlsx", {"a"}, &problem));
    CHECK(problem == "made.xlsx: is neither .csv nor .dta (the ending says how a file is read)\n");
}

TEST_CASE("a file that is not there is said where it was asked for", "[io][microdata]") {
    Diagnostics diagnostics;
    const Place place{std::make_shared<const std::string>("a.yaml"), 3, 9};
    CHECK_FALSE(read_microdata_bytes("nowhere.dta", place, diagnostics).has_value());
    CHECK(diagnostics.sorted()[0].text() == "a.yaml:3:9: 'nowhere.dta': no such file");
}
