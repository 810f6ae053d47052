#include "engine/simulation/provenance.h"

#include <algorithm>

#include "engine/core/config/path.h"

namespace zhaimao {
namespace {

std::string with_any_id(const std::string& path) {
    std::vector<std::string> parts = split_path(path);
    if (parts.size() > 2) parts[1] = "*";
    std::string pattern;
    for (const std::string& part : parts) pattern = join_path(pattern, part);
    return pattern;
}

}  // namespace

void check_sources(const Project& project, Diagnostics& diagnostics) {
    for (const Assumption& number : project.ledger.numbers())
        if (number.source.empty())
            diagnostics.error(number.place, number.path,
                              "has no source (every number says where it is from). Add 'source: "
                              "...' beside or above it; a guess has 'source: assumption'");
}

std::vector<Assumption> known_later(const Project& project) {
    std::vector<Assumption> later;
    for (const Assumption& number : project.ledger.numbers())
        if (!project.as_of.empty() && number.known_on > project.as_of) later.push_back(number);
    return later;
}

std::vector<SimilarNumbers> grouped(const std::vector<Assumption>& numbers) {
    std::vector<SimilarNumbers> groups;
    for (const Assumption& number : numbers) {
        const std::string pattern = with_any_id(number.path);
        const auto same = std::find_if(groups.begin(), groups.end(), [&](const SimilarNumbers& g) {
            return g.path == pattern && g.first.known_on == number.known_on &&
                   g.first.source == number.source;
        });
        if (same == groups.end())
            groups.push_back({pattern, 1, number});
        else
            ++same->count;
    }
    for (SimilarNumbers& group : groups)
        if (group.count == 1) group.path = group.first.path;
    return groups;
}

}  // namespace zhaimao
