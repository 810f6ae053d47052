// While it lives, the system's temporary folder is another one.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

class TemporaryFolderIs {
   public:
    explicit TemporaryFolderIs(const std::filesystem::path& folder) {
        if (const char* set = std::getenv("TMPDIR")) before_ = set;
        ::setenv("TMPDIR", folder.c_str(), 1);
    }
    TemporaryFolderIs(const TemporaryFolderIs&) = delete;
    TemporaryFolderIs& operator=(const TemporaryFolderIs&) = delete;
    ~TemporaryFolderIs() {
        if (before_) {
            ::setenv("TMPDIR", before_->c_str(), 1);
        } else {
            ::unsetenv("TMPDIR");
        }
    }

   private:
    std::optional<std::string> before_;
};
