// Twelve households, year by year: every number against what README.md works out by hand, and
// against golden files that show all of a year at once.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <cmath>

#include "engine/population/read_population.h"
#include "engine/simulation/household_year.h"
#include "tests/golden/golden_file.h"
#include "tests/golden/worked.h"
#include "tests/laws/world_of.h"

using namespace zhaimao;

namespace {

constexpr double half_a_fen = 0.005;  // yuan

std::string name_of(std::uint32_t row) {
    return fmt::format("H{:02}", row + 1);
}

// The worlds of all years, from one run.
class Dozen {
   public:
    Dozen() : scenario_(law_project("../golden/dozen/dozen.yaml").central) {
        World world(scenario_,
                    std::make_shared<const Population>(
                        make_population(scenario_.population, scenario_.counties)),
                    {scenario_.population.seed, 1}, best_isa());
        for (int year = scenario_.start + 1; year <= scenario_.horizon; ++year) {
            simulate_year(world, year);
            for (std::uint32_t row = 0; row < world.population->counties[0].households(); ++row)
                years_[year].push_back(household_year(world, 0, row, year));
        }
        layout_ = world.layout;
        record_ = world.record;
    }

    [[nodiscard]] const Scenario& scenario() const { return scenario_; }
    [[nodiscard]] const std::map<int, std::vector<HouseholdYear>>& years() const { return years_; }

    // An indicator of the county, or "intervention.indicator", or "fund.indicator".
    [[nodiscard]] double number(const std::string& what, int year) const {
        const std::size_t dot = what.find('.');
        const std::string id = what.substr(0, dot);
        if (dot == std::string::npos)
            return record_[layout_.area_year(static_cast<Indicator>(place(indicator_table, id)), 0,
                                             year)];
        const std::string indicator = what.substr(dot + 1);
        for (std::size_t f = 0; f < scenario_.funds.size(); ++f)
            if (scenario_.funds[f].id == id)
                return record_[layout_.budget(f, budget(indicator), layout_.city(), year)];
        return record_[layout_.service(place(scenario_.interventions, id),
                                       static_cast<Service>(place(service_table, indicator)), 0,
                                       year)];
    }

   private:
    template <class List>
    static std::size_t place(const List& list, const std::string& id) {
        for (std::size_t k = 0; k < list.size(); ++k)
            if (list[k].id == id) return k;
        throw std::runtime_error("nothing is called " + id);
    }
    static Budget budget(const std::string& id) {
        const auto found = std::find(budget_ids.begin(), budget_ids.end(), id);
        return static_cast<Budget>(found - budget_ids.begin());
    }

