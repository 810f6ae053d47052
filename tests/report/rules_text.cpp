#include "engine/report/rules_text.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "engine/report/html/front.h"
#include "engine/report/sections.h"
#include "engine/report/workbook_cover.h"
#include "tests/holds.h"
#include "tests/report/made_up_run.h"

using namespace zhaimao;

namespace {

using Side = RuleLimit::Side;

const RuleLimit under_two{"incidence", Side::under, 0.02},
    at_most_three{"incidence", Side::at_most, 0.03};
const RuleLimit wrong{"wrong_exit", Side::under, 0.02}, approval{"approval", Side::at_least, 0.9};

RuleSet held_to(Designation designation, std::size_t region, std::vector<RuleLimit> rules) {
    return {designation, region, std::move(rules)};
}

std::string rules_said(std::vector<RuleSet> sets, Language language = Language::en) {
    return rules_text({std::move(sets), {}}, language);
}

}  // namespace

TEST_CASE("a limit that all share is nobody's own", "[report][rules]") {
    CHECK(rules_said({}).empty());
    CHECK(rules_said({held_to(Designation::provincial, region_count, {under_two}),
                      held_to(Designation::national, region_count, {under_two})}) ==
          "strictly under 2 %");
}

TEST_CASE("limits that differ say whose they are", "[report][rules]") {
    const std::vector<RuleSet> by_designation{
        held_to(Designation::provincial, region_count, {under_two}),
        held_to(Designation::national, region_count, {at_most_three})};
    CHECK(rules_said(by_designation) == "provincial strictly under 2 %; national at most 3 %");
    CHECK(rules_said(by_designation, Language::zh) == "省定贫困县 须低于2%；国定贫困县 不超过3%");
    CHECK(rules_said({held_to(Designation::national, 0, {under_two}),
                      held_to(Designation::national, 1, {under_two}),
                      held_to(Designation::national, 2, {at_most_three})}) ==
          "east, centre strictly under 2 %; west at most 3 %");
    CHECK(rules_said({held_to(Designation::provincial, 1, {under_two}),
                      held_to(Designation::national, 1, {at_most_three}),
                      held_to(Designation::national, 2, {under_two})}) ==
          "provincial (centre), national (west) strictly under 2 %; national (centre) at most 3 %");
}

TEST_CASE("where incidence does not decide alone every rule is named", "[report][rules]") {
    const std::vector<RuleSet> sets{
        held_to(Designation::provincial, region_count, {under_two}),
        held_to(Designation::national, region_count, {under_two, wrong, approval})};
    CHECK(rules_said(sets) ==
          "provincial incidence strictly under 2 %; national incidence strictly under 2 %, wrong "
          "exits strictly under 2 %, approval at least 90 %");
    CHECK(rules_said({sets[1]}, Language::zh) ==
          "贫困发生率须低于2%、错退率须低于2%、群众认可度不低于90%");
}

TEST_CASE("documents say whose limit it is, and name the rules beside incidence",
          "[report][rules]") {
    const MadeUpRun made;
    RunResults results = read_results(made.folder);
    results.run.about.rules = made_up::rules({under_two}, {at_most_three});
    const auto limits = [&](Language language) {
        std::vector<std::string> names;
        for (const ReportTable& table : sections_of(results, {language, "", {}, {}}))
            if (table.section == "incidence")
                for (std::size_t r = table.rows.size() - 2; r < table.rows.size(); ++r)
                    names.push_back(std::get<std::string>(table.rows[r][0]));
        return names;
    };
    CHECK(limits(Language::en) == std::vector<std::string>{"Limit, provincial: strictly under 2 %",
                                                           "Limit, national: at most 3 %"});
    CHECK(limits(Language::zh) ==
          std::vector<std::string>{"标准（省定贫困县）：须低于2%", "标准（国定贫困县）：不超过3%"});
    CHECK(holds(facts_markup(results, {}),
                "<dt>Delisting: poverty incidence</dt><dd>provincial strictly under 2 %; national "
                "at most 3 %</dd>"));
    results.run.about.rules = made_up::rules({under_two, wrong}, {under_two, wrong});
    const std::string both = "incidence strictly under 2 %, wrong exits strictly under 2 %";
    CHECK(holds(facts_markup(results, {}), "<dt>Delisting rules</dt><dd>" + both + "</dd>"));
    CHECK(holds(notes_of(results.run, sections_of(results, {}), {})[3],
                "Delisting: " + both + ". People too many"));
    const Sheet cover = cover_sheet(results, {}, {}, {});
    const bool on_cover = std::any_of(cover.rows.begin(), cover.rows.end(), [&](const auto& row) {
        const auto* text = row.size() == 2 ? std::get_if<std::string>(&row[1].value) : nullptr;
        return text != nullptr && *text == both;
    });
    CHECK(on_cover);
}
