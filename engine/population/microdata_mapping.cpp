#include "engine/population/microdata_mapping.h"

#include <algorithm>
#include <filesystem>

#include "engine/core/quantity_text.h"

namespace zhaimao {
namespace {

using Codes = std::map<std::string, std::size_t, std::less<>>;

template <std::size_t N>
std::vector<std::string> words_of(const std::array<std::string_view, N>& ids) {
    return {ids.begin(), ids.end()};
}

// {column: ...} or the name alone.
std::string column_of(Block& block, std::string_view key, std::string_view meaning) {
    if (!block.is_map(key)) return block.text(key, std::string(meaning) + "; expected a column");
    return block.block(key, meaning).text("column", "name of the column in the file");
}

CodedColumn read_flag(Block& block, std::string_view key, std::string_view meaning) {
    return read_coded(block, key, meaning, {"no", "yes"}, {{"0", 0}, {"1", 1}});
}

template <std::size_t N>
void read_flags(std::array<CodedColumn, N>& flags, Block& household, std::string_view key,
                const std::array<std::string_view, N>& ids, std::string_view meaning) {
    std::optional<Block> block = household.maybe_block(key, meaning);
    for (std::size_t i = 0; block && i < N; ++i)
        if (block->has(ids[i]))
            flags[i] = read_flag(*block, ids[i], meaning);
        else
            (void)block->maybe_text(ids[i], meaning);
}

NumberColumn read_counted(Block& block, std::string_view key, std::string_view meaning) {
    NumberColumn number;
    number.column = column_of(block, key, meaning);
    if (block.is_map(key))
        number.missing = block.block(key, meaning)
                             .maybe_number({"missing", unit::number, non_negative,
                                            "what an empty cell stands for"});
    return number;
}

// A household's income, or one person's.
void read_unit_of(NumberColumn& income, Block& column) {
    const std::optional<std::string> text =
        column.maybe_text("unit", "yuan/person/year, or yuan/household/year");
    if (!text) return;
    std::string problem;
    const UnitMeaning meaning = read_unit(*text, problem);
    const bool per_person = meaning.dimension == unit::yuan_per_person_year;
    income.per_household = meaning.dimension == unit::yuan_per_household_year;
    if (!problem.empty())
        column.wrong("unit", problem);
    else if (!per_person && !income.per_household)
        column.wrong("unit",
                     "'" + *text + "' is no income. Write yuan/person/year or yuan/household/year");
    constexpr double months_a_year = 12.0;
    for (int i = 0; i < meaning.powers_of_ten; ++i) income.scale *= 10.0;
    for (int i = meaning.months; i < 0; ++i) income.scale *= months_a_year;
}

NumberColumn read_income_column(Block& income, std::string_view key) {
    constexpr std::string_view meaning = "income per head, yuan a year";
    NumberColumn number;
    number.column = column_of(income, key, meaning);
    if (!income.is_map(key)) return number;
    Block column = income.block(key, meaning);
    read_unit_of(number, column);
    number.missing = column.maybe_number(
        {"missing", unit::number, any_number, "what an empty cell stands for, in the unit"});
    return number;
}

void read_income(MicrodataMapping& m, Block income) {
    if (income.has("total")) {
        m.total = read_income_column(income, "total");
        return;
    }
    income.skip("total");
    for (std::size_t s = 0; s < source_count; ++s) {
        m.sources[s] = read_income_column(income, source_ids[s]);
        if (m.sources[s].column == "none") m.sources[s].column.clear();
    }
    const auto mapped = [](const NumberColumn& source) { return source.is_mapped(); };
    if (std::none_of(m.sources.begin(), m.sources.end(), mapped))
        income.error("", "names no column of income");
}

CodedColumn read_county(Block& household, const std::vector<County>& counties) {
    std::vector<std::string> ids;
    Codes known;
    for (std::size_t c = 0; c < counties.size(); ++c) {
        ids.push_back(counties[c].id);
        known[std::to_string(counties[c].code)] = c;
    }
    return read_coded(household, "county", "the household's county", std::move(ids),
                      std::move(known));
}

void read_household(MicrodataMapping& m, Block household, const std::vector<County>& counties) {
    m.county = read_county(household, counties);
    m.people = read_counted(household, "people", "people of the household");
    read_income(m, household.block("income", "income by source, or in all"));
    if (household.has("workers"))
        m.workers = read_counted(household, "workers", "people able to work");
    read_flags(m.students, household, "students", stage_ids, "a student of the stage lives here");
    read_flags(m.unmet, household, "unmet", guarantee_ids, "the guarantee is not met");
    if (household.has("status"))
        m.status =
            read_coded(household, "status", "on the register at the start", words_of(status_ids),
                       {{"0", std::size_t(Status::never)}, {"1", std::size_t(Status::registered)}});
    if (household.has("cause"))
        m.cause = read_coded(household, "cause", "main cause of poverty", words_of(cause_ids));
    if (!household.has("village")) return;
    m.village = column_of(household, "village", "the household's village");
    m.registered_village =
        read_flag(household, "registered_village", "whether that village is on the register");
}

// Paths in YAML are relative to the file they stand in.
std::string resolved(const std::string& file, const Place& place) {
    const std::filesystem::path path(file);
    if (path.is_absolute() || !place.file) return file;
    return (std::filesystem::path(*place.file).parent_path() / path).lexically_normal().string();
}

}  // namespace

CodedColumn read_coded(Block& block, std::string_view key, std::string_view meaning,
                       std::vector<std::string> words, Codes known) {
    CodedColumn coded;
    coded.column = column_of(block, key, meaning);
    coded.codes = std::move(known);
    const std::vector<std::string_view> options(words.begin(), words.end());
    for (std::size_t i = 0; i < words.size(); ++i) coded.codes.emplace(words[i], i);
    if (block.is_map(key)) {
        Block column = block.block(key, meaning);
        if (std::optional<Block> codes =
                column.maybe_block("codes", "what the file's values mean")) {
            coded.codes.clear();
            for (const std::string& code : codes->keys())
                coded.codes[code] = codes->choice(code, "meaning of a value of the file", options);
        }
        if (column.has("missing"))
            coded.missing = column.choice("missing", "what an empty cell stands for", options);
        else
            column.skip("missing");
    }
    coded.words = std::move(words);
    return coded;
}

AttributesInFile MicrodataMapping::attributes() const {
    AttributesInFile known;
    known.workers = workers.is_mapped();
    known.cause = cause.is_mapped();
    known.village = !village.empty();
    known.sources = !total.is_mapped();
    for (std::size_t s = 0; s < stage_count; ++s) known.students[s] = students[s].is_mapped();
    for (std::size_t g = 0; g < guarantee_count; ++g) known.unmet[g] = unmet[g].is_mapped();
    return known;
}

std::vector<std::string> MicrodataMapping::columns() const {
    std::vector<std::string> all{id,
                                 weight.column,
                                 people.column,
                                 workers.column,
                                 county.column,
                                 status.column,
                                 cause.column,
                                 registered_village.column,
                                 village,
                                 total.column};
    for (const CodedColumn& c : students) all.push_back(c.column);
    for (const CodedColumn& c : unmet) all.push_back(c.column);
    for (const NumberColumn& c : sources) all.push_back(c.column);
    std::erase(all, "");
    return all;
}

MicrodataMapping MicrodataMapping::read(Block& microdata, const std::vector<County>& counties) {
    constexpr std::array<std::string_view, 2> meanings{"permanent", "one_year"};
    constexpr std::array<std::string_view, 2> others{"refused", "left_out"};
    MicrodataMapping m;
    m.asked_at = microdata.place_of("file");
    m.file = resolved(microdata.text("file", "a .csv or .dta, one row a household"), m.asked_at);
    m.id = microdata.maybe_text("id", "column of the household's identity").value_or("");
    if (microdata.has("weight"))
        m.weight = read_counted(microdata, "weight", "households that a row stands for");
    else
        microdata.skip("weight");
    m.income = static_cast<IncomeMeaning>(
        microdata.choice("incomes_are", "permanent, or of one year with its luck", meanings));
    m.leaves_out_other_counties =
        microdata.choice("other_counties", "rows of counties that the scenario has not", others,
                         0) == 1;
    read_household(m, microdata.block("household", "the columns, by meaning"), counties);
    return m;
}

}  // namespace zhaimao
