#include "engine/cli/whole_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <system_error>

#include "engine/core/diagnostics.h"

namespace zhaimao {
namespace {

namespace fs = std::filesystem;

void make_folder_of(const fs::path& file) {
    if (!file.has_parent_path()) return;
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    if (error)
        throw MachineError(file.parent_path().string() + ": cannot be made (" + error.message() +
                           ")");
}

// Libraries and browsers that write files say not why they cannot: asked before they begin.
void try_to_make(const fs::path& file) {
    const int handle = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (handle < 0) throw std::system_error(errno, std::generic_category());
    ::close(handle);
    fs::remove(file);
}

// A message of the part as one of the file.
std::string of_file(std::string text, const fs::path& part, const fs::path& file) {
    const std::string name = part.string();
    for (std::size_t at = 0; (at = text.find(name, at)) != std::string::npos;
         at += file.string().size())
        text.replace(at, name.size(), file.string());
    return text;
}

}  // namespace

void write_text(const fs::path& file, const std::string& text) {
    errno = 0;
    std::ofstream out(file, std::ios::binary);
    out << text << std::flush;
    if (!out) throw std::system_error(errno == 0 ? EIO : errno, std::generic_category());
}

void write_whole(const fs::path& file, const std::function<void(const fs::path&)>& write) {
    const fs::path part = file.string() + ".part";
    std::error_code ignored;
    make_folder_of(file);
    try {
        try_to_make(part);
        write(part);
        fs::rename(part, file);
    } catch (const std::system_error& e) {
        fs::remove(part, ignored);
        throw MachineError(file.string() + ": cannot be written (" + e.code().message() + ")");
    } catch (const MachineError& e) {
        fs::remove(part, ignored);
        throw MachineError(of_file(e.what(), part, file));
    } catch (...) {
        fs::remove(part, ignored);
        throw;
    }
}

}  // namespace zhaimao
