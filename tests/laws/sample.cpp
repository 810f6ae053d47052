// A sample by weight: the simulated country is a smaller one, its record is multiplied, and its
// means are those of the whole within Monte Carlo error.
#include "engine/simulation/sample.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>

#include "engine/ensemble/summary.h"
#include "tests/ensemble/values.h"
#include "tests/io/scratch_folder.h"
#include "tests/laws/world_of.h"

using namespace zhaimao;

namespace {

constexpr std::int64_t one_in = 10;

// The same scenario for a country so many times larger.
Scenario grown(Scenario s, std::int64_t times) {
    const auto factor = static_cast<double>(times);
    for (County& c : s.counties) c.rural_people *= times, c.registered_poor *= times;
    for (CountyMarginals& m : s.population.counties)
        m.villages *= times, m.registered_villages *= times;
    for (Intervention& iv : s.interventions) {
        if (iv.capacity)
            for (double& units : iv.capacity->by_year) units *= factor;
        for (PipelineStage& stage : iv.pipeline) stage.units *= times;
    }
    for (Fund& fund : s.funds)
        for (std::int64_t& fen : fund.allotted_fen) fen *= times;
    if (s.exit_plan)
        for (double& people : *s.exit_plan) people *= factor;
    s.stock_tolerance *= times;
    return s;
}

Scenario with_weight(Scenario s) {
    s.population.one_in = one_in;
    return s;
}

bool is_whole_multiple(double value) {
    return std::fmod(value, static_cast<double>(one_in)) == 0.0;
}

Eigen::ArrayXXd run_values(const Project& project, int threads) {
    RunOptions options;
    options.replicates = 3;
    options.seed = project.seed;
    options.threads = threads;
    options.isa = best_isa();
    return values_of(run_ensemble(project, options)->ensemble);
}

// busy.yaml with one household in so many.
Project busy_sample(int number) {
    ScratchFolder folder;
    std::ofstream(folder.path / "sample.yaml")
        << "zhaimao: 1\ntitle: Sample\nextends: " << source_dir()
        << "/tests/laws/busy.yaml\nadd: {population.sample.one_in: " << number << "}\n";
    std::vector<std::string> warnings;
    return load_project((folder.path / "sample.yaml").string(), {}, warnings);
}

}  // namespace

TEST_CASE("one in one is the whole, to the bit", "[laws][sample]") {
    const Eigen::ArrayXXd whole = run_values(law_project("busy.yaml"), 1);
    const Eigen::ArrayXXd one = run_values(busy_sample(1), 1);
    REQUIRE(one.size() == whole.size());
    CHECK((one == whole).all());
    CHECK_FALSE((run_values(busy_sample(2), 1) == whole).all());
}

TEST_CASE("a sample has the same bits for any number of threads", "[laws][sample]") {
    const Project project = busy_sample(4);
    CHECK((run_values(project, 1) == run_values(project, 3)).all());
}

TEST_CASE("one in ten of a country ten times as large is the country itself, counted ten times",
          "[laws][sample]") {
    const Scenario s = law_scenario(GENERATE("busy.yaml", "full.yaml"));
    const Scenario part = in_sample(with_weight(grown(s, one_in)));
    const auto people = people_of(s);
    Record expected = Replicate(s, people, 1).record;
    const Replicate r(part, people_of(part), 1);
    weigh(expected, r.layout, one_in);
    CHECK(r.record == expected);
}

