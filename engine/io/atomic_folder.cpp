#include "engine/io/atomic_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <system_error>
#include <vector>

#include "engine/core/diagnostics.h"

namespace zhaimao {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void fail(const fs::path& path, const std::string& what, int error) {
    throw MachineError(path.string() + ": " + what + " (" + std::generic_category().message(error) +
                       ")");
}

class File {
   public:
    File(const fs::path& path, int flags)
        : path_(path), handle_(::open(path.c_str(), flags, 0666)) {
        if (handle_ < 0) fail(path_, "cannot be opened", errno);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    ~File() { ::close(handle_); }

    void write(std::string_view bytes) {
        while (!bytes.empty()) {
            const ssize_t written = ::write(handle_, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) fail(path_, "cannot be written", errno);
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
    }
    // EINVAL: a file system that knows no syncing; there is nothing to do about it.
    void sync() {
        if (::fsync(handle_) != 0 && errno != EINVAL) fail(path_, "cannot be synced", errno);
    }

   private:
    fs::path path_;
    int handle_;
};

void make_folders(const fs::path& path) {
    std::error_code error;
    fs::create_directories(path, error);
    if (error) fail(path, "cannot be made", error.value());
}

fs::path parent_of(const fs::path& path) {
    return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

// With the machine's name: machines may share the disk.
std::string sibling_prefix(const fs::path& target, const std::string& word) {
    std::array<char, 256> host{};
    ::gethostname(host.data(), host.size() - 1);
    return "." + target.filename().string() + "." + word + "-" + host.data() + "-";
}

fs::path sibling(const fs::path& target, const std::string& word, int attempt) {
    return parent_of(target) / (sibling_prefix(target, word) + std::to_string(::getpid()) + "-" +
                                std::to_string(attempt));
}

fs::path make_sibling(const fs::path& target, const std::string& word) {
    for (int attempt = 0;; ++attempt) {
        const fs::path path = sibling(target, word, attempt);
        if (::mkdir(path.c_str(), 0777) == 0) return path;
        if (errno != EEXIST) fail(path, "cannot be made", errno);
    }
}

bool is_dead(pid_t process) {
    return process > 0 && ::kill(process, 0) != 0 && errno == ESRCH;
}

// What killed processes of this machine left; never what a living one writes.
void remove_left_overs(const fs::path& target) {
    const std::string prefix = sibling_prefix(target, "part");
    std::error_code ignored;
    std::vector<fs::path> dead;
    for (const auto& entry : fs::directory_iterator(parent_of(target), ignored)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with(prefix) && is_dead(std::atoi(name.c_str() + prefix.size())))
            dead.push_back(entry.path());
    }
    for (const fs::path& path : dead) fs::remove_all(path, ignored);
}

// "dir/" and "dir/." name dir, and a link names the folder it points to.
fs::path resolved(const fs::path& target) {
    std::error_code error;
    fs::path path = fs::absolute(target, error);
    if (!error) path = fs::weakly_canonical(path, error);
    if (error) fail(target, "cannot be made", error.value());
    if (!path.has_filename()) path = path.parent_path();
    return path;
}

void rename_or_fail(const fs::path& from, const fs::path& to) {
    if (::rename(from.c_str(), to.c_str()) != 0) fail(to, "cannot be put in place", errno);
}

// Afterwards `fresh` stands at `target` and the old folder at the returned path.
fs::path exchange(const fs::path& fresh, const fs::path& target) {
    if (::renameat2(AT_FDCWD, fresh.c_str(), AT_FDCWD, target.c_str(), RENAME_EXCHANGE) == 0) {
        return fresh;
    }
    // A file system without exchange: two renames, and the first undone should the second fail.
    const fs::path old = make_sibling(target, "old");
    rename_or_fail(target, old);
    if (::rename(fresh.c_str(), target.c_str()) != 0) {
        const int error = errno;
        rename_or_fail(old, target);
        fail(target, "cannot be put in place", error);
    }
    return old;
}

void refuse_foreign(const fs::path& target, const AtomicFolder::IsOurs& is_ours) {
    std::error_code error;
    if (fs::is_symlink(fs::symlink_status(resolved(target), error)))
        throw InputError(target.string() +
                         ": is a link to nothing. Remove it, or name another folder with -o");
    const fs::file_status status = fs::status(target, error);
    if (!fs::exists(status) || (fs::is_directory(status) && is_ours(target))) return;
    throw InputError(target.string() +
                     ": exists and is not a run folder (it would be replaced). "
                     "Name another folder with -o, or remove it");
}

// Tried in the nearest folder that is there.
void try_to_make(const fs::path& target) {
    const fs::path path = resolved(target);
    fs::path folder = parent_of(path);
    std::error_code ignored;
    while (folder != folder.root_path() && !fs::exists(fs::symlink_status(folder, ignored)))
        folder = folder.parent_path();
    const fs::path part = sibling(folder / path.filename(), "part", 0);
    if (::mkdir(part.c_str(), 0777) != 0 && errno != EEXIST) fail(target, "cannot be made", errno);
    ::rmdir(part.c_str());
}

}  // namespace

void refuse_impossible_folder(const fs::path& target, const AtomicFolder::IsOurs& is_ours) {
    refuse_foreign(target, is_ours);
    try_to_make(target);
}

AtomicFolder::AtomicFolder(const fs::path& target, IsOurs is_ours)
    : target_(resolved(target)), is_ours_(std::move(is_ours)) {
    refuse_foreign(target_, is_ours_);
    make_folders(parent_of(target_));
    remove_left_overs(target_);
    temporary_ = make_sibling(target_, "part");
}

AtomicFolder::~AtomicFolder() {
    std::error_code ignored;
    if (!committed_) fs::remove_all(temporary_, ignored);
}

void AtomicFolder::write(const fs::path& name, std::string_view bytes) {
    const fs::path path = temporary_ / name;
    make_folders(parent_of(path));
    File file(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC);
    file.write(bytes);
    file.sync();
}

fs::path AtomicFolder::write(const fs::path& name,
                             const std::function<void(const fs::path&)>& writer) {
    const fs::path path = temporary_ / name;
    make_folders(parent_of(path));
    writer(path);
    File(path, O_RDONLY | O_CLOEXEC).sync();
    return path;
}

void AtomicFolder::sync_folders() const {
    for (const auto& entry : fs::recursive_directory_iterator(temporary_)) {
        if (entry.is_directory()) File(entry.path(), O_RDONLY | O_DIRECTORY | O_CLOEXEC).sync();
    }
    File(temporary_, O_RDONLY | O_DIRECTORY | O_CLOEXEC).sync();
}

void AtomicFolder::commit() {
    sync_folders();
    refuse_foreign(target_, is_ours_);
    std::error_code ignored;
    if (fs::exists(target_)) {
        const fs::path old = exchange(temporary_, target_);
        committed_ = true;
        fs::remove_all(old, ignored);
    } else {
        rename_or_fail(temporary_, target_);
        committed_ = true;
    }
    File(parent_of(target_), O_RDONLY | O_DIRECTORY | O_CLOEXEC).sync();
}

}  // namespace zhaimao
