// The made-up survey of tests/population/microdata as a project, as it is or with changes.
#pragma once

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "engine/population/read_population.h"
#include "engine/simulation/project.h"
#include "tests/io/file_bytes.h"
#include "tests/io/scratch_folder.h"
#include "tests/paths.h"

namespace survey {

using zhaimao::CountyPopulation;
using zhaimao::InputError;
using zhaimao::Population;
using zhaimao::Project;

inline std::string survey_folder() {
    return zhaimao::source_dir() + "/tests/population/microdata/";
}

inline Project project_of(std::vector<std::string> settings = {}) {
    std::vector<std::string> warnings;
    return zhaimao::load_project(survey_folder() + "survey.yaml", settings, warnings);
}

// The survey with its rows, or its first row's fields, changed; read in place of it.
struct ChangedSurvey {
    ScratchFolder scratch;
    std::string file = (scratch.path / "survey.csv").string();

    void write(const std::string& text) const { std::ofstream(file, std::ios::binary) << text; }
    [[nodiscard]] Project project(std::vector<std::string> settings = {}) const {
        settings.push_back("population.microdata.file=" + file);
        return project_of(std::move(settings));
    }
    // What is wrong with it; empty: nothing.
    [[nodiscard]] std::string problem(std::vector<std::string> settings = {}) const {
        try {
            (void)project(std::move(settings));
            return "";
        } catch (const InputError& error) {
            std::string all = error.what();
            for (std::size_t at; (at = all.find(file)) != std::string::npos;)
                all.replace(at, file.size(), "survey.csv");
            return all;
        }
    }
};

inline std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

inline std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return text;
}

inline std::vector<std::string> fields_of(const std::string& line) {
    std::vector<std::string> fields;
    std::istringstream in(line);
    for (std::string field; std::getline(in, field, ',');) fields.push_back(field);
    return fields;
}

// The survey with one field of row 2 (line 3) set.
inline std::string with_field(const std::string& column, const std::string& value) {
    std::vector<std::string> lines = lines_of(bytes_of(survey_folder() + "survey.csv"));
    const std::vector<std::string> names = fields_of(lines[0]);
    std::vector<std::string> fields = fields_of(lines[2]);
    const auto at = std::find(names.begin(), names.end(), column);
    REQUIRE(at != names.end());
    fields[static_cast<std::size_t>(at - names.begin())] = value;
    lines[2].clear();
    for (const std::string& field : fields) lines[2] += field + ",";
    lines[2].pop_back();
    return joined(lines);
}

inline bool same_people(const CountyPopulation& a, const CountyPopulation& b) {
    return a.income == b.income && a.traits == b.traits && a.village == b.village &&
           a.state == b.state && a.measurement == b.measurement && a.observed == b.observed &&
           a.observed_before == b.observed_before && a.people == b.people;
}

inline Population people_of(const Project& project) {
    return zhaimao::make_population(project.central.population, project.central.counties);
}

}  // namespace survey
