#include "engine/report/workbook_cover.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/report/assumption_section.h"
#include "engine/report/line_label.h"
#include "engine/report/result_lookup.h"
#include "engine/report/rules_text.h"
#include "engine/report/sections.h"
#include "engine/report/study_notes.h"
#include "engine/report/text.h"

namespace zhaimao {
namespace {

constexpr CoverWords english{
    .cover = "Cover",
    .charts = "Charts",
    .runs = "Runs",
    .study = "Study",
    .design = "Design",
    .scenario = "Scenario",
    .written = "Date",
    .version = "Version of zhaimao",
    .seed = "Seed",
    .futures = "Replicates (futures drawn)",
    .sample = "Households simulated",
    .one_in = "1 in {}",
    .years = "Years",
    .counties = "Counties",
    .threshold = "Delisting: poverty incidence",
    .rules = "Delisting rules",
    .line = "Poverty line",
    .inputs = "Inputs in all",
    .assumptions = "of which assumptions",
    .never_varied = "assumptions that were never varied",
    .leaned_on = "inputs that results can be seen to lean on",
    .together = "{} % [{}, {}]",
    .together_head = "All counties in time (95 % interval)",
    .cite = "Cite as",
    .sheets = "Sheets",
    .too_long = "not here, too long for a sheet: tables/{}.csv of the run folder",
    .section_names = {"Targets", "Rules", "Poor people", "Incidence", "Exits", "Moves", "Enrolled",
                      "Money", "Growth", "Contributions", "Sensitivity", "Inputs"},
    .raw_table = "table of the run folder, numbers unrounded",
};

constexpr CoverWords chinese{
    .cover = "封面",
    .charts = "图表",
    .runs = "各次运行",
    .study = "研究",
    .design = "设计",
    .scenario = "情景",
    .written = "日期",
    .version = "zhaimao版本",
    .seed = "随机种子",
    .futures = "模拟次数",
    .sample = "模拟的住户",
    .one_in = "每{}户模拟1户",
    .years = "年份",
    .counties = "县（市、区）数",
    .threshold = "摘帽标准：贫困发生率",
    .rules = "摘帽标准",
    .line = "贫困线",
    .inputs = "输入数",
    .assumptions = "其中假设",
    .never_varied = "从未变动的假设",
    .leaned_on = "可辨明影响结果的输入",
    .together = "{}% [{}, {}]",
    .together_head = "全部县（市、区）按期的概率（95%置信区间）",
    .cite = "引用格式",
    .sheets = "工作表",
    .too_long = "行数过多，未收入：见运行文件夹tables/{}.csv",
    .section_names = {"目标", "规则", "贫困人口", "贫困发生率", "脱贫", "身份变动", "新纳入人口",
                      "资金", "增长", "贡献", "敏感性", "输入"},
    .raw_table = "运行文件夹中的表，数字未取整",
};

constexpr double key_width = 46.0, value_width = 90.0;

class Cover {
   public:
    void title(const std::string& text) { rows.push_back({{text, "", SheetLook::title}, {}}); }
    void gap() { rows.emplace_back(); }
    template <class Value>
    void line(std::string_view key, const Value& value) {
        rows.push_back({{std::string(key), "", SheetLook::plain}, cell(value)});
    }
    std::vector<std::vector<SheetCell>> rows;

