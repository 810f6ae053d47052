// exitbench's draws and mathematics and nothing else: the bound that the engine is held against.
//
//   zhaimao_bare_loop_LEVEL [REPLICATES]          zhaimao_bare_loop_plain_LEVEL: bench/words.h
//
// One Philox call, a pair of normals, one exponential, one event and the sums a household-year,
// with the engine's own random numbers and mathematics, in blocks of 512 over float32 columns. No
// cases, no instruments, no configuration. Compiled for one instruction set as a whole; prints
// million household-years a second on one core.
#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <vector>

#include "bench/words.h"
#include "engine/core/math/hot.h"
#include "engine/core/register_width.h"

using namespace zhaimao;

namespace {

constexpr std::size_t households = 1'000'000, block = 512, lanes = 16;
constexpr int years = 5;
constexpr float line = 458.0F, growth = 1.024F;
constexpr float permanent_sd = 0.12F, transitory_sd = 0.20F, mean_one = -0.027F;
constexpr std::uint32_t event_below = 0x07AE147BU;  // 3 % of the words
// So many of the sixteen lanes of a sum as fill a register.
constexpr std::size_t part = register_bytes / sizeof(float);
typedef float Part __attribute__((vector_size(part * sizeof(float)), aligned(4), may_alias));

struct Columns {
    std::vector<float> base = std::vector<float>(households);
    std::vector<float> deviation, observed = base, people = base;
};

struct Block {
    std::uint32_t w[4][block];
    float z0[block], z1[block];
};

struct Sums {
    Part people{}, income{}, poor{}, gap{}, square{}, screened{};
};
using LaneSums = Sums[lanes / part];

void draw(Block& b, std::size_t first, std::uint32_t replicate, int year) {
    draw_words(
        {static_cast<std::uint32_t>(first), 1, replicate, static_cast<std::uint32_t>(year) << 20},
        {1, 2}, b.w);
    for (std::size_t i = 0; i < block; ++i) hot::box_muller(b.w[0][i], b.w[1][i], b.z0[i], b.z1[i]);
}

void earn(Columns& c, const Block& b, std::size_t first, float grown) {
    const float* const __restrict base = c.base.data() + first;
    float* const __restrict deviation = c.deviation.data() + first;
    float* const __restrict observed = c.observed.data() + first;
    for (std::size_t i = 0; i < block; ++i) {
        const float d = deviation[i] + permanent_sd * b.z0[i];
        deviation[i] = d;
        const float kept = b.w[2][i] < event_below ? 0.6F : 1.0F;
        observed[i] = base[i] * grown * hot::exp(d + transitory_sd * b.z1[i] + mean_one) * kept;
    }
}

void add_up(const Columns& c, std::size_t first, std::size_t lane, Sums& all) {
    Sums sums = all;
    for (std::size_t i = first + lane; i < first + block; i += lanes) {
        const Part w = *reinterpret_cast<const Part*>(c.people.data() + i);
        const Part y = *reinterpret_cast<const Part*>(c.observed.data() + i);
        const Part zero{};
        const Part gap = y < line ? 1.0F - y * (1.0F / line) : zero;
        sums.people += w;
        sums.income += w * y;
        sums.poor += y < line ? w : zero;
        sums.gap += w * gap;
        sums.square += w * gap * gap;
        sums.screened += y < 0.8F * line ? w : zero;
    }
    all = sums;
}

double simulate(Columns& c, std::uint32_t replicate) {
    Block b;
    double poor = 0.0;
    float grown = 1.0F;
    c.deviation.assign(households, 0.0F);
    for (int year = 0; year < years; ++year) {
        grown *= growth;
        LaneSums sums{};
        for (std::size_t first = 0; first + block <= households; first += block) {
            draw(b, first, replicate, year);
            earn(c, b, first, grown);
            for (std::size_t k = 0; k < lanes / part; ++k) add_up(c, first, k * part, sums[k]);
        }
        for (const Sums& of_part : sums)
            for (std::size_t i = 0; i < part; ++i)
                poor += static_cast<double>(of_part.poor[i] / of_part.people[i]) / lanes;
    }
    return poor / years;
}

}  // namespace

int main(int argc, char** argv) {
    const int replicates = argc > 1 ? std::atoi(argv[1]) : 20;
    Columns c;
    for (std::uint32_t i = 0; i < households; ++i) {
        const Words w = philox4x32({i, 0, 0, 0}, 1, 2);
        c.base[i] = 1170.0F * hot::exp(0.55F * hot::normal_quantile(hot::unit_uniform(w.w0)));
        c.people[i] = 1.0F + static_cast<float>(w.w1 % 6);
    }
    const auto start = std::chrono::steady_clock::now();
    double poor = 0.0;
    for (int r = 1; r <= replicates; ++r) poor += simulate(c, static_cast<std::uint32_t>(r));
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    fmt::print("{:.1f} million household-years/s; poor, % of people: {:.2f}\n",
               1e-6 * static_cast<double>(households) * years * replicates / seconds,
               100.0 * poor / replicates);
}
