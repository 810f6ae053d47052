#include "engine/population/read_population.h"

#include "engine/simulation/sample.h"
#include "tests/io/made_stata.h"
#include "tests/laws/world_of.h"
#include "tests/population/survey.h"

using namespace zhaimao;
using namespace survey;

namespace {

double marginal(const CountyPopulation& p, const std::string& variable) {
    const auto found = std::find_if(p.reading.begin(), p.reading.end(),
                                    [&](const Marginal& m) { return m.variable == variable; });
    REQUIRE(found != p.reading.end());
    return found->achieved;
}

}  // namespace

TEST_CASE("people read from a file meet the margins, within a household a size",
          "[population][microdata]") {
    const Project project = project_of();
    const Population population = people_of(project);
    constexpr double sizes = 6.0;    // classes, each rounded within one household
    constexpr double largest = 6.0;  // people
    for (std::size_t c = 0; c < population.counties.size(); ++c) {
        const CountyPopulation& p = population.counties[c];
        const County& area = project.central.counties[c];
        CHECK(std::abs(static_cast<double>(p.people - area.rural_people)) <= sizes * largest);
        const double tolerance = project.central.population.microdata->limits.tolerance;
        for (const Marginal& m : p.reading) {
            INFO(area.id << " " << m.variable);
            if (m.variable == "households") CHECK(std::abs(m.achieved - m.target) < 1.0 + 1e-9);
            if (m.variable.starts_with("rake_household_sizes") && m.target > 0.0)
                CHECK(std::abs(m.achieved - m.target) <=
                      2.0 / static_cast<double>(p.households()) + tolerance);
        }
    }
}

TEST_CASE("a sample by weight of people read from a file divides their weights",
          "[population][microdata][sample]") {
    const Project whole = project_of();
    Project project = project_of();
    constexpr std::int64_t one_in = 5;
    project.central.population.one_in = one_in;
    const Scenario s = in_sample(project.central);
    constexpr double sizes = 6.0;    // classes, each rounded within one household
    constexpr double largest = 6.0;  // people
    for (std::size_t c = 0; c < s.counties.size(); ++c) {
        const CountyPopulation p = read_county_population(s.population, c, s.counties[c]);
        const CountyPopulation all =
            read_county_population(whole.central.population, c, whole.central.counties[c]);
        CHECK(std::abs(static_cast<double>(p.people - s.counties[c].rural_people)) <=
              sizes * largest);
        CHECK(std::abs(marginal(p, "households") - marginal(all, "households")) <=
              static_cast<double>(2 * one_in));
    }
}

TEST_CASE("what the file says holds in every copy of a household", "[population][microdata]") {
    const Project project = project_of();
    const Population population = people_of(project);
    const std::size_t b = 1;  // rows of county b have the codes in the middle
    const HouseholdFile& file = *project.central.population.microdata->households;
    std::map<std::uint32_t, double> in_file, made;  // by people, workers and students of the traits
    const auto key = [](std::uint32_t people, std::uint32_t workers, std::uint32_t unmet) {
        return people | (workers << 4) | (unmet << 8);
    };
    constexpr std::uint32_t mapped = bit_of(Guarantee::housing) | bit_of(Guarantee::water);
    for (const FileHousehold& h : file.of(b)) in_file[key(h.people, h.workers, h.unmet)] += 1.0;
    const CountyPopulation& p = population.counties[b];
    for (const std::uint32_t traits : p.traits)
        made[key(trait::People::get(traits), trait::Workers::get(traits),
                 trait::Unmet::get(traits) & mapped)] += 1.0;
    for (const auto& [household, count] : made) CHECK(in_file.contains(household));
    CHECK(made.size() > 10);
}

TEST_CASE("the order of a file's rows changes no bit", "[population][microdata]") {
    const Population original = people_of(project_of());
    std::vector<std::string> lines = lines_of(bytes_of(survey_folder() + "survey.csv"));
    std::reverse(lines.begin() + 1, lines.end());
    std::rotate(lines.begin() + 1, lines.begin() + 50, lines.end());
    const ChangedSurvey changed;
    changed.write(joined(lines));
    const Population shuffled = people_of(changed.project());
    for (std::size_t c = 0; c < original.counties.size(); ++c)
        CHECK(same_people(original.counties[c], shuffled.counties[c]));
}

TEST_CASE("the same survey as Stata data gives the same people", "[population][microdata]") {
    const std::vector<std::string> lines = lines_of(bytes_of(survey_folder() + "survey.csv"));
    MadeStata made{fields_of(lines[0]), {}, {}};
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const std::vector<std::string> fields = fields_of(lines[i]);
        std::vector<StataCell>& row = made.rows.emplace_back();
        for (std::size_t c = 0; c < fields.size(); ++c) {
            const std::string& name = made.names[c];
            if (name == "hhid" || name == "cause" || name == "head")
                row.emplace_back(fields[c]);
            else
                row.emplace_back(std::stod(fields[c]));
        }
    }
    const ScratchFolder scratch;
    const std::string file = (scratch.path / "survey.dta").string();
    std::ofstream(file, std::ios::binary) << made.bytes();
    const Population original = people_of(project_of());
    const Population stata = people_of(project_of({"population.microdata.file=" + file}));
    for (std::size_t c = 0; c < original.counties.size(); ++c)
        CHECK(same_people(original.counties[c], stata.counties[c]));
}

