#include "engine/analysis/point_dealer.h"

#include <catch2/catch.hpp>

#include "tests/analysis/study_of.h"
#include "tests/io/scratch_folder.h"

using namespace zhaimao;

namespace {

struct Deal {
    ScratchFolder scratch;
    Study study;
    std::atomic<bool> cancel{false};
    SweepOptions options;
    std::optional<StudyStore> store;

    explicit Deal(const std::string& name) : study(study_of(name)) {
        options.cancel = &cancel;
        store.emplace(scratch.path / "study.sqlite", study, "test");
    }
    [[nodiscard]] PointDealer dealer(std::size_t workers = 1) {
        return {study, *store, options, workers};
    }
    // As if each had taken so long.
    [[nodiscard]] std::vector<PointResult> results(const std::vector<std::size_t>& points,
                                                   double seconds) const {
        std::vector<PointResult> results;
        for (const std::size_t p : points)
            results.push_back({p, "", std::vector<FactorValue>(study.factors.size()),
                               std::vector(study.outputs.size(), std::vector{1.0, 2.0}), seconds});
        return results;
    }
};

using Points = std::vector<std::size_t>;

}  // namespace

TEST_CASE("points are dealt as rows, one alone at first and few at last",
          "[analysis][point_dealer]") {
    Deal deal("saltelli");  // four rows of five
    PointDealer dealer = deal.dealer();
    std::vector<Points> dealt;
    for (Points points = dealer.next(); !points.empty(); points = dealer.next()) {
        dealer.save(deal.results(points, 0.1));
        dealt.push_back(points);
    }
    CHECK(
        dealt ==
        std::vector<Points>{
            {0}, {1, 2, 3, 4}, {5, 6, 7, 8, 9}, {10, 11, 12, 13, 14}, {15, 16}, {17}, {18}, {19}});
    CHECK(dealer.finish());
    CHECK(deal.store->counts().done == 20);
}

TEST_CASE("points that take long are dealt fewer at a time", "[analysis][point_dealer]") {
    Deal deal("saltelli");
    PointDealer dealer = deal.dealer();
    dealer.save(deal.results(dealer.next(), 12.0));
    CHECK(dealer.next() == Points{1, 2});
    CHECK_FALSE(dealer.finish());
}

TEST_CASE("a shard has points in a row, and every point is in one", "[analysis][point_dealer]") {
    Deal deal("saltelli");
    deal.options.shard = {2, 3};
    CHECK(deal.dealer().next() == Points{6});
    for (const std::size_t points : {1U, 5U, 20U, 2048U}) {
        std::size_t end = 0;
        for (std::size_t i = 1; i <= 6; ++i) {
            const Shard shard{i, 6};
            CHECK(shard.first(points) == end);
            end = shard.end(points);
            CHECK(end - shard.first(points) - points / 6 <= 1);
        }
        CHECK(end == points);
    }
}

TEST_CASE("nothing is dealt after an interruption or a failure", "[analysis][point_dealer]") {
    Deal deal("grid");
    PointDealer stopped = deal.dealer();
    deal.cancel = true;
    CHECK(stopped.next().empty());
    CHECK_FALSE(stopped.finish());
    deal.cancel = false;
    PointDealer failed = deal.dealer();
    failed.fail(std::make_exception_ptr(InputError("first")));
    failed.fail(std::make_exception_ptr(InputError("second")));
    CHECK(failed.next().empty());
    CHECK_THROWS_WITH(failed.finish(), "first");
}