   private:
    static SheetCell cell(const std::string& text) { return {text, "", SheetLook::wrapped}; }
    static SheetCell cell(std::int64_t number) { return {number, "0", SheetLook::wrapped}; }
};

std::int64_t counties_of(const RunData& run) {
    return std::count_if(run.areas.begin(), run.areas.end(),
                         [](const RunArea& area) { return area.is_county; });
}

std::string together(const RunResults& results, const CoverWords& words) {
    const std::optional<Figure> all = joint_chance(results);
    if (!all) return "";
    return fmt::format(fmt::runtime(words.together), probability_text(all->value),
                       percent_text(all->low, 0), percent_text(all->high, 0));
}

void add_run(Cover& cover, const RunResults& results, const CoverWords& words,
             const ReportStyle& style) {
    const RunData& run = results.run;
    if (const auto& study = run.about.study) {
        cover.line(words.study, study->id);
        cover.line(words.design, study_design_text(*study, style.language));
    }
    cover.line(words.scenario, run.scenario);
    cover.line(words.written, run.written);
    cover.line(words.version,
               run.version + (run.commit.empty() ? "" : " (" + run.commit.substr(0, 12) + ")"));
    cover.line(words.seed, std::to_string(run.seed));
    cover.line(words.futures, run.replicates);
    if (const std::string sample = one_in_text(run, style.language); !sample.empty())
        cover.line(words.sample, sample);
    if (!run.years.empty())
        cover.line(words.years, fmt::format("{}-{}", run.years.front(), run.years.back()));
    if (counties_of(run) > 0) cover.line(words.counties, counties_of(run));  // studies have none
    if (const std::string rules = rules_text(run.about.rules, style.language); !rules.empty())
        cover.line(run.about.rules.beside_incidence() ? words.rules : words.threshold, rules);
    if (!run.about.line.empty()) cover.line(words.line, line_label(run.about.line, style.language));
    if (const std::string all = together(results, words); !all.empty())
        cover.line(words.together_head, all);
}

void add_inputs(Cover& cover, const RunResults& results, const CoverWords& words) {
    if (results.table("assumption") == nullptr) return;
    const InputCounts counts = input_counts(results);
    cover.gap();
    cover.line(words.inputs, static_cast<std::int64_t>(counts.inputs));
    cover.line(words.assumptions, static_cast<std::int64_t>(counts.assumptions));
    cover.line(words.never_varied, static_cast<std::int64_t>(counts.never_varied));
    cover.line(words.leaned_on, static_cast<std::int64_t>(counts.leaned_on));
}

}  // namespace

const CoverWords& cover_words(Language language) {
    return language == Language::zh ? chinese : english;
}

std::string one_in_text(const RunData& run, Language language) {
    return run.one_in == 1 ? ""
                           : fmt::format(fmt::runtime(cover_words(language).one_in), run.one_in);
}

std::string section_name(const ReportTable& table, Language language) {
    const auto* found = std::find(section_ids.begin(), section_ids.end(), table.section);
    const CoverWords& words = cover_words(language);
    if (found == section_ids.end()) return std::string(words.runs);
    const std::string_view name =
        words.section_names[static_cast<std::size_t>(found - section_ids.begin())];
    return table.part == 0 ? std::string(name) : fmt::format("{} {}", name, table.part);
}

Sheet cover_sheet(const RunResults& results, const WorkbookContent& content,
                  const std::vector<const Table*>& raw, const ReportStyle& style) {
    const CoverWords& words = cover_words(style.language);
    Cover cover;
    cover.title(content.title);
    cover.gap();
    add_run(cover, results, words, style);
    add_inputs(cover, results, words);
    cover.gap();
    cover.line(words.cite, citation(results.run, style));
    cover.gap();
    cover.rows.push_back({{std::string(words.sheets), "", SheetLook::head}, {}});
    for (const ReportTable& table : content.sections)
        cover.line(section_name(table, style.language), table.title);
    if (content.most_raw_rows > 0)
        for (const Table& table : *results.tables) {
            const bool is_here = std::find(raw.begin(), raw.end(), &table) != raw.end();
            cover.line(table.name(), is_here
                                         ? std::string(words.raw_table)
                                         : fmt::format(fmt::runtime(words.too_long), table.name()));
        }
    Sheet sheet;
    sheet.name = words.cover;
    sheet.rows = std::move(cover.rows);
    sheet.widths = {key_width, value_width};
    return sheet;
}

}  // namespace zhaimao
