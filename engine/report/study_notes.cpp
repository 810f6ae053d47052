#include "engine/report/study_notes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "engine/report/labels.h"
#include "engine/report/result_lookup.h"
#include "engine/report/section_words.h"
#include "engine/report/sweep_words.h"
#include "engine/report/table_view.h"
#include "engine/report/text.h"

namespace zhaimao {
namespace {

template <class... Args>
std::string filled(std::string_view text, const Args&... args) {
    return fmt::format(fmt::runtime(text), args...);
}

DesignKind kind_of(const AboutStudy& study) {
    const auto found = std::find(design_ids.begin(), design_ids.end(), study.design);
    return static_cast<DesignKind>(found - design_ids.begin());
}

bool has_intervals(const RunResults& results) {
    const TableView view(*results.table("sensitivity"));
    return std::any_of(view.rows().begin(), view.rows().end(), [&](TableRow row) {
        const double low = view.real(row, "conf_low");
        return std::isfinite(low) && low < view.real(row, "conf_high");
    });
}

std::string index_sentence(const RunResults& results, DesignKind kind, Language language) {
    std::string text(index_note(kind, language));
    if (has_intervals(results)) text += interval_note(kind, language);
    return text;
}

std::string design_sentence(const RunData& run, Language language) {
    const AboutStudy& study = *run.about.study;
    const SweepWords& words = sweep_words(language);
    std::string text = filled(words.design_note, study_design_text(study, language),
                              name_in(language, study.scenario), run.scenario);
    return study.common_random_numbers ? text : text + std::string(words.own_luck_note);
}

// By outcome: points where it has a value.
std::map<std::string, std::int64_t> points_with(const RunResults& results) {
    std::map<std::string, std::int64_t> points;
    const TableView view(*results.table("sweep_outcome"));
    for (const TableRow row : view.rows())
        points[view.text(row, "outcome")] += std::isfinite(view.real(row, "mean")) ? 1 : 0;
    return points;
}

void add_missing(std::vector<std::string>& notes, const RunResults& results, Language language) {
    const AboutStudy& study = *results.run.about.study;
    const SweepWords& words = sweep_words(language);
    const bool is_grid = kind_of(study) == DesignKind::grid;
    std::map<std::string, std::int64_t> points = points_with(results);
    const TableView view(*results.table("sweep_output"));
    for (const TableRow row : view.rows()) {
        const std::string& outcome = view.text(row, "outcome");
        const std::int64_t missing = study.points - points[outcome];
        if (missing <= 0) continue;
        notes.push_back(filled(words.of_outcome,
                               name_in(language, label_of(results, "outcome", outcome)),
                               filled(is_grid ? words.no_indices : words.left_out,
                                      with_thousands(missing), with_thousands(study.points))));
    }
}

}  // namespace

std::string study_design_text(const AboutStudy& study, Language language) {
    return filled(sweep_words(language).design, design_word(kind_of(study), language),
                  with_thousands(study.points), study.factors);
}

std::string study_citation(const RunData& run, const ReportStyle& style) {
    return filled(section_words(style.language).study_citation,
                  name_in(style.language, run.about.title), run.about.study->id, run.scenario,
                  run.seed, sample_text(run.one_in, style.language),
                  futures_text(run.replicates, style.language), run.version, run.written);
}

std::vector<std::string> study_notes(const RunResults& results, const ReportStyle& style) {
    const SectionWords& words = section_words(style.language);
    std::vector<std::string> notes{
        index_sentence(results, kind_of(*results.run.about.study), style.language),
        std::string(words.strongest_first), design_sentence(results.run, style.language)};
    add_missing(notes, results, style.language);
    if (results.run.one_in > 1) notes.push_back(weighted_text(results.run.one_in, style.language));
    notes.push_back(filled(words.run_note, study_citation(results.run, style)));
    return notes;
}

}  // namespace zhaimao
