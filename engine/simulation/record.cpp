#include "engine/simulation/record.h"

#include "engine/core/contracts.h"
#include "engine/exit/spells.h"

namespace zhaimao {

namespace {
constexpr std::size_t target_kinds = 3;

template <class E>
constexpr std::size_t index(E e) {
    return static_cast<std::size_t>(e);
}
}  // namespace

RecordLayout::RecordLayout(std::size_t counties, int first_year, int last_year,
                           std::size_t interventions, std::size_t causes, std::size_t rules,
                           std::size_t funds)
    : counties_(counties),
      years_(static_cast<std::size_t>(last_year - first_year + 1)),
      interventions_(interventions),
      causes_(causes),
      rules_(rules),
      funds_(funds),
      first_year_(first_year) {
    const std::size_t row = areas() * years_;
    service_at_ = indicator_count * row;
    transition_at_ = service_at_ + interventions_ * service_count * row;
    flow_at_ = transition_at_ + status_count * status_count * row;
    budget_at_ = flow_at_ + flow_count * causes_ * row;
    spell_at_ = budget_at_ + budget_count * funds_ * row;
    ventile_at_ = spell_at_ + spell_kinds * spell_count * row;
    met_at_ = ventile_at_ + ventile_count * row;
    rule_at_ = met_at_ + target_kinds * counties_;
    size_ = rule_at_ + rules_ * counties_ * years_;
}

std::size_t RecordLayout::cell(std::size_t block, std::size_t row, std::size_t area,
                               int year) const {
    EXPECTS(area < areas() && year >= first_year_ && year <= last_year());
    return block + (row * areas() + area) * years_ + static_cast<std::size_t>(year - first_year_);
}

std::size_t RecordLayout::area_year(Indicator indicator, std::size_t area, int year) const {
    return cell(0, index(indicator), area, year);
}

std::size_t RecordLayout::service(std::size_t intervention, Service service, std::size_t area,
                                  int year) const {
    return cell(service_at_, intervention * service_count + index(service), area, year);
}

std::size_t RecordLayout::transition(Status from, Status to, std::size_t area, int year) const {
    return cell(transition_at_, index(from) * status_count + index(to), area, year);
}

std::size_t RecordLayout::flow(Flow flow, std::size_t cause, std::size_t area, int year) const {
    return cell(flow_at_, index(flow) * causes_ + cause, area, year);
}

std::size_t RecordLayout::budget(std::size_t fund, Budget budget, std::size_t area,
                                 int year) const {
    return cell(budget_at_, fund * budget_count + index(budget), area, year);
}

std::size_t RecordLayout::spell(Spell kind, std::size_t years, std::size_t area, int year) const {
    return cell(spell_at_, index(kind) * spell_count + years, area, year);
}

std::size_t RecordLayout::ventile(std::size_t ventile, std::size_t area, int year) const {
    return cell(ventile_at_, ventile, area, year);
}

std::size_t RecordLayout::met_in(TargetKind kind, std::size_t county) const {
    return met_at_ + index(kind) * counties_ + county;
}

std::size_t RecordLayout::rule_failure(std::size_t rule, std::size_t county, int year) const {
    return rule_at_ + (rule * counties_ + county) * years_ +
           static_cast<std::size_t>(year - first_year_);
}

}  // namespace zhaimao
