#include "engine/report/comparison.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/io/csv.h"
#include "engine/report/comparison_words.h"
#include "engine/report/result_lookup.h"
#include "engine/report/section_words.h"
#include "engine/report/sections.h"

namespace zhaimao {
namespace {

template <class... Args>
std::string filled(std::string_view text, const Args&... args) {
    return fmt::format(fmt::runtime(text), args...);
}

TargetChance chance_of(const ComparedRun& run, std::int64_t area) {
    for (const TargetChance& target : target_chances(run.results))
        if (target.area == area) return target;
    return {};
}

// "2020", or where another run has another "2020 > 2019", run by run.
ReportCell deadlines_of(const std::vector<ComparedRun>& runs, const TargetChance& first) {
    std::string years = std::to_string(first.deadline);
    bool same = true;
    for (std::size_t k = 1; k < runs.size(); ++k) {
        const int year = chance_of(runs[k], first.area).deadline;
        years += (k == 1 ? " > " : ", ") + std::to_string(year);
        same = same && year == first.deadline;
    }
    if (same) return Figure{static_cast<double>(first.deadline)};
    return years;
}

bool have_own_deadlines(const std::vector<ComparedRun>& runs) {
    const std::vector<TargetChance> targets = target_chances(runs[0].results);
    return std::any_of(targets.begin(), targets.end(), [&](const TargetChance& target) {
        return std::holds_alternative<std::string>(deadlines_of(runs, target));
    });
}

bool are_paired(const ComparedRun& first, const ComparedRun& second) {
    return pairing_of(first, second) == Pairing::paired;
}

bool are_of_one_sample(const ComparedRun& first, const ComparedRun& second) {
    return first.results.run.one_in == second.results.run.one_in;
}

// Whether it holds of the first run and each of the others.
bool all_are(const std::vector<ComparedRun>& runs,
             bool (*holds)(const ComparedRun&, const ComparedRun&)) {
    return std::all_of(runs.begin() + 1, runs.end(),
                       [&](const ComparedRun& run) { return holds(runs[0], run); });
}

class Comparer {
   public:
    Comparer(const std::vector<ComparedRun>& runs, const ReportStyle& style)
        : runs_(runs),
          style_(style),
          words_(section_words(style.language)),
          compared_(comparison_words(style.language)) {}

    // The scenario's title; with its folder where another run has the same.
    [[nodiscard]] std::string name(std::size_t k) const {
        const auto title = [&](std::size_t run) {
            return title_of(runs_[run].results.run, {style_.language, "", style_.numbers, {}});
        };
        std::size_t same = 0;
        for (std::size_t other = 0; other < runs_.size(); ++other)
            same += title(other) == title(k) ? 1 : 0;
        return same == 1 ? title(k)
                         : filled(compared_.with_folder, title(k), runs_[k].results.folder);
    }

    [[nodiscard]] std::vector<ReportTable> sections() const {
        std::vector<ReportTable> tables{runs(), targets()};
        for (std::size_t k = 1; k < runs_.size(); ++k) {
            tables.push_back(
                differences(k, "poor", words_.poor, FigureKind::people, "poor_people"));
            tables.push_back(
                differences(k, "incidence", words_.incidence, FigureKind::share, "incidence"));
        }
        tables.push_back(of_city("exits", compared_.exits, FigureKind::people, {"exited_people"}));
        tables.push_back(of_city("money", words_.money, FigureKind::money, money_indicators()));
        return tables;
    }

   private:
    [[nodiscard]] const RunData& run(std::size_t k) const { return runs_[k].results.run; }

    [[nodiscard]] ReportTable runs() const {
        ReportTable table;
        table.section = "runs";
        table.title = compared_.runs;
        for (const std::string_view head :
             {compared_.run, compared_.scenario, compared_.folder, compared_.seed,
              compared_.futures, compared_.written, compared_.pairing})
            table.columns.push_back({std::string(head), FigureKind::text});
        for (std::size_t k = 0; k < runs_.size(); ++k)
            table.rows.push_back({name(k), run(k).scenario, runs_[k].results.folder,
                                  std::to_string(run(k).seed), std::to_string(run(k).replicates),
                                  run(k).written,
                                  std::string(k == 0 ? compared_.baseline
                                                     : compared_.pairings[static_cast<std::size_t>(
                                                           pairing_of(runs_[0], runs_[k]))])});
        return table;
    }

    // P on time of every run by its own deadline, and how far each is from the first.
    [[nodiscard]] ReportTable targets() const {
        ReportTable table;
        table.section = "targets";
        table.title = words_.targets;
        table.columns = {{std::string(words_.county), FigureKind::text},
                         {std::string(words_.deadline), FigureKind::year}};
        for (std::size_t k = 0; k < runs_.size(); ++k)
            table.columns.push_back(
                {filled(words_.with_unit, name(k), words_.p_on_time), FigureKind::probability});
        for (std::size_t k = 1; k < runs_.size(); ++k)
            table.columns.push_back({filled(compared_.points, name(k)), FigureKind::points});
        const std::vector<TargetChance> first = chances_by_deadline(runs_[0].results);
        for (const TargetChance& target : first) {
            std::vector<ReportCell> row{name_in(style_.language, area_label(run(0), target.area)),
                                        deadlines_of(runs_, target), target.p_on_time};
            std::vector<ReportCell> differences;
            for (std::size_t k = 1; k < runs_.size(); ++k) {
                const TargetChance other = chance_of(runs_[k], target.area);
                row.emplace_back(other.p_on_time);
                differences.emplace_back(chance_difference(runs_[0], target, runs_[k], other));
            }
            row.insert(row.end(), differences.begin(), differences.end());
            table.rows.push_back(std::move(row));
        }
        table.chart = ReportChart::bars;
        return table;
    }

