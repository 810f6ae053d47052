#include "engine/report/console.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/io/csv.h"
#include "engine/report/console_bracket.h"
#include "engine/report/failing_rule.h"
#include "engine/report/rules_text.h"
#include "engine/report/text.h"

namespace zhaimao {
namespace {

template <class... Args>
std::string fill(std::string_view text, const Args&... args) {
    return fmt::format(fmt::runtime(text), args...);
}

std::string mean_text(const Summary& s) {
    return people_text(s.mean, s.mcse);
}

// One future says nothing of its error.
std::string late_text(const Summary& people) {
    return people.n == 1 ? about_text(people.mean) : mean_text(people);
}

// Writes one run; a section a function.
class Console {
   public:
    Console(const ReportContext& context, const RunDigest& digest, const ConsoleStyle& style)
        : context_(context), digest_(digest), style_(style), words_(words(style.language)) {}

    [[nodiscard]] std::string text() const {
        return head() + "\n\n" + verdict() + '\n' + risk() + rule() + "\n\n" +
               (is_grouped() ? deadlines() + '\n' + worst() : targets(digest_.counties)) + '\n' +
               areas_by_year() + '\n' + city_exits() + '\n' + inputs() + '\n' +
               bracket_text(context_, style_.language, style_.columns) + '\n' + sample() +
               warnings();
    }

   private:
    [[nodiscard]] bool is_grouped() const { return !style_.all && !context_.provinces.empty(); }

    [[nodiscard]] std::string name(std::size_t county) const {
        return name_in(style_.language, context_.counties[county].name);
    }

    [[nodiscard]] std::string head() const {
        return fill(words_.head, name_in(style_.language, context_.title), context_.counties.size(),
                    households_text(context_.households, context_.one_in, style_.language),
                    context_.first_year, context_.last_year,
                    replicates_text(context_.replicates, style_.language), context_.seed);
    }

    [[nodiscard]] std::string verdict() const {
        const std::size_t counties = context_.counties.size();
        std::string line = fill(words_.probably, digest_.probable_counties(), counties);
        for (const JointTarget& joint : digest_.joint) {
            if (joint.area_set != "all" || counties < 2) continue;
            line += std::string(words_.separator) + fill(words_.together, counties,
                                                         probability_text(joint.p_all),
                                                         percent_text(joint.confidence.low, 0),
                                                         percent_text(joint.confidence.high, 0));
        }
        return line;
    }

    [[nodiscard]] std::string risk() const {
        const CountyDigest& county = digest_.counties[digest_.most_at_risk()];
        if (county.outcome.late == 0) return std::string(words_.none_late);
        return fill(words_.at_risk, name(county.index)) + too_many(county.outcome);
    }

    // A county may be late for another rule than people too many.
    [[nodiscard]] std::string too_many(const TargetOutcome& outcome) const {
        const Summary& people = outcome.shortfall;
        if (people.n == 0) return std::string(words_.late_otherwise);
        const bool always = people.n == outcome.late;
        if (people.n == 1)
            return always ? fill(words_.late_once, late_text(people))
                          : fill(words_.too_many_once, outcome.late, late_text(people));
        const std::string low = people_text(people.q05, people.mcse),
                          high = people_text(people.q95, people.mcse);
        return always ? fill(words_.when_late, mean_text(people), low, high)
                      : fill(words_.when_too_many, people.n, outcome.late, mean_text(people), low,
                             high);
    }

    // A line where another rule than incidence keeps counties from being delisted.
    [[nodiscard]] std::string rule() const {
        const std::optional<FailingRule> failing = failing_rule(digest_);
        if (!failing) return "";
        return '\n' + fill(words_.failing_rule, failing->counties, failing->at_risk,
                           rule_name(failing->rule, style_.language),
                           name(digest_.counties[failing->worst].index),
                           percent_text(failing->p_fail, 0), percent_text(failing->incidence, 0));
    }

