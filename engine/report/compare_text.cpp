#include "engine/report/compare_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <numeric>

#include "engine/report/compare_words.h"
#include "engine/report/text.h"

namespace zhaimao {
namespace {

constexpr std::size_t columns = 108;

template <class... Args>
std::string fill(std::string_view text, const Args&... args) {
    return fmt::format(fmt::runtime(text), args...);
}

// Nothing is told from zero by one future.
bool has_interval(const PairedDifference& d) {
    return std::isfinite(d.confidence.low) && std::isfinite(d.confidence.high);
}

// The mean, and its interval where it has one.
template <class Text>
std::string with_interval(const PairedDifference& d, std::string_view comma, const Text& text) {
    if (!has_interval(d)) return text(d.difference.mean);
    return fmt::format("{} [{}{}{}]", text(d.difference.mean), text(d.confidence.low), comma,
                       text(d.confidence.high));
}

// With one decimal; zero has no sign.
std::string fixed(double value) {
    const std::string text = fmt::format("{:.1f}", value);
    return text == "-0.0" ? "0.0" : text;
}

// Writes one scenario against the baseline; a section a function.
class ComparisonText {
   public:
    ComparisonText(const ReportContext& baseline, const ComparedScenario& other, Language language)
        : context_(baseline),
          other_(other),
          c_(other.comparison),
          language_(language),
          words_(compare_words(language)) {}

    [[nodiscard]] std::string text() const {
        return name_in(language_, other_.title) + "\n" + wrapped(sentences(), columns) + '\n' +
               parting() + "\n\n" + counties() + own_deadlines() + paired();
    }

   private:
    [[nodiscard]] std::string name(std::size_t county) const {
        return name_in(language_, context_.counties[county].name);
    }

    // "2020", or "2020 > 2019" where the scenario has another.
    [[nodiscard]] static std::string by(const CountyComparison& county) {
        const std::string deadline = std::to_string(county.deadline);
        return county.other_deadline == county.deadline
                   ? deadline
                   : fill("{} > {}", deadline, county.other_deadline);
    }

    [[nodiscard]] std::string own_deadlines() const {
        const bool same =
            std::all_of(c_.counties.begin(), c_.counties.end(), [](const CountyComparison& county) {
                return county.deadline == county.other_deadline;
            });
        return same ? "" : std::string(words_.own_deadlines) + '\n';
    }

    // The sentence for a difference that is more, less, neither or none, each with the interval
    // read in the direction that it says.
    template <class Text>
    static std::string told(const PairedDifference& d, const DifferenceWords& words,
                            const Text& text) {
        const double low = d.confidence.low;
        const double high = d.confidence.high;
        if (!d.is_told_from_zero())
            return text(d.is_none() ? words.same : words.none, d.difference.mean, low, high);
        return low > 0.0 ? text(words.more, d.difference.mean, low, high)
                         : text(words.less, -d.difference.mean, -high, -low);
    }

    [[nodiscard]] std::string poor() const {
        const double error = c_.poor_people.difference.mcse;
        return told(c_.poor_people, words_.poor,
                    [&](std::string_view words, double mean, double low, double high) {
                        const auto people = [&](double n) { return people_less_text(n, error); };
                        return fill(words, people(mean), context_.last_deadline(), people(low),
                                    people(high));
                    });
    }

    [[nodiscard]] std::string on_time() const {
        return told(c_.counties_on_time, words_.on_time,
                    [](std::string_view words, double mean, double low, double high) {
                        return fill(words, fixed(mean), fixed(low), fixed(high));
                    });
    }

    [[nodiscard]] std::string money() const {
        const double whole = c_.money.baseline;
        if (!(whole > 0.0)) return "";
        if (!(c_.money.other > 0.0)) return fill("{}{}", words_.separator, words_.costs_nothing);
        return std::string(words_.separator) +
               told(c_.money, words_.money,
                    [&](std::string_view words, double mean, double low, double high) {
                        // Nothing costs less than nothing.
                        const bool is_less = words == words_.money.less;
                        const auto percent = [&](double yuan) {
                            return fixed(100.0 *
                                         (is_less ? std::min(yuan / whole, 1.0) : yuan / whole));
                        };
                        return fill(words, percent(mean), percent(low), percent(high));
                    });
    }

    // The largest delay first; at most three are named. Then how many cannot be told from none.
    [[nodiscard]] std::string delays() const {
        std::vector<const CountyComparison*> told_apart;
        for (const CountyComparison& county : c_.counties)
            if (county.delay.is_told_from_zero()) told_apart.push_back(&county);
        std::stable_sort(told_apart.begin(), told_apart.end(), [](const auto* a, const auto* b) {
            return std::abs(a->delay.difference.mean) > std::abs(b->delay.difference.mean);
        });
        const std::size_t all_told = told_apart.size();
        constexpr std::size_t most = 3;
        told_apart.resize(std::min(most, told_apart.size()));
        std::string text;
        for (const CountyComparison* county : told_apart)
            text += std::string(words_.separator) + delay(*county);
        return text + other_delays(c_.counties.size() - all_told);
    }

    [[nodiscard]] std::string other_delays(std::size_t not_told) const {
        if (not_told == 0) return "";
        const bool same =
            std::all_of(c_.counties.begin(), c_.counties.end(),
                        [](const CountyComparison& county) { return county.delay.is_none(); });
        return std::string(words_.separator) +
               (same ? std::string(words_.delay.same)
                     : fill(words_.delay.none, not_told, c_.counties.size()));
    }

