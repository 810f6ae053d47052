// PovcalNet's Chinese surveys: Lorenz points and what it published for them. data/README.md.
#pragma once

#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "engine/population/lorenz/points.h"
#include "tests/paths.h"

constexpr double rounding = 1e-12;  // of sums of numbers of order one

namespace surveys {

using Row = std::map<std::string, std::string>;

// Fields without quotes or commas inside.
inline std::vector<Row> rows_of(const std::string& name) {
    std::ifstream file(zhaimao::source_dir() + "/tests/population/lorenz/data/" + name);
    const auto fields = [](const std::string& line) {
        std::vector<std::string> list;
        std::istringstream stream(line);
        for (std::string field; std::getline(stream, field, ',');) list.push_back(field);
        return list;
    };
    std::string line;
    std::getline(file, line);
    const std::vector<std::string> names = fields(line);
    std::vector<Row> rows;
    while (std::getline(file, line)) {
        const std::vector<std::string> values = fields(line);
        for (rows.emplace_back(); rows.back().size() < values.size();)
            rows.back()[names[rows.back().size()]] = values[rows.back().size()];
    }
    return rows;
}

// Shares, not per cent.
struct Published {
    double a = 0, b = 0, c = 0, headcount = 0, gap = 0, squared = 0, gini = 0;
    std::string validity;
};

struct Survey {
    std::string id;                            // "CHN_R2013X"
    std::vector<zhaimao::LorenzPoint> points;  // without (1, 1)
    std::map<std::string, Published> fits;     // GQ, Beta, Final
    double line = 0;                           // over the mean

    [[nodiscard]] bool rural() const { return id.starts_with("CHN_R"); }
};

inline Published published(Row row) {
    const auto number = [&](const char* name) {
        return row[name].empty() ? 0.0 : std::stod(row[name]);
    };
    return {number("A"),
            number("B"),
            number("C"),
            number("headcount_pct") / 100,
            number("poverty_gap_pct") / 100,
            number("fgt2_pct") / 100,
            number("gini_pct") / 100,
            row["validity"]};
}

inline std::vector<Survey> read() {
    std::vector<Survey> list;
    for (Row row : rows_of("lorenz_points_china_1981_2013.csv")) {
        if (list.empty() || list.back().id != row["survey_id"])
            list.push_back({row["survey_id"], {}, {}, 0});
        const double p = std::stod(row["cum_pop_P"]);
        if (p < 1) list.back().points.push_back({p, std::stod(row["cum_welfare_L"])});
    }
    for (Row row : rows_of("povcalnet_fits_china_1981_2013.csv"))
        for (Survey& survey : list) {
            if (survey.id != row["survey_id"]) continue;
            survey.fits[row["model"]] = published(row);
            survey.line =
                std::stod(row["line_month_ppp2011"]) / std::stod(row["mean_month_ppp2011"]);
        }
    return list;
}

inline const std::vector<Survey>& all() {
    static const std::vector<Survey> list = read();
    return list;
}

inline const Survey& of(const std::string& id) {
    for (const Survey& survey : all())
        if (survey.id == id) return survey;
    throw std::out_of_range("no survey " + id);
}

// The integral of f from 0 to `end`, f with a pole of order under 2/3 at 0: midpoints of p = end
// u^3.
template <class F>
double integral(F f, double end) {
    constexpr int n = 20000;
    double sum = 0;
    for (int i = 0; i < n; ++i) {
        const double u = (i + 0.5) / n;
        sum += f(end * u * u * u) * 3 * u * u;
    }
    return sum * end / n;
}

}  // namespace surveys
