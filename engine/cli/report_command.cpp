#include "engine/cli/report_command.h"

#include <filesystem>
#include <fstream>

#include "engine/report/projection.h"

namespace zhaimao {
namespace {

std::string document(const std::filesystem::path& file, const RunData& run,
                     const ProjectionStyle& style) {
    if (file.extension() == ".md") return projection_markdown(run, style);
    if (file.extension() == ".tex") return projection_latex(run, style);
    throw InputError("report: '" + file.string() +
                     "' is of no known kind (the ending says it). Name a file that ends in .md or "
                     ".tex");
}

void write_whole(const std::filesystem::path& file, const std::string& text) {
    const std::filesystem::path part = file.string() + ".part";
    {
        std::ofstream out(part, std::ios::binary);
        out << text << std::flush;
        if (!out) {
            std::error_code ignored;
            std::filesystem::remove(part, ignored);
            throw MachineError(file.string() + ": cannot be written");
        }
    }
    std::filesystem::rename(part, file);
}

}  // namespace

int report_command(const Options& options) {
    if (options.files.size() != 1) throw InputError("report: name one run folder");
    if (!options.output) throw InputError("report: name the file to write with -o FILE");
    const RunData run = read_run(options.files[0]);
    write_whole(*options.output,
                document(*options.output, run, {options.language, options.title.value_or("")}));
    return 0;
}

}  // namespace zhaimao
