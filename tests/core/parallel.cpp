#include "engine/core/parallel.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <stdexcept>
#include <string>
#include <vector>

using namespace zhaimao;

TEST_CASE("every index runs exactly once, for any number of threads", "[core][parallel]") {
    for (const std::size_t threads : {0u, 1u, 2u, 3u, 8u}) {
        for (const std::size_t count : {0u, 1u, 5u, 1000u}) {
            std::vector<int> runs(count, 0);
            CHECK(for_each_index(count, threads, [&](std::size_t i, std::size_t) { ++runs[i]; }));
            CHECK(runs == std::vector<int>(count, 1));
        }
    }
}

TEST_CASE("workers are numbered, and one worker never runs two tasks at once", "[core][parallel]") {
    constexpr std::size_t threads = 4;
    std::vector<int> scratch(threads, 0);  // unsynchronised: a race here is what TSan would see
    std::atomic<bool> out_of_range{false};
    for_each_index(2000, threads, [&](std::size_t, std::size_t worker) {
        if (worker >= threads)
            out_of_range = true;
        else
            ++scratch[worker];
    });
    CHECK_FALSE(out_of_range);
    CHECK(scratch[0] + scratch[1] + scratch[2] + scratch[3] == 2000);
}

TEST_CASE("one thread runs inline and in order", "[core][parallel]") {
    std::vector<std::size_t> order;
    for_each_index(5, 1, [&](std::size_t i, std::size_t worker) {
        CHECK(worker == 0);
        order.push_back(i);
    });
    CHECK(order == std::vector<std::size_t>{0, 1, 2, 3, 4});
}

TEST_CASE("the failure of the lowest index is thrown, whatever the threads", "[core][parallel]") {
    for (const std::size_t threads : {1u, 2u, 7u}) {
        for (int repeat = 0; repeat < 50; ++repeat) {
            const auto run = [&] {
                for_each_index(500, threads, [](std::size_t i, std::size_t) {
                    if (i % 10 == 7) throw std::runtime_error("task " + std::to_string(i));
                });
            };
            CHECK_THROWS_WITH(run(), "task 7");
        }
    }
}

TEST_CASE("after a failure no further index begins", "[core][parallel]") {
    for (const std::size_t threads : {1u, 4u}) {
        std::atomic<std::size_t> begun{0};
        const auto fail = [&](std::size_t, std::size_t) {
            ++begun;
            throw std::runtime_error("fails");
        };
        CHECK_THROWS(for_each_index(1000, threads, fail));
        CHECK(begun <= threads);
    }
}

TEST_CASE("a cancelled loop ends early and says so", "[core][parallel]") {
    std::atomic<bool> cancel{false};
    std::size_t runs = 0;
    CHECK_FALSE(for_each_index(
        100, 1,
        [&](std::size_t i, std::size_t) {
            ++runs;
            if (i == 9) cancel = true;
        },
        &cancel));
    CHECK(runs == 10);
    cancel = true;
    CHECK_FALSE(for_each_index(
        100, 4, [](std::size_t, std::size_t) {}, &cancel));
    CHECK(available_threads() >= 1);
}
