#include "engine/report/difference_table.h"

#include "engine/report/tables.h"

namespace zhaimao {

DifferenceTable::DifferenceTable(const ReportContext& baseline)
    : baseline_(baseline),
      table_("difference", {{"baseline", CellType::text},
                            {"scenario", CellType::text},
                            {"area_id", CellType::whole},
                            {"year", CellType::whole},
                            {"indicator", CellType::text},
                            {"mean", CellType::real},
                            {"conf_low", CellType::real},
                            {"conf_high", CellType::real},
                            {"conf_level", CellType::real},
                            {"variance_ratio", CellType::real}}) {}

void DifferenceTable::add(const std::string& scenario, const Ensemble& before,
                          const Ensemble& after) {
    for (std::size_t area = 0; area < before.layout.areas(); ++area)
        for (int year = baseline_.first_year; year <= baseline_.last_year; ++year)
            for (std::size_t k = 0; k < indicator_count; ++k) {
                const auto indicator = static_cast<Indicator>(k);
                if (is_flow(indicator) && year == baseline_.first_year) continue;
                if (!baseline_.recording.covers(recording_of(indicator, year))) continue;
                const PairedDifference d = difference_in(before, after, indicator, area, year);
                table_.add_row({baseline_.scenario, scenario, area_id(baseline_, area),
                                std::int64_t{year}, std::string(indicator_table[k].id),
                                d.difference.mean, d.confidence.low, d.confidence.high,
                                confidence_level, d.variance_ratio});
            }
}

}  // namespace zhaimao
