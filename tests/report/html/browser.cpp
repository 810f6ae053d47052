#include "engine/report/html/browser.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <fstream>

#include "tests/cli/finished.h"
#include "tests/io/file_bytes.h"
#include "tests/report/made_up_run.h"

using namespace zhaimao;

TEST_CASE("charts that a browser wrote back are files again", "[report][html]") {
    const auto charts = charts_in(
        "<html><body><pre id=\"svg-poor\">&lt;svg&gt;a &amp;lt; b&lt;/svg&gt;\n</pre>"
        "<pre id=\"svg-exits\">&lt;svg/&gt;</pre></body></html>");
    CHECK(charts == std::map<std::string, std::string>{{"poor", "<svg>a &lt; b</svg>\n"},
                                                       {"exits", "<svg/>"}});
    CHECK(charts_in("<html></html>").empty());
}

TEST_CASE("without a browser the message says what to do instead", "[report][html][cli]") {
    const MadeUpRun made;
    for (const char* output : {"/r.pdf", "/charts/"}) {
        const Finished finished =
            run_command("PATH=/nowhere " + program() + " report " + made.folder.string() + " -o " +
                        made.scratch.path.string() + output);
        CHECK(finished.code == 2);
        CHECK(finished.output ==
              "report: PDF and SVG files are drawn by Chromium, and none is installed (no "
              "chromium or google-chrome in PATH). Install it, or write -o FILE.html and print or "
              "save from any browser\n");
        CHECK_FALSE(std::filesystem::exists(made.scratch.path.string() + output));
    }
}

TEST_CASE("who stops a report does not wait for the browser", "[report][html][cli]") {
    const MadeUpRun made;
    const std::string base = made.scratch.path.string();
    // Like a browser that is deaf to signals, with a process under it.
    std::ofstream(base + "/chromium")
        << "#!/bin/sh\ntrap '' INT TERM\nsleep 70 &\nwait\nsleep 70\n";
    std::filesystem::permissions(base + "/chromium", std::filesystem::perms::owner_all);
    for (const auto& [signal, code] : {std::pair{"TERM", 143}, {"INT", 130}})
        for (const char* output : {"/r.pdf", "/charts/"}) {
            const auto start = std::chrono::steady_clock::now();
            const Finished stopped = run_command(
                "PATH=" + base + ":$PATH timeout --foreground --preserve-status -s " + signal +
                " 1 " + program() + " report " + made.folder.string() + " -o " + base + output);
            CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(20));
            CHECK(stopped.code == code);
            CHECK(stopped.output == "zhaimao: interrupted; nothing was written\n");
            CHECK_FALSE(std::filesystem::exists(base + output));
        }
}

TEST_CASE("Chromium prints a report, and draws its charts as files", "[slow][report][html]") {
    const MadeUpRun made;
    const std::string base = made.scratch.path.string();
    const std::string report = "report " + made.folder.string() + " -o " + base;
    REQUIRE(run_program(report + "/r.pdf").code == 0);
    CHECK(bytes_of(base + "/r.pdf").starts_with("%PDF-"));
    REQUIRE(run_program(report + "/charts/").code == 0);
    REQUIRE(run_program(report + "/charts/").code == 0);  // its own charts are replaced
    const std::string svg = bytes_of(base + "/charts/poor.svg");
    CHECK(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
    CHECK(svg.find("A made-up plan (scenario made-up, seed 2016, 4 futures)") != std::string::npos);
    CHECK(svg.find("Xiangning") != std::string::npos);
    CHECK(bytes_of(base + "/charts/strip.svg").starts_with("<svg xmlns="));
    CHECK(run_program(report + "/").code == 2);  // another folder is not
}
