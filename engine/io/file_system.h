// What a file system can be trusted with.
#pragma once

#include <filesystem>

namespace zhaimao {

// A disk of this machine: memory that processes share through a file works there. Network file
// systems, and kinds that are not known, are none.
[[nodiscard]] bool is_on_local_disk(const std::filesystem::path& path);
// By the number that statfs(2) gives its kind.
[[nodiscard]] bool is_local_kind(long kind);

// Held by one process at a time; let go when it ends, however it ends.
class FileLock {
   public:
    // InputError: another process holds it. A file system without locks is taken as it is.
    explicit FileLock(const std::filesystem::path& path);
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;
    ~FileLock();

   private:
    int handle_;
};

}  // namespace zhaimao
