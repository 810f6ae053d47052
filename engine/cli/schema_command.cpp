#include "engine/cli/schema_command.h"

#include <iostream>
#include <nlohmann/json.hpp>

#include "engine/analysis/study.h"
#include "engine/core/diagnostics.h"
#include "engine/io/schema/json_schema.h"
#include "engine/io/schema/key_table.h"
#include "engine/simulation/language.h"

namespace zhaimao {

int schema_command(const Options& options) {
    if (!options.files.empty()) throw InputError("schema: takes no file");
    const Outline language = scenario_outline();
    const Outline study = study_outline();
    if (options.keys)
        std::cout << key_table(language) << '\n' << key_table(study);
    else
        std::cout << json_schema(language, study).dump(1) << '\n';
    return 0;
}

}  // namespace zhaimao