    [[nodiscard]] std::vector<std::string> target_row(const CountyDigest& county,
                                                      bool new_year) const {
        const County& area = context_.counties[county.index];
        const TargetOutcome& o = county.outcome;
        const auto median = o.year_q50 > context_.last_year ? fill(words_.after, context_.last_year)
                                                            : std::to_string(o.year_q50);
        return {new_year ? std::to_string(area.target.deadline) : "",
                name(county.index) + (county.is_probable() ? "" : "!"),
                std::string(target_word(style_.language, area.target.kind)),
                fill("{:>3} [{:>2},{:>3}]", probability_text(o.p_on_time),
                     percent_text(o.confidence.low, 0), percent_text(o.confidence.high, 0)),
                median,
                fill("{:>4} > {}", percent_text(county.start_incidence, 1),
                     percent_text(county.deadline_incidence, 1)),
                late_text(o.shortfall)};
    }

    // A row a deadline: how many counties have it, and how many are expected to meet it.
    [[nodiscard]] std::string deadlines() const {
        TextGrid grid(
            {Align::left, Align::right, Align::right, Align::right, Align::right, Align::left});
        std::vector<std::string> heads;
        for (const std::string_view head : words_.deadline_heads) heads.emplace_back(head);
        grid.add_row(heads);
        for (const DeadlineCount& row : deadline_counts(context_, digest_))
            grid.add_row({std::to_string(row.year), std::to_string(row.counties),
                          std::to_string(row.probable), fill("{:.1f}", row.expected),
                          fill("{:.1f}", row.delisted.mean),
                          fill("[{:.0f}, {:.0f}]", row.delisted.q05, row.delisted.q95)});
        return grid.text();
    }

    [[nodiscard]] std::string worst() const {
        constexpr std::size_t most = 10;
        const std::vector<CountyDigest> worst = most_at_risk(digest_, most);
        return fill(words_.of_most_at_risk, worst.size(), context_.counties.size()) + '\n' +
               targets(worst);
    }

    [[nodiscard]] std::string targets(const std::vector<CountyDigest>& counties) const {
        const auto word = [](std::string_view text) { return std::string(text); };
        TextGrid grid({Align::left, Align::left, Align::left, Align::left, Align::left, Align::left,
                       Align::right});
        grid.add_row({word(words_.by), word(words_.county), word(words_.target),
                      word(words_.p_on_time), word(words_.median), word(words_.incidence),
                      word(words_.late_by)});
        grid.add_row({"", "", "", "[95 %]", "", fill(words_.since, context_.first_year),
                      word(words_.people)});
        int year = 0;
        for (const CountyDigest& county : counties) {
            const int deadline = context_.counties[county.index].target.deadline;
            grid.add_row(target_row(county, deadline != year));
            year = deadline;
        }
        return grid.text();
    }

    [[nodiscard]] std::string sample() const {
        const std::string weighted = weighted_text(context_.one_in, style_.language);
        return weighted.empty() ? "" : weighted + '\n';
    }

    [[nodiscard]] std::string warnings() const {
        std::string out;
        if (digest_.non_finite.values > 0) {
            out +=
                fill(words_.non_finite, digest_.non_finite.values, digest_.non_finite.cells) + '\n';
        }
        if (digest_.broken_households > 0.0) out += std::string(words_.broken) + '\n';
        return out;
    }

    // Years [first, last) of the digest.
    [[nodiscard]] std::string year_block(std::size_t first, std::size_t last) const {
        std::vector<Align> columns{Align::left};
        std::vector<std::string> heads{std::string(is_grouped() ? words_.province : words_.county)};
        for (std::size_t y = first; y < last; ++y) {
            columns.insert(columns.end(), {Align::right, Align::right});
            heads.insert(heads.end(), {std::to_string(digest_.years[y]), "%"});
        }
        TextGrid grid(columns);
        grid.add_row(heads);
        const auto add = [&](const Label& area, const std::vector<AreaYear>& cells) {
            std::vector<std::string> row{name_in(style_.language, area)};
            for (std::size_t y = first; y < last; ++y) {
                const AreaYear& cell = cells[y];
                row.push_back(mean_text(cell.poor_people));
                row.push_back(percent_text(cell.incidence, 1));
            }
            grid.add_row(row);
        };
        if (is_grouped()) {
            for (std::size_t p = 0; p < context_.provinces.size(); ++p)
                add(context_.provinces[p].name, digest_.province_years[p]);
        } else {
            for (const CountyDigest& county : digest_.counties)
                add(context_.counties[county.index].name, digest_.area_years[county.index]);
        }
        add(context_.city.name, digest_.area_years.back());
        return grid.text();
    }

