#include "engine/report/sweep_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

#include "engine/report/figure_text.h"
#include "engine/report/sweep_progress.h"
#include "engine/report/sweep_words.h"
#include "engine/report/text.h"
#include "engine/report/unit_label.h"

namespace zhaimao {
namespace {

template <class... Args>
std::string fill(std::string_view text, const Args&... args) {
    return fmt::format(fmt::runtime(text), args...);
}

std::string number(std::size_t n) {
    return with_thousands(static_cast<std::int64_t>(n));
}

// With the three digits that some dozen replicates a point may support.
std::string figure(double value) {
    if (!std::isfinite(value)) return "-";
    const double rounded = std::stod(fmt::format("{:.2e}", value));
    if (std::abs(rounded) < 1000.0) return fmt::format("{:.3g}", rounded);
    return with_thousands(std::llround(rounded));
}

// Of an index that is a share of one.
std::string share_figure(double value) {
    return std::isfinite(value) ? fmt::format("{:.2f}", value) : "-";
}

template <class Text>
std::string estimate_text(const Estimate& e, const Text& text) {
    if (!std::isfinite(e.confidence.low)) return text(e.value);
    return text(e.value) + " [" + text(e.confidence.low) + ", " + text(e.confidence.high) + "]";
}

// Money as documents have it.
ReportUnit unit_of_output(const std::string& unit, Language language) {
    if (unit == "yuan") return unit_of(FigureKind::money, {language, "", Numbers::plain, {}});
    return {1.0, unit};
}

// Writes one output: its name, where it lies, its factors.
class OutputText {
   public:
    OutputText(const Study& study, std::size_t output, const std::vector<SensitivityRow>& rows,
               Language language)
        : study_(study),
          output_(output),
          language_(language),
          unit_(unit_of_output(study.outputs[output].unit, language)),
          by_factor_(study.factors.size()) {
        for (const SensitivityRow& row : rows)
            if (row.output == output) by_factor_[row.factor].push_back(&row);
    }

    [[nodiscard]] std::string text(const std::vector<double>& means) const {
        const SweepWords& said = sweep_words(language_);
        std::vector<double> finite = means;
        std::erase_if(finite, [](double v) { return !std::isfinite(v); });
        std::string head = name_in(language_, study_.outputs[output_].label);
        if (!finite.empty()) {
            const auto [low, high] = std::minmax_element(finite.begin(), finite.end());
            head += fill(said.range,
                         with_unit_label(in_unit(summarise(finite).mean), std::string(unit_.word),
                                         language_),
                         in_unit(*low), in_unit(*high));
        }
        return head + '\n' + missing(means.size() - finite.size(), means.size()) + grid();
    }

   private:
    [[nodiscard]] std::string in_unit(double value) const { return figure(value / unit_.divisor); }

    [[nodiscard]] std::string cell(const SensitivityRow& row) const {
        if (has_no_unit(row.index)) return estimate_text(row.estimate, share_figure);
        return estimate_text(row.estimate, [&](double value) { return in_unit(value); });
    }

    [[nodiscard]] std::string missing(std::size_t points, std::size_t of) const {
        if (points == 0) return {};
        const SweepWords& said = sweep_words(language_);
        const bool is_grid = study_.options.kind == DesignKind::grid;
        return fill(is_grid ? said.no_indices : said.left_out, number(points), number(of)) + '\n';
    }

    // By the last index: ST, sigma's neighbour mu_star, the change upwards.
    [[nodiscard]] double strength(std::size_t factor) const {
        double most = 0.0;
        for (const SensitivityRow* row : by_factor_[factor])
            if (row->index != "sigma" && std::isfinite(row->estimate.value))
                most = std::max(most, std::abs(row->estimate.value));
        return most;
    }

