#include "engine/core/suggest.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace zhaimao {
namespace {

constexpr std::size_t longest_word =
    200;  // longer ones are not typing mistakes, and cost a square of this
constexpr std::size_t furthest = 4;
constexpr std::size_t most_known = 10000;  // among more, the closest says little and costs much

template <typename Word>
std::string closest(std::string_view word, std::span<const Word> known) {
    if (word.empty() || word.size() > longest_word || known.size() > most_known) return "";
    std::string best;
    std::size_t best_distance = furthest + 1;
    for (std::string_view candidate : known) {
        if (candidate.size() > longest_word) continue;
        const std::size_t longer = std::max(word.size(), candidate.size());
        const std::size_t allowed = std::min(furthest, (longer + 2) / 3);
        if (std::max(word.size(), candidate.size()) - std::min(word.size(), candidate.size()) >
            std::min(allowed, best_distance))
            continue;
        const std::size_t distance = edit_distance(word, candidate, allowed);
        if (distance > allowed || distance >= longer || distance >= best_distance) continue;
        best = candidate;
        best_distance = distance;
    }
    return best;
}

std::string question(const std::string& word) {
    return word.empty() ? "" : "; did you mean '" + word + "'?";
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most) {
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, row);
        // A later row is no less than the least of these two.
        const std::size_t least = *std::min_element(last.begin(), last.end());
        if (least > most && *std::min_element(before.begin(), before.end()) > most) return least;
    }
    return last[b.size()];
}

std::string suggest(std::string_view word, std::span<const std::string> known) {
    return closest<std::string>(word, known);
}

std::string suggest(std::string_view word, std::span<const std::string_view> known) {
    return closest<std::string_view>(word, known);
}

std::string did_you_mean(std::string_view word, std::span<const std::string> known) {
    return question(suggest(word, known));
}

std::string did_you_mean(std::string_view word, std::span<const std::string_view> known) {
    return question(suggest(word, known));
}

}  // namespace zhaimao