    [[nodiscard]] std::string delay(const CountyComparison& county) const {
        return told(county.delay, words_.delay,
                    [&](std::string_view words, double mean, double low, double high) {
                        return fill(words, name(county.county), fixed(mean), fixed(low),
                                    fixed(high));
                    });
    }

    [[nodiscard]] std::string sentences() const {
        if (!has_interval(c_.poor_people))
            return std::string(words_.one_future) + std::string(words_.stop);
        return poor() + std::string(words_.separator) + on_time() + money() + delays() +
               std::string(words_.stop);
    }

    [[nodiscard]] std::string parting() const {
        return c_.parts_in ? fill(words_.parts, *c_.parts_in) : std::string(words_.same);
    }

    [[nodiscard]] std::vector<std::string> row(const CountyComparison& county,
                                               bool new_deadline) const {
        // No probability changes by more than 100 points.
        const auto interval = [](const PairedDifference& d, double unit, double most) {
            return with_interval(d, ",", [&](double value) {
                return fill("{:>5}", signed_text(std::clamp(unit * value, -most, most), 1));
            });
        };
        constexpr double any = std::numeric_limits<double>::infinity();
        const PairedDifference& poor = county.poor_at_deadline;
        const double error = poor.difference.mcse;
        return {new_deadline ? by(county) : "",
                name(county.county),
                interval(county.delay, 1.0, any),
                fill("{:>3} > {:>3}", probability_text(county.on_time.baseline),
                     probability_text(county.on_time.other)),
                interval(county.on_time, 100.0, 100.0),
                with_interval(poor, ", ",
                              [&](double people) { return signed_people_text(people, error); })};
    }

    [[nodiscard]] std::string counties() const {
        TextGrid grid(
            {Align::left, Align::left, Align::left, Align::left, Align::left, Align::right});
        std::vector<std::string> heads;
        for (const std::string_view head : words_.heads) heads.emplace_back(head);
        grid.add_row(heads);
        std::vector<const CountyComparison*> rows;
        for (const CountyComparison& county : c_.counties) rows.push_back(&county);
        std::stable_sort(rows.begin(), rows.end(),
                         [](const auto* a, const auto* b) { return by(*a) < by(*b); });
        std::string deadline;
        for (const CountyComparison* county : rows) {
            grid.add_row(row(*county, by(*county) != deadline));
            deadline = by(*county);
        }
        return grid.text();
    }

    [[nodiscard]] std::string paired() const {
        const double ratio = c_.poor_people.variance_ratio;
        if (!c_.parts_in || !std::isfinite(ratio) || !has_interval(c_.poor_people)) return "";
        return (ratio < 1.0 ? fill(words_.paired_worse, fixed(1.0 / ratio))
                            : fill(words_.paired, fixed(ratio))) +
               '\n';
    }

    const ReportContext& context_;
    const ComparedScenario& other_;
    const Comparison& c_;
    Language language_;
    const CompareWords& words_;
};

nlohmann::ordered_json json_of(const PairedDifference& d) {
    return {{"baseline", d.baseline},
            {"scenario", d.other},
            {"mean", d.difference.mean},
            {"conf_low", d.confidence.low},
            {"conf_high", d.confidence.high},
            {"variance_ratio", d.variance_ratio},
            {"told_from_zero", d.is_told_from_zero()}};
}

}  // namespace

std::string compare_text(const ReportContext& baseline, const std::vector<ComparedScenario>& others,
                         Language language) {
    const CompareWords& words = compare_words(language);
    std::string text =
        fill(words.head, name_in(language, baseline.title), baseline.counties.size(),
             households_text(baseline.households, baseline.one_in, language), baseline.first_year,
             baseline.last_year, replicates_text(baseline.replicates, language), baseline.seed) +
        '\n';
    for (const ComparedScenario& other : others)
        text += '\n' + ComparisonText(baseline, other, language).text();
    const std::string weighted = weighted_text(baseline.one_in, language);
    return text + '\n' + std::string(words.bracket) + '\n' +
           (weighted.empty() ? "" : weighted + '\n');
}

std::string not_reached_text(double wanted, double half_width, Language language) {
    return fill(compare_words(language).not_reached, with_thousands(std::llround(wanted)),
                with_thousands(std::llround(half_width))) +
           '\n';
}

std::string compare_json(const ReportContext& baseline, const std::vector<ComparedScenario>& others,
                         const std::string& folder) {
    nlohmann::ordered_json all{{"baseline", baseline.scenario},
                               {"replicates", baseline.replicates},
                               {"one_in", baseline.one_in},
                               {"seed", baseline.seed},
                               {"conf_level", confidence_level}};
    for (const ComparedScenario& other : others) {
        const Comparison& c = other.comparison;
        nlohmann::ordered_json one{{"scenario", other.id},
                                   {"year", baseline.last_deadline()},
                                   {"poor_people", json_of(c.poor_people)},
                                   {"counties_on_time", json_of(c.counties_on_time)},
                                   {"money", json_of(c.money)}};
        if (c.parts_in) one["parts_in"] = *c.parts_in;
        for (const CountyComparison& county : c.counties)
            one["counties"].push_back(
                {{"area_id", baseline.counties[county.county].code},
                 {"deadline", {{"baseline", county.deadline}, {"scenario", county.other_deadline}}},
                 {"delay_years", json_of(county.delay)},
                 {"p_on_time", json_of(county.on_time)},
                 {"poor_at_deadline", json_of(county.poor_at_deadline)}});
        all["scenarios"].push_back(std::move(one));
    }
    all["folder"] = folder;
    return all.dump(2) + '\n';
}

}  // namespace zhaimao
