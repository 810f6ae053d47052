#include "engine/report/html/charts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/report/digest.h"
#include "engine/report/html/chart_alt.h"
#include "engine/report/html/chart_rows.h"
#include "engine/report/html/html_table.h"
#include "engine/report/html/html_words.h"

namespace zhaimao {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_stacked = 7;  // more colours are not told apart; the rest is one

template <class... Args>
std::string filled(std::string_view text, const Args&... args) {
    return fmt::format(fmt::runtime(text), args...);
}

class Drawer {
   public:
    Drawer(const ReportTable& table, const ChartContext& context, const ReportStyle& style)
        : table_(table), context_(context), style_(style), words_(html_words(style.language)) {}

    // The city alone, large; then every county.
    [[nodiscard]] std::vector<PageChart> lines() const {
        const std::size_t counties = table_.rows.size() - table_.closing_rows;
        std::vector<PageChart> charts;
        const std::string note(context_.compares ? words_.difference_note : words_.range_note);
        if (table_.closing_rows > 0) {
            PageChart city = chart("-all", "panels", note, lines_alt(counties));
            city.drawing["title"] = filled(words_.titled, table_.title, name(counties));
            city.drawing["rows"].push_back(row(counties));
            if (limits_differ_not()) city.drawing["rows"][0]["limit"] = shown_limit(0);
            charts.push_back(std::move(city));
        }
        const std::vector<std::size_t> drawn = drawn_counties(table_, context_);
        if (drawn.empty()) return charts;
        PageChart all = chart("", "panels", note, lines_alt(counties));
        const bool shares = table_.columns[1].kind == FigureKind::share;
        all.drawing["one_scale"] = shares;
        if (!shares) all.note += " " + std::string(words_.own_scale);
        add_choice(all, drawn.size(), counties);
        for (const std::size_t r : drawn) {
            all.drawing["rows"].push_back(row(r));
            if (has_limit(r)) all.drawing["rows"].back()["limit"] = shown_limit(r);
        }
        charts.push_back(std::move(all));
        return charts;
    }

    // Every row that has any for itself; no sums.
    [[nodiscard]] std::vector<PageChart> panels() const {
        PageChart all = chart(
            "", "panels", fmt::format("{} {}", words_.range_note, words_.own_scale), other_alt());
        for (const std::size_t r :
             first_rows(table_.rows.size() - table_.closing_rows, most_drawn_counties))
            if (total(r) > 0.0) all.drawing["rows"].push_back(row(r));
        if (all.drawing["rows"].empty()) return {};
        return {all};
    }

    // A panel a column, over the rows.
    [[nodiscard]] std::vector<PageChart> curves() const {
        PageChart all = chart("", "panels", std::string(words_.range_note), other_alt());
        all.drawing["one_scale"] = true;
        all.drawing["heads"] = Json::array();
        for (std::size_t r = 0; r < table_.rows.size(); ++r)
            all.drawing["heads"].push_back(name(r));
        for (std::size_t c = 1; c < table_.columns.size(); ++c) {
            Json cells = Json::array();
            for (const auto& cells_of_row : table_.rows)
                cells.push_back(cell(cells_of_row[c], table_.columns[c].kind));
            all.drawing["rows"].push_back({{"name", table_.columns[c].head}, {"cells", cells}});
        }
        return {all};
    }

    // The columns of one kind, a bar a row.
    [[nodiscard]] std::vector<PageChart> bars(FigureKind kind) const {
        const std::vector<std::size_t> columns = columns_of(table_, kind);
        PageChart all =
            chart("", "bars", any_range(table_, columns) ? std::string(words_.interval_note) : "",
                  alt_of_column(table_, kind, style_));
        all.drawing["heads"] = Json::array();
        for (const std::size_t c : columns) all.drawing["heads"].push_back(table_.columns[c].head);
        if (columns.size() == 1) all.drawing["title"] = all.drawing["heads"][0];
        if (table_.chart == ReportChart::intervals) all.drawing["range"] = {-1, 1};
        if (kind == FigureKind::probability) {
            all.drawing["range"] = {0, 100};
            all.drawing["mark"] = probable * 100.0;
        }
        const std::vector<std::size_t> rows = bar_rows(table_, kind, context_);
        if (kind == FigureKind::probability) add_choice(all, rows.size(), table_.rows.size());
        for (const std::size_t r : rows) add_bars(all, r, columns);
        if (all.drawing["rows"].empty()) return {};
        return {all};
    }

