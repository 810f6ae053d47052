#include "engine/report/html/strip.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/report/html/html_words.h"
#include "engine/report/html/markup.h"
#include "engine/report/result_lookup.h"
#include "engine/report/section_words.h"

namespace zhaimao {
namespace {

constexpr std::size_t most_counties = 40;                       // one screen or page
constexpr double steps[] = {0.01, 0.03, 0.05, 0.1, 0.15, 0.2};  // between colours

template <class... Args>
std::string filled(std::string_view text, const Args&... args) {
    return fmt::format(fmt::runtime(text), args...);
}

class Strip {
   public:
    Strip(const RunResults& results, const ReportStyle& style)
        : run_(results.run),
          style_(style),
          words_(html_words(style.language)),
          targets_(chances_by_deadline(results)),
          counties_(targets_.size()) {}

    [[nodiscard]] std::string markup() {
        choose();
        std::string out = "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" +
                          escape_html(words_.strip) + "\"><table class=\"strip\"><caption>" +
                          escape_html(words_.strip) + "</caption>\n<thead><tr><th scope=\"col\">" +
                          escape_html(section_words(style_.language).county) + "</th>";
        for (const int year : run_.years) out += fmt::format("<th scope=\"col\">{}</th>", year);
        out += "<th scope=\"col\">" + escape_html(section_words(style_.language).p_on_time) +
               "</th></tr></thead>\n<tbody>\n";
        for (const TargetChance& target : targets_) out += row(target.area, &target);
        out += "</tbody>\n<tfoot>\n";
        for (const RunArea& area : run_.areas)
            if (!area.is_county) out += row(area.id, nullptr);
        return out + "</tfoot></table></div>\n" + legend();
    }

   private:
    // The least likely ones where there are many, still by deadline.
    void choose() {
        if (targets_.size() <= most_counties) return;
        std::vector<double> chances;
        for (const TargetChance& target : targets_) chances.push_back(target.p_on_time.value);
        std::nth_element(chances.begin(), chances.begin() + most_counties - 1, chances.end());
        const double most = chances[most_counties - 1];
        std::erase_if(targets_, [&](const TargetChance& t) { return t.p_on_time.value > most; });
        targets_.resize(std::min(targets_.size(), most_counties));
    }

    [[nodiscard]] std::string row(std::int64_t area, const TargetChance* target) const {
        std::string out = "<tr><th scope=\"row\">" +
                          escape_html(name_in(style_.language, area_label(run_, area))) + "</th>";
        for (const int year : run_.years) out += cell(area, year, target);
        if (target == nullptr) return out + "<td></td></tr>\n";
        return out + "<td class=\"chance\">" +
               figure_text(target->p_on_time, FigureKind::probability, style_) + "</td></tr>\n";
    }

    [[nodiscard]] std::string cell(std::int64_t area, int year, const TargetChance* target) const {
        const Summary* s = run_.find("incidence", area, year);
        if (s == nullptr || !std::isfinite(s->mean)) return "<td>-</td>";
        Figure figure = figure_of(*s);
        const std::string full = figure_text(figure, FigureKind::share, style_);
        figure.low = figure.high = Summary::undefined;
        const auto step = std::upper_bound(std::begin(steps), std::end(steps), s->mean);
        std::string classes = fmt::format("s{}", step - std::begin(steps));
        std::string marks;
        if (target != nullptr && target->deadline == year) {
            classes += " due";
            marks += fmt::format("<span class=\"hidden\">, {}</span>", escape_html(words_.framed));
        }
        if (target != nullptr && target->median_year == year)
            marks += fmt::format("<b role=\"img\" aria-label=\"{}\">\u2713</b>",
                                 escape_html(words_.met));
        return fmt::format("<td class=\"{}\" title=\"{}\">{}{}</td>", classes, full,
                           figure_text(figure, FigureKind::share, style_), marks);
    }

    [[nodiscard]] std::string legend() const {
        std::string out = "<p class=\"note legend\">";
        for (std::size_t i = 0; i <= std::size(steps); ++i) {
            const std::string text = i == 0
                                         ? fmt::format("&lt; {:.0f}", steps[0] * 100.0)
                                         : fmt::format("{} {:.0f}", "\u2265", steps[i - 1] * 100.0);
            out += fmt::format("<span class=\"key s{}\">{}</span> ", i, text);
        }
        out += escape_html(words_.strip_legend);
        if (targets_.size() < counties_)
            out += " " + escape_html(filled(words_.strip_shown, targets_.size(), counties_));
        return out + "</p>\n";
    }

    const RunData& run_;
    const ReportStyle& style_;
    const HtmlWords& words_;
    std::vector<TargetChance> targets_;
    std::size_t counties_;
};

}  // namespace

std::string strip_markup(const RunResults& results, const ReportStyle& style) {
    if (!results.run.values.contains("incidence") || results.run.years.empty()) return "";
    return Strip(results, style).markup();
}

}  // namespace zhaimao
