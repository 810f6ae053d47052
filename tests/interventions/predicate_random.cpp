// Random predicates, made as text and as what the text means.
#include <bit>
#include <catch2/catch.hpp>
#include <functional>

#include "tests/interventions/random_households.h"

using namespace zhaimao;

namespace {

using Value = std::function<double(const HouseholdView&, std::size_t)>;

struct Term {
    std::string text;
    Value value;
};

bool is(const HouseholdView& v, std::size_t i, Status status) {
    return status_of(v.state[i]) == status;
}

bool in_event_of(const HouseholdView& v, std::size_t i, std::uint32_t events) {
    const std::uint32_t event = state::Event::get(v.state[i]);
    return event != 0 && ((events >> (event - 1)) & 1U) != 0;
}

std::vector<Term> terms() {
    const auto students = [](const HouseholdView& v, std::size_t i) {
        return trait::Students::get(v.traits[i]);
    };
    const auto unmet = [](const HouseholdView& v, std::size_t i) {
        return state::Unmet::get(v.state[i]);
    };
    return {
        {"registered",
         [](const HouseholdView& v, std::size_t i) { return on_register(status_of(v.state[i])); }},
        {"exited", [](const HouseholdView& v, std::size_t i) { return is(v, i, Status::exited); }},
        {"relapsed",
         [](const HouseholdView& v, std::size_t i) { return is(v, i, Status::relapsed); }},
        {"never", [](const HouseholdView& v, std::size_t i) { return is(v, i, Status::never); }},
        {"people",
         [](const HouseholdView& v, std::size_t i) { return trait::People::get(v.traits[i]); }},
        {"workers",
         [](const HouseholdView& v, std::size_t i) { return trait::Workers::get(v.traits[i]); }},
        {"students",
         [=](const HouseholdView& v, std::size_t i) { return std::popcount(students(v, i)); }},
        {"students.primary",
         [=](const HouseholdView& v, std::size_t i) { return students(v, i) & 1U; }},
        {"students.university",
         [=](const HouseholdView& v, std::size_t i) { return students(v, i) >> 3; }},
        {"unmet",
         [=](const HouseholdView& v, std::size_t i) { return std::popcount(unmet(v, i)); }},
        {"unmet.food", [=](const HouseholdView& v, std::size_t i) { return unmet(v, i) & 1U; }},
        {"unmet.housing",
         [=](const HouseholdView& v, std::size_t i) { return (unmet(v, i) >> 3) & 1U; }},
        {"unmet.water",
         [=](const HouseholdView& v, std::size_t i) { return (unmet(v, i) >> 4) & 1U; }},
        {"income",
         [](const HouseholdView& v, std::size_t i) { return static_cast<double>(v.observed[i]); }},
        {"years_registered",
         [](const HouseholdView& v, std::size_t i) {
             return on_register(status_of(v.state[i])) ? v.year - v.entered[i] : 0;
         }},
        {"ill", [](const HouseholdView& v, std::size_t i) { return in_event_of(v, i, 0b0101); }},
        {"disabled",
         [](const HouseholdView& v, std::size_t i) { return in_event_of(v, i, 0b0010); }},
        {"village.registered",
         [](const HouseholdView& v, std::size_t i) {
             return trait::RegisteredVillage::get(v.traits[i]);
         }},
        {"designation", [](const HouseholdView&, std::size_t) { return 1; }},
        {"national", [](const HouseholdView&, std::size_t) { return 2; }},
        {"provincial", [](const HouseholdView&, std::size_t) { return 1; }},
        {"enrolled.relocation",
         [](const HouseholdView& v, std::size_t i) { return v.enrolled[i] & 1U; }},
        {"enrolled.training",
         [](const HouseholdView& v, std::size_t i) { return (v.enrolled[i] >> 1) & 1U; }},
        {"2", [](const HouseholdView&, std::size_t) { return 2.0; }},
        {"2500 yuan/person/year", [](const HouseholdView&, std::size_t) { return 2500.0; }},
        {"0.2 wan yuan/person/year", [](const HouseholdView&, std::size_t) { return 2000.0; }},
    };
}

enum class Kind { condition, count, money, number, money_number, designation, word };

Kind kind_of(const Term& term) {
    const std::string& text = term.text;
    for (const char* count : {"people", "workers", "students", "unmet", "years_registered"})
        if (text == count) return Kind::count;
    if (text == "income") return Kind::money;
    if (text == "designation") return Kind::designation;
    if (text == "national" || text == "provincial") return Kind::word;
    if (text.find("yuan") != std::string::npos) return Kind::money_number;
    return text == "2" ? Kind::number : Kind::condition;
}

// Others are refused.
bool can_be_compared(Kind a, Kind b) {
    if (a > b) std::swap(a, b);
    if (b == Kind::word) return a == Kind::designation;
    if (b == Kind::money_number) return a == Kind::money;
    if (b == Kind::number) return a < Kind::money;
    return a == b && a < Kind::number;
}

// A random predicate as text, in full parentheses or few, and what it means.
class Generator {
   public:
    explicit Generator(std::uint32_t seed) : random_(seed) {}