    [[nodiscard]] std::vector<PageChart> columns() const {
        PageChart all = chart("", "columns", std::string(words_.column_note), other_alt());
        for (std::size_t r = 0; r < charted(); ++r) all.drawing["rows"].push_back(row(r));
        return {all};
    }

    // The largest rows, the others added up.
    [[nodiscard]] std::vector<PageChart> stacked() const {
        std::vector<std::size_t> order(charted());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return total(a) > total(b); });
        PageChart all = chart("", "stacked", "", other_alt());
        const std::size_t shown = order.size() > most_stacked + 1 ? most_stacked : order.size();
        for (std::size_t i = 0; i < shown; ++i) all.drawing["rows"].push_back(row(order[i]));
        if (shown < order.size())
            all.drawing["rows"].push_back(
                sum_of({order.begin() + std::ptrdiff_t(shown), order.end()}));
        return {all};
    }

    // The first figure of each row, as steps from the first row to the last.
    [[nodiscard]] std::vector<PageChart> waterfall() const {
        PageChart all = chart("", "waterfall", "", other_alt());
        all.drawing["title"] = table_.columns[1].head;
        for (std::size_t r = 0; r < table_.rows.size(); ++r)
            all.drawing["rows"].push_back(
                {{"name", name(r)}, {"cells", {cell(table_.rows[r][1], table_.columns[1].kind)}}});
        return {all};
    }

    // People who move from what the first column names to what the second does.
    [[nodiscard]] std::vector<PageChart> flows() const {
        PageChart all = chart("", "flows", "", other_alt());
        for (std::size_t r = 0; r < charted(); ++r) {
            all.drawing["rows"].push_back(row(r));
            all.drawing["rows"].back()["to"] = std::get<std::string>(table_.rows[r][1]);
        }
        return {all};
    }

   private:
    // Which counties are drawn, where it is not all.
    void add_choice(PageChart& chart, std::size_t drawn, std::size_t all) const {
        if (drawn == all) return;
        chart.note +=
            " " + filled(context_.compares ? words_.differ_shown : words_.strip_shown, drawn, all) +
            " " + std::string(words_.rest_shown);
    }

    void add_bars(PageChart& chart, std::size_t r, const std::vector<std::size_t>& columns) const {
        Json cells = Json::array();
        bool any = false;
        for (const std::size_t c : columns) {
            cells.push_back(cell(table_.rows[r][c], table_.columns[c].kind));
            any = any || !cells.back().is_null();
        }
        if (any) chart.drawing["rows"].push_back({{"name", name(r)}, {"cells", cells}});
    }

    [[nodiscard]] std::size_t charted() const {
        return table_.charted_rows > 0 ? table_.charted_rows
                                       : table_.rows.size() - table_.closing_rows;
    }

    [[nodiscard]] PageChart chart(const std::string& part, std::string_view kind, std::string note,
                                  std::string alt) const {
        PageChart chart{table_id(table_) + part, std::move(alt), std::move(note), {}};
        chart.drawing = {{"id", chart.id}, {"kind", kind}, {"title", table_.title}};
        chart.drawing["heads"] = Json::array();
        for (std::size_t c = 1; c < table_.columns.size(); ++c)
            if (table_.columns[c].kind != FigureKind::text)
                chart.drawing["heads"].push_back(table_.columns[c].head);
        chart.drawing["rows"] = Json::array();
        return chart;
    }

    [[nodiscard]] std::string name(std::size_t row) const {
        const auto* text = std::get_if<std::string>(&table_.rows[row][0]);
        return text == nullptr ? "" : *text;
    }

    [[nodiscard]] Json cell(const ReportCell& cell, FigureKind kind) const {
        const auto* figure = std::get_if<Figure>(&cell);
        if (figure == nullptr || !std::isfinite(figure->value)) return nullptr;
        const double divisor = unit_of(kind, style_).divisor;
        Json json{figure->value / divisor, nullptr, nullptr, figure_text(*figure, kind, style_)};
        if (figure->has_range()) {
            json[1] = figure->low / divisor;
            json[2] = figure->high / divisor;
        }
        return json;
    }

    // `given`: no estimate, but what was promised.
    [[nodiscard]] Json row(std::size_t r) const {
        Json cells = Json::array();
        bool given = true;
        for (std::size_t c = 1; c < table_.rows[r].size(); ++c) {
            if (table_.columns[c].kind == FigureKind::text) continue;
            cells.push_back(cell(table_.rows[r][c], table_.columns[c].kind));
            const auto* figure = std::get_if<Figure>(&table_.rows[r][c]);
            given = given && (figure == nullptr || !std::isfinite(figure->error));
        }
        Json json{{"name", name(r)}, {"cells", cells}};
        if (given) json["given"] = true;
        return json;
    }

    [[nodiscard]] double total(std::size_t r) const {
        double sum = 0.0;
        for (const ReportCell& cell : table_.rows[r])
            if (const auto* figure = std::get_if<Figure>(&cell); figure != nullptr)
                sum += std::isfinite(figure->value) ? figure->value : 0.0;
        return sum;
    }

    [[nodiscard]] Json sum_of(const std::vector<std::size_t>& rows) const {
        Json cells = Json::array();
        for (std::size_t c = 1; c < table_.columns.size(); ++c) {
            Figure sum{0.0, Summary::undefined, Summary::undefined, 0.0};
            for (const std::size_t r : rows)
                if (const auto* figure = std::get_if<Figure>(&table_.rows[r][c]);
                    figure != nullptr && std::isfinite(figure->value)) {
                    sum.value += figure->value;
                    sum.error += std::isfinite(figure->error) ? figure->error : 0.0;
                }
            cells.push_back(cell(sum, table_.columns[c].kind));
        }
        return {{"name", filled(words_.others, rows.size())}, {"cells", cells}};
    }

    [[nodiscard]] bool has_limit(std::size_t r) const {
        return table_.columns[1].kind == FigureKind::share && r < context_.limits.size() &&
               std::isfinite(context_.limits[r]);
    }
    [[nodiscard]] double shown_limit(std::size_t r) const {
        return context_.limits[r] / unit_of(FigureKind::share, style_).divisor;
    }
    // One limit for every county that has one: it is drawn for all of them together, too.
    [[nodiscard]] bool limits_differ_not() const {
        return has_limit(0) && std::all_of(context_.limits.begin(), context_.limits.end(),
                                           [&](double l) { return l == context_.limits[0]; });
    }

    [[nodiscard]] std::string lines_alt(std::size_t r) const {
        return alt_of_row(table_, r, style_);
    }
    [[nodiscard]] std::string other_alt() const { return alt_of(table_, style_); }

    const ReportTable& table_;
    const ChartContext& context_;
    const ReportStyle& style_;
    const HtmlWords& words_;
};

}  // namespace

std::vector<PageChart> page_charts(const ReportTable& table, const ChartContext& context,
                                   const ReportStyle& style) {
    if (table.columns.size() < 2 || table.rows.empty()) return {};
    const Drawer drawer(table, context, style);
    switch (table.chart) {
        case ReportChart::none:
            return {};
        case ReportChart::lines:
            return drawer.lines();
        case ReportChart::panels:
            return drawer.panels();
        case ReportChart::curves:
            return drawer.curves();
        case ReportChart::bars:
            return drawer.bars(FigureKind::probability);
        case ReportChart::intervals:
            return drawer.bars(FigureKind::number);
        case ReportChart::tornado:
            return drawer.bars(table.columns[1].kind);
        case ReportChart::columns:
            return drawer.columns();
        case ReportChart::stacked:
            return drawer.stacked();
        case ReportChart::flows:
            return drawer.flows();
        case ReportChart::waterfall:
            return drawer.waterfall();
    }
    return {};
}

}  // namespace zhaimao
