#include "engine/analysis/point.h"

#include <chrono>
#include <cmath>
#include <map>

#include "engine/core/contracts.h"

namespace zhaimao {
namespace {

std::string text_of(const Diagnostics& diagnostics) {
    std::string text;
    for (const Mistake& m : diagnostics.sorted())
        if (!m.warning) text += (text.empty() ? "" : "\n") + m.text();
    return text;
}

// What outputs ask for and the point's scenario has not.
std::string missing_outputs(const Study& study, const Scenario& scenario) {
    std::string text;
    for (const StudyOutput& output : study.outputs)
        if (const std::string missing = output.missing_in(scenario); !missing.empty())
            text += (text.empty() ? "output '" : "\noutput '") + output.id + "': " + missing;
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

// Points of one seed and as many replicates, to be run together.
struct Company {
    std::vector<Project> projects;
    std::vector<PointResult*> results;  // of each
};

void take_outcomes(const Study& study, const Company& company, const std::vector<RunResult>& runs) {
    for (std::size_t k = 0; k < runs.size(); ++k)
        for (const StudyOutput& output : study.outputs)
            company.results[k]->outcomes.push_back(
                output.values(runs[k].ensemble, company.projects[k].central.counties));
}

// What no output asks for is not recorded.
Recording recording_of(const Study& study, const std::vector<Project>& projects) {
    Recording needed = Recording::nothing();
    for (const Project& project : projects)
        for (const StudyOutput& output : study.outputs)
            needed = needed.with(output.recording(project.central));
    return needed;
}

void run_company(const Study& study, Company company, int threads, Isa isa);

// Together they failed: who did is found by running each alone.
void run_apart(const Study& study, Company company, const std::string& failure, int threads,
               Isa isa) {
    if (company.projects.size() == 1) {
        company.results.front()->failure = failure;
        return;
    }
    for (std::size_t k = 0; k < company.projects.size(); ++k) {
        Company alone;
        alone.projects.push_back(std::move(company.projects[k]));
        alone.results.push_back(company.results[k]);
        run_company(study, std::move(alone), threads, isa);
    }
}

void run_company(const Study& study, Company company, int threads, Isa isa) {
    RunOptions options;
    options.replicates = company.projects.front().replicates;
    options.seed = company.projects.front().seed;
    options.threads = threads;
    options.isa = isa;
    options.recording = recording_of(study, company.projects);
    std::string failure;
    try {
        return take_outcomes(study, company, *run_ensembles(company.projects, options));
    } catch (const InputError& e) {
        failure = e.what();
    } catch (const ContractViolation& e) {
        failure = e.what();
    }
    run_apart(study, std::move(company), failure, threads, isa);
}

}  // namespace

std::vector<PointResult> run_points(const Study& study, std::span<const std::size_t> points,
                                    int threads, Isa isa) {
    const auto start = std::chrono::steady_clock::now();
    std::vector<PointResult> results(points.size());
    std::map<std::pair<std::uint64_t, int>, Company> companies;
    for (std::size_t k = 0; k < points.size(); ++k) {
        PointResult& result = results[k];
        result.point = points[k];
        Diagnostics diagnostics;
        Project project = project_at(study, points[k], diagnostics);
        result.factors = factor_values(study, points[k], project.uncertain);
        result.failure = text_of(diagnostics);
        if (result.failure.empty()) result.failure = missing_outputs(study, project.central);
        if (!result.failure.empty()) continue;
        Company& company = companies[{project.seed, project.replicates}];
        company.projects.push_back(std::move(project));
        company.results.push_back(&result);
    }
    for (auto& [key, company] : companies) run_company(study, std::move(company), threads, isa);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    for (PointResult& result : results)
        result.seconds = took.count() / static_cast<double>(results.size());
    return results;
}

}  // namespace zhaimao
