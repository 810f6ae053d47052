// What one replicate leaves behind: one vector of numbers and the layout that says what each one
// is.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/population/area.h"
#include "engine/simulation/indicators.h"

namespace zhaimao {

// Offsets into a record. Areas are the counties in order of code, then the city (index counties()).
class RecordLayout {
   public:
    RecordLayout(std::size_t counties, int first_year, int last_year, std::size_t interventions,
                 std::size_t causes, std::size_t rules, std::size_t funds = 0);

    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] std::size_t counties() const { return counties_; }
    [[nodiscard]] std::size_t areas() const { return counties_ + 1; }
    [[nodiscard]] std::size_t city() const { return counties_; }
    [[nodiscard]] int first_year() const {
        return first_year_;
    }  // the start: its state is reported too
    [[nodiscard]] int last_year() const { return first_year_ + static_cast<int>(years_) - 1; }
    [[nodiscard]] std::size_t interventions() const { return interventions_; }
    [[nodiscard]] std::size_t causes() const { return causes_; }
    [[nodiscard]] std::size_t rules() const { return rules_; }
    [[nodiscard]] std::size_t funds() const { return funds_; }

    [[nodiscard]] std::size_t area_year(Indicator indicator, std::size_t area, int year) const;
    [[nodiscard]] std::size_t service(std::size_t intervention, Service service, std::size_t area,
                                      int year) const;
    // People moving from one status to another during the year.
    [[nodiscard]] std::size_t transition(Status from, Status to, std::size_t area, int year) const;
    // People entering the register during the year, by cause.
    [[nodiscard]] std::size_t flow(Flow flow, std::size_t cause, std::size_t area, int year) const;
    // Yuan of a fund in a year. What is allotted, lapses or is carried belongs to the city.
    [[nodiscard]] std::size_t budget(std::size_t fund, Budget budget, std::size_t area,
                                     int year) const;
    // People whose spell of so many years ended during the year.
    [[nodiscard]] std::size_t spell(Spell kind, std::size_t years, std::size_t area,
                                    int year) const;
    // Mean true income of a twentieth of the people, yuan per head; 0 is the poorest.
    [[nodiscard]] std::size_t ventile(std::size_t ventile, std::size_t area, int year) const;
    // First year in which a county meets a kind of target; 0: not by the horizon. A delisting that
    // is revoked by the deadline is none: the year of the next one counts. Counties only.
    [[nodiscard]] std::size_t met_in(TargetKind kind, std::size_t county) const;
    // 1 where a delisting rule fails at the end of the year in a county not yet delisted, else 0.
    // Counties only.
    [[nodiscard]] std::size_t rule_failure(std::size_t rule, std::size_t county, int year) const;

   private:
    [[nodiscard]] std::size_t cell(std::size_t block, std::size_t row, std::size_t area,
                                   int year) const;

    std::size_t counties_, years_, interventions_, causes_, rules_, funds_;
    int first_year_;
    std::size_t service_at_, transition_at_, flow_at_, budget_at_, spell_at_, ventile_at_, met_at_,
        rule_at_, size_;
};

using Record = std::vector<double>;  // size() numbers, zero where nothing happened

}  // namespace zhaimao