    [[nodiscard]] std::string areas_by_year() const {
        const std::size_t years = digest_.years.size();
        std::size_t at_once = years;
        while (at_once > 1 && widest(year_block(0, at_once)) > style_.columns) --at_once;
        std::string out = std::string(words_.still_poor) + '\n';
        for (std::size_t first = 0; first < years; first += at_once) {
            out += year_block(first, std::min(first + at_once, years));
        }
        return out;
    }

    static std::size_t widest(std::string_view block) {
        std::size_t width = 0;
        while (!block.empty()) {
            const std::size_t end = block.find('\n');
            width = std::max(width, display_width(block.substr(0, end)));
            block.remove_prefix(end + 1);
        }
        return width;
    }

    [[nodiscard]] std::string task_key() const {
        std::vector<double> tasks;
        for (const ExitYear& exits : digest_.city_exits) {
            if (exits.task) tasks.push_back(*exits.task);
        }
        if (tasks.empty()) return {};
        const bool equal = std::all_of(tasks.begin(), tasks.end(),
                                       [&](double task) { return task == tasks.front(); });
        return "   " + (equal ? fill(words_.under_task, people_text(tasks.front(), 0.0))
                              : std::string(words_.under_tasks));
    }

    [[nodiscard]] std::string city_exits() const {
        std::string line = fill(words_.city_exits, name_in(style_.language, context_.city.name));
        for (const ExitYear& exits : digest_.city_exits)
            line +=
                fill("  {} {}{}", exits.year, mean_text(exits.people), exits.is_short() ? "!" : "");
        return line + task_key() + '\n' + cumulative_exits();
    }

    [[nodiscard]] std::string cumulative_exits() const {
        const std::string exits = mean_text(digest_.cumulative_exits);
        const std::int64_t registered = context_.registered_at_start();
        const int year = digest_.years.back();
        if (registered == 0) return fill(words_.cumulative_alone, year, exits);
        return fill(words_.cumulative, year, exits, with_thousands(registered));
    }

    [[nodiscard]] std::string inputs() const {
        return wrapped(
            leans_on() + std::string(words_.separator) +
                fill(words_.inputs, digest_.assumptions, digest_.inputs, digest_.never_varied),
            style_.columns);
    }

    [[nodiscard]] std::string leans_on() const {
        if (context_.replicates < fewest_futures) return std::string(words_.too_few_futures);
        if (digest_.leans_on.empty()) return std::string(words_.nothing_stands_out);
        constexpr std::size_t most = 4;
        std::string names;
        for (std::size_t i = 0; i < std::min(most, digest_.leans_on.size()); ++i)
            names += std::string(i == 0 ? "" : words_.name_separator) +
                     name_in(style_.language, digest_.leans_on[i].name);
        return fill(words_.leans_on, names);
    }

    const ReportContext& context_;
    const RunDigest& digest_;
    const ConsoleStyle& style_;
    const ReportWords& words_;
};

std::string with_red_marks(const std::string& text) {
    std::string out;
    for (const char c : text) out += c == '!' ? std::string("\x1b[31m!\x1b[0m") : std::string(1, c);
    return out;
}

}  // namespace

std::string console_text(const ReportContext& context, const RunDigest& digest,
                         const ConsoleStyle& style) {
    const std::string text = Console(context, digest, style).text();
    return style.colour ? with_red_marks(text) : text;
}

std::string wrote_text(const std::string& folder, Language language) {
    return fill(words(language).wrote, folder) + '\n';
}

}  // namespace zhaimao
