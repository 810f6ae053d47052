// While it lives, no file of this process may grow beyond so many bytes: a full disk.
#pragma once

#include <sys/resource.h>

#include <csignal>

class LargestFileIs {
   public:
    explicit LargestFileIs(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit now{bytes, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &now);
    }
    LargestFileIs(const LargestFileIs&) = delete;
    LargestFileIs& operator=(const LargestFileIs&) = delete;
    ~LargestFileIs() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, handler_);
    }

   private:
    void (*handler_)(int);
    rlimit before_{};
};
