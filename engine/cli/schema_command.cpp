#include "engine/cli/schema_command.h"

#include <iostream>
#include <nlohmann/json.hpp>

#include "engine/core/diagnostics.h"
#include "engine/io/schema/json_schema.h"
#include "engine/io/schema/key_table.h"
#include "engine/simulation/language.h"

namespace zhaimao {

int schema_command(const Options& options) {
    if (!options.files.empty()) throw InputError("schema: takes no file");
    const Outline language = scenario_outline();
    if (options.keys)
        std::cout << key_table(language);
    else
        std::cout << json_schema(language).dump(1) << '\n';
    return 0;
}

}  // namespace zhaimao
