#include "engine/report/influence_table.h"

#include <catch2/catch.hpp>

#include "engine/ensemble/influence.h"
#include "engine/io/csv.h"
#include "tests/report/made_up.h"

using namespace zhaimao;

TEST_CASE("the influence table has a row for each outcome and input", "[report][tables]") {
    const Table table = influence_table(made_up::context(), made_up::leaning_ensemble());
    CHECK(table.rows() == 6 * 2);
    const std::string text = to_csv(table).substr(3);
    const std::string high = number_text(rank_correlation_interval(-1.0, 24).high);
    CHECK(
        text.starts_with("scenario,area_id,outcome,path,rank_correlation,conf_low,conf_high,"
                         "conf_level,distinguishable\r\n"
                         "made-up,141000,poor_at_deadline,growth.rates.wages,-1,-1," +
                         high +
                         ",0.95,1\r\n"
                         "made-up,141000,poor_at_deadline,luck.transitory_sd,"));
    // Each county is as poor in every replicate: nothing to correlate with.
    CHECK(text.find("made-up,141081,poor_at_deadline,growth.rates.wages,,,,0.95,0\r\n") !=
          std::string::npos);
}
