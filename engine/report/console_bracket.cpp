#include "engine/report/console_bracket.h"

#include <fmt/format.h>

#include "engine/report/rules_text.h"
#include "engine/report/text.h"

namespace zhaimao {

std::string bracket_text(const ReportContext& context, Language language, std::size_t columns) {
    const ReportWords& said = words(language);
    const std::string rules = rules_text(context.rules, language);
    if (context.rules.beside_incidence())
        return std::string(said.bracket_alone) + '\n' +
               wrapped(fmt::format(fmt::runtime(said.delisting), rules), columns);
    return rules.empty() ? std::string(said.bracket_alone)
                         : fmt::format(fmt::runtime(said.bracket), rules);
}

}  // namespace zhaimao
