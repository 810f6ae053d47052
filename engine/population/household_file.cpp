#include "engine/population/household_file.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

#include "engine/core/suggest.h"
#include "engine/io/csv.h"
#include "engine/io/sha256.h"
#include "engine/population/survey_cells.h"

namespace zhaimao {
namespace {

struct FileReader {
    Survey survey;
    const MicrodataMapping& mapping;
    const HouseholdFileOptions& options;
    std::vector<FileHousehold> rows = std::vector<FileHousehold>(survey.table.rows);

    [[nodiscard]] std::size_t size() const { return rows.size(); }
    template <class Take>
    void decode_into(const CodedColumn& coded, Take take) {
        const std::vector<std::size_t> indices = decode(survey, coded);
        for (std::size_t row = 0; row < indices.size(); ++row) take(rows[row], indices[row]);
    }

    void read();
    void read_counties();
    void read_weights();
    void read_people();
    void read_incomes();
    void read_attributes();
    void refuse_low_incomes();
    void number_villages(std::size_t county, std::vector<std::size_t>& members);
    void number_villages();
    std::vector<std::size_t> order(const HouseholdFile& file);
};

void FileReader::read_counties() {
    const std::vector<std::size_t> counties =
        decode(survey, mapping.county, mapping.leaves_out_other_counties);
    for (std::size_t row = 0; row < size(); ++row) {
        survey.kept[row] = counties[row] != unknown_code;
        if (survey.kept[row]) rows[row].county = static_cast<std::uint16_t>(counties[row]);
    }
}

void FileReader::read_weights() {
    if (!mapping.weight.is_mapped()) return;
    constexpr double most = 1e6;
    Cells cells(survey, mapping.weight.column);
    for (std::size_t row = 0; row < size(); ++row) {
        rows[row].weight = cells.number(row, mapping.weight.missing);
        if (!(rows[row].weight >= 0.0))
            cells.wrong(row, cells.quoted(row) + " is a negative weight");
        else if (rows[row].weight > most)
            cells.wrong(row, cells.quoted(row) + " is above a million households");
    }
}

void FileReader::read_people() {
    Cells people(survey, mapping.people.column);
    for (std::size_t row = 0; row < size(); ++row)
        rows[row].people = people.count(row, mapping.people, 1, trait::People::max, "people");
    if (!mapping.workers.is_mapped()) return;
    Cells workers(survey, mapping.workers.column);
    for (std::size_t row = 0; row < size(); ++row)
        rows[row].workers = workers.count(
            row, mapping.workers, 0, rows[row].people == 0 ? trait::People::max : rows[row].people,
            "workers among these people");
}

void FileReader::read_incomes() {
    const auto take = [&](const NumberColumn& source, std::size_t s) {
        if (!source.is_mapped()) return;
        constexpr double most = 1e9;  // yuan: far beyond any household, well inside a float
        Cells cells(survey, source.column);
        for (std::size_t row = 0; row < size(); ++row) {
            double income = cells.number(row, source.missing) * source.scale;
            if (source.per_household) income /= std::max<int>(rows[row].people, 1);
            if (!(std::abs(income) <= most)) cells.wrong(row, cells.quoted(row) + " is no income");
            rows[row].income[s] = income;
        }
    };
    take(mapping.total, 0);
    for (std::size_t s = 0; s < source_count; ++s) take(mapping.sources[s], s);
}

void FileReader::refuse_low_incomes() {
    const auto mapped = std::find_if(mapping.sources.begin(), mapping.sources.end(),
                                     [](const NumberColumn& s) { return s.is_mapped(); });
    const std::string& column = mapping.total.is_mapped() ? mapping.total.column : mapped->column;
    Cells cells(survey, column);
    for (std::size_t row = 0; row < size(); ++row) {
        double total = 0.0;
        for (const double income : rows[row].income) total += income;
        if (survey.kept[row] && !(total > 0.0))
            cells.wrong(row, "the household's income is " + number_text(total) +
                                 " yuan per head (it must be above zero). Give a floor by "
                                 "population.microdata.bottom_code");
    }
}

void FileReader::read_attributes() {
    const auto bits = [&](const auto& columns, std::uint8_t FileHousehold::*field) {
        for (std::size_t i = 0; i < columns.size(); ++i)
            decode_into(columns[i], [&](FileHousehold& h, std::size_t yes) {
                h.*field = static_cast<std::uint8_t>(h.*field | (yes << i));
            });
    };
    bits(mapping.students, &FileHousehold::students);
    bits(mapping.unmet, &FileHousehold::unmet);
    decode_into(mapping.status, [](FileHousehold& h, std::size_t index) {
        h.status = static_cast<std::uint8_t>(index);
    });
    decode_into(mapping.cause, [](FileHousehold& h, std::size_t index) {
        h.cause = static_cast<std::uint8_t>(index);
    });
    decode_into(mapping.registered_village,
                [](FileHousehold& h, std::size_t yes) { h.registered_village = yes != 0; });
}

void FileReader::read() {
    read_counties();
    read_weights();
    read_people();
    read_incomes();
    read_attributes();
    if (!survey.diagnostics.has_errors() && !options.low_incomes_admitted) refuse_low_incomes();
}

// Villages on the register come first, as everywhere (columns.h); within a kind by the column's
// values.
void FileReader::number_villages(std::size_t county, std::vector<std::size_t>& members) {
    Cells cells(survey, mapping.village);
    std::stable_sort(members.begin(), members.end(), [&](std::size_t a, std::size_t b) {
        return compare_cells(cells.column(), a, b) < 0;
    });
    const VillageCount& most = options.villages[county];
    std::int64_t found[2] = {0, 0};  // [on the register]
    for (std::size_t i = 0; i < members.size(); ++i) {
        FileHousehold& h = rows[members[i]];
        if (cells.is_missing(members[i]))
            cells.wrong(members[i], "is missing (a household lives in a village)");
        const bool same = i > 0 && compare_cells(cells.column(), members[i - 1], members[i]) == 0;
        if (same && rows[members[i - 1]].registered_village != h.registered_village)
            cells.wrong(members[i], "village " + cells.quoted(members[i]) +
                                        " is on the register in one row and not in another");
        found[h.registered_village] += same ? 0 : 1;
        const std::int64_t before = h.registered_village ? 0 : most.registered;
        h.village = static_cast<std::uint32_t>(before + found[h.registered_village] - 1);
    }
    if (found[1] > most.registered || found[0] > most.all - most.registered)
        cells.wrong(members.back(), "of county " + mapping.county.words[county] + " are " +
                                        std::to_string(found[0] + found[1]) + " villages here, " +
                                        std::to_string(found[1]) + " on the register (" +
                                        std::to_string(most.all) + " and " +
                                        std::to_string(most.registered) +
                                        " in the scenario's counties, each kind at most as many)");
}

void FileReader::number_villages() {
    if (mapping.village.empty()) return;
    std::vector<std::vector<std::size_t>> members(mapping.county.words.size());
    for (std::size_t row = 0; row < size(); ++row)
        if (survey.kept[row]) members[rows[row].county].push_back(row);
    for (std::size_t c = 0; c < members.size(); ++c)
        if (!members[c].empty()) number_villages(c, members[c]);
}

// By county and identity. Rows without an identity that are alike in all they say are
// interchangeable.
std::vector<std::size_t> FileReader::order(const HouseholdFile& file) {
    std::vector<std::size_t> all;
    for (std::size_t row = 0; row < size(); ++row)
        if (survey.kept[row]) all.push_back(row);
    const MicrodataColumn* const id = mapping.id.empty() ? nullptr : survey.table.find(mapping.id);
    const auto contents = [&](std::size_t row) {
        const FileHousehold& h = rows[row];
        return std::tie(h.people, h.income, h.weight, h.village, h.workers, h.students, h.unmet,
                        h.status, h.cause, h.registered_village);
    };
    const auto before = [&](std::size_t a, std::size_t b) {
        if (rows[a].county != rows[b].county) return rows[a].county < rows[b].county;
        if (id != nullptr) return compare_cells(*id, a, b) < 0;
        if (contents(a) != contents(b)) return contents(a) < contents(b);
        for (const auto& category : file.categories)
            if (category[a] != category[b]) return category[a] < category[b];
        return false;
    };
    std::stable_sort(all.begin(), all.end(), before);
    if (id == nullptr) return all;
    Cells cells(survey, mapping.id);
    for (std::size_t i = 0; i < all.size(); ++i)
        if (cells.is_missing(all[i]))
            cells.wrong(all[i], "is missing (an identity is asked of every row)");
        else if (i > 0 && !before(all[i - 1], all[i]))
            cells.wrong(all[i], "'" + id->text(all[i]) + "' stands in row " +
                                    std::to_string(all[i - 1] + 1) + " of this county already");
    return all;
}

void read_categories(HouseholdFile& file, const FileReader& reader) {
    for (const CodedColumn& coded : reader.options.categories) {
        const std::vector<std::size_t> indices = decode(reader.survey, coded);
        file.categories.emplace_back(indices.begin(), indices.end());
    }
}

void settle_order(HouseholdFile& file, FileReader& reader, std::size_t counties) {
    const std::vector<std::size_t> order = reader.order(file);
    file.first.assign(counties + 1, 0);
    for (const std::size_t row : order) {
        file.rows.push_back(reader.rows[row]);
        ++file.first[reader.rows[row].county + std::size_t{1}];
    }
    std::partial_sum(file.first.begin(), file.first.end(), file.first.begin());
    for (std::vector<std::uint16_t>& category : file.categories) {
        std::vector<std::uint16_t> sorted;
        for (const std::size_t row : order) sorted.push_back(category[row]);
        category = std::move(sorted);
    }
}

bool all_columns_exist(const MicrodataTable& table, const std::vector<std::string>& wanted,
                       Diagnostics& diagnostics) {
    bool all = true;
    for (const std::string& name : wanted) {
        if (table.find(name) != nullptr) continue;
        diagnostics.error({table.file, 1, 1}, "",
                          "has no column '" + name + "'" + did_you_mean(name, table.names));
        all = false;
    }
    return all;
}

void refuse_empty_counties(const HouseholdFile& file, const MicrodataTable& table,
                           const std::vector<County>& counties, Diagnostics& diagnostics) {
    for (std::size_t c = 0; c < counties.size(); ++c)
        if (file.of(c).empty())
            diagnostics.error({table.file, 0, 0}, "",
                              "has no household of county " + counties[c].id);
}

}  // namespace

std::shared_ptr<const HouseholdFile> read_household_file(std::string_view bytes,
                                                         const MicrodataMapping& mapping,
                                                         const std::vector<County>& counties,
                                                         const HouseholdFileOptions& options,
                                                         Diagnostics& diagnostics) {
    std::vector<std::string> wanted = mapping.columns();
    for (const CodedColumn& c : options.categories) wanted.push_back(c.column);
    Diagnostics found;
    const auto give_up = [&] {
        for (const Mistake& m : found.sorted()) diagnostics.error(m.place, m.path, m.message);
        return nullptr;
    };
    const auto table = read_microdata_table(bytes, mapping.file, wanted, found);
    if (!table || !all_columns_exist(*table, wanted, found)) return give_up();
    FileReader reader{{*table, found}, mapping, options};
    reader.read();
    auto file = std::make_shared<HouseholdFile>();
    file->sha256 = sha256(bytes);
    read_categories(*file, reader);
    if (found.has_errors()) return give_up();
    reader.number_villages();
    settle_order(*file, reader, counties.size());
    refuse_empty_counties(*file, *table, counties, found);
    if (found.has_errors()) return give_up();
    return file;
}

}  // namespace zhaimao
