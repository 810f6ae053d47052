// Areas: the counties a run simulates, provinces to report them by, and the city (or the nation)
// above all of them. Model, section 1.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/config/block.h"

namespace zhaimao {

enum class Designation : std::uint8_t { none, provincial, national };

// The nation's regions, where rules differ by them.
inline constexpr std::size_t region_count = 3;
inline constexpr std::array<std::string_view, region_count> region_ids{"east", "centre", "west"};

// What a county has promised. Model, section 3 D.
enum class TargetKind : std::uint8_t {
    cohort,     // all who were registered at the start have left the register
    stock,      // at most a tolerance of people is left on the register
    delisting,  // the county loses the label of a poverty county
};

struct Target {
    TargetKind kind = TargetKind::cohort;
    int deadline = 0;  // 31 December of this year

    friend bool operator==(const Target&, const Target&) = default;
};

// Counties that are reported together. Nothing is decided by province.
struct Province {
    std::string id;  // key in the configuration
    std::uint32_t code = 0;
    Label name;

    friend bool operator==(const Province&, const Province&) = default;
};

struct County {
    std::string id;          // key in the configuration
    std::uint32_t code = 0;  // administrative code; fixes order and random draws
    Label name;
    Designation designation = Designation::none;
    std::size_t region = region_count;    // index in region_ids; region_count: not said
    std::optional<std::size_t> province;  // index in Scenario::provinces
    Target target;
    std::int64_t rural_people = 0;     // registered rural population: the denominator of incidence
    std::int64_t registered_poor = 0;  // official people on the register at the start
    std::int64_t exited_people = 0;    // once on it, and off it at the start

    friend bool operator==(const County&, const County&) = default;
};

struct City {
    std::uint32_t code = 0;
    Label name;
    // What the city itself has published, for comparison with the sums over its counties.
    std::optional<std::int64_t> rural_people, registered_poor, villages, registered_villages;

    friend bool operator==(const City&, const City&) = default;
};

}  // namespace zhaimao
