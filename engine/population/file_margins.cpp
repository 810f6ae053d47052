#include "engine/population/file_margins.h"

#include <algorithm>

#include "engine/core/ordered_sum.h"
#include "engine/population/draft.h"

namespace zhaimao {
namespace {

struct Rows {
    const PopulationInputs& inputs;
    std::size_t county;
    const County& area;
    std::span<const FileHousehold> rows = inputs.microdata->households->of(county);
};

template <class Category>
void set_rows(RakeMargin& margin, const Rows& in, bool counts_people, Category category_of) {
    for (std::size_t i = 0; i < in.rows.size(); ++i) {
        margin.category.push_back(static_cast<std::uint16_t>(category_of(i)));
        margin.counts.push_back(counts_people ? in.rows[i].people : 1.0);
    }
}

RakeMargin people_margin(RakeMargin margin, const Rows& in) {
    margin.targets = {static_cast<double>(in.area.rural_people)};
    set_rows(margin, in, true, [](std::size_t) { return 0; });
    return margin;
}

RakeMargin register_margin(RakeMargin margin, const Rows& in) {
    margin.categories = {"yes", "no"};
    margin.targets = {static_cast<double>(in.area.registered_poor),
                      static_cast<double>(in.area.rural_people - in.area.registered_poor)};
    set_rows(margin, in, true, [&](std::size_t i) {
        return on_register(static_cast<Status>(in.rows[i].status)) ? 0 : 1;
    });
    return margin;
}

RakeMargin size_margin(RakeMargin margin, const Rows& in) {
    margin.of_total = true;
    margin.targets = in.inputs.composition.size_shares;
    if (const auto& mean = in.inputs.counties[in.county].mean_size)
        margin.targets = tilt_to_mean(std::move(margin.targets), *mean);
    for (std::size_t size = 1; size <= margin.targets.size(); ++size)
        margin.categories.push_back(std::to_string(size));
    set_rows(margin, in, false, [&](std::size_t i) {
        return std::min<std::size_t>(in.rows[i].people, margin.targets.size()) - 1;
    });
    return margin;
}

RakeMargin column_margin(RakeMargin margin, const RakeTarget& target, const Rows& in) {
    const HouseholdFile& file = *in.inputs.microdata->households;
    margin.of_total = true;
    margin.categories = target.categories;
    margin.targets = target.shares[in.county];
    set_rows(margin, in, target.counts_people, [&](std::size_t i) {
        return file.categories[target.column][file.first[in.county] + i];
    });
    return margin;
}

RakeMargin margin_of(const RakeTarget& target, const Rows& in) {
    RakeMargin margin;
    margin.name = target.name;
    switch (target.to) {
        case RakeTo::people:
            return people_margin(std::move(margin), in);
        case RakeTo::registered:
            return register_margin(std::move(margin), in);
        case RakeTo::household_sizes:
            return size_margin(std::move(margin), in);
        case RakeTo::column:
            break;
    }
    return column_margin(std::move(margin), target, in);
}

}  // namespace

std::vector<RakeMargin> file_margins(const PopulationInputs& inputs, std::size_t county,
                                     const County& area) {
    std::vector<RakeMargin> margins;
    for (const RakeTarget& target : inputs.microdata->targets)
        margins.push_back(margin_of(target, {inputs, county, area}));
    return margins;
}

double reached_by(const RakeMargin& margin, std::size_t category,
                  const std::vector<double>& weights) {
    const auto sum = [&](bool all) {
        return ordered_sum(0, weights.size(), [&](std::size_t i) {
            return all || margin.category[i] == category ? weights[i] * margin.counts[i] : 0.0;
        });
    };
    return margin.of_total ? sum(false) / sum(true) : sum(false);
}

}  // namespace zhaimao
