#include "engine/interventions/predicate.h"

#include <bit>
#include <catch2/catch.hpp>
#include <functional>
#include <random>

using namespace zhaimao;

namespace {

const std::vector<std::string> ids{"relocation", "training"};

// One household as a test sees it, with the view that the predicate sees.
struct Households {
    std::vector<std::uint32_t> traits, state;
    std::vector<float> observed;
    std::vector<std::int16_t> entered;
    std::vector<std::uint64_t> enrolled;

    [[nodiscard]] HouseholdView view() const {
        HouseholdView v;
        v.traits = traits;
        v.state = state;
        v.observed = observed;
        v.entered = entered;
        v.enrolled = enrolled;
        v.year = 2018;
        v.designation = Designation::provincial;
        v.illness_events = 0b0101;
        v.disability_events = 0b0010;
        return v;
    }
};

Households random_households(std::size_t n, bool never_registered) {
    std::mt19937 engine(12);
    const auto random = [&] { return static_cast<std::uint32_t>(engine()); };
    Households h;
    for (std::size_t i = 0; i < n; ++i) {
        const std::uint32_t people = 1 + random() % 6;
        std::uint32_t t = trait::People::set(0, people);
        t = trait::Workers::set(t, random() % (people + 1));
        t = trait::Students::set(t, random() % 16);
        h.traits.push_back(trait::RegisteredVillage::set(t, random() % 2));
        std::uint32_t s = state::Status::set(0, never_registered ? 0 : random() % status_count);
        s = state::Unmet::set(s, random() % 32);
        h.state.push_back(state::Event::set(s, random() % 5));
        h.observed.push_back(static_cast<float>(500 * (random() % 12)));
        h.entered.push_back(static_cast<std::int16_t>(2014 + random() % 5));
        h.enrolled.push_back(never_registered ? 0 : random() % 4);
    }
    return h;
}

std::vector<std::uint8_t> evaluate(const std::string& text, const HouseholdView& view) {
    std::string problem;
    const Predicate predicate = Predicate::parse(text, ids, problem);
    INFO(text);
    REQUIRE(problem == "");
    std::vector<std::uint8_t> eligible;
    predicate.evaluate(view, eligible);
    return eligible;
}

bool holds(const std::string& text, const Households& one) { return evaluate(text, one.view())[0] != 0; }

using Value = std::function<double(const HouseholdView&, std::size_t)>;

struct Term {
    std::string text;
    Value value;
};

bool is(const HouseholdView& v, std::size_t i, Status status) { return status_of(v.state[i]) == status; }

bool in_event_of(const HouseholdView& v, std::size_t i, std::uint32_t events) {
    const std::uint32_t event = state::Event::get(v.state[i]);
    return event != 0 && ((events >> (event - 1)) & 1U) != 0;
}

std::vector<Term> terms() {
    const auto students = [](const HouseholdView& v, std::size_t i) { return trait::Students::get(v.traits[i]); };
    const auto unmet = [](const HouseholdView& v, std::size_t i) { return state::Unmet::get(v.state[i]); };
    return {
        {"registered", [](const HouseholdView& v, std::size_t i) { return on_register(status_of(v.state[i])); }},
        {"exited", [](const HouseholdView& v, std::size_t i) { return is(v, i, Status::exited); }},
        {"relapsed", [](const HouseholdView& v, std::size_t i) { return is(v, i, Status::relapsed); }},
        {"never", [](const HouseholdView& v, std::size_t i) { return is(v, i, Status::never); }},
        {"people", [](const HouseholdView& v, std::size_t i) { return trait::People::get(v.traits[i]); }},
        {"workers", [](const HouseholdView& v, std::size_t i) { return trait::Workers::get(v.traits[i]); }},
        {"students", [=](const HouseholdView& v, std::size_t i) { return std::popcount(students(v, i)); }},
        {"students.primary", [=](const HouseholdView& v, std::size_t i) { return students(v, i) & 1U; }},
        {"students.university", [=](const HouseholdView& v, std::size_t i) { return students(v, i) >> 3; }},
        {"unmet", [=](const HouseholdView& v, std::size_t i) { return std::popcount(unmet(v, i)); }},
        {"unmet.food", [=](const HouseholdView& v, std::size_t i) { return unmet(v, i) & 1U; }},
        {"unmet.housing", [=](const HouseholdView& v, std::size_t i) { return (unmet(v, i) >> 3) & 1U; }},
        {"unmet.water", [=](const HouseholdView& v, std::size_t i) { return (unmet(v, i) >> 4) & 1U; }},
        {"income", [](const HouseholdView& v, std::size_t i) { return static_cast<double>(v.observed[i]); }},
        {"years_registered",
         [](const HouseholdView& v, std::size_t i) { return on_register(status_of(v.state[i])) ? v.year - v.entered[i] : 0; }},
        {"ill", [](const HouseholdView& v, std::size_t i) { return in_event_of(v, i, 0b0101); }},
        {"disabled", [](const HouseholdView& v, std::size_t i) { return in_event_of(v, i, 0b0010); }},
        {"village.registered",
         [](const HouseholdView& v, std::size_t i) { return trait::RegisteredVillage::get(v.traits[i]); }},
        {"designation", [](const HouseholdView&, std::size_t) { return 1; }},
        {"national", [](const HouseholdView&, std::size_t) { return 2; }},
        {"provincial", [](const HouseholdView&, std::size_t) { return 1; }},
        {"enrolled.relocation", [](const HouseholdView& v, std::size_t i) { return v.enrolled[i] & 1U; }},
        {"enrolled.training", [](const HouseholdView& v, std::size_t i) { return (v.enrolled[i] >> 1) & 1U; }},
        {"2", [](const HouseholdView&, std::size_t) { return 2.0; }},
        {"2500 yuan/person/year", [](const HouseholdView&, std::size_t) { return 2500.0; }},
        {"0.2 wan yuan/person/year", [](const HouseholdView&, std::size_t) { return 2000.0; }},
    };
}

// A random predicate as text, in full parentheses or few, and what it means.
class Generator {
   public:
    explicit Generator(std::uint32_t seed) : random_(seed) {}

