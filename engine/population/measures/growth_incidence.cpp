#include "engine/population/measures/growth_incidence.h"

#include <algorithm>

#include "engine/core/contracts.h"
#include "engine/core/math/math.h"
#include "engine/population/measures/lorenz.h"
#include "engine/population/measures/poverty.h"

namespace zhaimao::measures {
namespace {

// Walks up a distribution's quantile function, step by step.
class Steps {
   public:
    explicit Steps(const Distribution& d) : d_(d), end_(d.people()[0] / d.total_people()) {}

    [[nodiscard]] double income() const { return d_.incomes()[row_]; }
    [[nodiscard]] double end() const { return row_ + 1 < d_.size() ? end_ : 1.0; }
    void pass(double share) {
        while (end() <= share && row_ + 1 < d_.size()) {
            below_ += d_.people()[row_++];
            end_ = (below_ + d_.people()[row_]) / d_.total_people();
        }
    }

   private:
    const Distribution& d_;
    std::size_t row_ = 0;
    double below_ = 0.0;  // people in the rows passed
    double end_;          // share of people up to and with this row
};

}  // namespace

double yearly_growth(double before, double after, double years) {
    EXPECTS(years > 0.0);
    if (!(before > 0.0) || !(after > 0.0)) return 0.0;
    const double ratio = after / before;
    return years == 1.0 ? ratio - 1.0 : math::pow(ratio, 1.0 / years) - 1.0;
}

std::vector<double> growth_at_quantiles(const Distribution& before, const Distribution& after,
                                        std::span<const double> shares, double years) {
    std::vector<double> growth;
    for (double p : shares)
        growth.push_back(yearly_growth(quantile(before, p), quantile(after, p), years));
    return growth;
}

std::vector<double> growth_of_groups(const Distribution& before, const Distribution& after,
                                     std::size_t groups, double years) {
    std::vector<double> growth = group_means(before, groups);
    const std::vector<double> later = group_means(after, groups);
    for (std::size_t g = 0; g < groups; ++g) growth[g] = yearly_growth(growth[g], later[g], years);
    return growth;
}

double pro_poor_growth(const Distribution& before, const Distribution& after, double line,
                       double years) {
    const double poor = poverty(before, line).headcount;
    if (poor == 0.0 || after.empty()) return 0.0;
    Steps from(before), to(after);
    double sum = 0.0, counted = 0.0;
    for (double p = 0.0; p < poor;) {
        const double next = std::min({from.end(), to.end(), poor});
        if (from.income() > 0.0 && to.income() > 0.0) {
            sum += (next - p) * yearly_growth(from.income(), to.income(), years);
            counted += next - p;
        }
        p = next;
        from.pass(p);
        to.pass(p);
    }
    return counted > 0.0 ? sum / counted : 0.0;
}

}  // namespace zhaimao::measures
