#include "engine/report/html/front.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/report/assumption_section.h"
#include "engine/report/digest.h"
#include "engine/report/html/html_words.h"
#include "engine/report/html/markup.h"
#include "engine/report/html/strip_markup.h"
#include "engine/report/instrument_sections.h"
#include "engine/report/line_label.h"
#include "engine/report/result_lookup.h"
#include "engine/report/rules_text.h"
#include "engine/report/sections.h"
#include "engine/report/study_notes.h"
#include "engine/report/text.h"
#include "engine/report/workbook_cover.h"

namespace zhaimao {
namespace {

constexpr std::size_t most_shown = 3;  // of those at risk

template <class... Args>
std::string filled(std::string_view text, const Args&... args) {
    return fmt::format(fmt::runtime(text), args...);
}

class Front {
   public:
    Front(const RunResults& results, const std::vector<ReportTable>& sections,
          const ReportStyle& style)
        : results_(results),
          run_(results.run),
          sections_(sections),
          style_(style),
          words_(html_words(style.language)),
          said_(words(style.language)),
          targets_(chances_by_deadline(results)) {}

    [[nodiscard]] std::string markup() const {
        std::string out;
        if (!targets_.empty()) out += "<p class=\"answer\">" + escape_html(answer()) + "</p>\n";
        const std::string tiles = chance() + risk() + exits() + money() + inputs();
        if (!tiles.empty()) out += "<div class=\"tiles\">\n" + tiles + "</div>\n";
        return out + strip_markup(strip_of(results_, style_), style_);
    }

   private:
    // "7 of 17 counties probably meet their year (P >= 80 %). All 17 together: 0 % [0, 2]."
    [[nodiscard]] std::string answer() const {
        const auto likely = std::count_if(
            targets_.begin(), targets_.end(),
            [](const TargetChance& target) { return target.p_on_time.value >= probable; });
        std::string line = filled(said_.probably, likely, targets_.size());
        if (const std::optional<Figure> all = joint_chance(results_); all && targets_.size() > 1)
            line += std::string(said_.separator) +
                    filled(said_.together, targets_.size(), probability_text(all->value),
                           percent_text(all->low, 0), percent_text(all->high, 0));
        return line;
    }

    // The value with its range under it.
    [[nodiscard]] static std::string tile(std::string_view head, const std::string& value,
                                          const std::string& under) {
        const std::size_t range = std::min(value.find(" ["), value.size());
        return fmt::format(
            "<div class=\"tile\"><h3>{}</h3><p class=\"figure\">{} <small>{}</small></p><p>{}</p>"
            "</div>\n",
            escape_html(head), escape_html(value.substr(0, range)),
            escape_html(value.substr(range)), escape_html(under));
    }

    [[nodiscard]] std::string chance() const {
        const std::optional<Figure> all = joint_chance(results_);
        if (!all) return "";
        return tile(fmt::format("{}, %", cover_words(style_.language).together_head),
                    figure_text(*all, FigureKind::probability, style_), "");
    }

    [[nodiscard]] std::string risk() const {
        if (targets_.empty()) return "";
        std::string out = "<div class=\"tile\"><h3>" + escape_html(words_.most_at_risk) +
                          "</h3><ol class=\"risk\">";
        for (const std::size_t place : by_risk(targets_, most_shown)) {
            const TargetChance& target = targets_[place];
            out += "<li>" +
                   escape_html(filled(words_.at_risk_row,
                                      name_in(style_.language, area_label(run_, target.area)),
                                      target.deadline, probability_text(target.p_on_time.value),
                                      percent_text(target.p_on_time.low, 0),
                                      percent_text(target.p_on_time.high, 0))) +
                   "</li>";
        }
        return out + "</ol></div>\n";
    }

    [[nodiscard]] int last_deadline() const {
        int year = 0;
        for (const TargetChance& target : targets_) year = std::max(year, target.deadline);
        return year;
    }

