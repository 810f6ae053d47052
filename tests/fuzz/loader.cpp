#include "engine/core/config/reading.h"
#include "engine/io/overlay.h"
#include "engine/simulation/scenario.h"
#include "tests/fuzz/checks.h"
#include "tests/fuzz/targets.h"

namespace {

using namespace zhaimao;

void check_reading(const Node& tree) {
    Diagnostics diagnostics;
    Ledger ledger;
    Reading reading(diagnostics, {.ledger = &ledger});
    Block root = reading.root(tree);
    if (const auto as_of = root.maybe_date("as_of", "")) reading.set_as_of(*as_of);
    (void)read_scenario(root, 1);
    reading.finish();
    check_messages(diagnostics);
}

void check_draw(const Node& tree) {
    Diagnostics diagnostics;
    Reading reading(diagnostics, {.draws = Draws(2016, 1)});
    Block root = reading.root(tree);
    (void)read_scenario(root, 1);
}

void check_whole(const Configuration& c) {
    check_reading(c.tree);
    check_draw(c.tree);
    check_written(c);
}

void try_as_file(std::string_view bytes) {
    Diagnostics diagnostics;
    const Configuration c = composed("scenario.yaml", bytes, diagnostics);
    check_messages(diagnostics);
    if (!diagnostics.has_errors()) check_whole(c);
}

void try_as_setting(std::string_view bytes) {
    static const Node base = [] {
        Diagnostics diagnostics;
        return composed("base-again.yaml", base_text(), diagnostics).tree;
    }();
    Diagnostics diagnostics;
    Configuration c{base, {}, {}};
    apply_setting(c.tree, std::string(bytes), diagnostics);
    check_messages(diagnostics);
    if (!diagnostics.has_errors()) check_whole(c);
}

}  // namespace

void try_loader(std::string_view bytes) {
    constexpr std::size_t longest_setting = 200;
    try_as_file(bytes);
    if (bytes.size() <= longest_setting) try_as_setting(bytes);
}