    [[nodiscard]] std::string grid() const {
        std::vector<std::size_t> order(by_factor_.size());
        for (std::size_t j = 0; j < order.size(); ++j) order[j] = j;
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return strength(a) > strength(b); });
        TextGrid grid({Align::left, Align::right, Align::right});
        std::vector<std::string> heads{std::string(sweep_words(language_).factor)};
        for (const SensitivityRow* row : by_factor_.front())
            heads.emplace_back(index_word(row->index, language_));
        grid.add_row(heads);
        for (const std::size_t j : order) {
            std::vector<std::string> cells{name_in(language_, study_.factors[j].label)};
            for (const SensitivityRow* row : by_factor_[j]) cells.push_back(cell(*row));
            grid.add_row(cells);
        }
        return grid.text();
    }

    const Study& study_;
    std::size_t output_;
    Language language_;
    ReportUnit unit_;
    std::vector<std::vector<const SensitivityRow*>> by_factor_;
};

bool are_of_one_study(const std::vector<StoreProgress>& stores) {
    return std::all_of(stores.begin(), stores.end(), [&](const StoreProgress& store) {
        return store.status.manifest.at("study") == stores.front().status.manifest.at("study");
    });
}

// Points that several stores have count once; those still at work are as fast as all of them.
std::string line_of_all(const std::vector<StoreProgress>& stores, Language language) {
    std::vector<bool> settled(stores.front().status.counts.points, false);
    std::set<std::size_t> failed;
    double points_a_second = 0.0;
    for (const StoreProgress& store : stores) {
        const StoreStatus& status = store.status;
        for (std::size_t p = 0; p < settled.size(); ++p)
            settled[p] = settled[p] || status.settled[p];
        for (const auto& [point, message] : status.failures) failed.insert(point);
        if (status.counts.done + status.counts.failed < store.points())
            points_a_second += status.points_a_second;
    }
    const auto there = static_cast<std::size_t>(std::count(settled.begin(), settled.end(), true));
    return sweep_line({settled.size(), there - failed.size(), failed.size()}, settled.size(),
                      points_a_second, language);
}

nlohmann::ordered_json json_of(double value) {
    return std::isfinite(value) ? nlohmann::ordered_json(value) : nlohmann::ordered_json();
}

nlohmann::ordered_json json_of(const std::map<std::size_t, std::string>& failures) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const auto& [point, message] : failures)
        list.push_back({{"point", point}, {"message", message}});
    return list;
}

// Over the points that have the outcome; nothing where none has it.
nlohmann::ordered_json json_of(const StudyOutput& output, std::vector<double> means) {
    const std::size_t points = means.size();
    std::erase_if(means, [](double v) { return !std::isfinite(v); });
    nlohmann::ordered_json json{
        {"outcome", output.id}, {"unit", output.unit}, {"without", points - means.size()}};
    if (means.empty()) return json;
    const auto [low, high] = std::minmax_element(means.begin(), means.end());
    json["mean"] = summarise(means).mean;
    json["lowest"] = *low;
    json["highest"] = *high;
    return json;
}

nlohmann::ordered_json json_of(const StoreProgress& store) {
    const StoreStatus& status = store.status;
    const std::size_t settled = status.counts.done + status.counts.failed;
    nlohmann::ordered_json json{
        {"store", store.file.string()},
        {"points", status.counts.points},
        {"part",
         {{"index", store.part.index}, {"count", store.part.count}, {"points", store.points()}}},
        {"done", status.counts.done},
        {"failed", status.counts.failed},
        {"complete", settled >= store.points()},
        {"points_a_second", status.points_a_second}};
    for (const auto& [key, value] : status.manifest) json["manifest"][key] = value;
    return json;
}

}  // namespace

