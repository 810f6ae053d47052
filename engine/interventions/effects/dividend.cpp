#include "engine/interventions/effects/dividend.h"

namespace zhaimao {
namespace {

// Base income holds what an asset of the start year paid from the start on.
bool pays(const Served& s, int duration) {
    return s.age < duration && s.age_at_start < 0;
}

void receive(const Served& s, std::int64_t fen, EffectContext& context) {
    context.flows.dividends += fen;
    context.cases.support[s.case_index] +=
        static_cast<float>(static_cast<double>(fen) * 0.01) / context.cases.people[s.case_index];
}

// What one village's asset earns this year, and among how many households.
struct VillageAsset {
    std::int64_t earnings = 0;
    std::int64_t households = 0;
    std::int64_t received = 0;
};

}  // namespace

Dividend Dividend::read(Block& block) {
    Dividend d;
    d.payment =
        Amount::read(block, "payment", "fixed, a year, instead of the asset's figures", true);
    if (!d.payment) {
        // The ends are beyond any village's: a gigawatt, the hours of a leap year, 1,000 yuan a
        // kWh.
        d.power = block.number(
            {"power", unit::watts_per_village, {0.0, 1e9, true}, "of a village's asset"});
        d.full_load_hours = block.number({"full_load_hours",
                                          unit::full_load_hours,
                                          {0.0, 8784.0, true},
                                          "yearly energy over power"});
        d.tariff = block.number(
            {"tariff", unit::yuan_per_watt_hour, {0.0, 1.0, true}, "earned by energy"});
        d.households_share =
            block.number({"households_share", unit::number, share_range,
                          "of the earnings; the rest is the village's own income"});
    } else if (d.payment->per == Per::village) {
        block.error("payment", "is paid to households. Give it by household, person or worker");
    }
    d.first_year_share = block.number(
        {"first_year_share", unit::number, share_range, "of a year's earnings in the first"}, 1.0);
    d.duration = static_cast<int>(
        block.whole({"duration", unit::years, at_least(1), "years; absent: for good"}, d.duration));
    return d;
}

std::int64_t Dividend::earnings(int age) const {
    const double yuan = power * full_load_hours * tariff * (age == 0 ? first_year_share : 1.0);
    return fen_of_yuan(yuan);
}

void Dividend::apply(std::span<const Served> served, EffectContext& context) const {
    payment ? pay_fixed(served, context) : share_out(served, context);
}

void Dividend::pay_fixed(std::span<const Served> served, EffectContext& context) const {
    const std::int64_t fen = fen_of_yuan(payment->yuan);
    for (const Served& s : served) {
        if (!pays(s, duration)) continue;
        const std::int64_t year = fen * units_of(context.cases.traits[s.case_index], payment->per);
        receive(s, share_of(year, (s.age == 0 ? first_year_share : 1.0) * s.share), context);
    }
}

void Dividend::share_out(std::span<const Served> served, EffectContext& context) const {
    std::vector<VillageAsset> assets;
    const auto asset_of = [&](const Served& s) -> VillageAsset& {
        const std::size_t village = context.state.cases.village[s.case_index];
        if (assets.size() <= village) assets.resize(village + 1);
        return assets[village];
    };
    for (const Served& s : served) {
        if (!pays(s, duration)) continue;
        VillageAsset& asset = asset_of(s);
        asset.earnings = earnings(s.age);
        ++asset.households;
    }
    for (const Served& s : served) {
        if (!pays(s, duration)) continue;
        VillageAsset& asset = asset_of(s);
        const std::int64_t each = share_of(asset.earnings, households_share) / asset.households;
        const std::int64_t fen =
            s.share < 1.0F ? share_of(each, static_cast<double>(s.share)) : each;
        asset.received += fen;
        receive(s, fen, context);
    }
    for (std::size_t village = 0; village < assets.size(); ++village) {
        const VillageAsset& asset = assets[village];
        if (asset.households == 0) continue;
        const std::int64_t kept = asset.earnings - asset.received;
        context.flows.village += kept;
        if (context.village_fen != nullptr) (*context.village_fen)[village] += kept;
    }
}

}  // namespace zhaimao
