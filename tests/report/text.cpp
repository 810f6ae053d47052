#include "engine/report/text.h"

#include <catch2/catch.hpp>
#include <cmath>

using namespace zhaimao;

TEST_CASE("Chinese characters are two columns wide", "[report][text]") {
    CHECK(display_width("Daning") == 6);
    CHECK(display_width("大宁县") == 6);
    CHECK(display_width("发生率，%") == 9);
    CHECK(display_width("é≥") == 2);
    CHECK(display_width("e\xCC\x81") == 1);         // a combining accent
    CHECK(display_width("\xF0\xA0\x80\x80") == 2);  // U+20000
    CHECK(display_width("\xE5") == 1);              // half a character is no reason to stop
}

TEST_CASE("thousands are separated", "[report][text]") {
    CHECK(with_thousands(0) == "0");
    CHECK(with_thousands(999) == "999");
    CHECK(with_thousands(1000) == "1,000");
    CHECK(with_thousands(1003211) == "1,003,211");
    CHECK(with_thousands(-298000) == "-298,000");
}

TEST_CASE("people are rounded to what the error supports", "[report][text]") {
    CHECK(rounding_step(0.0) == 1.0);
    CHECK(rounding_step(4.9) == 1.0);
    CHECK(rounding_step(5.0) == 10.0);
    CHECK(rounding_step(180.0) == 100.0);
    CHECK(people_text(53127.0, 180.0) == "53,100");
    CHECK(people_text(53127.4, 0.0) == "53,127");
    CHECK(people_text(53127.0, std::nan("")) == "53,127");  // one replicate: no error is known
    CHECK(people_text(std::nan(""), 1.0) == "-");
}

TEST_CASE("what one future says is rounded to two digits, and marked", "[report][text]") {
    CHECK(about_text(2253.0) == "~2,300");
    CHECK(about_text(99.0) == "~99");
    CHECK(about_text(104.0) == "~100");
    CHECK(about_text(7.0) == "~7");
    CHECK(about_text(std::nan("")) == "-");
}

TEST_CASE("differences have a sign, zero has none", "[report][text]") {
    CHECK(signed_people_text(1234.0, 30.0) == "+1,230");
    CHECK(signed_people_text(-1234.0, 30.0) == "-1,230");
    CHECK(signed_people_text(-0.3, 1.0) == "0");
    CHECK(people_less_text(1234.0, 30.0) == "1,230");
    CHECK(people_less_text(-0.3, 1.0) == "0");
    CHECK(people_less_text(std::nan(""), 1.0) == "-");
    CHECK(signed_text(0.46, 1) == "+0.5");
    CHECK(signed_text(-0.04, 1) == "0.0");
    CHECK(signed_text(0.004, 2) == "0.00");
    CHECK(signed_text(-1.0, 1) == "-1.0");
}

TEST_CASE("a probability is 0 or 100 only for never and always", "[report][text]") {
    CHECK(probability_text(0.0) == "0");
    CHECK(probability_text(0.001) == "1");
    CHECK(probability_text(0.583) == "58");
    CHECK(probability_text(0.999) == "99");
    CHECK(probability_text(1.0) == "100");
    CHECK(percent_text(0.0305, 1) == "3.0");  // the double is under 0.0305
    CHECK(percent_text(std::nan(""), 1) == "-");
}

TEST_CASE("long lines break at spaces and between Chinese characters", "[report][text]") {
    CHECK(wrapped("one two three", 20) == "one two three");
    CHECK(wrapped("one two three", 8) == "one two\nthree");
    CHECK(wrapped("one two three", 7) == "one two\nthree");
    CHECK(wrapped("a longword b", 4) == "a\nlongword\nb");
    CHECK(wrapped("贫困县摘帽", 6) == "贫困县\n摘帽");
    CHECK(wrapped("贫困县。摘帽", 6) == "贫困\n县。摘\n帽");  // no line begins with a full stop
    CHECK(wrapped("共2016年规模", 7) == "共2016\n年规模");
    CHECK(wrapped("", 7).empty());
}

TEST_CASE("a grid aligns by display width", "[report][text]") {
    TextGrid grid({Align::left, Align::right});
    grid.add_row({"大宁", "1"});
    grid.add_row({"x", "100"});
    CHECK(grid.text() == "大宁    1\nx     100\n");
}
