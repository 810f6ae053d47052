#include "engine/cli/option_scope.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "engine/core/diagnostics.h"

namespace zhaimao {
namespace {

// Commands are separated by blanks.
struct OptionScope {
    std::string_view option, commands;
};

constexpr std::string_view of_scenarios = "run compare decompose sweep merge check";

constexpr std::array scopes{OptionScope{"output", "run compare decompose sweep merge report"},
                            OptionScope{"replicates", of_scenarios},
                            OptionScope{"seed", of_scenarios},
                            OptionScope{"set", of_scenarios},
                            OptionScope{"until-halfwidth", "compare"},
                            OptionScope{"by", "decompose"},
                            OptionScope{"permutations", "decompose"},
                            OptionScope{"variance", "decompose"},
                            OptionScope{"title", "report"},
                            OptionScope{"only", "report"},
                            OptionScope{"precision", "report"},
                            OptionScope{"numbers", "report"},
                            OptionScope{"all", "run"},
                            OptionScope{"effective", "check"},
                            OptionScope{"diff", "check"},
                            OptionScope{"strict", "check"},
                            OptionScope{"status", "sweep"},
                            OptionScope{"shard", "sweep"},
                            OptionScope{"keys", "schema"}};

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        words.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

std::string listed(const std::vector<std::string_view>& commands) {
    std::string text = fmt::format("`zhaimao {}`", commands.front());
    for (std::size_t i = 1; i < commands.size(); ++i)
        text += fmt::format("{}`{}`", i + 1 == commands.size() ? " and " : ", ", commands[i]);
    return text;
}

}  // namespace

void refuse_meaningless(std::string_view command,
                        const std::function<bool(std::string_view option)>& is_given) {
    for (const OptionScope& scope : scopes) {
        const std::vector<std::string_view> known = words_of(scope.commands);
        if (!is_given(scope.option) ||
            std::find(known.begin(), known.end(), command) != known.end())
            continue;
        throw InputError(fmt::format("--{} belongs to {}, and says nothing to `{}`", scope.option,
                                     listed(known), command));
    }
}

}  // namespace zhaimao
