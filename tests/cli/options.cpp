#include "engine/cli/options.h"

#include <array>
#include <catch2/catch.hpp>

#include "engine/core/diagnostics.h"

using namespace zhaimao;

namespace {

constexpr std::array<std::string_view, 8> commands{"run",   "compare", "decompose", "sweep",
                                                   "merge", "report",  "check",     "schema"};

Options parsed(const std::vector<std::string>& arguments) {
    return parse_options(arguments, commands);
}

std::string mistake(const std::vector<std::string>& arguments) {
    try {
        (void)parsed(arguments);
    } catch (const InputError& e) {
        return e.what();
    }
    return "no mistake";
}

}  // namespace

TEST_CASE("a command line is kept as it can be typed again", "[cli][options]") {
    CHECK(parsed({"sweep", "my study.yaml", "--set", "a.b=40 %"}).line ==
          "sweep 'my study.yaml' --set 'a.b=40 %'");
}

TEST_CASE("a command line in full", "[cli][options]") {
    const Options o =
        parsed({"run", "plan.yaml", "-o", "out", "-n", "50", "--seed=7", "-j2", "--set", "a.b=1",
                "--set", "c=x=y", "--lang", "zh", "--isa", "baseline", "-q", "--json"});
    CHECK(o.command == "run");
    CHECK(o.files == std::vector<std::string>{"plan.yaml"});
    CHECK(o.output == "out");
    CHECK(o.replicates == 50);
    CHECK(o.seed == 7U);
    CHECK(o.threads == 2);
    CHECK(o.settings == std::vector<std::string>{"a.b=1", "c=x=y"});
    CHECK(o.language == Language::zh);
    CHECK(o.isa == Isa::baseline);
    CHECK(o.quiet);
    CHECK(o.json);
}

TEST_CASE("options may stand before the command, and -- ends them", "[cli][options]") {
    const Options o = parsed({"-q", "check", "a.yaml", "--", "-b.yaml"});
    CHECK(o.command == "check");
    CHECK(o.files == std::vector<std::string>{"a.yaml", "-b.yaml"});
    CHECK_FALSE(o.seed);
    CHECK(o.language == Language::en);
}

TEST_CASE("help and version need no command", "[cli][options]") {
    CHECK(parsed({"--help"}).help);
    CHECK(parsed({"-h"}).help);
    CHECK(parsed({"--version"}).version);
    CHECK(parsed({"run", "--help"}).help);
    CHECK(mistake({}) == "no command is given. `zhaimao --help` lists them");
}

TEST_CASE("an unknown word names the closest known one", "[cli][options]") {
    CHECK(mistake({"rn", "plan.yaml"}) ==
          "rn: unknown command; did you mean 'run'? (`zhaimao --help` lists them)");
    CHECK(mistake({"run", "--sede", "1"}) == "--sede: unknown option; did you mean '--seed'?");
    CHECK(mistake({"run", "--sede=1"}) == "--sede: unknown option; did you mean '--seed'?");
    CHECK(mistake({"run", "-z"}) == "-z: unknown option");
}

TEST_CASE("the start of an option is not the option", "[cli][options]") {
    CHECK(mistake({"run", "plan.yaml", "--repl", "5"}).find("unknown option") != std::string::npos);
}

TEST_CASE("numbers are whole, in range, and nothing else", "[cli][options]") {
    for (const char* text :
         {"-1", "0", "1.5", "nan", "1e3", "12x", "", " 5", "+5", "0x10", "99999999999999999999"}) {
        INFO(text);
        CHECK(mistake({"run", "p.yaml", "--replicates", text})
                  .find("is not a whole number from 1 to") != std::string::npos);
    }
    CHECK(mistake({"run", "p.yaml", "--seed", "-1"}) ==
          "--seed: '-1' is not a whole number from 0 to 9007199254740992");
    CHECK(mistake({"run", "p.yaml", "-j", "-1"}).find("--threads: '-1'") == 0);
    CHECK(parsed({"run", "p.yaml", "--seed", "0"}).seed == 0U);
}

