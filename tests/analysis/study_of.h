#pragma once

#include <string>
#include <vector>

#include "engine/analysis/study.h"
#include "tests/paths.h"

// A study of tests/analysis/studies with settings "path=value".
inline zhaimao::Study study_of(const std::string& name,
                               const std::vector<std::string>& settings = {}) {
    zhaimao::Diagnostics diagnostics;
    zhaimao::Study study = zhaimao::read_study(
        zhaimao::source_dir() + "/tests/analysis/studies/" + name + ".yaml", settings, diagnostics);
    diagnostics.throw_if_errors();
    return study;
}