    [[nodiscard]] std::string unit(FigureKind kind) const {
        return std::string(kind == FigureKind::share ? compared_.percentage_points
                                                     : unit_of(kind, style_).word);
    }

    [[nodiscard]] ReportTable differences(std::size_t k, std::string_view id,
                                          std::string_view title, FigureKind kind,
                                          const std::string& indicator) const {
        ReportTable table;
        table.section = id;
        table.part = runs_.size() > 2 ? k + 1 : 0;
        table.title = filled(words_.with_unit,
                             filled(compared_.difference, title, name(k), name(0)), unit(kind));
        table.columns.push_back({std::string(words_.county), FigureKind::text});
        for (const int year : run(0).years) table.columns.push_back({std::to_string(year), kind});
        for (const RunArea& area : run(0).areas) {
            std::vector<ReportCell> row{name_in(style_.language, area.name)};
            for (const int year : run(0).years)
                row.emplace_back(run_difference(runs_[0], runs_[k], {indicator}, area.id, year));
            table.rows.push_back(std::move(row));
            if (!area.is_county) ++table.closing_rows;
        }
        table.chart = ReportChart::lines;
        return table;
    }

    // A row a run, then a row a difference.
    [[nodiscard]] ReportTable of_city(std::string_view id, std::string_view title, FigureKind kind,
                                      const std::vector<std::string>& indicators) const {
        ReportTable table;
        table.section = id;
        table.title = filled(words_.with_unit, title, unit(kind));
        table.columns.push_back({std::string(compared_.run), FigureKind::text});
        const std::vector<int> years(run(0).years.begin() + 1, run(0).years.end());
        for (const int year : years) table.columns.push_back({std::to_string(year), kind});
        const std::int64_t city = run(0).areas.back().id;
        for (std::size_t k = 0; k < runs_.size(); ++k) {
            std::vector<ReportCell> row{name(k)};
            for (const int year : years) row.emplace_back(added_up(run(k), indicators, city, year));
            table.rows.push_back(std::move(row));
        }
        table.charted_rows = table.rows.size();
        for (std::size_t k = 1; k < runs_.size(); ++k) {
            std::vector<ReportCell> row{filled(compared_.against, name(k), name(0))};
            for (const int year : years)
                row.emplace_back(run_difference(runs_[0], runs_[k], indicators, city, year));
            table.rows.push_back(std::move(row));
            ++table.closing_rows;
        }
        table.chart = ReportChart::columns;
        return table;
    }

    const std::vector<ComparedRun>& runs_;
    const ReportStyle& style_;
    const SectionWords& words_;
    const ComparisonWords& compared_;
};

}  // namespace

const std::vector<std::string>& compared_indicators() {
    static const std::vector<std::string> indicators{"poor_people", "incidence", "exited_people",
                                                     "support_money", "top_up_money"};
    return indicators;
}

std::vector<ReportTable> comparison_sections(const std::vector<ComparedRun>& runs,
                                             const ReportStyle& style) {
    return Comparer(runs, style).sections();
}

std::vector<std::string> comparison_notes(const std::vector<ComparedRun>& runs,
                                          const std::vector<ReportTable>& sections,
                                          const ReportStyle& style) {
    const ComparisonWords& words = comparison_words(style.language);
    const SectionWords& of_runs = section_words(style.language);
    const std::string confidence = number_text(confidence_level * 100.0);
    const bool targets = has_any(sections, {"targets"});
    std::vector<std::string> notes;
    if (has_any(sections, {"exits"})) notes.emplace_back(words.runs_note);
    if (targets) notes.push_back(filled(of_runs.shares_note, confidence));
    notes.push_back(filled(words.interval_note, confidence));
    const bool paired = all_are(runs, are_paired);
    const std::string_view in_runs = has_any(sections, {"runs"}) ? words.in_runs : "";
    notes.push_back(paired ? std::string(words.paired_note) : filled(words.unpaired_note, in_runs));
    if (targets && paired && !all_are(runs, chances_are_paired))
        notes.emplace_back(words.chance_note);
    if (targets && have_own_deadlines(runs)) notes.emplace_back(words.deadline_note);
    if (has_any(sections, {"incidence"})) notes.emplace_back(of_runs.register_note);
    if (all_are(runs, are_of_one_sample) && runs[0].results.run.one_in > 1)
        notes.push_back(weighted_text(runs[0].results.run.one_in, style.language));
    for (const ComparedRun& run : runs)
        notes.push_back(filled(of_runs.run_note, citation(run.results.run, style)));
    return notes;
}

std::string comparison_title(const std::vector<ComparedRun>& runs, const ReportStyle& style) {
    if (!style.title.empty()) return style.title;
    const Comparer comparer(runs, style);
    std::string others;
    for (std::size_t k = 1; k < runs.size(); ++k)
        others +=
            std::string(k == 1 ? "" : words(style.language).name_separator) + comparer.name(k);
    return filled(comparison_words(style.language).against, others, comparer.name(0));
}

}  // namespace zhaimao
