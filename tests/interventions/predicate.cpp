#include "engine/interventions/predicate.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/interventions/random_households.h"

using namespace zhaimao;

namespace {

bool holds(const std::string& text, const Households& one) {
    return evaluate(text, one.view())[0] != 0;
}

std::string problem_of(const std::string& text) {
    std::string problem;
    (void)Predicate::parse(text, predicate_ids, problem);
    return problem;
}

bool needs_register(const std::string& text) {
    std::string problem;
    const Predicate predicate = Predicate::parse(text, predicate_ids, problem);
    REQUIRE(problem == "");
    return predicate.needs_register();
}

}  // namespace

TEST_CASE("'not' binds closest, then 'and', then 'or'", "[interventions][predicate]") {
    const Households households = random_households(300, false);
    const auto same = [&](const std::string& a, const std::string& b) {
        return evaluate(a, households.view()) == evaluate(b, households.view());
    };
    CHECK(same("exited or never and ill", "exited or (never and ill)"));
    CHECK(same("never and ill or exited", "(never and ill) or exited"));
    CHECK(same("not never and ill", "(not never) and ill"));
    CHECK(same("not people > 3", "not (people > 3)"));
    CHECK(same("not not ill", "ill"));
    CHECK(same("people>=2 and(workers<1)", "people >= 2 and workers < 1"));
    CHECK(same("  registered\tand\n unmet.housing ", "registered and unmet.housing"));
}

TEST_CASE("a predicate by hand", "[interventions][predicate]") {
    Households one;
    one.traits = {trait::Workers::set(trait::People::set(0, 4), 1)};
    one.state = {with_members(
        state::Unmet::set(state::Status::set(0, 3), bit_of(Guarantee::housing)), one.traits[0])};
    one.observed = {1999.5F};
    one.entered = {2016};
    one.enrolled = {0b10};
    CHECK(
        holds("registered and (unmet.housing or income < 1000 yuan/person/year) and not "
              "enrolled.relocation",
              one));
    CHECK(holds("income < 2000 yuan/person/year", one));
    CHECK_FALSE(holds("income < 1999.5 yuan/person/year", one));
    CHECK(holds("income <= 1999.5 yuan/person/year and relapsed", one));
    CHECK(holds("years_registered == 2", one));
    CHECK(holds("designation == provincial and designation != national", one));
    CHECK(holds("unmet == 1", one));
    CHECK(holds("enrolled.training", one));
    CHECK(holds("2 < people", one));
    CHECK(holds("workers <= 1 workers and 4 people <= people", one));
}

TEST_CASE("mistakes are named, with a hint where a name is close", "[interventions][predicate]") {
    const auto says = [](const std::string& text, const std::string& part) {
        INFO(text << " -> " << problem_of(text));
        CHECK(problem_of(text).find(part) != std::string::npos);
    };
    says("registred", "did you mean 'registered'?");
    says("registered and unmet.housng", "did you mean 'unmet.housing'?");
    says("enrolled.relocaton", "did you mean 'enrolled.relocation'?");
    says("xyzzy", "unknown name 'xyzzy'");
    says("students.kindergarten", "unknown name 'students.kindergarten'");
    says("registered and", "ends where a condition is expected");
    says("", "ends where a condition is expected");
    says("(registered", "Add ')'");
    says("registered)", "No '(' is open");
    says("people = 3", "Write '=='");
    says("people > 3 workers", "that is in workers. Write '3 workers' in people");
    says("income < 2000", "has no unit. Write '2000 yuan/person/year'");
    says("2000 yuan > income", "that is in yuan. Write '2000 yuan' in yuan/person/year");
    says("registered & ill", "Write 'and'");
    says("registered and national", "Write 'designation == national'");
    says("registered and income", "'income' alone is no condition. Compare it: 'income > 0'");
    says("registered or 5", "'5' alone is no condition");
    says("not people", "'people' alone");
    says("designation", "Write 'designation == national'");
    says("people == national", "A designation is or is not");
    says("designation > none", "A designation is or is not");
    says("5 > 3", "are two numbers");
    says("income < people", "are of different kinds");
    says("unmet == income", "are of different kinds");
    says("registered == people", "are of different kinds");
    says("income < 2000 yuann", "yuann");
    says("and registered", "unknown name 'and'");
    says(std::string(100, '(') + "ill" + std::string(100, ')'), "too many parentheses");
    std::string nots;
    for (int i = 0; i < 100; ++i) nots += "not ";
    says(nots + "ill", "too many parentheses");
}

TEST_CASE("a predicate with a mistake admits nobody", "[interventions][predicate]") {
    std::string problem;
    const Predicate predicate = Predicate::parse("registered or (", predicate_ids, problem);
    const Households households = random_households(50, false);
    const std::vector<std::uint8_t> eligible = evaluate(predicate, households.view());
    CHECK(eligible == std::vector<std::uint8_t>(50, 0));
}

TEST_CASE("a predicate needs the register where only the registered can hold it",
          "[interventions][predicate]") {
    CHECK(needs_register("registered"));
    CHECK(needs_register("registered and unmet.housing"));
    CHECK(needs_register("(exited or relapsed) and people > 2"));
    CHECK(needs_register("not never"));
    CHECK(needs_register("enrolled.training or registered"));
    CHECK_FALSE(needs_register("not registered"));
    CHECK_FALSE(needs_register("registered or village.registered"));
    CHECK_FALSE(needs_register("unmet.housing"));
    CHECK_FALSE(needs_register("never and ill"));
    CHECK_FALSE(needs_register("income < 2000 yuan/person/year"));
}

TEST_CASE("a predicate that was never parsed holds for nobody", "[interventions][predicate]") {
    const Households households = random_households(300, false);
    const std::vector<std::uint8_t> eligible = evaluate(Predicate{}, households.view());
    CHECK(std::count(eligible.begin(), eligible.end(), 1) == 0);
    CHECK(Predicate{}.needs_register());
}

TEST_CASE("whoever is enrolled may be refused, at every level", "[interventions][predicate]") {
    std::string problem;
    const Predicate predicate = Predicate::parse("people > 2", predicate_ids, problem);
    for (const std::size_t n : {1U, 15U, 16U, 255U, 257U, 700U}) {
        const Households households = random_households(n, false);
        HouseholdView view = households.view();
        std::vector<std::uint32_t> all, wanted, found;
        predicate.find(view, all);
        view.refused = 2;
        for (const std::uint32_t h : all)
            if (view.enrolled.empty() || (view.enrolled[h] & 2U) == 0) wanted.push_back(h);
        for (const Isa isa : all_isas) {
            if (!is_supported(isa)) continue;
            view.kernel = predicate_kernel(isa);
            predicate.find(view, found);
            CHECK(found == wanted);
        }
    }
}