    [[nodiscard]] std::string exits() const {
        if (run_.areas.empty() || targets_.empty()) return "";
        const std::int64_t city = run_.areas.back().id;
        const Summary* exits = run_.find("exited_people_cumulative", city, last_deadline());
        const Summary* poor = run_.find("poor_people", city, run_.years.front());
        if (exits == nullptr || poor == nullptr) return "";
        return tile(
            filled(words_.exits_by, last_deadline(), unit_of(FigureKind::people, style_).word),
            people(*exits),
            filled(words_.of_registered, at_start(*poor),
                   unit_of(FigureKind::people, style_).word));
    }

    [[nodiscard]] std::string people(const Summary& s) const {
        return figure_text(figure_of(s), FigureKind::people, style_);
    }

    // The register is what the run begins with: its range is that of drawing households, at most.
    [[nodiscard]] std::string at_start(const Summary& s) const {
        Figure figure = figure_of(s);
        figure.low = figure.high = Summary::undefined;
        return figure_text(figure, FigureKind::people, style_);
    }

    // The closing row of section `money`, added up over its years.
    [[nodiscard]] std::string money() const {
        for (const ReportTable& table : sections_) {
            if (table.section != "money" || !table.sums || table.rows.empty()) continue;
            Figure all{0.0, Summary::undefined, Summary::undefined, 0.0};
            for (const ReportCell& cell : table.rows.back())
                if (const auto* figure = std::get_if<Figure>(&cell)) {
                    all.value += figure->value;
                    all.error += figure->error;
                }
            const FigureKind kind = FigureKind::money;
            return tile(filled(words_.money_of, table.columns[1].head, table.columns.back().head,
                               unit_of(kind, style_).word),
                        figure_text(all, kind, style_), money_caveat(results_, style_));
        }
        return "";
    }

    [[nodiscard]] std::string inputs() const {
        if (results_.table("assumption") == nullptr) return "";
        const InputCounts counts = input_counts(results_);
        return fmt::format("<div class=\"tile\"><h3>{}</h3><p>{}</p></div>\n",
                           escape_html(words_.inputs),
                           escape_html(filled(said_.inputs, counts.assumptions, counts.inputs,
                                              counts.never_varied)));
    }

    const RunResults& results_;
    const RunData& run_;
    const std::vector<ReportTable>& sections_;
    const ReportStyle& style_;
    const HtmlWords& words_;
    const ReportWords& said_;
    std::vector<TargetChance> targets_;
};

}  // namespace

std::string facts_markup(const RunResults& results, const ReportStyle& style) {
    const RunData& run = results.run;
    const CoverWords& words = cover_words(style.language);
    std::string out = "<dl class=\"facts\">\n";
    const auto add = [&](std::string_view name, const std::string& value) {
        if (!value.empty())
            out += "<div><dt>" + escape_html(name) + "</dt><dd>" + escape_html(value) +
                   "</dd></div>\n";
    };
    add(run.about.rules.beside_incidence() ? words.rules : words.threshold,
        rules_text(run.about.rules, style.language));
    if (!run.areas.empty())  // a study has no incidence of its own
        add(html_words(style.language).denominator,
            std::string(html_words(style.language).denominator_text));
    add(words.line, line_label(run.about.line, style.language));
    if (const auto& study = run.about.study) {
        add(words.study, study->id);
        add(words.design, study_design_text(*study, style.language));
    }
    add(words.scenario, run.scenario);
    add(words.futures, std::to_string(run.replicates));
    add(words.seed, std::to_string(run.seed));
    add(words.sample, one_in_text(run, style.language));
    add(words.written, run.written);
    add(words.version,
        run.version + (run.commit.empty() ? "" : " (" + run.commit.substr(0, 12) + ")"));
    return out + "</dl>\n";
}

std::string front_markup(const RunResults& results, const std::vector<ReportTable>& sections,
                         const ReportStyle& style) {
    return Front(results, sections, style).markup();
}

}  // namespace zhaimao
