#include "engine/simulation/scenario.h"

#include <algorithm>
#include <map>

namespace zhaimao {
namespace {

struct CountyRow {
    County area;
    CountyMarginals marginals;
    double growth_gap = 0.0;
};

using Codes = std::map<std::uint32_t, std::string>;  // who has it, by code

void take_code(Codes& codes, Block& block, std::uint32_t code, const std::string& whose) {
    if (const auto [other, is_new] = codes.try_emplace(code, whose); !is_new)
        block.error("code", other->second + " has this code, too. Give each its own");
}

void read_provinces(Scenario& s, Block& root, Codes& codes) {
    std::optional<Block> provinces =
        root.maybe_block("provinces", "groups of counties to report by, by id");
    if (!provinces) return;
    for (Block& block : provinces->children()) {
        s.provinces.push_back(read_province(block));
        take_code(codes, block, s.provinces.back().code, "province '" + block.id() + "'");
    }
    std::sort(s.provinces.begin(), s.provinces.end(),
              [](const Province& a, const Province& b) { return a.code < b.code; });
}

void read_counties(Scenario& s, Block& root, bool years_known) {
    std::vector<CountyRow> rows;
    Codes codes;
    read_provinces(s, root, codes);
    Block counties = root.block("counties", "the city's counties, by id");
    constexpr std::size_t most = 10000;  // three times China's; a hostile file holds any number
    std::vector<Block> children = counties.children();
    if (children.size() > most) {
        counties.error("", "at most 10000 counties are possible");
        children.erase(children.begin() + most, children.end());
    }
    for (Block& block : children) {
        CountyRow row{read_county(block), CountyMarginals::read(block), 0.0};
        row.area.province = read_province_of(block, s.provinces);
        row.growth_gap = block.number(
            {"growth_gap", unit::per_year, between(-0.5, 0.5), "added to every source's growth"},
            0.0);
        const int deadline = row.area.target.deadline;
        const bool given = years_known && deadline != 0;
        if (given && (deadline <= s.start || deadline > s.horizon))
            block.block("target", "what the county has promised")
                .error("deadline", std::to_string(deadline) + " is outside the run (" +
                                       std::to_string(s.start + 1) + ".." +
                                       std::to_string(s.horizon) + ")." +
                                       (deadline > s.horizon ? " Set horizon to it or later"
                                                             : " Give a later year"));
        take_code(codes, block, row.area.code, "county '" + row.area.id + "'");
        rows.push_back(std::move(row));
    }
    if (counties.keys().empty()) root.error("counties", "no county is given. Name at least one");
    std::sort(rows.begin(), rows.end(),
              [](const CountyRow& a, const CountyRow& b) { return a.area.code < b.area.code; });
    for (CountyRow& row : rows) {
        s.counties.push_back(std::move(row.area));
        s.population.counties.push_back(row.marginals);
        s.growth_gap.push_back(row.growth_gap);
    }
}

void read_lines(Scenario& s, Block lines) {
    const std::vector<std::string> keys = lines.keys();
    std::vector<std::string_view> variants(keys.begin(), keys.end());
    std::erase(variants, "use");
    if (variants.empty()) variants.push_back("a_line");  // read as missing
    s.line_variant = variants[lines.choice("use", "the variant of the poverty line", variants)];
    // Only the variant in use must be known in time and cover every year.
    s.line = lines.by_year(
        {s.line_variant, unit::yuan_per_person_year, positive, "poverty line of the year", true},
        s.start, s.horizon);
    for (const std::string_view variant : variants)
        if (variant != s.line_variant) lines.skip(variant);
}

// One household of each county at least must be left.
void read_sample(Scenario& s, Block& population) {
    std::optional<Block> sample =
        population.maybe_block("sample", "a part of the households, each counted for several");
    if (!sample) return;
    constexpr double largest = 1e6;
    s.population.one_in = sample->whole({"one_in", unit::number, between(1, largest),
                                         "real households that a simulated one stands for"});
    if (sample->is_map("one_in"))
        sample->wrong("one_in", "is the same in all futures. Give one number");
    const auto smallest = std::min_element(
        s.counties.begin(), s.counties.end(),
        [](const County& a, const County& b) { return a.rural_people < b.rural_people; });
    if (smallest == s.counties.end() || smallest->rural_people >= s.population.one_in) return;
    sample->error("one_in", "county " + smallest->id + " has " +
                                std::to_string(smallest->rural_people) +
                                " rural people: nobody of it would be simulated. Give a number "
                                "of at most that");
    s.population.one_in = 1;
}

void read_population(Scenario& s, Block& root, std::uint64_t seed) {
    Block population = root.block("population", "what households are made from");
    PopulationInputs& p = s.population;
    p.seed = seed;
    p.start = s.start;
    p.line = s.line_in(s.start);
    if (std::optional<Block> microdata =
            population.maybe_block("microdata", "households read from a file"))
        p.microdata = MicrodataInputs::read(*microdata, s.counties);
    if (p.microdata) {
        AttributesInFile known = p.microdata->mapping.attributes();
        known.sizes = !p.microdata->rakes_sizes();
        p.composition = Composition::read(population, known);
        p.income = IncomeDistribution::read_beside_file(population, known);
    } else {
        p.composition = Composition::read(population);
        p.income = IncomeDistribution::read(population);
    }
    p.ages = AgeShares::read_if_given(population);
    const auto has_ages = [](const CountyMarginals& m) { return m.ages.has_value(); };
    if (!p.ages && std::any_of(p.counties.begin(), p.counties.end(), has_ages))
        population.error("ages",
                         "is missing (counties give their ages, to be held against those "
                         "of the whole place). Give under_15 and over_64");
    read_sample(s, population);
    p.entry = RegisterEntry::read(root.block("register", "who is on the register at the start"));
    p.luck = {s.dynamics.luck.transitory_sd, s.dynamics.measurement.sd,
              s.dynamics.measurement.persistence};
    if (!p.microdata && p.luck.transitory_sd > p.income.log_sd)
        population.error("",
                         "the transitory sd is larger than the sd of one year's income. Lower "
                         "luck.transitory_sd");
    if (!p.microdata && p.income.means == MeanRule::given)
        for (std::size_t c = 0; c < p.counties.size(); ++c)
            if (!p.counties[c].mean_income) {
                population.error("means", "county " + s.counties[c].id +
                                              " has no mean_income. Add it, or use means: solved");
                p.counties[c].mean_income = 1.0;
            }
}

void read_interventions(Scenario& s, Block& root) {
    std::optional<Block> block =
        root.maybe_block("interventions", "what is done, by id, in order of service");
    if (!block) return;
    std::vector<Block> children = block->children();
    constexpr std::size_t most = 64;  // one bit each in a household's word
    if (children.size() > most) {
        block->error("", "at most 64 interventions are possible");
        children.erase(children.begin() + most, children.end());
    }
    const std::vector<std::string> ids = block->keys();
    const std::vector<std::string> named =
        root.block("counties", "the city's counties, by id").keys();
    std::vector<std::string> counties, events, funds;
    for (const County& c : s.counties) counties.push_back(c.id);
    for (const Event& e : s.dynamics.events) events.push_back(e.id);
    for (const Fund& f : s.funds) funds.push_back(f.id);
    for (Block& child : children)
        s.interventions.push_back(
            read_intervention(child, {s.start, s.horizon, ids, counties, events, funds, named}));
}

void check_rules(const Scenario& s, Block& root) {
    if (!root.is_sound("counties")) return;
    for (const County& county : s.counties) {
        const bool to_be_delisted =
            county.target.kind == TargetKind::delisting && county.designation != Designation::none;
        const DelistingRules* rules = s.delisting.rules_of(county);
        if (to_be_delisted && rules == nullptr)
            root.error("delisting", "no rules hold for county " + county.id +
                                        ". Say its region, or give rules for all regions");
        if (rules != nullptr && rules->looks_at_truth() && !s.inspection)
            root.error("delisting",
                       "a rule asks for wrong exits or missed people, but `inspection` "
                       "does not say what counts as such. Add inspection: {tolerance: 80 %}");
    }
}

// Not known from when to when: every year's value is read, so that each is judged by itself.
void take_all_years(Scenario& s, Block& root) {
    constexpr int first = 1900, last = 2200;
    if (s.start == 0) s.start = first;
    if (s.horizon <= s.start) s.horizon = last;
    root.doubt_years();
}

}  // namespace

Scenario read_scenario(Block& root, std::uint64_t population_seed) {
    Scenario s;
    s.start = root.year("start", "the run begins with the state of 31 December of this year");
    s.horizon = root.year("horizon", "last year of the run");
    bool years_known = s.start != 0 && s.horizon != 0;
    if (years_known && s.horizon <= s.start) {
        root.error("horizon",
                   "the horizon must be later than the start (" + std::to_string(s.start) + ")");
        years_known = false;
    }
    if (!years_known) take_all_years(s, root);
    root.use_prices({"prices", unit::number, positive,
                     "price index by year, for values in prices of another", true},
                    s.start);
    (void)root.maybe_date("as_of", "what was published later is refused");
    s.city = read_city(root.block("city", "the city above the counties"));
    read_counties(s, root, years_known);
    read_lines(s, root.block("lines", "poverty lines"));
    s.dynamics = Dynamics::read(root, s.start, s.horizon);
    read_population(s, root, population_seed);
    s.look_back =
        LookBack::read(root.block("lookback", "how the poor outside the register are found"));
    s.assessment = Assessment::read(root.block("assessment", "when a household exits"));
    s.exit_plan = root.maybe_by_year(
        {"exit_plan", unit::people, countable, "exits of the city a year, at most"}, s.start + 1,
        s.horizon);
    s.delisting = Delisting::read(root.block("delisting", "when a county is delisted"));
    if (std::optional<Block> inspection =
            root.maybe_block("inspection", "the true state of those outside the register"))
        s.inspection = Inspection::read(*inspection);
    if (std::optional<Block> village = root.maybe_block("village_exit", "when a village exits"))
        s.village_exit = VillageExit::read(*village);
    check_rules(s, root);
    if (std::optional<Block> targets =
            root.maybe_block("targets", "what is promised, and how it is read")) {
        s.stock_tolerance = targets->whole(
            {"stock_tolerance", unit::people, countable, "left, and still all exited"}, 0);
        s.yearly_exits = targets
                             ->maybe_by_year({"yearly_exits", unit::people, countable,
                                              "exits of the city a year"},
                                             s.start + 1, s.horizon)
                             .value_or(std::vector<double>{});
    }
    if (std::optional<Block> record = root.maybe_block("record", "what is recorded")) {
        s.recording.income_classes =
            record->flag("income_classes",
                         "medians, inequality, shares of income; false: not in the tables", true);
        s.recording.gains = record->flag("gains",
                                         "exits that hang on each intervention, and how well it "
                                         "finds the poor; false: not in the tables",
                                         true);
    }
    if (std::optional<Block> funds = root.maybe_block("funds", "money for interventions, by id"))
        for (Block& fund : funds->children())
            s.funds.push_back(Fund::read(fund, s.start, s.horizon));
    read_interventions(s, root);
    return s;
}

}  // namespace zhaimao
