#include "engine/report/figure_text.h"

#include <catch2/catch.hpp>

using namespace zhaimao;

namespace {

constexpr double none = Summary::undefined;
const ReportStyle plain{}, plain_zh{Language::zh, "", Numbers::plain, {}},
    wan{Language::zh, "", Numbers::wan, {}}, two{Language::en, "", Numbers::plain, 2};

}  // namespace

TEST_CASE("people are rounded to what their error supports", "[report][figures]") {
    CHECK(figure_text({12345.6, 11044.0, 13989.0, 0.2}, FigureKind::people, plain) ==
          "12,346 [11,044, 13,989]");
    CHECK(figure_text({12345.6, 11044.0, 13989.0, 50.0}, FigureKind::people, plain) ==
          "12,300 [11,000, 14,000]");
    CHECK(figure_text({12345.6, none, none, none}, FigureKind::people, plain) == "12,346");
    CHECK(figure_text({-51.0, none, none, 5.0}, FigureKind::people, plain) == "-50");
    CHECK(figure_text({-0.2, none, none, 0.0}, FigureKind::people, plain) == "0");
    CHECK(figure_text({none, none, none, none}, FigureKind::people, plain) == "-");
}

TEST_CASE("shares have one decimal where their error supports it", "[report][figures]") {
    CHECK(figure_text({0.1234, 0.11, 0.139, 0.0001}, FigureKind::share, plain) ==
          "12.3 [11.0, 13.9]");
    // 0.6 points of error: tenths are noise.
    CHECK(figure_text({0.1264, 0.111, 0.139, 0.006}, FigureKind::share, plain) == "13 [11, 14]");
    CHECK(figure_text({0.1264, 0.111, 0.139, 0.006}, FigureKind::share, two) ==
          "12.64 [11.10, 13.90]");
}

TEST_CASE("a probability is never and always only where it is", "[report][figures]") {
    CHECK(figure_text({0.998, 0.981, 1.0}, FigureKind::probability, plain) == "99 [98, 100]");
    CHECK(figure_text({1.0, 0.981, 1.0}, FigureKind::probability, plain) == "100 [98, 100]");
    CHECK(figure_text({0.0}, FigureKind::probability, plain) == "0");
}

TEST_CASE("money and people come in the units that readers choose", "[report][figures]") {
    const Figure money{123456789.0, none, none, 0.0};
    CHECK(figure_text(money, FigureKind::money, plain) == "123.46");
    CHECK(figure_text(money, FigureKind::money, plain_zh) == "12,346");
    CHECK(figure_text(money, FigureKind::money, wan) == "1.2346");
    CHECK(unit_of(FigureKind::money, plain).word == "million yuan");
    CHECK(unit_of(FigureKind::money, plain_zh).word == "万元");
    CHECK(unit_of(FigureKind::money, wan).word == "亿元");
    CHECK(unit_of(FigureKind::people, wan).word == "万人");
    CHECK(figure_text({298000.0, none, none, 0.0}, FigureKind::people, wan) == "29.8");
    CHECK(figure_text({298011.0, none, none, 0.0}, FigureKind::people, wan) == "29.8011");
    CHECK(figure_text({60000.0, none, none, none}, FigureKind::people, wan) == "6");
    CHECK(figure_text({298123.0, 297000.0, 299000.0, 600.0}, FigureKind::people, wan) ==
          "29.8 [29.7, 29.9]");
    CHECK(figure_text({2020.0}, FigureKind::year, plain) == "2020");
}

TEST_CASE("a quantity has three significant digits, and its range as many decimals",
          "[report][figures]") {
    const auto text = [](Figure figure, const ReportStyle& style = plain) {
        return figure_text(figure, FigureKind::quantity, style);
    };
    CHECK(text({18598.75}) == "18,600");
    CHECK(text({0.0213, 0.00213, 0.042}) == "0.0213 [0.0021, 0.0420]");
    CHECK(text({-1.2345, -2.0, 0.5}) == "-1.23 [-2.00, 0.50]");
    CHECK(text({0.0}) == "0");
    CHECK(text({none}) == "-");
    CHECK(text({1.5e-12}) == "1.5e-12");
    CHECK(text({18598.75}, two) == "18,598.75");
    CHECK(figure_text({0.123}, FigureKind::number, plain) == "0.12");
    CHECK(figure_text({0.123}, FigureKind::number, {Language::en, "", Numbers::plain, 3}) ==
          "0.123");
}