    Term predicate(int depth) {
        switch (depth == 0 ? 0 : random_() % 5) {
            case 0: return terms_[random_() % terms_.size()];
            case 1: return comparison();
            case 2: return negation(predicate(depth - 1));
            default: return pair(predicate(depth - 1), predicate(depth - 1), random_() % 2 == 0);
        }
    }

   private:
    Term comparison() {
        static const std::array<std::string, 6> operators{"<", "<=", ">", ">=", "==", "!="};
        const auto is_money = [](const Term& t) { return t.text == "income" || t.text.find("yuan") != std::string::npos; };
        const Term a = terms_[random_() % terms_.size()];
        Term b = terms_[random_() % terms_.size()];
        while (is_money(a) != is_money(b)) b = terms_[random_() % terms_.size()];  // other units are refused
        const std::size_t op = random_() % 6;
        return {"(" + a.text + (random_() % 2 != 0 ? " " : "") + operators[op] + " " + b.text + ")",
                [=](const HouseholdView& v, std::size_t i) {
                    const double x = a.value(v, i), y = b.value(v, i);
                    const bool results[] = {x < y, x <= y, x > y, x >= y, x == y, x != y};
                    return results[op] ? 1.0 : 0.0;
                }};
    }

    static Term negation(const Term& a) {
        return {"not (" + a.text + ")", [=](const HouseholdView& v, std::size_t i) { return a.value(v, i) == 0.0; }};
    }

    static Term pair(const Term& a, const Term& b, bool both) {
        return {"(" + a.text + (both ? " and " : " or ") + b.text + ")", [=](const HouseholdView& v, std::size_t i) {
                    const bool x = a.value(v, i) != 0.0, y = b.value(v, i) != 0.0;
                    return both ? x && y : x || y;
                }};
    }

    std::vector<Term> terms_ = terms();
    std::mt19937 random_;
};

std::string problem_of(const std::string& text) {
    std::string problem;
    (void)Predicate::parse(text, ids, problem);
    return problem;
}

bool needs_register(const std::string& text) {
    std::string problem;
    const Predicate predicate = Predicate::parse(text, ids, problem);
    REQUIRE(problem == "");
    return predicate.needs_register();
}

}  // namespace

TEST_CASE("random predicates mean what their trees mean", "[interventions][predicate]") {
    const Households households = random_households(600, false);  // more than two blocks
    const HouseholdView view = households.view();
    Generator generator(3);
    for (int trial = 0; trial < 400; ++trial) {
        const Term expected = generator.predicate(trial % 5);
        const std::vector<std::uint8_t> eligible = evaluate(expected.text, view);
        REQUIRE(eligible.size() == 600);
        for (std::size_t i = 0; i < 600; ++i)
            if ((eligible[i] != 0) != (expected.value(view, i) != 0.0)) FAIL(expected.text << " of household " << i);
    }
}

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
    one.state = {state::Unmet::set(state::Status::set(0, 3), bit_of(Guarantee::housing))};
    one.observed = {1999.5F};
    one.entered = {2016};
    one.enrolled = {0b10};
    CHECK(holds("registered and (unmet.housing or income < 1000 yuan/person/year) and not enrolled.relocation", one));
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
    says("registered and", "ends too early");
    says("", "ends too early");
    says("(registered", "')' is missing");
    says("registered)", "unexpected ')'");
    says("people = 3", "Write '=='");
    says("people > 3 workers", "needs the unit people, not workers");
    says("income < 2000", "needs the unit yuan/person/year");
    says("2000 yuan > income", "needs the unit yuan/person/year, not yuan");
    says("registered & ill", "unexpected '&");
    says("income < 2000 yuann", "yuann");
    says("and registered", "unknown name 'and'");
    says(std::string(100, '(') + "ill" + std::string(100, ')'), "too many parentheses");
    std::string nots;
    for (int i = 0; i < 100; ++i) nots += "not ";
    says(nots + "ill", "too many parentheses");
}

TEST_CASE("a predicate with a mistake admits nobody", "[interventions][predicate]") {
    std::string problem;
    const Predicate predicate = Predicate::parse("registered or (", ids, problem);
    const Households households = random_households(50, false);
    std::vector<std::uint8_t> eligible;
    predicate.evaluate(households.view(), eligible);
    CHECK(eligible == std::vector<std::uint8_t>(50, 0));
}

TEST_CASE("a predicate needs the register where only the registered can hold it", "[interventions][predicate]") {
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

TEST_CASE("where the register is needed, no household outside it is ever admitted", "[interventions][predicate]") {
    Households households = random_households(300, true);
    households.entered.clear();
    households.enrolled.clear();
    const HouseholdView view = households.view();
    Generator generator(8);
    int needed = 0;
    for (int trial = 0; trial < 400; ++trial) {
        const Term random = generator.predicate(1 + trial % 3);
        std::string problem;
        const Predicate predicate = Predicate::parse(random.text, ids, problem);
        if (!predicate.needs_register()) continue;
        ++needed;
        std::vector<std::uint8_t> eligible;
        predicate.evaluate(view, eligible);
        INFO(random.text);
        CHECK(std::count(eligible.begin(), eligible.end(), 1) == 0);
    }
    CHECK(needed > 30);
}
