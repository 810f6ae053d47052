#include "engine/interventions/rationing.h"

#include <algorithm>
#include <tuple>

#include "engine/core/flags.h"
#include "engine/core/key_select.h"
#include "engine/interventions/allocation.h"

namespace zhaimao {
namespace {

// Who waits for a capacity: what selection looks at.
struct Queue {
    Keys keys;
    std::vector<std::uint32_t> rows;       // identity, where keys are equal
    std::vector<std::int32_t> units;       // of the capacity
    std::vector<std::uint32_t> positions;  // among all candidates; empty: all are here

    explicit Queue(std::span<const Candidate> all) : rows(all.size()), units(all.size()) {
        for (std::size_t i = 0; i < all.size(); ++i) {
            rows[i] = all[i].row;
            units[i] = all[i].units;
        }
    }
    Queue(std::span<const Candidate> all, std::vector<std::uint32_t> places)
        : rows(places.size()), units(places.size()), positions(std::move(places)) {
        for (std::size_t i = 0; i < positions.size(); ++i) {
            rows[i] = all[positions[i]].row;
            units[i] = all[positions[i]].units;
        }
    }
};

// Of equal keys where the capacity ends, those with the lowest rows: flags them.
void serve_equal(const Queue& queue, const KeySelection<std::uint64_t>& selection,
                 std::int64_t capacity, FlagColumn& served) {
    std::vector<std::uint32_t> equal;
    std::int64_t left = capacity - selection.units;
    for (std::uint32_t i = 0; i < queue.keys.size(); ++i) {
        if (queue.keys[i] != selection.end.key) continue;
        equal.push_back(i);
        if (i < selection.end.position) left += queue.units[i];
    }
    std::sort(equal.begin(), equal.end(),
              [&](std::uint32_t a, std::uint32_t b) { return queue.rows[a] < queue.rows[b]; });
    for (const std::uint32_t i : equal) {
        if ((left -= queue.units[i]) < 0) return;
        served[i] = 1;
    }
}

// Whom the capacity serves in order, until the first that does not fit.
FlagColumn serve_in_order(const Queue& queue, std::int64_t capacity) {
    const auto selection = select_by_key(std::span<const std::uint64_t>(queue.keys),
                                         std::span<const std::int32_t>(queue.units), capacity);
    if (selection.all) return FlagColumn(queue.keys.size(), 1);
    FlagColumn served(queue.keys.size());
    for (std::size_t i = 0; i < served.size(); ++i)
        served[i] = queue.keys[i] < selection.end.key ? 1 : 0;
    serve_equal(queue, selection, capacity, served);
    return served;
}

// The others, in random order.
Queue shuffled_rest(std::span<const Candidate> all, FlagColumn served, const Intervention& iv,
                    const EnrolmentPlace& place) {
    std::vector<std::uint32_t> others;
    for (std::uint8_t& flag : served) flag = 1 - flag;
    list_set(served, others);
    Queue rest(all, std::move(others));
    rest.keys =
        words_of(place.draws, place.words, rest.rows, place.area, place.year, iv.luck.targeting);
    return rest;
}

// Positions of the served; in order where it matters whom money reaches.
std::vector<std::uint32_t> positions_of(const Queue& queue, const FlagColumn& served,
                                        bool in_order) {
    std::vector<std::uint32_t> places;
    list_set(served, places);
    if (in_order)
        std::sort(places.begin(), places.end(), [&](std::uint32_t a, std::uint32_t b) {
            return std::tie(queue.keys[a], queue.rows[a]) < std::tie(queue.keys[b], queue.rows[b]);
        });
    if (!queue.positions.empty())
        for (std::uint32_t& place : places) place = queue.positions[place];
    return places;
}

}  // namespace

std::vector<std::uint32_t> ascending(std::span<const std::uint32_t> positions,
                                     std::size_t candidates) {
    FlagColumn served(candidates);
    for (const std::uint32_t position : positions) served[position] = 1;
    std::vector<std::uint32_t> sorted;
    list_set(served, sorted);
    return sorted;
}

std::size_t reach(std::span<const std::int64_t> each, std::int64_t fen, std::int64_t& paid) {
    paid = 0;
    std::size_t reached = 0;
    while (reached < each.size() && paid + each[reached] <= fen) paid += each[reached++];
    return reached;
}

std::vector<std::uint32_t> ration(const Intervention& iv, std::span<const Candidate> candidates,
                                  Keys keys, std::int64_t units, const EnrolmentPlace& place,
                                  bool in_order) {
    if (units <= 0) return {};
    Queue all(candidates);
    all.keys = std::move(keys);
    const FlagColumn served = serve_in_order(all, whole_units(1.0 - iv.targeting_error, units));
    std::vector<std::uint32_t> positions = positions_of(all, served, in_order);
    if (iv.targeting_error <= 0.0) return positions;
    std::int64_t left = units;
    for (const std::uint32_t position : positions) left -= candidates[position].units;
    const Queue rest = shuffled_rest(candidates, served, iv, place);
    const auto more = positions_of(rest, serve_in_order(rest, left), in_order);
    positions.insert(positions.end(), more.begin(), more.end());
    return in_order ? positions : ascending(positions, candidates.size());
}

}  // namespace zhaimao
