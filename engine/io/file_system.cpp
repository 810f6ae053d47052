#include "engine/io/file_system.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

#include "engine/core/diagnostics.h"

namespace zhaimao {

bool is_local_kind(long kind) {
    // ext, xfs, btrfs, tmpfs, overlayfs, zfs, f2fs, ramfs, bcachefs, ntfs3, exfat: linux/magic.h.
    constexpr std::array<unsigned long, 11> local{0xEF53,     0x58465342, 0x9123683E, 0x01021994,
                                                  0x794C7630, 0x2FC12FC1, 0xF2F52010, 0x858458F6,
                                                  0xCA451A4E, 0x7366746E, 0x2011BAB0};
    return std::find(local.begin(), local.end(), static_cast<unsigned long>(kind)) != local.end();
}

bool is_on_local_disk(const std::filesystem::path& path) {
    struct statfs found {};
    return ::statfs(path.c_str(), &found) == 0 && is_local_kind(static_cast<long>(found.f_type));
}

FileLock::FileLock(const std::filesystem::path& path)
    : handle_(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666)) {
    if (handle_ < 0)
        throw MachineError(path.string() + ": cannot be made (" +
                           std::generic_category().message(errno) + ")");
    if (::flock(handle_, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) return;
    ::close(handle_);
    throw InputError(path.string() +
                     ": is held by another process (it computes the same study). Let it finish, or "
                     "share the study with --shard");
}

FileLock::~FileLock() {
    ::close(handle_);
}

}  // namespace zhaimao
