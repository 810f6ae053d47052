#include "engine/population/measures/subgroups.h"

#include "engine/core/math/math.h"
#include "engine/population/measures/entropy.h"
#include "engine/population/measures/poverty.h"

namespace zhaimao::measures {
namespace {

struct Positive {
    std::vector<Distribution> groups;
    double people = 0.0, income = 0.0, left_out = 0.0;
};

Positive positive_of(std::span<const Distribution> groups) {
    Positive p;
    for (const Distribution& group : groups) {
        p.groups.push_back(group.positive());
        p.people += p.groups.back().total_people();
        p.income += p.groups.back().total_income();
        p.left_out += p.groups.back().left_out();
    }
    return p;
}

}  // namespace

std::vector<GroupPoverty> poverty_by_group(std::span<const Distribution> groups, double line,
                                           double alpha) {
    double people = 0.0, sum = 0.0;
    std::vector<GroupPoverty> all;
    for (const Distribution& group : groups) {
        all.push_back({group.total_people(), fgt(group, line, alpha), 0.0});
        people += group.total_people();
        sum += group.total_people() * all.back().poverty;
    }
    for (GroupPoverty& g : all) {
        g.contribution = sum > 0.0 ? g.people_share * g.poverty / sum : 0.0;
        g.people_share = people > 0.0 ? g.people_share / people : 0.0;
    }
    return all;
}

Inequality theil_t_by_group(std::span<const Distribution> groups) {
    const Positive all = positive_of(groups);
    Inequality t{0.0, 0.0, all.left_out};
    for (const Distribution& group : all.groups) {
        if (group.empty()) continue;
        const double share = group.total_income() / all.income;
        t.within += share * theil_t(group).value;
        t.between += share * math::log(group.mean() / (all.income / all.people));
    }
    return t;
}

Inequality theil_l_by_group(std::span<const Distribution> groups) {
    const Positive all = positive_of(groups);
    Inequality l{0.0, 0.0, all.left_out};
    for (const Distribution& group : all.groups) {
        if (group.empty()) continue;
        const double share = group.total_people() / all.people;
        l.within += share * theil_l(group).value;
        l.between += share * math::log(all.income / all.people / group.mean());
    }
    return l;
}

}  // namespace zhaimao::measures
