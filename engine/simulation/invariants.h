// What must hold at the end of every year, in every build, on plain numbers. Model, section 7,
// law 1.
//
//   people     all in statuses = all who lived the year = all of the county
//   statuses   who begins the year in a status ended the last one in it
//   register   poor[t] = poor[t-1] + entries + relapses - exits
//   capacity   served <= task in a county; the sum of its counties' tasks <= a city's capacity
//   fund       spent <= available, and is the sum of what its counties spent
//   budget     what funds paid in a county = running costs + transfers of what they pay for, in fen
//   receipts   transfers and dividends paid = received by households, in fen
//
// Each check says what is wrong, or nothing: the empty text. Numbers of people are whole, so that
// doubles hold them exactly. simulation/check_year.h gathers the numbers.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>

#include "engine/interventions/service.h"

#include "engine/interventions/fund.h"
#include "engine/population/household.h"

namespace zhaimao {

using ByStatus = std::array<double, status_count>;  // people

[[nodiscard]] std::string check_people(double in_county, double in_statuses, double lived);
[[nodiscard]] std::string check_statuses(const ByStatus& ended_last_year,
                                         const ByStatus& began_this_year);

struct RegisterYear {
    double before = 0.0;  // people on the register at the end of the year before
    double entered = 0.0;
    double relapsed = 0.0;
    double exited = 0.0;
    double now = 0.0;
    double by_status = 0.0;  // registered and relapsed at the end of the year
};
[[nodiscard]] std::string check_register(const RegisterYear& people);

// `task` is negative where no capacity is set.
[[nodiscard]] std::string check_capacity(std::int64_t served, std::int64_t task);
[[nodiscard]] std::string check_city_capacity(std::int64_t tasks, double capacity);
[[nodiscard]] std::string check_fund(const Account& account, std::span<const std::int64_t> spent);
[[nodiscard]] std::string check_budget(std::int64_t funds_paid, std::int64_t costs_and_transfers);

// What households received, as floats per head hold it: the sum of whole fen, and how many of them
// the floats cannot tell. Of a household whose error is half a fen or more, that and its rounding.
struct Receipts {
    double fen = 0.0;
    double unsure_fen = 0.0;
};
// The relative error of what a household receives: a float sum of at most so many payments.
[[nodiscard]] constexpr double receipt_error(int payments) {
    return (3 + payments) * 0x1p-24;
}
[[nodiscard]] std::string check_receipts(std::int64_t paid_fen, const Receipts& received);

}  // namespace zhaimao
