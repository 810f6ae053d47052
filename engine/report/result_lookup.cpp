#include "engine/report/result_lookup.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

#include "engine/report/table_view.h"

namespace zhaimao {
namespace {

Label label_in(const TableView& table, TableRow row) {
    return {table.text(row, "label_en"), table.text(row, "label_zh")};
}

std::int64_t city_of(const RunData& run) {
    for (const RunArea& area : run.areas)
        if (!area.is_county) return area.id;
    return 0;
}

}  // namespace

Label label_of(const RunResults& results, const std::string& kind, const std::string& id) {
    if (const Table* table = results.table("label")) {
        const TableView view(*table);
        for (const TableRow row : view.rows())
            if (view.text(row, "kind") == kind && view.text(row, "id") == id)
                return label_in(view, row);
    }
    return {id, id};
}

std::map<std::string, std::string> input_names(const RunResults& results, Language language) {
    std::map<std::string, std::string> names;
    if (const Table* table = results.table("label")) {
        const TableView view(*table);
        for (const TableRow row : view.rows())
            if (view.text(row, "kind") == "input")
                names[view.text(row, "id")] = name_in(language, label_in(view, row));
    }
    return names;
}

Label indicator_label(const RunResults& results, const std::string& indicator) {
    if (const Table* table = results.table("indicator")) {
        const TableView view(*table);
        for (const TableRow row : view.rows())
            if (view.text(row, "indicator") == indicator) return label_in(view, row);
    }
    return {indicator, indicator};
}

std::string indicator_unit(const RunResults& results, const std::string& indicator) {
    if (const Table* table = results.table("indicator")) {
        const TableView view(*table);
        for (const TableRow row : view.rows())
            if (view.text(row, "indicator") == indicator) return view.text(row, "unit");
    }
    return "";
}

Label area_label(const RunData& run, std::int64_t area) {
    for (const RunArea& known : run.areas)
        if (known.id == area) return known.name;
    return {std::to_string(area), std::to_string(area)};
}

std::vector<TargetChance> target_chances(const RunResults& results) {
    std::vector<TargetChance> chances;
    if (const Table* table = results.table("target")) {
        const TableView view(*table);
        for (const TableRow row : view.rows()) {
            const double too_many = view.real(row, "shortfall_people");
            chances.push_back({view.whole(row, "area_id"),
                               static_cast<int>(view.whole(row, "deadline")),
                               {view.real(row, "p_on_time"), view.real(row, "conf_low"),
                                view.real(row, "conf_high")},
                               view.text(row, "target"),
                               static_cast<int>(view.whole(row, "year_q50")),
                               {view.real(row, "p_on_time"), view.real(row, "mean_delay"),
                                std::isnan(too_many) ? 0.0 : too_many}});
        }
    }
    return chances;
}

std::vector<TargetChance> chances_by_deadline(const RunResults& results) {
    std::map<std::int64_t, std::string> names;
    for (const RunArea& area : results.run.areas) names[area.id] = area.name.en;
    std::vector<TargetChance> chances = target_chances(results);
    const auto key = [&](const TargetChance& target) {
        return std::make_tuple(target.deadline, std::string_view(names[target.area]), target.area);
    };
    std::sort(chances.begin(), chances.end(),
              [&](const TargetChance& a, const TargetChance& b) { return key(a) < key(b); });
    return chances;
}

std::vector<std::size_t> by_risk(const std::vector<TargetChance>& chances, std::size_t most) {
    std::vector<std::size_t> places(chances.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::stable_sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
        return chances[a].risk.exceeds(chances[b].risk);
    });
    places.resize(std::min(most, places.size()));
    return places;
}

std::vector<std::size_t> least_likely(const std::vector<TargetChance>& chances, std::size_t most) {
    std::vector<std::size_t> places = by_risk(chances, most);
    std::sort(places.begin(), places.end());
    return places;
}

std::optional<Figure> joint_chance(const RunResults& results) {
    const Table* table = results.table("joint_target");
    if (table == nullptr) return std::nullopt;
    const TableView view(*table);
    for (const TableRow row : view.rows())
        if (view.text(row, "area_set") == "all")
            return Figure{view.real(row, "p_all"), view.real(row, "conf_low"),
                          view.real(row, "conf_high")};
    return std::nullopt;
}

const std::vector<std::string>& money_indicators() {
    static const std::vector<std::string> indicators{"support_money", "top_up_money"};
    return indicators;
}

Figure added_up(const RunData& run, const std::vector<std::string>& indicators, std::int64_t area,
                int year) {
    Figure sum{0.0, Summary::undefined, Summary::undefined, 0.0};
    for (const std::string& indicator : indicators) {
        const Summary* s = run.find(indicator, area, year);
        if (s == nullptr) return {};
        if (indicators.size() == 1) return figure_of(*s);
        sum.value += s->mean;
        sum.error += std::isfinite(s->mcse) ? s->mcse : 0.0;
    }
    return sum;
}

std::vector<std::pair<std::string, ByYear>> yearly_services(const RunResults& results,
                                                            const std::string& indicator) {
    std::vector<std::pair<std::string, ByYear>> services;
    const Table* table = results.table("intervention_year");
    if (table == nullptr) return services;
    const std::int64_t city = city_of(results.run);
    const TableView view(*table);
    for (const TableRow row : view.rows()) {
        if (view.whole(row, "area_id") != city || view.text(row, "indicator") != indicator)
            continue;
        const std::string& intervention = view.text(row, "intervention");
        if (services.empty() || services.back().first != intervention)
            services.emplace_back(intervention, ByYear{});
        services.back().second[static_cast<int>(view.whole(row, "year"))] = view.summary(row);
    }
    return services;
}

}  // namespace zhaimao