    Term predicate(int depth) {
        switch (depth == 0 ? 0 : random_() % 5) {
            case 0:
                return condition();
            case 1:
                return comparison();
            case 2:
                return negation(predicate(depth - 1));
            default:
                return pair(predicate(depth - 1), predicate(depth - 1), random_() % 2 == 0);
        }
    }

   private:
    Term any() { return terms_[random_() % terms_.size()]; }

    // What is true or false by itself.
    Term condition() {
        Term term = any();
        while (kind_of(term) != Kind::condition) term = any();
        return term;
    }

    Term comparison() {
        static const std::array<std::string, 6> operators{"<", "<=", ">", ">=", "==", "!="};
        Term a = any(), b = any();
        while (!can_be_compared(kind_of(a), kind_of(b))) a = any(), b = any();
        const bool is_or_is_not = kind_of(a) >= Kind::designation;
        const std::size_t op = is_or_is_not ? 4 + random_() % 2 : random_() % 6;
        return {"(" + a.text + (random_() % 2 != 0 ? " " : "") + operators[op] + " " + b.text + ")",
                [=](const HouseholdView& v, std::size_t i) {
                    const double x = a.value(v, i), y = b.value(v, i);
                    const bool results[] = {x<y, x <= y, x> y, x >= y, x == y, x != y};
                    return results[op] ? 1.0 : 0.0;
                }};
    }

    static Term negation(const Term& a) {
        return {"not (" + a.text + ")",
                [=](const HouseholdView& v, std::size_t i) { return a.value(v, i) == 0.0; }};
    }

    static Term pair(const Term& a, const Term& b, bool both) {
        return {"(" + a.text + (both ? " and " : " or ") + b.text + ")",
                [=](const HouseholdView& v, std::size_t i) {
                    const bool x = a.value(v, i) != 0.0, y = b.value(v, i) != 0.0;
                    return both ? x && y : x || y;
                }};
    }

    std::vector<Term> terms_ = terms();
    std::mt19937 random_;
};

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
            if ((eligible[i] != 0) != (expected.value(view, i) != 0.0))
                FAIL(expected.text << " of household " << i);
    }
}

TEST_CASE("every instruction set finds the same households", "[interventions][predicate]") {
    const Households households = random_households(700, false);
    const HouseholdView view = households.view();
    Generator generator(5);
    for (int trial = 0; trial < 200; ++trial) {
        const std::string text = generator.predicate(trial % 5).text;
        std::string problem;
        const Predicate predicate = Predicate::parse(text, predicate_ids, problem);
        const std::vector<std::uint8_t> eligible = evaluate(text, view);
        for (const Isa isa : all_isas) {
            if (!is_supported(isa)) continue;
            HouseholdView own = view;
            own.kernel = predicate_kernel(isa);
            std::vector<std::uint32_t> found;
            predicate.find(own, found);
            std::vector<std::uint8_t> marked(eligible.size(), 0);
            for (const std::uint32_t row : found) marked[row] = 1;
            INFO(text << " at " << name(isa));
            REQUIRE(marked == eligible);
            REQUIRE(std::is_sorted(found.begin(), found.end()));
        }
    }
}

TEST_CASE("where the register is needed, no household outside it is ever admitted",
          "[interventions][predicate]") {
    Households households = random_households(300, true);
    households.entered.clear();
    households.enrolled.clear();
    const HouseholdView view = households.view();
    Generator generator(8);
    int needed = 0;
    for (int trial = 0; trial < 400; ++trial) {
        const Term random = generator.predicate(1 + trial % 3);
        std::string problem;
        const Predicate predicate = Predicate::parse(random.text, predicate_ids, problem);
        if (!predicate.needs_register()) continue;
        ++needed;
        std::vector<std::uint8_t> eligible;
        eligible = evaluate(predicate, view);
        INFO(random.text);
        CHECK(std::count(eligible.begin(), eligible.end(), 1) == 0);
    }
    CHECK(needed > 30);
}
