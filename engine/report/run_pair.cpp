#include "engine/report/run_pair.h"

#include <algorithm>
#include <cmath>

#include "engine/analysis/paired.h"
#include "engine/core/diagnostics.h"

namespace zhaimao {
namespace {

Figure figure_of(const PairedDifference& d) {
    return {d.difference.mean, d.confidence.low, d.confidence.high, d.difference.mcse};
}

double square(double x) {
    return x * x;
}

// Indicators are added up as if they were independent.
Summary sum_of(const RunData& run, const std::vector<std::string>& indicators, std::int64_t area,
               int year) {
    Summary sum;
    sum.mean = sum.mcse = 0.0;
    for (const std::string& indicator : indicators) {
        const Summary* s = run.find(indicator, area, year);
        if (s == nullptr) return {};
        sum.mean += s->mean;
        sum.mcse = std::hypot(sum.mcse, std::isfinite(s->mcse) ? s->mcse : 0.0);
        sum.n = s->n;
    }
    return sum;
}

Figure unpaired(const Summary& first, const Summary& second) {
    Figure figure{second.mean - first.mean};
    const double variance = square(first.mcse) + square(second.mcse);
    figure.error = std::sqrt(variance);
    if (first.n < 2 || second.n < 2) return figure;
    if (variance == 0.0) return {figure.value, figure.value, figure.value, 0.0};
    const double degrees =
        square(variance) / (square(square(first.mcse)) / static_cast<double>(first.n - 1) +
                            square(square(second.mcse)) / static_cast<double>(second.n - 1));
    const double half =
        student_t(confidence_level, std::max<std::int64_t>(1, static_cast<std::int64_t>(degrees))) *
        figure.error;
    figure.low = figure.value - half;
    figure.high = figure.value + half;
    return figure;
}

const std::vector<double>* find(const ReplicateValues& values, const std::string& indicator,
                                std::int64_t area, int year) {
    const auto by_area = values.find(indicator);
    if (by_area == values.end()) return nullptr;
    const auto by_year = by_area->second.find(area);
    if (by_year == by_area->second.end()) return nullptr;
    const auto found = by_year->second.find(year);
    return found == by_year->second.end() ? nullptr : &found->second;
}

// Each future's sum; empty where one of the indicators is missing.
std::vector<double> sums_of(const ReplicateValues& values,
                            const std::vector<std::string>& indicators, std::int64_t area,
                            int year) {
    std::vector<double> sums;
    for (const std::string& indicator : indicators) {
        const std::vector<double>* part = find(values, indicator, area, year);
        if (part == nullptr || (!sums.empty() && part->size() != sums.size())) return {};
        if (sums.empty()) sums.assign(part->size(), 0.0);
        for (std::size_t r = 0; r < sums.size(); ++r) sums[r] += (*part)[r];
    }
    return sums;
}

std::string years_of(const RunData& run) {
    if (run.years.empty()) return "none";
    return std::to_string(run.years.front()) + "-" + std::to_string(run.years.back());
}

std::vector<std::int64_t> places_of(const RunData& run) {
    std::vector<std::int64_t> ids;
    for (const RunArea& area : run.areas) ids.push_back(area.id);
    return ids;
}

}  // namespace

Pairing pairing_of(const ComparedRun& first, const ComparedRun& second) {
    if (first.results.run.seed != second.results.run.seed) return Pairing::other_seed;
    if (first.results.run.replicates != second.results.run.replicates) return Pairing::other_count;
    if (!first.replicates || !second.replicates) return Pairing::no_replicates;
    return Pairing::paired;
}

void refuse_unless_comparable(const RunResults& first, const RunResults& second) {
    const std::string both = "report: '" + first.folder + "' and '" + second.folder + "' ";
    for (const RunResults* results : {&first, &second})
        if (results->run.values.empty())
            throw InputError("report: '" + results->folder +
                             "' holds no projection to compare (it was not written by `zhaimao "
                             "run`)");
    if (first.run.version != second.run.version)
        throw InputError(both + "are of different versions of the program (" + first.run.version +
                         ", " + second.run.version + "). Run both with one version");
    if (places_of(first.run) != places_of(second.run))
        throw InputError(both + "are of different places (their areas have not the same codes)");
    if (first.run.years != second.run.years)
        throw InputError(both + "are of different years (" + years_of(first.run) + ", " +
                         years_of(second.run) + "). Give them one start and horizon");
}

Figure run_difference(const ComparedRun& first, const ComparedRun& second,
                      const std::vector<std::string>& indicators, std::int64_t area, int year) {
    if (pairing_of(first, second) == Pairing::paired) {
        const auto a = sums_of(*first.replicates, indicators, area, year);
        const auto b = sums_of(*second.replicates, indicators, area, year);
        if (!a.empty() && a.size() == b.size()) return figure_of(paired_difference(a, b));
    }
    return unpaired(sum_of(first.results.run, indicators, area, year),
                    sum_of(second.results.run, indicators, area, year));
}

bool chances_are_paired(const ComparedRun& first, const ComparedRun& second) {
    return pairing_of(first, second) == Pairing::paired && first.replicates->contains(on_time_id) &&
           second.replicates->contains(on_time_id);
}

Figure chance_difference(const ComparedRun& first, const TargetChance& before,
                         const ComparedRun& second, const TargetChance& after) {
    if (chances_are_paired(first, second)) {
        const auto a = sums_of(*first.replicates, {on_time_id}, before.area, before.deadline);
        const auto b = sums_of(*second.replicates, {on_time_id}, after.area, after.deadline);
        if (!a.empty() && a.size() == b.size()) return figure_of(paired_shares(a, b));
    }
    return share_difference(before.p_on_time, after.p_on_time);
}

Figure share_difference(const Figure& first, const Figure& second) {
    const double value = second.value - first.value;
    const double down = std::hypot(second.value - second.low, first.high - first.value);
    const double up = std::hypot(second.high - second.value, first.value - first.low);
    constexpr double half_width_in_errors = 1.96;  // of a 95 % interval
    return {value, value - down, value + up, 0.5 * (down + up) / half_width_in_errors};
}

}  // namespace zhaimao