TEST_CASE("options with a wrong or missing value", "[cli][options]") {
    CHECK(mistake({"run", "p.yaml", "--lang", "fr"}).find("en or zh") != std::string::npos);
    CHECK(mistake({"run", "p.yaml", "--isa", "v9"}).find("baseline, v3 or v4") !=
          std::string::npos);
    CHECK(mistake({"run", "p.yaml", "--set", "a.b"}).find("PATH=VALUE") != std::string::npos);
    CHECK(mistake({"run", "p.yaml", "--set", "=1"}).find("PATH=VALUE") != std::string::npos);
    CHECK(mistake({"run", "p.yaml", "--seed"}).find("seed") != std::string::npos);
    CHECK(mistake({"run", "p.yaml", "--seed", "1", "--seed", "2"}).find("more than once") !=
          std::string::npos);
    CHECK(mistake({"run", "p.yaml", "--diff"}).find("zhaimao check") != std::string::npos);
    CHECK(mistake({"run", "p.yaml", "--strict"}).find("zhaimao check") != std::string::npos);
    CHECK(mistake({"check", ""}) == "check: '' is no file's name");
    CHECK(mistake({"run", "p.yaml", "-o", ""}) == "--output: no folder is named");
}

TEST_CASE("what is typed is text that a document can hold", "[cli][options]") {
    const std::string why =
        " is not UTF-8 (names get into tables and documents). Rename the file, "
        "or write the text in UTF-8";
    CHECK(mistake({"run", "b\xFF.yaml"}) == "'b\\xff.yaml'" + why);
    CHECK(mistake({"report", "r", "-o", "r.md", "--title", "\xFF"}) == "'\\xff'" + why);
    CHECK(mistake({"report", "r", "-o", "r.md",
                   "--title=a\x01"
                   "b"}) ==
          "'--title=a\\x01b' holds a control character (no document can hold it). Remove it");
    CHECK(parsed({"report", "r", "-o", "r.md", "--title", "临汾\t市"}).title == "临汾\t市");
}

TEST_CASE("an option that says nothing to a command is refused, with the commands it is of",
          "[cli][options]") {
    for (const char* option : {"--title=T", "--only=targets", "--precision=3", "--numbers=wan"}) {
        INFO(option);
        const std::string name = std::string(option).substr(0, std::string(option).find('='));
        CHECK(mistake({"run", "p.yaml", option}) ==
              name + " belongs to `zhaimao report`, and says nothing to `run`");
    }
    CHECK(mistake({"run", "p.yaml", "--until-halfwidth", "9"}) ==
          "--until-halfwidth belongs to `zhaimao compare`, and says nothing to `run`");
    for (const std::vector<std::string>& given :
         {std::vector<std::string>{"-n", "3"}, {"--seed", "4"}, {"--set", "a=b"}})
        CHECK(mistake({"report", "runs/a", "-o", "z.md", given[0], given.back()})
                  .find(" belongs to `zhaimao run`, `compare`, `decompose`, `sweep`, `merge` and "
                        "`check`, and says nothing to `report`") != std::string::npos);
    CHECK(mistake({"check", "p.yaml", "-o", "foo"}) ==
          "--output belongs to `zhaimao run`, `compare`, `decompose`, `sweep`, `merge` and "
          "`report`, and says nothing to `check`");
    CHECK(mistake({"schema", "-n", "3"}).find("--replicates belongs to") == 0);
    CHECK(mistake({"compare", "a", "b", "--all"}).find("--all belongs to `zhaimao run`") == 0);
    CHECK(parsed({"run", "--title", "T", "--help"}).help);
    for (const char* command : {"run", "check", "report", "schema"})
        CHECK(parsed({command, "-j2", "--isa", "baseline", "--lang", "zh", "-q"}).quiet);
    CHECK(parsed({"check", "a", "-n", "3", "--seed", "4", "--set", "a=b", "--json"}).json);
}

TEST_CASE("blanks around sections are no part of them", "[cli][options]") {
    CHECK(parsed({"report", "r", "--only", "targets, poor ,money"}).only ==
          std::vector<std::string>{"targets", "poor", "money"});
}

TEST_CASE("help lists every option", "[cli][options]") {
    const std::string help = options_help();
    for (const char* option :
         {"--output", "--replicates", "--seed", "--threads", "--set", "--lang", "--isa", "--quiet",
          "--json", "--effective", "--diff", "--strict", "--keys", "--help", "--version"}) {
        CHECK(help.find(option) != std::string::npos);
    }
}
