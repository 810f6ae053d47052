#include "engine/cli/report_command.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <iostream>

#include "engine/cli/signals.h"
#include "engine/cli/whole_file.h"
#include "engine/core/suggest.h"
#include "engine/io/atomic_folder.h"
#include "engine/io/csv.h"
#include "engine/report/comparison.h"
#include "engine/report/document_notes.h"
#include "engine/report/html/browser.h"
#include "engine/report/html/page.h"
#include "engine/report/projection.h"
#include "engine/report/replicate_reader.h"
#include "engine/report/sections.h"
#include "engine/report/tidy.h"
#include "engine/report/workbook.h"

namespace zhaimao {
namespace {

namespace fs = std::filesystem;

// A document in the making: of one run, or of several against the first.
struct Report {
    std::vector<ComparedRun> runs;
    ReportStyle style;
    std::vector<ReportTable> sections;
    std::vector<std::string> notes;
    std::string title;
};

constexpr std::size_t most_raw_rows = 100'000;  // a workbook is to open at an office's desk
constexpr std::array<std::string_view, 6> kinds{".html", ".pdf", ".md", ".tex", ".xlsx", ".csv"};

// The sections wanted, in their own order. Without a wish: all but the long list of inputs where
// `brief`.
std::vector<ReportTable> chosen(std::vector<ReportTable> sections,
                                const std::vector<std::string>& only, bool brief) {
    std::erase_if(sections, [&](const ReportTable& table) {
        if (only.empty()) return brief && table.section == "assumptions";
        return std::find(only.begin(), only.end(), table.section) == only.end();
    });
    return sections;
}

void refuse_unknown_sections(const std::vector<std::string>& only) {
    for (const std::string& wanted : only) {
        if (std::find(section_ids.begin(), section_ids.end(), wanted) != section_ids.end())
            continue;
        const std::string hint = did_you_mean(wanted, section_ids);
        throw InputError(fmt::format("--only: '{}' is no section{} There are {}", wanted,
                                     hint.empty() ? "." : hint, fmt::join(section_ids, ", ")));
    }
}

// What is no run holds tables, but nothing to project.
[[noreturn]] void refuse_as_no_run(const std::string& folder, const RunData& run) {
    throw InputError(fmt::format(
        "report: '{0}' holds nothing of a projection (it was written by `zhaimao {1}`). {2}in "
        "{3}'{0}/tables'",
        folder, run.command,
        run.command == "compare"
            ? "Report the folders of its runs together, zhaimao report BASELINE RUN... (`zhaimao "
              "run` writes them); its own tables are "
            : "Its tables are ",
        run.about.study ? "" : "'" + folder + "/summary.xlsx' and "));
}

// Replicates are read where several runs are to be held against each other.
std::vector<ComparedRun> read_runs(const std::vector<std::string>& folders, ResultScope scope) {
    std::vector<ComparedRun> runs;
    for (const std::string& folder : folders) {
        runs.push_back({read_results(folder, scope), std::nullopt});
        if (folders.size() > 1 && runs.back().results.run.values.empty())
            refuse_as_no_run(folder, runs.back().results.run);
        if (folders.size() > 1) refuse_unless_comparable(runs[0].results, runs.back().results);
    }
    if (runs.size() > 1)
        for (std::size_t k = 0; k < runs.size(); ++k)
            runs[k].replicates = read_replicates(folders[k], compared_indicators());
    return runs;
}

ResultScope scope_of(const std::string& kind) {
    if (kind == ".xlsx") return ResultScope::all;
    return kind == ".csv" ? ResultScope::tidy : ResultScope::sections;
}

Report report_of(const Options& options, const std::string& kind) {
    Report report{
        read_runs(options.files, scope_of(kind)),
        {options.language, options.title.value_or(""), options.numbers, options.precision},
        {},
        {},
        ""};
    const bool brief = kind == ".md" || kind == ".tex";
    if (report.runs.size() > 1) {
        report.sections =
            chosen(comparison_sections(report.runs, report.style), options.only, brief);
        report.notes = comparison_notes(report.runs, report.sections, report.style);
        report.title = comparison_title(report.runs, report.style);
    } else {
        const RunResults& results = report.runs[0].results;
        report.sections = chosen(sections_of(results, report.style), options.only, brief);
        report.notes = document_notes(results, report.sections, report.style);
        report.title = title_of(results.run, report.style);
    }
    return report;
}

[[noreturn]] void refuse_as_empty(const Report& report, const Options& options) {
    const std::string& folder = options.files.front();
    if (options.only.empty()) refuse_as_no_run(folder, report.runs.front().results.run);
    throw InputError(
        fmt::format("report: '{}' holds nothing of {}", folder, fmt::join(options.only, ", ")));
}

// The raw form has areas and years alone.
Table refuse_empty(Table table, const Options& options) {
    if (table.rows() > 0) return table;
    throw InputError(fmt::format(
        "report: '{0}' holds nothing that a .csv report has{1}. Take one of '{0}/tables'",
        options.files.front(),
        options.only.empty() ? "" : fmt::format(" of {}", fmt::join(options.only, ", "))));
}

// A section that this kind of run has not is no mistake where others are there.
void say_what_is_missing(const Report& report, const Options& options) {
    if (options.quiet) return;
    for (const std::string& wanted : options.only)
        if (std::none_of(report.sections.begin(), report.sections.end(),
                         [&](const ReportTable& table) { return table.section == wanted; }))
            std::cerr << fmt::format("report: '{}' is left out ('{}' holds nothing of it)\n",
                                     wanted, options.files.front());
}

HtmlContent html_content(const Report& report, const Options& options) {
    HtmlContent content{report.title, report.sections, report.notes, {}, options.only.empty()};
    for (const ComparedRun& run : report.runs) content.runs.push_back(&run.results);
    return content;
}

void write_kind(const fs::path& part, const std::string& kind, const Report& report,
                const Options& options) {
    if (kind == ".xlsx") {
        const bool raw = options.only.empty() && report.runs.size() == 1;
        write_workbook(part, workbook_of(report.runs[0].results,
                                         {report.sections, report.title, report.notes,
                                          raw ? most_raw_rows : 0},
                                         report.style));
    } else if (kind == ".csv") {
        std::vector<RunResults> runs;
        for (const ComparedRun& run : report.runs) runs.push_back(run.results);
        write_text(part,
                   to_csv(refuse_empty(tidy_table(runs, options.only, report.style), options)));
    } else if (kind == ".html") {
        write_text(part, html_of(html_content(report, options), report.style));
    } else if (kind == ".pdf") {
        print_page(html_of(html_content(report, options), report.style), part, interrupted());
    } else {
        const ReportText text{report.title, report.sections, report.notes};
        write_text(part,
                   kind == ".md" ? markdown_of(text, report.style) : latex_of(text, report.style));
    }
}

void refuse_unknown_kind(const fs::path& file) {
    if (std::find(kinds.begin(), kinds.end(), file.extension().string()) != kinds.end()) return;
    throw InputError("report: '" + file.string() +
                     "' is of no known kind (the ending says it). Name a file that ends in " +
                     fmt::format("{}", fmt::join(kinds, ", ")) +
                     ", or a folder for charts with a slash behind it");
}

bool holds_only_charts(const fs::path& folder) {
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() != ".svg") return false;
    return true;
}

// Every chart as a file of its own; the folder appears whole or not at all.
void write_charts(const fs::path& folder, const Report& report, const Options& options) {
    if (fs::exists(folder) && !(fs::is_directory(folder) && holds_only_charts(folder)))
        throw InputError(folder.string() +
                         ": exists and holds more than charts (it would be replaced). Name another "
                         "folder with -o");
    refuse_impossible_folder(folder, holds_only_charts);
    const auto charts =
        drawn_charts(html_of(html_content(report, options), report.style), interrupted());
    AtomicFolder files(folder, holds_only_charts);
    for (const auto& [id, svg] : charts) files.write(id + ".svg", svg);
    files.commit();
}

}  // namespace

int report_command(const Options& options) {
    if (options.files.empty()) throw InputError("report: name a run folder, or several");
    if (!options.output) throw InputError("report: name the file to write with -o FILE");
    const bool is_folder = options.output->ends_with('/');
    const fs::path file =
        is_folder ? fs::path(*options.output).parent_path() : fs::path(*options.output);
    if (!is_folder) refuse_unknown_kind(file);
    refuse_unknown_sections(options.only);
    const std::string kind = is_folder ? "" : file.extension().string();
    const Report report = report_of(options, kind);
    if (report.sections.empty()) refuse_as_empty(report, options);
    say_what_is_missing(report, options);
    if (interrupted()) return interrupted_exit_code();
    if (is_folder) {
        write_charts(file, report, options);
        return 0;
    }
    write_whole(file, [&](const fs::path& part) { write_kind(part, kind, report, options); });
    return 0;
}

}  // namespace zhaimao
