#include "engine/simulation/invariants.h"

#include <fmt/format.h>

#include <cmath>
#include <numeric>

namespace zhaimao {

std::string check_people(double in_county, double in_statuses, double lived) {
    if (in_statuses != in_county)
        return fmt::format("{} people in all statuses, {} in the county", in_statuses, in_county);
    if (lived != in_county)
        return fmt::format("{} people lived the year, {} are in the county", lived, in_county);
    return "";
}

std::string check_statuses(const ByStatus& ended, const ByStatus& began) {
    for (std::size_t s = 0; s < status_count; ++s)
        if (ended[s] != began[s])
            return fmt::format("{} people begin the year as {}, {} ended the last one so", began[s],
                               status_ids[s], ended[s]);
    return "";
}

std::string check_register(const RegisterYear& r) {
    if (r.by_status != r.now)
        return fmt::format("{} people on the register by status, {} by count", r.by_status, r.now);
    const double expected = r.before + r.entered + r.relapsed - r.exited;
    if (r.now != expected)
        return fmt::format("{} people on the register, {} by entries and exits", r.now, expected);
    return "";
}

std::string check_capacity(std::int64_t served, std::int64_t task) {
    if (task < 0 || served <= task) return "";
    return fmt::format("{} served, a capacity of {}", served, task);
}

std::string check_city_capacity(std::int64_t tasks, double capacity) {
    if (static_cast<double>(tasks) <= capacity) return "";
    return fmt::format("counties are to serve {}, a capacity of {}", tasks, capacity);
}

std::string check_fund(const Account& account, std::span<const std::int64_t> spent) {
    if (account.left() < 0) return fmt::format("overdrawn by {} fen", -account.left());
    const std::int64_t sum = std::accumulate(spent.begin(), spent.end(), std::int64_t{0});
    if (sum == account.spent) return "";
    return fmt::format("spent {} fen, its counties {}", account.spent, sum);
}

std::string check_budget(std::int64_t funds_paid, std::int64_t costs_and_transfers) {
    if (funds_paid == costs_and_transfers) return "";
    return fmt::format("funds paid {} fen, what they pay for cost {}", funds_paid,
                       costs_and_transfers);
}

// Each payment is rounded as a float, divided by the people and added: (2 + terms) half units of
// 2^-24 at most, and one more for the products of these. Under half a fen the whole number is sure.
std::string check_receipts(std::int64_t paid_fen, const Receipts& received) {
    if (std::abs(received.fen - static_cast<double>(paid_fen)) <= received.unsure_fen) return "";
    return fmt::format("{} fen of transfers and dividends paid, {} received", paid_fen,
                       received.fen);
}

}  // namespace zhaimao
