#include "engine/interventions/intervention.h"

#include <algorithm>

#include "engine/core/suggest.h"

namespace zhaimao {
namespace {

constexpr std::array<std::string_view, 2> repeat_ids{"never", "yearly"};

// What a capacity may count, in the order of Per.
constexpr std::array counted{unit::people, unit::households, unit::workers, unit::students,
                             unit::villages};

void read_order(Intervention& iv, Block& block) {
    constexpr std::array<std::string_view, 5> keys{"income", "permanent_income", "unmet_guarantees",
                                                   "people", "random"};
    std::optional<Block> order =
        block.maybe_block("order", "in which order the eligible are served");
    if (!order) return;
    for (std::size_t key :
         order->choices("by", "the first key decides, the next breaks its ties", keys))
        iv.order.push_back(static_cast<RankKey>(key));
    if (iv.order.size() > max_rank_keys) order->wrong("by", "at most two keys are possible");
    if (iv.order.empty()) iv.order.push_back(RankKey::random);
    iv.targeting_error = order->number({"targeting_error", unit::number, share_range,
                                        "share of the capacity that goes in random order"},
                                       0.0);
}

void read_capacity(Intervention& iv, Block& block, const InterventionReading& r) {
    const Key key{"capacity",
                  {},
                  countable,
                  "the city's capacity, by year; the start year's is already delivered"};
    if (const auto c = block.maybe_by_year_in(key, counted, r.first_year, r.last_year)) {
        iv.capacity = Capacity{Per::person, c->values};
        const auto found = std::find(counted.begin(), counted.end(), c->dimension);
        iv.capacity->counted_in = static_cast<Per>(found - counted.begin());
    }
    if (iv.capacity && iv.serves_villages != (iv.capacity->counted_in == Per::village))
        block.error("capacity", iv.serves_villages ? "unit: village needs a capacity in villages"
                                                   : "a capacity in villages needs unit: village");
    iv.capacity_share = block.maybe_number(
        {"capacity_share", unit::number, share_range, "of each county's eligible households"});
    if (iv.capacity && iv.capacity_share)
        block.error("capacity_share",
                    "stands beside capacity (either says how many are served). Remove one");
    iv.take_up = block.maybe_by_year(
        {"take_up", unit::number, share_range, "share of the eligible who take it up"},
        r.first_year, r.last_year);
    iv.from = block.maybe_year("from", "first year of service")
                  .value_or(iv.capacity ? r.first_year : r.first_year + 1);
    iv.until = block.maybe_year("until", "last year of service").value_or(r.last_year);
}

void read_weights(Allocation& allocation, Block table, const InterventionReading& r) {
    allocation.rule = AllocationRule::weights;
    for (const std::string& id : table.keys()) {
        if (std::find(r.named.begin(), r.named.end(), id) != r.named.end()) continue;
        table.skip(id);
        table.error(id, "is no county of this plan" + did_you_mean(id, r.named));
    }
    for (const std::string& county : r.counties)
        allocation.weights.push_back(
            table.number({county, unit::number, non_negative, "the county's weight"}, 0.0));
    if (std::all_of(allocation.weights.begin(), allocation.weights.end(),
                    [](double w) { return w == 0.0; }))
        table.error(
            "",
            "all weights are zero, so no county would get any capacity. Give one a weight above 0");
}

void read_allocation(Intervention& iv, Block& block, const InterventionReading& r) {
    constexpr std::array<std::string_view, 4> rules{"by_eligible", "by_registered", "by_people",
                                                    "nearest_deadline"};
    if (block.is_map("allocation")) {
        Block allocation =
            block.block("allocation", "how the city's capacity is divided among counties");
        return read_weights(iv.allocation, allocation.block("weights", "fixed weights of counties"),
                            r);
    }
    iv.allocation.rule = static_cast<AllocationRule>(
        block.choice("allocation", "how the city's capacity is divided among counties", rules, 0));
}

void read_pipeline(Intervention& iv, Block& block) {
    std::optional<Block> pipeline =
        block.maybe_block("pipeline", "stages in which the start year left its capacity, by id");
    if (!pipeline) return;
    if (!iv.capacity) return pipeline->error("", "needs a capacity, whose start year it explains");
    const Dimension counted_in = counted[static_cast<std::size_t>(iv.capacity->counted_in)];
    for (Block& block_of_stage : pipeline->children()) {
        PipelineStage stage{block_of_stage.id(), 0, 0};
        stage.units =
            block_of_stage.whole({"units", counted_in, countable, "of the capacity in this stage"});
        stage.delay = static_cast<int>(block_of_stage.whole(
            {"delay", unit::years, between(0, 50), "until the benefit begins"}));
        iv.pipeline.push_back(stage);
    }
}

void read_afterwards(Intervention& iv, Block& block) {
    iv.repeat = static_cast<Repeat>(
        block.choice("repeat", "whether a household may be served again", repeat_ids, 0));
    iv.after_exit = static_cast<Afterwards>(block.choice(
        "after_exit", "whether support outlasts a household's exit", afterwards_ids, 0));
    iv.after_delisting = static_cast<Afterwards>(block.choice(
        "after_delisting", "whether new services outlast a county's delisting", afterwards_ids, 0));
    const bool tapers =
        iv.after_exit == Afterwards::tapers || iv.after_delisting == Afterwards::tapers;
    const Key taper{"taper", unit::years, between(1, 50), "over which tapering support ends"};
    if (tapers)
        iv.taper_years = static_cast<int>(block.whole(taper));
    else if (block.maybe_number(taper))
        block.error("taper", "nothing tapers. Say after_exit: taper or after_delisting: taper");
}

void read_funds(Intervention& iv, Block& block, const InterventionReading& r) {
    for (const std::string& id : block.texts("paid_from", "funds that pay, the first one first")) {
        const auto fund = std::find(r.funds.begin(), r.funds.end(), id);
        if (fund == r.funds.end())
            block.error("paid_from", "'" + id + "' is no fund" + did_you_mean(id, r.funds) +
                                         (r.funds.empty() ? ". Declare it under `funds`" : ""));
        else
            iv.paid_from.push_back(static_cast<std::size_t>(fund - r.funds.begin()));
    }
    if (!iv.paid_from.empty() && iv.is_entitlement())
        block.error(
            "paid_from",
            "an entitlement is owed to whoever is entitled, so no fund can limit it. Give it a "
            "capacity, or remove paid_from");
}

// What is said of households' services and means nothing where villages are served.
void check_of_villages(const Intervention& iv, Block& block) {
    if (!iv.serves_villages) return;
    if (block.has("completed_by"))
        block.error(
            "completed_by",
            "a served village has its benefit at once; the start year's may wait as a stage "
            "of the pipeline says. Remove it");
    if (iv.repeat == Repeat::yearly)
        block.error("repeat", "a village is served once, for good. Remove it");
    if (std::count(iv.order.begin(), iv.order.end(), RankKey::permanent_income) > 0)
        block.error("order",
                    "villages are ordered by what is seen of their households. Say income instead "
                    "of permanent_income");
}

void read_effects(Intervention& iv, Block& block, const InterventionReading& r) {
    for (Block& effect : block.block("effects", "what it does, by an id of each").children()) {
        const Purpose luck("intervention/" + iv.id + "/effect/" + effect.id());
        iv.effects.push_back(
            {effect.id(), read_effect(effect, {r.first_year, r.last_year, luck, r.events})});
        if (iv.serves_villages) continue;
        const auto* dividend = std::get_if<Dividend>(&iv.effects.back().effect);
        if (dividend != nullptr && !dividend->payment)
            effect.error("",
                         "an asset's earnings are shared out in villages. Say unit: village, or "
                         "give a fixed `payment`");
    }
}

void read_costs(Intervention& iv, Block& block) {
    std::optional<Block> cost = block.maybe_block("cost", "money per unit served");
    if (!cost) return;
    iv.cost_once = Amount::read(*cost, "once", "in the year of enrolment", false);
    iv.cost_yearly =
        Amount::read(*cost, "yearly",
                     "in every year of service, beside what transfers and dividends pay", false);
    if (cost->has("duration") && !cost->has("yearly"))
        cost->error("duration", "without `yearly` there is nothing that goes on");
    iv.cost_duration = static_cast<int>(
        cost->whole({"duration", unit::years, at_least(1),
                     "years in which `yearly` falls due; absent: as long as the service lasts"},
                    Intervention::for_good));
}

}  // namespace

float Intervention::left(Afterwards rule, int years_afterwards) const {
    if (rule == Afterwards::goes_on || years_afterwards <= 0) return 1.0F;
    if (rule == Afterwards::stops || years_afterwards >= taper_years) return 0.0F;
    return 1.0F - static_cast<float>(years_afterwards) / static_cast<float>(taper_years);
}

bool Intervention::protects_everybody() const {
    return is_entitlement() && eligible.is_everybody() &&
           std::all_of(effects.begin(), effects.end(), [](const NamedEffect& e) {
               return std::holds_alternative<Protect>(e.effect);
           });
}

Intervention read_intervention(Block& block, const InterventionReading& r) {
    constexpr std::array<std::string_view, 5> units{"household", "person", "worker", "student",
                                                    "village"};
    Intervention iv;
    iv.id = block.id();
    iv.label = block.label("label", "name in reports");
    iv.batch = static_cast<Batch>(
        block.choice("batch", "which of the five batches, or supporting", batch_ids));
    iv.serves_villages = block.choice("unit", "what is served", units, 0) == 4;
    std::string problem;
    const std::string text = block.text("eligible", "who may be served", Predicate::notation());
    if (block.has("eligible") && block.is_sound("eligible"))
        iv.eligible = Predicate::parse(text, r.ids, problem, block.is_partial());
    if (!problem.empty()) block.wrong("eligible", problem);
    read_order(iv, block);
    read_capacity(iv, block, r);
    read_allocation(iv, block, r);
    read_pipeline(iv, block);
    read_afterwards(iv, block);
    read_funds(iv, block, r);
    iv.completed_by = block
                          .maybe_numbers({"completed_by", unit::number, share_range,
                                          "cumulative share begun at age 0, 1, ..."})
                          .value_or(std::vector<double>{1.0});
    if (!std::is_sorted(iv.completed_by.begin(), iv.completed_by.end()))
        block.wrong(
            "completed_by",
            "falls (each number is the share that has begun by then). Let the numbers rise");
    check_of_villages(iv, block);
    read_costs(iv, block);
    const std::string own = "intervention/" + iv.id;
    iv.luck = {Purpose(own + "/targeting", Chance::measurement), Purpose(own + "/take_up"),
               Purpose(own + "/completion"), Purpose(own + "/order")};
    read_effects(iv, block, r);
    const bool parsed = block.has("eligible") && problem.empty();
    if (parsed && iv.is_entitlement() && !iv.eligible.needs_register() && !iv.protects_everybody())
        block.warning("eligible",
                      "reaches households outside the register, whose income is not changed by it. "
                      "Add 'registered', or give it a capacity");
    return iv;
}

}  // namespace zhaimao
