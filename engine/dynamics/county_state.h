// What a year changes in a county: columns over all households, and the compact list of cases.
//
// A case is a household that is or was on the register, or was ever enrolled. Cases are appended
// only, so that a case keeps its index for the whole replicate.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "engine/dynamics/hot_pass.h"
#include "engine/population/columns.h"
#include "engine/population/household.h"

namespace zhaimao {

struct Cases {
    std::vector<std::uint32_t> row;  // of the household in its county
    // Columns of the rows, side by side for those who are cases: their rows lie far apart.
    std::vector<std::uint32_t> traits;                    // as at the start
    std::vector<std::uint16_t> village;                   // of the household
    std::array<std::vector<float>, source_count> income;  // of the start year; empty: none has any
    std::vector<std::uint32_t> state;                     // kept alike by CountyState::set
    std::vector<float> deviation;                         // as it was when the last year ended
    std::vector<float> measurement;                       // log measurement error, the same

    std::vector<float>
        observed;  // observed income of the last year with all effects, yuan per head
    std::vector<float> observed_mean;    // mean of the look-back's years
    std::vector<float> assessable;       // of the last year, before top-ups
    std::vector<float> true_assessable;  // the same without the measurement error
    std::vector<std::int16_t>
        entered;  // year of the present or last spell on the register; no_year: never
    std::vector<std::int16_t> left;       // year of the last exit; no_year: never
    std::vector<std::uint8_t> passes;     // consecutive years in which the income test was passed
    std::vector<std::uint8_t> cohort;     // 1: registered at the start and never out since
    std::vector<std::uint64_t> enrolled;  // one bit an intervention

    static constexpr std::int16_t no_year = std::numeric_limits<std::int16_t>::min();
    [[nodiscard]] std::size_t size() const { return row.size(); }
    [[nodiscard]] Status status(std::size_t c) const { return status_of(state[c]); }
    [[nodiscard]] std::uint32_t people(std::size_t c) const {
        return trait::People::get(traits[c]);
    }
    // Traits with the workers and students of now.
    [[nodiscard]] std::uint32_t traits_now(std::size_t c) const {
        return current_traits(traits[c], state[c]);
    }
};

// Households outside the register that look poor at the end of a year, in order of row, with copies
// of their columns: they were at hand when the pass over everybody found them.
struct Screened {
    std::vector<std::uint32_t> row, traits, state;
    std::array<std::vector<float>, source_count> income;
    std::vector<float> deviation, observed;

    [[nodiscard]] std::size_t size() const { return row.size(); }
    void resize(std::size_t households);
    // The first so many of another's.
    void assign(const Screened& other, std::size_t households);
    [[nodiscard]] ScreenedPass pointers();

    friend bool operator==(const Screened&, const Screened&) = default;
};

struct CountyState {
    std::vector<float> deviation;      // log permanent deviation
    std::vector<float> measurement;    // log measurement error
    std::vector<float> observed;       // observed income of the last year; not kept up for cases
    std::vector<float> multiplier;     // market multiplier of the year that is lived
    std::vector<std::uint32_t> state;  // household.h, namespace state
    Screened screened;                 // at the end of the last year
    Cases cases;

    // The state of a case, where it stands twice.
    void set(std::size_t c, std::uint32_t word) { cases.state[c] = state[cases.row[c]] = word; }
};

// Makes cases of households that are none, in this order, and returns the index of the first. What
// was observed of them last year stands for the mean of the look-back's years, too.
std::uint32_t add_cases(CountyState& state, const CountyPopulation& population,
                        std::span<const std::uint32_t> rows);

// The same of some of those who are screened, by their places among them: they are on the register
// from this year on.
void register_screened(CountyState& state, const CountyPopulation& population,
                       std::span<const std::uint32_t> screened, int year);

// Whoever has become a case since is screened no more.
void forget_cases(Screened& screened, const CountyState& state);

// People of the cases on the register; of them, those of the cohort.
struct OnRegister {
    std::uint32_t people = 0, cohort = 0;
};
[[nodiscard]] OnRegister count_on_register(const Cases& cases);

// Takes over what a dense pass made of the states of all rows.
void refresh_cases(CountyState& state);

}  // namespace zhaimao
