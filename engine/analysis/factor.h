// A factor of a study: a path of the scenario, and what it is set to.
//
//   levels: [6000 people, 12000 people]     values as `change` takes them
//   distribution: {uniform: [a, b]}         set at the path; a point gives the quantile
//   times: {uniform: [0.5, 1.5]}            what stands at the path is multiplied; or a list
//
// A place u in the unit cube is level floor(u n) of n, or the quantile u of a distribution.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/core/config/block.h"
#include "engine/core/config/distribution.h"
#include "engine/core/config/ledger.h"
#include "engine/core/config/node.h"
#include "engine/core/diagnostics.h"

namespace zhaimao {

struct Factor {
    std::string id;
    Label label;
    std::string path;
    Place place;                       // of the path in the study's file
    std::vector<Node> levels;          // each set at the path; empty: a distribution
    std::optional<Node> distribution;  // set at the path
    std::optional<Distribution> times;
    std::string drawn_from;  // either of the two as written
    std::string shape;       // its name: "normal"
};

// `scenario` is the tree that the path is of. Mistakes go to the block's Reading.
[[nodiscard]] Factor read_factor(Block& block, Node& scenario);

// Two paths name the same value, or one a part of what the other does.
[[nodiscard]] bool paths_overlap(const std::string& a, const std::string& b);

// Sets the factor at place u: a change of the tree, and where it has a distribution its quantile.
void set_factor(const Factor& factor, double u, Node& tree, GivenUniforms& given,
                Diagnostics& diagnostics);

// What a factor is at place u: a number in base units where it is one, and the level as written.
// `drawn`: what the scenario read of its distributions at that place.
struct FactorValue {
    std::optional<double> number;
    std::string level;  // empty: no levels
};
[[nodiscard]] FactorValue value_of(const Factor& factor, double u, const DrawnNumbers& drawn);

}  // namespace zhaimao
