#include "engine/cli/options.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/program_options.hpp>
#include <charconv>
#include <sstream>

#include "engine/cli/option_scope.h"
#include "engine/core/diagnostics.h"
#include "engine/core/shell_word.h"
#include "engine/core/suggest.h"
#include "engine/core/utf8.h"

namespace zhaimao {

namespace {

namespace po = boost::program_options;

// Numbers are read as text: the library takes -1 for an unsigned number and nan for a number.
po::options_description known_options() {
    const auto text = [](const char* name) { return po::value<std::string>()->value_name(name); };
    po::options_description all("Options");
    all.add_options()  //
        ("output,o", text("DIR"),
         "the run folder, runs/SCENARIO unless given; report: the file")                       //
        ("replicates,n", text("N"), "futures drawn, instead of the scenario's")                //
        ("seed", text("N"), "fixes every draw, instead of the scenario's")                     //
        ("threads,j", text("N"), "threads; all of the machine unless given")                   //
        ("set", po::value<std::vector<std::string>>()->value_name("PATH=VALUE")->composing(),  //
         "change one value, as `change` does; repeatable")                                     //
        ("lang", text("LANG"), "en or zh")                                                     //
        ("isa", text("LEVEL"), "baseline, v3 or v4; the best of the machine unless given")     //
        ("quiet,q", "no progress and no warnings")                                             //
        ("until-halfwidth", text("PEOPLE"),
         "compare: futures, the scenario's number and 20 at least, until the interval of the "
         "difference in poor people is so narrow")                                                //
        ("by", text("WHAT"), "decompose: batch (unless given) or instrument")                     //
        ("permutations", text("N"), "decompose: orders sampled in each future, not all")          //
        ("variance", "decompose: what makes the variance of the outcomes")                        //
        ("title", text("TEXT"), "report: its title")                                              //
        ("only", text("SECTIONS"), "report: sections, separated by commas")                       //
        ("precision", text("N"), "report: decimals; by the Monte Carlo error unless given")       //
        ("numbers", text("WORD"), "report: plain, or wan (10,000 people, 100 million yuan)")      //
        ("all", "run: every county, though they are grouped by province")                         //
        ("json", "print for programs")                                                            //
        ("effective", "check: print the resolved configuration")                                  //
        ("diff", "check: print in which values two files differ")                                 //
        ("strict", "check: a number without a source is an error, and so is a warning")           //
        ("status", "sweep: say how far the study is")                                             //
        ("shard", text("I/N"), "sweep: compute the I-th of N parts; `merge` puts them together")  //
        ("keys", "schema: print the table of keys instead")                                       //
        ("help,h", "this text")                                                                   //
        ("version", "version and commit");
    return all;
}

po::variables_map parsed(const std::vector<std::string>& arguments) {
    po::options_description all = known_options();
    all.add_options()("words", po::value<std::vector<std::string>>());
    po::positional_options_description words;
    words.add("words", -1);
    const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
    po::variables_map values;
    po::store(po::command_line_parser(arguments).options(all).positional(words).style(style).run(),
              values);
    return values;
}

std::string unknown_option(std::string written) {
    written.resize(std::min(written.find('='), written.size()));
    std::vector<std::string> known;
    const po::options_description all = known_options();
    for (const auto& option : all.options()) known.push_back("--" + option->long_name());
    return fmt::format("{}: unknown option{}", written, did_you_mean(written, known));
}

std::optional<std::string> text_of(const po::variables_map& values, const char* name) {
    if (values.count(name) == 0) return std::nullopt;
    return values[name].as<std::string>();
}

template <class Number>
std::optional<Number> whole_of(const po::variables_map& values, const char* name, Number low,
                               Number high) {
    const std::optional<std::string> text = text_of(values, name);
    if (!text) return std::nullopt;
    Number number{};
    const char* end = text->data() + text->size();
    const auto [stopped, error] = std::from_chars(text->data(), end, number);
    if (error != std::errc{} || stopped != end || number < low || number > high) {
        throw InputError(
            fmt::format("--{}: '{}' is not a whole number from {} to {}", name, *text, low, high));
    }
    return number;
}

Language language_of(const po::variables_map& values) {
    const std::string text = text_of(values, "lang").value_or("en");
    if (text != "en" && text != "zh") {
        throw InputError("--lang: '" + text + "' is not a language of the reports. Write en or zh");
    }
    return text == "zh" ? Language::zh : Language::en;
}

Numbers numbers_of(const po::variables_map& values) {
    const std::string text = text_of(values, "numbers").value_or("plain");
    if (text != "plain" && text != "wan")
        throw InputError("--numbers: '" + text + "' is unknown. Write plain or wan");
    return text == "wan" ? Numbers::wan : Numbers::plain;
}

std::string trimmed(const std::string& text) {
    const std::size_t from = text.find_first_not_of(' ');
    if (from == std::string::npos) return "";
    return text.substr(from, text.find_last_not_of(' ') - from + 1);
}

std::vector<std::string> list_of(const po::variables_map& values, const char* name) {
    std::vector<std::string> words;
    std::istringstream all(text_of(values, name).value_or(""));
    for (std::string word; std::getline(all, word, ',');) words.push_back(trimmed(word));
    return words;
}

std::optional<Isa> isa_of(const po::variables_map& values) {
    const std::optional<std::string> text = text_of(values, "isa");
    if (!text) return std::nullopt;
    const std::optional<Isa> isa = parse_isa(*text);
    if (!isa) throw InputError("--isa: '" + *text + "' is unknown. Write baseline, v3 or v4");
    if (!is_supported(*isa)) {
        throw InputError("--isa: this machine does not have " + *text + ". Leave --isa out");
    }
    return isa;
}

bool by_instrument(const po::variables_map& values) {
    const std::string by = text_of(values, "by").value_or("batch");
    if (by != "batch" && by != "instrument")
        throw InputError("--by: '" + by + "' is unknown. Write batch or instrument");
    return by == "instrument";
}

std::vector<std::string> settings_of(const po::variables_map& values) {
    if (values.count("set") == 0) return {};
    auto settings = values["set"].as<std::vector<std::string>>();
    for (const std::string& setting : settings) {
        if (setting.find('=') == std::string::npos || setting.front() == '=') {
            throw InputError("--set: '" + setting + "' is not of the form PATH=VALUE");
        }
    }
    return settings;
}

std::pair<std::size_t, std::size_t> shard_of(const po::variables_map& values) {
    constexpr std::size_t most = 100'000;
    const std::optional<std::string> text = text_of(values, "shard");
    if (!text) return {1, 1};
    std::pair<std::size_t, std::size_t> shard{0, 0};
    const char* end = text->data() + text->size();
    const auto [slash, error] = std::from_chars(text->data(), end, shard.first);
    if (error == std::errc{} && slash != end && *slash == '/') {
        const auto [stopped, other] = std::from_chars(slash + 1, end, shard.second);
        if (other == std::errc{} && stopped == end && shard.first >= 1 &&
            shard.first <= shard.second && shard.second <= most)
            return shard;
    }
    throw InputError("--shard: '" + *text + "' is no part of a whole. Write 1/6 to 6/6");
}

void take_words(Options& options, const po::variables_map& values,
                std::span<const std::string_view> commands) {
    if (values.count("words") > 0) options.files = values["words"].as<std::vector<std::string>>();
    if (options.files.empty()) {
        if (options.help || options.version) return;
        throw InputError("no command is given. `zhaimao --help` lists them");
    }
    options.command = options.files.front();
    options.files.erase(options.files.begin());
    if (std::find(options.files.begin(), options.files.end(), "") != options.files.end())
        throw InputError(options.command + ": '' is no file's name");
    for (const std::string_view command : commands) {
        if (options.command == command) return;
    }
    throw InputError(fmt::format("{}: unknown command{} (`zhaimao --help` lists them)",
                                 options.command, did_you_mean(options.command, commands)));
}

Options options_from(const po::variables_map& values, std::span<const std::string_view> commands) {
    constexpr int most_replicates = 1'000'000;
    constexpr int most_threads = 1024;
    constexpr std::uint64_t largest_seed = std::uint64_t{1} << 53;  // exact in a double
    Options options;
    options.help = values.count("help") > 0;
    options.version = values.count("version") > 0;
    take_words(options, values, commands);
    if (!options.help && !options.version)
        refuse_meaningless(options.command, [&](std::string_view option) {
            return values.count(std::string(option)) > 0;
        });
    options.output = text_of(values, "output");
    if (options.output && options.output->empty()) throw InputError("--output: no folder is named");
    options.replicates = whole_of(values, "replicates", 1, most_replicates);
    options.seed = whole_of(values, "seed", std::uint64_t{0}, largest_seed);
    options.threads = whole_of(values, "threads", 1, most_threads);
    options.settings = settings_of(values);
    options.language = language_of(values);
    options.isa = isa_of(values);
    if (const auto people = whole_of(values, "until-halfwidth", 1, 1'000'000'000))
        options.until_halfwidth = static_cast<double>(*people);
    options.by_instrument = by_instrument(values);
    constexpr int most_permutations = 10000;
    options.permutations = whole_of(values, "permutations", 1, most_permutations);
    options.variance = values.count("variance") > 0;
    const bool of_shares = values.count("by") > 0 || options.permutations.has_value();
    if (of_shares && options.variance)
        throw InputError(
            "--variance divides a variance, --by and --permutations an achievement. Ask for one");
    options.title = text_of(values, "title");
    options.only = list_of(values, "only");
    constexpr int most_decimals = 9;
    options.precision = whole_of(values, "precision", 0, most_decimals);
    options.numbers = numbers_of(values);
    options.quiet = values.count("quiet") > 0;
    options.all = values.count("all") > 0;
    options.json = values.count("json") > 0;
    options.effective = values.count("effective") > 0;
    options.diff = values.count("diff") > 0;
    options.keys = values.count("keys") > 0;
    options.status = values.count("status") > 0;
    options.shard = shard_of(values);
    options.strict = values.count("strict") > 0;
    return options;
}

// What is typed gets into tables and documents: titles, and the names of scenarios and folders.
void refuse_unless_text(const std::string& argument) {
    if (first_invalid_utf8(argument))
        throw InputError("'" + printable(argument) +
                         "' is not UTF-8 (names get into tables and documents). Rename the file, "
                         "or write the text in UTF-8");
    if (first_control(argument))
        throw InputError("'" + printable(argument) +
                         "' holds a control character (no document can hold it). Remove it");
}

}  // namespace

Options parse_options(const std::vector<std::string>& arguments,
                      std::span<const std::string_view> commands) {
    std::for_each(arguments.begin(), arguments.end(), refuse_unless_text);
    try {
        Options options = options_from(parsed(arguments), commands);
        for (const std::string& argument : arguments) {
            options.line += (options.line.empty() ? "" : " ") + shell_word(argument);
        }
        return options;
    } catch (const po::unknown_option& e) {
        throw InputError(unknown_option(e.get_option_name()));
    } catch (const po::error& e) {
        throw InputError(e.what());
    }
}

std::string options_help() {
    std::ostringstream text;
    text << known_options();
    return text.str();
}

}  // namespace zhaimao
