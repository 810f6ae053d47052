#include "engine/report/run_results.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "engine/io/csv_table.h"
#include "engine/io/sha256.h"
#include "engine/report/run_file.h"
#include "engine/report/table_view.h"

namespace zhaimao {
namespace {

using Json = nlohmann::ordered_json;  // keeps the order of columns

std::vector<Column> columns_of(const Json& manifest, const std::string& name) {
    std::vector<Column> columns;
    for (const auto& [column, word] : manifest.at("columns").at(name).items()) {
        const std::optional<CellType> type = cell_type(word.get<std::string>());
        if (!type) throw InputError(name + ": column '" + column + "' is of no known type");
        columns.push_back({column, *type});
    }
    return columns;
}

// Tables by county of which sections show the city alone, and those that they do not show at all.
constexpr std::array<std::string_view, 4> of_the_city{"intervention_year", "growth_incidence",
                                                      "transition", "influence"};
constexpr std::array<std::string_view, 6> unseen{"budget", "delisting_year", "flow_cause",
                                                 "lorenz", "marginal",       "spell"};
constexpr std::array<std::string_view, 2> services{"served_people", "money"};

template <std::size_t N>
bool is_among(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

class Reader {
   public:
    Reader(const std::filesystem::path& folder, const Json& manifest, ResultScope scope)
        : folder_(folder), manifest_(manifest), scope_(scope) {}

    [[nodiscard]] std::vector<Table> tables() {
        std::vector<Table> tables;
        for (const Json& file : manifest_.at("tables")) {
            tables.push_back(table(file.get<std::string>()));
            if (tables.back().name() == "area") find_cities(tables.back());
        }
        return tables;
    }

   private:
    [[nodiscard]] Table table(const std::string& name) const {
        const std::string file = (folder_ / name).string();
        std::string text = run_file_text(file);
        if (manifest_.at("table_sha256").value(name, "") != sha256(text))
            throw InputError(file +
                             ": was changed after the run (its SHA-256 is not the one in "
                             "manifest.json). Run it again");
        const std::string stem = std::filesystem::path(name).stem().string();
        const std::vector<Column> columns = columns_of(manifest_, name);
        if (scope_ != ResultScope::all && is_among(unseen, stem)) return Table(stem, columns);
        return table_from_csv(std::move(text), file, stem, columns, wanted(stem, columns));
    }

    // Of table `area`, which stands before those that are by area.
    void find_cities(const Table& areas) {
        const TableView view(areas);
        for (const TableRow row : view.rows())
            if (view.text(row, "level") != "county")
                cities_.push_back(std::to_string(view.whole(row, "area_id")));
    }

    [[nodiscard]] KeepRow wanted(const std::string& table,
                                 const std::vector<Column>& columns) const {
        if (scope_ == ResultScope::all || !is_among(of_the_city, table)) return {};
        const std::size_t area = place_of_column(columns, "area_id");
        const std::size_t indicator = place_of_column(columns, "indicator");
        const bool by_county = scope_ == ResultScope::tidy && indicator < columns.size();
        return [this, area, indicator, by_county](const CsvRow& row) {
            if (indicator < row.size() && !is_among(services, row[indicator].text)) return false;
            return by_county || area >= row.size() ||
                   std::find(cities_.begin(), cities_.end(), row[area].text) != cities_.end();
        };
    }

    static std::size_t place_of_column(const std::vector<Column>& columns, std::string_view name) {
        const auto found = std::find_if(columns.begin(), columns.end(),
                                        [&](const Column& c) { return c.name == name; });
        return static_cast<std::size_t>(found - columns.begin());
    }

    const std::filesystem::path& folder_;
    const Json& manifest_;
    ResultScope scope_;
    std::vector<std::string> cities_;
};

RunResults results_from(const Json& manifest, std::shared_ptr<const std::vector<Table>> tables) {
    RunResults results{"", run_facts(manifest), manifest.at("written").get<std::string>(),
                       manifest.dump(2), std::move(tables)};
    take_tables(results.run, *results.tables);
    return results;
}

}  // namespace

const Table* RunResults::table(std::string_view name) const {
    return find_table(*tables, name);
}

RunResults read_results(const std::filesystem::path& folder, ResultScope scope) try {
    if (!run_manifest(folder).contains("columns"))
        throw InputError(folder.string() +
                         ": was written by an earlier version of the program. Run it again");
    const Json manifest = Json::parse(run_file_text(folder / "manifest.json"));
    RunResults results = results_from(manifest, std::make_shared<const std::vector<Table>>(
                                                    Reader(folder, manifest, scope).tables()));
    results.folder = std::filesystem::absolute(folder).lexically_normal().filename().string();
    return results;
} catch (const nlohmann::json::exception&) {
    throw InputError((folder / "manifest.json").string() +
                     ": is not as it was written. Run it again");
}

RunResults results_of(const Manifest& manifest, const std::vector<Table>& tables) {
    return results_from(Json::parse(manifest_json(manifest)),
                        {&tables, [](const std::vector<Table>*) {}});
}

}  // namespace zhaimao
