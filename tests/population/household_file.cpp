#include "engine/population/household_file.h"

#include "tests/population/survey.h"

using namespace zhaimao;
using namespace survey;

TEST_CASE("without an id the contents are the identity", "[population][microdata]") {
    std::string text = bytes_of(survey_folder() + "survey.csv");
    const ChangedSurvey changed;
    const auto without_id = [&](const std::string& survey) {
        changed.write(survey);
        std::ifstream in(survey_folder() + "survey.yaml");
        const std::string yaml = (changed.scratch.path / "survey.yaml").string();
        std::ofstream out(yaml);
        for (std::string line; std::getline(in, line);) {
            if (line.find("    id: ") == 0) continue;
            if (line.starts_with("extends"))
                line = "extends: " + source_dir() + "/tests/laws/busy.yaml";
            out << line << "\n";
        }
        out.close();
        std::vector<std::string> warnings;
        return people_of(load_project(yaml, {}, warnings));
    };
    const Population original = without_id(text);
    std::vector<std::string> lines = lines_of(text);
    std::reverse(lines.begin() + 1, lines.end());
    const Population shuffled = without_id(joined(lines));
    for (std::size_t c = 0; c < original.counties.size(); ++c)
        CHECK(same_people(original.counties[c], shuffled.counties[c]));
}

TEST_CASE("each mistake in a survey has its file, row and column", "[population][microdata]") {
    const ChangedSurvey changed;
    const auto field_is = [&](const std::string& column, const std::string& value,
                              const std::string& says) {
        changed.write(with_field(column, value));
        const std::string problem = changed.problem();
        INFO(column << " = '" << value << "': " << problem);
        CHECK(problem.starts_with("survey.csv:3:1: row 2, column " + column + ": " + says));
        CHECK(std::count(problem.begin(), problem.end(), '\n') == 0);  // and no other
    };
    field_is("county", "141099", "'141099' is an unknown code (known are 141021, 141030, 141031");
    field_is("weight", "-1.5", "'-1.5' is a negative weight");
    field_is("weight", "", "is missing. Say what it stands for by {column: ..., missing: ...}");
    field_is("weight", "2000000", "'2000000' is above a million households");
    field_is("size", "0", "'0' is not a number of people (a whole number from 1 to 15)");
    field_is("size", "2.5", "'2.5' is not a number of people");
    field_is("workers", "16", "'16' is not a number of workers among these people");
    field_is("y_wage", "NaN", "'NaN' is not a number");
    field_is("y_wage", "", "is missing");
    field_is("y_wage", "1e300", "'1e+300' is no income");
    field_is("bad_house", "2", "'2' is an unknown code (known are 0, 1, no, yes). Name it");
    field_is("registered", "yes", "'yes' is an unknown code (known are 0, 1). Name it under");
    field_is("cause", "bad luck", "'bad luck' is an unknown code (known are capital,");
    field_is("head", "child", "'child' is an unknown code (known are man, woman)");
    field_is("hhid", "", "is missing (an identity is asked of every row)");
}

TEST_CASE("two rows of one identity, missing columns, a short row", "[population][microdata]") {
    const ChangedSurvey changed;
    std::vector<std::string> lines = lines_of(bytes_of(survey_folder() + "survey.csv"));
    lines.push_back(lines[1]);
    changed.write(joined(lines));
    CHECK(changed.problem().find("stands in row 1 of this county already") != std::string::npos);
    lines.pop_back();
    lines[0].replace(lines[0].find("y_wage"), 6, "y_wages");
    changed.write(joined(lines));
    CHECK(changed.problem() == "survey.csv:1:1: has no column 'y_wage'; did you mean 'y_wages'?");
    changed.write(bytes_of(survey_folder() + "survey.csv").substr(0, 900));  // cut inside a row
    CHECK(changed.problem().find("fields (the header has 16)") != std::string::npos);
    changed.write("");
    CHECK(changed.problem().find("is empty") != std::string::npos);
    CHECK(changed.problem({"population.microdata.household.workers=worker"}).find("is empty") !=
          std::string::npos);
}

TEST_CASE("many mistakes of one column are counted, not listed", "[population][microdata]") {
    std::string text = bytes_of(survey_folder() + "survey.csv");
    for (std::size_t at = 0; (at = text.find(",man\n", at)) != std::string::npos; ++at)
        text.replace(at, 5, ",boy\n");
    const ChangedSurvey changed;
    changed.write(text);
    const std::string problem = changed.problem();
    CHECK(std::count(problem.begin(), problem.end(), '\n') == 10);
    CHECK(problem.find("and so on: ") != std::string::npos);
}
