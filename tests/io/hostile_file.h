// A file made to hurt, and what the program says of it within bounds of time and memory.
#pragma once

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>

#include "tests/cli/finished.h"
#include "tests/io/scratch_folder.h"

// Sanitizers reserve addresses by the terabyte.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline const std::string bounds = "ulimit -t 60; timeout -s KILL 120 ";
#else
inline const std::string bounds =
    "ulimit -t 20; ulimit -v 524288; timeout -s KILL 60 ";  // seconds, KiB, seconds
#endif

class Hostile {
   public:
    std::filesystem::path file(const std::string& name) const { return scratch_.path / name; }

    void write(const std::string& name, const std::string& bytes) const {
        std::ofstream(file(name), std::ios::binary) << bytes;
    }

    // What `check` says of a file, without the folder's name and the count at the end.
    std::string check(const std::string& name, const std::string& options = "") const {
        const Finished finished = run_command(bounds + zhaimao::program() + " check " + options +
                                              " " + file(name).string());
        std::string said = finished.output;
        const bool sound = said.find("no mistakes") != std::string::npos;
        CHECK(finished.code == (sound ? 0 : 2));
        const std::string here = scratch_.path.string() + "/";
        for (std::size_t at; (at = said.find(here)) != std::string::npos;)
            said.erase(at, here.size());
        if (said.ends_with(" in 1 file.\n")) said.resize(said.rfind('\n', said.size() - 2) + 1);
        return said;
    }

    std::string check_text(const std::string& bytes) const {
        write("h.yaml", bytes);
        return check("h.yaml");
    }

    // A sound scenario with one value changed.
    std::string check_value(const std::string& value) const {
        return check_text("zhaimao: 1\nextends: " + zhaimao::source_dir() +
                          "/tests/laws/quiet.yaml\nchange:\n  luck.permanent_sd: " + value + "\n");
    }

    // The same scenario as it is, with a setting in single quotes, which it may not hold.
    std::string check_setting(const std::string& setting) const {
        write("h.yaml",
              "zhaimao: 1\nextends: " + zhaimao::source_dir() + "/tests/laws/quiet.yaml\n");
        return check("h.yaml", "--set '" + setting + "'");
    }

   private:
    ScratchFolder scratch_;
};

inline std::string repeated(const std::string& unit, std::size_t count) {
    std::string text;
    text.reserve(unit.size() * count);
    for (std::size_t i = 0; i < count; ++i) text += unit;
    return text;
}
