// The made-up run as a folder on disk.
#pragma once

#include <filesystem>

#include "engine/report/run_folder.h"
#include "engine/report/tables.h"
#include "tests/io/scratch_folder.h"
#include "tests/report/made_up.h"

struct MadeUpRun {
    explicit MadeUpRun(const char* name_of_daning = "Daning",
                       zhaimao::Language language = zhaimao::Language::en)
        : MadeUpRun(made_up::context(), made_up::ensemble(), name_of_daning, language) {}

    MadeUpRun(zhaimao::ReportContext context, const zhaimao::Ensemble& ensemble,
              const char* name_of_daning = "Daning",
              zhaimao::Language language = zhaimao::Language::en) {
        using namespace zhaimao;
        context.counties[1].name = {name_of_daning, name_of_daning};
        if (std::string(name_of_daning) == "Daning") context.counties[1].name.zh = "大宁县";
        Manifest manifest;
        manifest.command = "run";
        manifest.scenario = "made-up";
        manifest.about = about(context);
        manifest.seed = 2016;
        manifest.replicates = 4;
        manifest.written = "2026-11-29T02:45:00Z";
        const std::atomic<bool> go_on = false;
        REQUIRE(write_run_folder({folder, manifest, "start: 2015\n", language},
                                 run_tables(context, ensemble), go_on));
    }
    ScratchFolder scratch;
    std::filesystem::path folder = scratch.path / "run";
};
