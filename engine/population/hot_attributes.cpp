#include "engine/population/hot_attributes.h"

#include "engine/core/math/hot.h"
#include "engine/core/random/philox.h"
#include "engine/population/household.h"

#define ZHAIMAO_JOIN(a, b) a##b
#define ZHAIMAO_NAME(prefix, isa) ZHAIMAO_JOIN(prefix, isa)

namespace zhaimao {
namespace {

constexpr std::size_t size = WordBlock::size;
constexpr std::uint32_t no_replicate = 0;  // synthesis happens in none

// Whole words all the way, so that the compiler takes several households at a time.
struct Columns {
    std::uint32_t people[size], poor[size], workers[size], students[size], cause[size],
        in_registered[size];
    float uniform[size];
};

void fill(WordBlock& b, std::uint32_t first, const WordKey& key) {
    philox_block(first, size, key.area, no_replicate, key.year_purpose, key.key0, key.key1, b.w[0],
                 b.w[1], b.w[2], b.w[3]);
}

void begin(const AttributeKernel& k, Columns& c, std::size_t first, std::size_t n) {
    const std::uint8_t* const __restrict people = k.size + first;
    const float* const __restrict deviation = k.deviation + first;
    for (std::size_t i = 0; i < n; ++i) c.people[i] = people[i];
    for (std::size_t i = 0; i < n; ++i) c.poor[i] = deviation[i] < k.poverty_mark ? 1U : 0U;
    for (std::size_t i = n; i < size; ++i) c.people[i] = c.poor[i] = 0;
}

// At least one of a household that has any. Thresholds ascend: as many lie under the uniform number
// as there are workers.
void draw_workers(const AttributeKernel& k, Columns& c, const WordBlock& composition) {
    for (std::size_t i = 0; i < size; ++i) c.uniform[i] = hot::unit_uniform(composition.w[2][i]);
    for (std::size_t i = 0; i < size; ++i) c.workers[i] = 0;
    for (std::uint32_t people = 1; people <= k.largest; ++people)
        for (std::uint32_t w = 0; w < people; ++w) {
            const float at_most = k.workers[people][w];
            for (std::size_t i = 0; i < size; ++i)
                c.workers[i] +=
                    (c.people[i] == people ? 1U : 0U) & (c.uniform[i] >= at_most ? 1U : 0U);
        }
    const float others = k.no_worker[0], poor = k.no_worker[1];
    for (std::size_t i = 0; i < size; ++i) {
        const float idle = c.poor[i] != 0 ? poor : others;
        const std::uint32_t any = c.workers[i] != 0 ? c.workers[i] : 1U;
        c.workers[i] = hot::unit_uniform(composition.w[1][i]) < idle ? 0U : any;
    }
}

// A household needs one person beside each student.
void draw_students(const AttributeKernel& k, Columns& c, const WordBlock& words) {
    std::uint32_t next[size];  // people needed with one student more
    for (std::size_t i = 0; i < size; ++i) next[i] = 2;
    for (std::size_t i = 0; i < size; ++i) c.students[i] = 0;
    for (std::size_t s = 0; s < AttributeKernel::stages; ++s) {
        const std::uint32_t* const __restrict word = words.w[s];
        const float others = k.student[0][s], poor = k.student[1][s];
        const std::uint32_t bit = 1U << s;
        for (std::size_t i = 0; i < size; ++i) {
            const float rate = c.poor[i] != 0 ? poor : others;
            const std::uint32_t one =
                (hot::unit_uniform(word[i]) < rate ? 1U : 0U) & (next[i] <= c.people[i] ? 1U : 0U);
            c.students[i] |= one != 0 ? bit : 0U;
            next[i] += one;
        }
    }
}

void draw_cause(const AttributeKernel& k, Columns& c, const WordBlock& income) {
    for (std::size_t i = 0; i < size; ++i) c.uniform[i] = hot::unit_uniform(income.w[2][i]);
    for (std::size_t i = 0; i < size; ++i) c.cause[i] = 0;
    for (std::size_t cause = 0; cause + 1 < AttributeKernel::causes; ++cause) {
        const float upper = k.cause[cause];
        for (std::size_t i = 0; i < size; ++i) c.cause[i] += c.uniform[i] >= upper ? 1U : 0U;
    }
}

// Villages on the register come first.
void draw_village(const AttributeKernel& k, Columns& c, const WordBlock& composition,
                  const WordBlock& income, std::size_t first, std::size_t n) {
    const std::uint32_t* const __restrict state = k.state + first;
    std::uint16_t* const __restrict village = k.village + first;
    std::int32_t place[size];
    const float never = k.village_share[0], on_it = k.village_share[1];
    for (std::size_t i = 0; i < n; ++i) {
        const float share = registered_bit(state[i]) != 0 ? on_it : never;
        c.in_registered[i] = hot::unit_uniform(income.w[3][i]) < share ? 1U : 0U;
    }
    const float others = k.villages[0], registered = k.villages[1];
    const auto first_other = static_cast<std::int32_t>(registered);
    for (std::size_t i = 0; i < n; ++i) {
        const float count = c.in_registered[i] != 0 ? registered : others;
        const auto nth = static_cast<std::int32_t>(hot::unit_uniform(composition.w[3][i]) * count);
        const std::int32_t last = static_cast<std::int32_t>(count) - 1;
        place[i] = (nth < last ? nth : last) + (c.in_registered[i] != 0 ? 0 : first_other);
    }
    for (std::size_t i = 0; i < n; ++i) village[i] = static_cast<std::uint16_t>(place[i]);
}

void put_together(const AttributeKernel& k, const Columns& c, std::size_t first, std::size_t n) {
    const std::uint8_t* const __restrict if_poor = k.unmet_if_poor + first;
    const std::uint8_t* const __restrict if_not = k.unmet_if_not + first;
    std::uint32_t* const __restrict traits = k.traits + first;
    std::uint32_t* const __restrict state = k.state + first;
    for (std::size_t i = 0; i < n; ++i) {
        const std::uint32_t unmet = c.poor[i] != 0 ? if_poor[i] : if_not[i];
        std::uint32_t t = trait::People::set(0, c.people[i]);
        t = trait::Workers::set(t, c.workers[i]);
        t = trait::Students::set(t, c.students[i]);
        t = trait::Poor::set(t, c.poor[i]);
        t = trait::RegisteredVillage::set(t, c.in_registered[i]);
        t = trait::MainCause::set(t, c.cause[i]);
        traits[i] = trait::Unmet::set(t, unmet);
        state[i] = state::Unmet::set(state[i], unmet);
    }
}

void draw(const AttributeKernel& k, std::size_t first, std::size_t n) {
    const auto serial = static_cast<std::uint32_t>(first);
    Columns c;
    WordBlock composition, income, students;
    fill(composition, serial, k.composition);
    fill(income, serial, k.income);
    fill(students, serial, k.students);
    begin(k, c, first, n);
    draw_workers(k, c, composition);
    draw_students(k, c, students);
    draw_cause(k, c, income);
    draw_village(k, c, composition, income, first, n);
    put_together(k, c, first, n);
}

}  // namespace

DrawAttributes ZHAIMAO_NAME(attribute_kernel_, ZHAIMAO_ISA)() {
    return draw;
}

}  // namespace zhaimao