    Scenario scenario_;
    std::map<int, std::vector<HouseholdYear>> years_;
    RecordLayout layout_{1, 0, 0, 0, 0, 0};
    Record record_;
};

const Dozen& dozen() {
    static const Dozen run;
    return run;
}

std::string list_of(const std::vector<std::string>& words) {
    return words.empty() ? "-" : fmt::format("{}", fmt::join(words, ", "));
}

std::string unmet_of(const HouseholdYear& h) {
    std::vector<std::string> words;
    for (std::size_t g = 0; g < guarantee_count; ++g)
        if (((h.unmet >> g) & 1U) != 0) words.emplace_back(guarantee_ids[g]);
    return list_of(words);
}

std::string enrolled_of(const HouseholdYear& h) {
    std::vector<std::string> words;
    for (const std::size_t i : h.enrolled) words.push_back(dozen().scenario().interventions[i].id);
    return list_of(words);
}

std::map<std::string, double> numbers_of(const HouseholdYear& h) {
    double gain = 0.0;
    for (const float of_source : h.gain) gain += static_cast<double>(of_source);
    std::map<std::string, double> numbers{{"gain", gain},
                                          {"support", h.support},
                                          {"income", h.income},
                                          {"illness", h.illness},
                                          {"schooling", h.schooling},
                                          {"assessable", h.assessable},
                                          {"averaged", h.assessed - h.top_up},
                                          {"top_up", h.top_up}};
    for (std::size_t s = 0; s < source_count; ++s) numbers[std::string(source_ids[s])] = h.base[s];
    return numbers;
}

std::map<std::string, std::string> words_of(const HouseholdYear& h) {
    return {{"status", std::string(status_ids[static_cast<std::size_t>(h.status)])},
            {"unmet", unmet_of(h)},
            {"enrolled", enrolled_of(h)}};
}

// A row that the table leaves out holds nothing in any year.
WorkedCell cell_of(const WorkedTable& table, const std::string& row, int year) {
    const auto found = table.rows.find(row);
    return found == table.rows.end() ? WorkedCell{"", "-"} : found->second.at(year);
}

void check_number(const WorkedCell& cell, double engine) {
    const double worked = cell.result == "-" ? 0.0 : std::stod(cell.result);
    CHECK(std::abs(engine - worked) < half_a_fen);
    if (!cell.arithmetic.empty())
        CHECK(std::abs(value_of(cell.arithmetic) - worked) <= half_unit(cell.result));
}

void check_household(const WorkedTable& table, const HouseholdYear& h, int year) {
    for (const auto& [row, number] : numbers_of(h)) {
        INFO(table.of << " in " << year << ": " << row);
        check_number(cell_of(table, row, year), number);
    }
    for (const auto& [row, words] : words_of(h)) {
        INFO(table.of << " in " << year << ": " << row);
        CHECK(cell_of(table, row, year).result == words);
    }
}

// What each intervention gave: yuan a head of assessable income, guarantees met, a floor.
std::string given_to(const HouseholdYear& h) {
    std::vector<std::string> gains;
    for (const Gain& g : h.gains) {
        std::string text = dozen().scenario().interventions[g.intervention].id;
        if (g.yuan != 0.0F) text += fmt::format(" {:.2f}", g.yuan);
        if (g.guarantees != 0) text += " a guarantee";
        if (g.floor) text += " a floor";
        gains.push_back(text);
    }
    return list_of(gains);
}

std::string text_of_year(int year) {
    std::string text =
        fmt::format("{}, yuan a head. Line {:.2f}\n\n", year, dozen().scenario().line_in(year));
    const std::vector<std::string> columns{"operating", "wages",      "property", "transfers",
                                           "gain",      "support",    "income",   "illness",
                                           "schooling", "assessable", "averaged", "top_up"};
    text += fmt::format("{:4}{:>7}", "", "people");
    for (const std::string& column : columns) text += fmt::format("{:>11}", column);
    text += fmt::format("{:>11}  {:11}{:8}{:9}{}\n", "observed", "status", "unmet", "enrolled",
                        "given");
    std::uint32_t row = 0;
    for (const HouseholdYear& h : dozen().years().at(year)) {
        const std::map<std::string, double> numbers = numbers_of(h);
        text += fmt::format("{:4}{:7}", name_of(row++), trait::People::get(h.traits));
        for (const std::string& column : columns)
            text += fmt::format("{:11.2f}", numbers.at(column));
        const auto words = words_of(h);
        text += fmt::format("{:11.2f}  {:11}{:8}{:9}{}\n", h.observed, words.at("status"),
                            words.at("unmet"), words.at("enrolled"), given_to(h));
    }
    return text;
}

}  // namespace

TEST_CASE("each household's years are what was worked by hand, to the fen", "[golden][dozen]") {
    std::size_t households = 0;
    for (const WorkedTable& table : worked_tables(text_of_golden("README.md"))) {
        if (table.of.front() != 'H') continue;
        REQUIRE(table.of == name_of(static_cast<std::uint32_t>(households)));
        for (const auto& [year, of_year] : dozen().years())
            check_household(table, of_year.at(households), year);
        for (const auto& [row, cells] : table.rows) {
            INFO(table.of << " has a row that nothing is compared with: " << row);
            const HouseholdYear& any = dozen().years().begin()->second.front();
            CHECK(numbers_of(any).count(row) + words_of(any).count(row) == 1);
        }
        ++households;
    }
    CHECK(households == 12);
}

TEST_CASE("the county's years are what was worked by hand", "[golden][dozen]") {
    std::size_t compared = 0;
    for (const WorkedTable& table : worked_tables(text_of_golden("README.md"))) {
        if (table.of.front() == 'H') continue;
        for (const auto& [row, cells] : table.rows)
            for (const auto& [year, cell] : cells) {
                INFO(row << " in " << year);
                const double engine = dozen().number(row, year);
                check_number(cell, engine);
                CHECK(std::abs(engine - std::stod(cell.result)) <= half_unit(cell.result));
                ++compared;
            }
    }
    CHECK(compared > 0);
}

TEST_CASE("the dozen's years are those of their golden files", "[golden][dozen]") {
    for (const auto& [year, households] : dozen().years())
        check_golden(fmt::format("dozen-{}.txt", year), text_of_year(year));
}
