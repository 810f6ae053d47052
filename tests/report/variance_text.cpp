#include "engine/report/variance_text.h"

#include <catch2/catch.hpp>

#include "engine/io/csv.h"
#include "tests/one_line.h"
#include "tests/report/made_up.h"

using namespace zhaimao;

namespace {

ComponentShare share(double value, double low, double high) {
    return {value, {low, high}, value, value};
}

// The city's poor people lean on what nobody knows; Daning's on nothing that could be told; Houma's
// never vary.
VarianceBudget budget() {
    VarianceBudget b;
    b.futures = 16;
    OutcomeBudget city;
    city.outcome = "poor_at_deadline";
    city.area = 3;
    city.plain.mean = 760.0;
    city.plain.mcse = 5.0;
    city.plain.n = 16;
    city.sd = 20.0;
    city.shares = {share(0.8, 0.7, 0.9), share(0.1, 0.0, 0.2), share(0.06, 0.0, 0.1),
                   share(0.04, 0.0, 0.1)};
    OutcomeBudget daning = city;
    daning.area = 1;
    daning.shares[0] = share(0.8, 0.1, 1.0);
    OutcomeBudget houma;
    houma.outcome = "poor_at_deadline";
    houma.area = 2;
    houma.plain.n = 16;
    b.outcomes = {city, daning, houma};
    return b;
}

void check_says(const std::string& text, const std::string& part) {
    INFO(text);
    CHECK(one_line(text).find(part) != std::string::npos);
}

}  // namespace

TEST_CASE("words say what better figures and what more replicates narrow", "[report][variance]") {
    const std::string text = variance_text(made_up::context(), budget(), Language::en);
    check_says(text,
               "What makes the variance: A made-up plan | 3 counties, 2015-2019 | 16 futures");
    check_says(text,
               "760 people poor in 2018 on average, standard deviation 20. 80 % of the variance");
    check_says(text, "inputs that nobody knows for sure");
    // t(15, 97.5 %) is 2.131: 2.131 * 5 = 10.7.
    check_says(text, "The mean of these 16 futures is known to +-10; 64 would");
    check_says(text, "80 [70, 90]");
    check_says(text, "Poor 2017, Houma");
    check_says(variance_text(made_up::context(), budget(), Language::zh), "方差的80% [70, 90]来自");
}

TEST_CASE("what cannot be told is said to be so", "[report][variance]") {
    VarianceBudget unclear = budget();
    std::swap(unclear.outcomes[0], unclear.outcomes[1]);
    check_says(variance_text(made_up::context(), unclear, Language::en),
               "Which part weighs most cannot be told from 16 futures.");
    VarianceBudget constant = budget();
    std::swap(constant.outcomes[0], constant.outcomes[2]);
    constant.futures = 1;
    check_says(variance_text(made_up::context(), constant, Language::en), "| 1 future, each in");
    check_says(variance_text(made_up::context(), constant, Language::en),
               "It is the same in every future.");
    ReportContext sampled = made_up::context();
    sampled.one_in = 10;
    check_says(variance_text(sampled, budget(), Language::en), "One household stands for 10");
}

TEST_CASE("the table has a row for each outcome and component", "[report][variance][tables]") {
    const Table table = variance_table(made_up::context(), budget());
    CHECK(table.rows() == 3 * 4);
    const std::string text = to_csv(table).substr(3);
    CHECK(
        text.starts_with("scenario,area_id,outcome,component,share,conf_low,conf_high,"
                         "first_order,total,sd,n\r\n"
                         "made-up,141000,poor_at_deadline,parameters,0.8,0.7,0.9,0.8,0.8,20,16"));
    check_says(text, "made-up,141081,poor_at_deadline,luck,,0,1,,,0,16\r ");
}
