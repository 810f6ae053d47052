#include "engine/analysis/point.h"

#include <chrono>
#include <cmath>

#include "engine/core/contracts.h"

namespace zhaimao {
namespace {

std::string text_of(const Diagnostics& diagnostics) {
    std::string text;
    for (const Mistake& m : diagnostics.sorted())
        if (!m.warning) text += (text.empty() ? "" : "\n") + m.text();
    return text;
}

std::vector<FactorValue> factor_values(const Study& study, std::size_t point,
                                       const DrawnNumbers& drawn) {
    std::vector<FactorValue> values;
    const auto places = study.design.point(point);
    for (std::size_t j = 0; j < study.factors.size(); ++j) {
        const Factor& factor = study.factors[j];
        values.push_back(std::isnan(places[j])
                             ? FactorValue{}
                             : value_of(factor, study.options.place_of(factor, places[j]), drawn));
    }
    return values;
}

}  // namespace

PointResult run_point(const Study& study, std::size_t point, int threads, Isa isa) {
    const auto start = std::chrono::steady_clock::now();
    PointResult result;
    result.point = point;
    Diagnostics diagnostics;
    const Project project = project_at(study, point, diagnostics);
    result.factors = factor_values(study, point, project.uncertain);
    result.failure = text_of(diagnostics);
    if (result.failure.empty()) try {
            RunOptions options;
            options.replicates = project.replicates;
            options.seed = project.seed;
            options.threads = threads;
            options.isa = isa;
            const std::optional<RunResult> run = run_ensemble(project, options);
            for (const StudyOutput& output : study.outputs)
                result.outcomes.push_back(output.values(run->ensemble, project.central.counties));
        } catch (const InputError& e) {
            result.failure = e.what();
        } catch (const ContractViolation& e) {
            result.failure = e.what();
        }
    result.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return result;
}

}  // namespace zhaimao
