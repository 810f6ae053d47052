#include "engine/interventions/possible.h"

#include "tests/interventions/random_households.h"

using namespace zhaimao;

namespace {

// As random_households makes them: everything occurs but what a test takes away.
HouseholdDomain everything() {
    HouseholdDomain d;
    d.people = {1, 2, 3, 4, 5, 6};
    d.stages = 15;
    d.unmet = 31;
    d.designations = {Designation::none, Designation::provincial, Designation::national};
    d.enrolled = 3;
    d.most_years_registered = 8;
    return d;
}

std::string why(const std::string& text, const HouseholdDomain& domain) {
    std::string problem;
    const Predicate predicate = Predicate::parse(text, predicate_ids, problem);
    INFO(text);
    REQUIRE(problem == "");
    return why_impossible(predicate, domain, predicate_ids).value_or("");
}

bool mentions(const std::string& text, const std::string& part) {
    INFO(text << " lacks " << part);
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("what some household can be is possible", "[interventions][possible]") {
    for (const char* text :
         {"registered", "not registered", "workers == people", "workers == 0 and people == 6",
          "income < 1 yuan/person/year", "income >= 1 wan yuan/person/year",
          "unmet == 5 and unmet.food", "students == 4 and people == 5", "never and students > 3",
          "designation == national and village.registered", "ill and disabled",
          "registered and years_registered > 7", "enrolled.relocation and not enrolled.training",
          "registered or (registered and not registered)", "people > 5.5 and workers < 0.5"})
        CHECK(why(text, everything()) == "");
}

TEST_CASE("a predicate that contradicts itself says so", "[interventions][possible]") {
    for (const char* text : {"registered and not registered", "never and exited", "ill and not ill",
                             "income > 5 yuan/person/year and income < 5 yuan/person/year",
                             "people > 4 and people < 4", "unmet.food and unmet == 0",
                             "designation == national and designation == none"})
        CHECK(mentions(why(text, everything()), "contradict each other"));
}

TEST_CASE("what households of the plan cannot be is named", "[interventions][possible]") {
    HouseholdDomain d = everything();
    d.unmet = 0b11110;
    d.stages = 0b0111;
    d.can_be_disabled = false;
    d.registered_villages = false;
    d.designations = {Designation::national};
    d.enrolled = 1;
    CHECK(mentions(why("workers > 20", d), "1 to 6 people"));
    CHECK(mentions(why("people < workers", d), "no more workers than people"));
    CHECK(mentions(why("students == 3 and people == 3", d), "fewer students"));
    CHECK(mentions(why("registered and unmet.food", d), "0 % for food"));
    CHECK(mentions(why("unmet > 4", d), "so many unmet guarantees"));
    CHECK(mentions(why("students.university > 0", d), "0 % for university"));
    CHECK(mentions(why("registered and disabled", d), "the cause disability"));
    CHECK(mentions(why("village.registered", d), "no county has registered villages"));
    CHECK(mentions(why("designation == provincial", d), "no county has this designation"));
    CHECK(mentions(why("enrolled.training", d), "enrolled in training"));
    CHECK(mentions(why("years_registered > 8", d), "8 years"));
    CHECK(mentions(why("income < 0 yuan/person/year", d), "never below 0"));
    d.can_lack_workers = false;
    CHECK(mentions(why("workers == 0", d), "none is without workers"));
}

TEST_CASE("what a household meets is never called impossible", "[interventions][possible]") {
    const Households households = random_households(400, false);
    HouseholdDomain d = everything();
    for (const char* text : {"people > 3 and workers == people", "students > 2 or unmet > 3",
                             "relapsed and income < 1000 yuan/person/year and not ill",
                             "(exited or never) and village.registered and workers <= 1",
                             "unmet.food and unmet.water and unmet == 2 and people >= 5",
                             "students.primary > 0 and students == 1 and people > 2",
                             "enrolled.training and registered and years_registered >= 3"}) {
        const auto eligible = evaluate(text, households.view());
        const bool met = std::find(eligible.begin(), eligible.end(), 1) != eligible.end();
        CHECK(met);
        CHECK(why(text, d) == "");
    }
}

TEST_CASE("too many combinations to try are taken for possible", "[interventions][possible]") {
    CHECK(why("registered and not registered and people > 0 and students > 0 and unmet > 0 and "
              "income > 1 yuan/person/year and years_registered > 1 and not ill and "
              "village.registered and designation == none and not enrolled.training",
              everything()) == "");
}