std::string sweep_text(const Study& study, const StudyStore& store,
                       const std::vector<SensitivityRow>& rows, Language language) {
    const SweepWords& said = sweep_words(language);
    const StoreCounts counts = store.counts();
    const std::int64_t one_in = study.project.central.population.one_in;
    std::string text =
        fill(said.head, name_in(language, study.title), design_word(study.options.kind, language),
             number(counts.points), study.factors.size(), sample_text(one_in, language),
             replicates_text(study.project.replicates, language), study.project.seed) +
        std::string(study.common_random_numbers ? "" : said.own_luck) + "\n";
    for (std::size_t o = 0; o < study.outputs.size(); ++o)
        text += '\n' + OutputText(study, o, rows, language).text(store.means(o));
    text += '\n' + std::string(index_note(study.options.kind, language));
    if (any_interval(rows)) text += interval_note(study.options.kind, language);
    const std::string weighted = weighted_text(one_in, language);
    return text + '\n' + (weighted.empty() ? "" : weighted + '\n');
}

std::string sweep_json(const Study& study, const StudyStore& store,
                       const std::vector<SensitivityRow>& rows, const std::string& folder) {
    const StoreCounts counts = store.counts();
    nlohmann::ordered_json all{{"study", study.id},
                               {"points", counts.points},
                               {"done", counts.done},
                               {"failed", counts.failed},
                               {"replicates", study.project.replicates},
                               {"one_in", study.project.central.population.one_in},
                               {"seed", study.project.seed}};
    for (std::size_t o = 0; o < study.outputs.size(); ++o)
        all["outcomes"].push_back(json_of(study.outputs[o], store.means(o)));
    all["failures"] = json_of(store.failures());
    all["sensitivity"] = nlohmann::ordered_json::array();
    for (const SensitivityRow& row : rows)
        all["sensitivity"].push_back({{"outcome", study.outputs[row.output].id},
                                      {"factor", study.factors[row.factor].id},
                                      {"index", row.index},
                                      {"value", json_of(row.estimate.value)},
                                      {"conf_low", json_of(row.estimate.confidence.low)},
                                      {"conf_high", json_of(row.estimate.confidence.high)}});
    all["folder"] = folder;
    return all.dump(2) + '\n';
}

std::string failures_text(const std::map<std::size_t, std::string>& failures, Language language) {
    constexpr std::size_t most = 3;
    if (failures.empty()) return "";
    const SweepWords& said = sweep_words(language);
    std::string text = fill(said.failed, number(failures.size())) + '\n';
    std::size_t shown = 0;
    for (const auto& [point, message] : failures)
        if (++shown <= most) text += fill(said.failed_point, point, message) + '\n';
    if (failures.size() > most)
        text += fill(said.more_failed, number(failures.size() - most)) + '\n';
    return text;
}

std::size_t StoreProgress::points() const {
    return part.end(status.counts.points) - part.first(status.counts.points);
}

std::string status_text(const std::vector<StoreProgress>& stores, Language language) {
    const SweepWords& said = sweep_words(language);
    std::string text;
    bool has_parts = false;
    for (const StoreProgress& store : stores) {
        const StoreStatus& status = store.status;
        const std::string& title =
            status.manifest.at(language == Language::zh ? "title_zh" : "title_en");
        text += fill(said.status, store.file.string(), title,
                     sweep_line(status.counts, store.points(), status.points_a_second, language)) +
                '\n' + failures_text(status.failures, language);
        has_parts = has_parts || store.part.count > 1;
    }
    return has_parts && are_of_one_study(stores)
               ? text + fill(said.together, line_of_all(stores, language)) + '\n'
               : text;
}

std::string status_json(const std::vector<StoreProgress>& stores) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const StoreProgress& store : stores) list.push_back(json_of(store));
    return list.dump(2) + '\n';
}

std::string interrupted_text(const StoreCounts& counts, std::size_t total,
                             const std::string& command, Language language) {
    return fill(sweep_words(language).interrupted, number(counts.done + counts.failed),
                number(total), command) +
           '\n';
}

std::string shard_text(const std::string& file, const std::string& command, Language language) {
    return fill(sweep_words(language).shard, file, command) + '\n';
}

std::string shard_json(const StoreProgress& part, const std::string& command) {
    nlohmann::ordered_json json = json_of(part);
    json["failures"] = json_of(part.status.failures);
    json["merge"] = command;
    return json.dump(2) + '\n';
}

}  // namespace zhaimao