TEST_CASE("a sample's statuses sum to its people, and no capacity is exceeded, exactly",
          "[laws][sample][law1]") {
    const Scenario real = with_weight(grown(law_scenario("full.yaml"), 7));  // not a multiple
    const Scenario part = in_sample(real);
    const auto simulated = people_of(part);
    for (std::uint32_t replicate = 1; replicate <= 2; ++replicate) {
        const Replicate r(part, simulated, replicate);
        for (int year = part.start; year <= part.horizon; ++year) {
            const auto at = static_cast<std::size_t>(year - part.start);
            for (std::size_t c = 0; c < part.counties.size(); ++c) {
                double people = 0.0;
                for (std::size_t from = 0; from < status_count; ++from)
                    for (std::size_t to = 0; to < status_count; ++to)
                        people +=
                            r.moved(static_cast<Status>(from), static_cast<Status>(to), year, c);
                const auto sampled_people =
                    static_cast<double>(one_in * part.counties[c].rural_people);
                CHECK(people == sampled_people);
                CHECK(std::abs(people - static_cast<double>(real.counties[c].rural_people)) <
                      static_cast<double>(one_in));
                CHECK(is_whole_multiple(r.at(Indicator::poor_people, year, c)));
                CHECK(r.at(Indicator::incidence, year, c) ==
                      r.at(Indicator::poor_people, year, c) / sampled_people);
            }
            for (std::size_t i = 0; i < real.interventions.size(); ++i)
                if (const auto& capacity = real.interventions[i].capacity) {
                    const double served = r.service(i, Service::served, year, 3);
                    CHECK(served <= r.service(i, Service::task, year, 3));
                    CHECK(r.service(i, Service::task, year, 3) <= capacity->by_year[at]);
                    CHECK(is_whole_multiple(served));
                }
            if (year == part.start) continue;
            CHECK(r.at(Indicator::exited_people, year, 3) <= (*real.exit_plan)[at - 1]);
            for (std::size_t f = 0; f < real.funds.size(); ++f)
                CHECK(r.record[r.layout.budget(f, Budget::allotted, 3, year)] <=
                      static_cast<double>(real.funds[f].allotted_fen[at]) / 100.0);
        }
        double exits = r.at(Indicator::exited_people_cumulative, part.horizon, 3);
        CHECK(exits > 1000.0);  // or nothing was tested
    }
}

// Every pair has people of its own; it shares the shocks of nation, city and counties. So the
// differences are what sampling adds, and their mean is zero within 4 standard errors. Money may be
// less by what whole units cost: in each county the first household that does not fit leaves up to
// its size less one of the capacity unused, here of relocation for 60,000 yuan a head.
TEST_CASE("a tenth of the households has the means of the whole within Monte Carlo error",
          "[laws][sample][slow]") {
    constexpr std::uint32_t pairs = 24;
    constexpr double unused = 3 * (6 - 1) * 60000.0 * static_cast<double>(one_in);
    constexpr std::array asked{Indicator::poor_people,
                               Indicator::exited_people_cumulative,
                               Indicator::relapsed_people,
                               Indicator::newly_poor_people,
                               Indicator::screened_people,
                               Indicator::mean_income,
                               Indicator::gini,
                               Indicator::fgt1,
                               Indicator::support_money,
                               Indicator::top_up_money,
                               Indicator::villages_exited};
    Scenario whole = grown(law_scenario(GENERATE("busy.yaml", "full.yaml")), 40);
    Scenario part = in_sample(with_weight(whole));
    std::vector<Replicate> of_whole, of_part;
    for (std::uint32_t k = 1; k <= pairs; ++k) {
        whole.population.seed = part.population.seed = k;
        of_whole.emplace_back(whole, k);
        of_part.emplace_back(part, k);
    }
    for (const Indicator i : asked)
        for (const int year : {2017, 2020}) {
            std::vector<double> difference;
            double level = 0.0;
            for (std::size_t k = 0; k < pairs; ++k) {
                difference.push_back(of_part[k].at(i, year, 3) - of_whole[k].at(i, year, 3));
                level += of_whole[k].at(i, year, 3) / pairs;
            }
            const Summary s = summarise(difference);
            INFO(indicator_table[static_cast<std::size_t>(i)].id
                 << " in " << year << ": " << s.mean << " +- " << s.mcse << " of " << level);
            const double rounding = i == Indicator::support_money ? unused : 0.0;
            CHECK(std::abs(s.mean) <= 4.0 * s.mcse + rounding);
        }
}