TEST_CASE("households that have exited before the start are followed", "[population][microdata]") {
    const Project project = project_of({"population.microdata.household.status.codes.0=exited"});
    const auto people = std::make_shared<const Population>(people_of(project));
    const Replicate replicate(project.central, people, 1);
    for (std::size_t c = 0; c < people->counties.size(); ++c) {
        constexpr std::array all{Status::never, Status::registered, Status::exited,
                                 Status::relapsed};
        double sum = 0.0, never = 0.0;
        for (const Status from : all)
            for (const Status to : all) {
                sum += replicate.moved(from, to, 2016, c);
                if (from == Status::never || to == Status::never)
                    never += replicate.moved(from, to, 2016, c);
            }
        CHECK(sum == static_cast<double>(people->counties[c].people));
        CHECK(never == 0.0);
        CHECK(replicate.moved(Status::exited, Status::exited, 2016, c) > 0.0);
    }
}

TEST_CASE("without status the register is made by its rule", "[population][microdata]") {
    Project project = project_of();
    project.central.population.microdata->mapping.status = {};
    std::erase_if(project.central.population.microdata->targets,
                  [](const RakeTarget& t) { return t.to == RakeTo::registered; });
    const Population population = people_of(project);
    for (std::size_t c = 0; c < population.counties.size(); ++c) {
        const CountyPopulation& p = population.counties[c];
        std::int64_t registered = 0;
        double in = 0.0, out = 0.0, in_people = 0.0, out_people = 0.0;
        for (std::size_t row = 0; row < p.households(); ++row) {
            const std::int64_t people = trait::People::get(p.traits[row]);
            const bool listed = on_register(status_of(p.state[row]));
            registered += listed ? people : 0;
            (listed ? in : out) +=
                static_cast<double>(people) * static_cast<double>(p.observed[row]);
            (listed ? in_people : out_people) += static_cast<double>(people);
        }
        // Filled from the poorest on; single people fill the last places.
        CHECK(registered == project.central.counties[c].registered_poor);
        CHECK(in / in_people < out / out_people);
    }
}

TEST_CASE("incomes at or under the floor are set to it, and reported", "[population][microdata]") {
    const Population population = people_of(project_of());
    double bottom_coded = 0.0, netted = 0.0;
    for (const CountyPopulation& p : population.counties) {
        bottom_coded += marginal(p, "bottom_coded_people");
        netted += marginal(p, "netted_people");
        for (const std::vector<float>& source : p.income)
            for (const float income : source) CHECK(income >= 0.0F);
        CHECK(p.start.not_finite == 0.0);
    }
    CHECK(bottom_coded > 0.0);  // the household with -3,800 yuan in all
    CHECK(netted > 0.0);        // the household with a loss on its farm
    const ChangedSurvey changed;
    changed.write(with_field("y_farm", "0"));
    CHECK(changed.problem().empty());
}

TEST_CASE("replicates with the same inputs share one population read from a file",
          "[population][microdata]") {
    const Project project = project_of();
    CHECK(draw_scenario(project, project.seed, 1).population == project.central.population);
    const Project uncertain =
        project_of({"population.microdata.bottom_code={uniform: [50 "
                    "yuan/person/year, 200 yuan/person/year]}"});
    CHECK_FALSE(draw_scenario(uncertain, uncertain.seed, 1).population ==
                uncertain.central.population);
}

TEST_CASE("margins that contradict each other are named with what was reached",
          "[population][microdata]") {
    // Every household of county c gets a woman as head, so the share of men has no support.
    std::vector<std::string> lines = lines_of(bytes_of(survey_folder() + "survey.csv"));
    for (std::string& line : lines)
        if (line.find(",141021,") != std::string::npos && line.ends_with(",man"))
            line.replace(line.size() - 3, 3, "woman");
    const ChangedSurvey changed;
    changed.write(joined(lines));
    const std::string no_support = changed.problem();
    INFO(no_support);
    CHECK(no_support.find("population.microdata.rake: county c: a margin cannot be met: head man "
                          "(target 0.78, no household of the file is there)") != std::string::npos);

    // Men are registered and women are not, in county c: 250 of 2,001 people are registered, so
    // heads cannot be 78 % men with households of like sizes.
    for (std::string& line : lines) {
        if (line.find(",141021,") == std::string::npos) continue;
        const bool registered = line.find(",1,illness,") != std::string::npos ||
                                line.find(",1,disability,") != std::string::npos ||
                                line.find(",1,skill,") != std::string::npos ||
                                line.find(",1,capital,") != std::string::npos;
        line = line.substr(0, line.rfind(',') + 1) + (registered ? "man" : "woman");
    }
    changed.write(joined(lines));
    const std::string conflict = changed.problem();
    INFO(conflict);
    CHECK(conflict.find("county c: margins contradict each other or the file: after 500 "
                        "iterations still off are head man (target 0.78, reached ") !=
          std::string::npos);
    CHECK(conflict.find("registered yes (target 250, reached ") != std::string::npos);
}
