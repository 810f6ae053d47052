#include "engine/interventions/fund.h"

#include <array>
#include <cmath>

namespace zhaimao {

Fund Fund::read(Block& block, int first_year, int last_year) {
    constexpr std::array<std::string_view, 2> rules{"lapses", "carries_over"};
    Fund fund;
    fund.id = block.id();
    fund.label = block.label("label", "name in reports");
    fund.allotted_fen.push_back(0);
    for (double yuan : block.by_year({"allotted", unit::yuan, payable, "of the year"},
                                     first_year + 1, last_year))
        fund.allotted_fen.push_back(std::llround(yuan * 100.0));
    fund.carries_over =
        block.choice("unspent", "what becomes of money left at the end of a year", rules) == 1;
    return fund;
}

}  // namespace zhaimao
