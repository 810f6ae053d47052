// SIGINT, SIGTERM and SIGHUP: the run stops at the next replicate, and nothing half-written stays.
#pragma once

#include <atomic>

namespace zhaimao {

// From now on the first of these signals is remembered; a second one ends the program at once.
// Writing beyond a file size limit becomes an error of that write instead of a signal.
void catch_signals();

// True once a signal came.
[[nodiscard]] const std::atomic<bool>& interrupted();

// 129 after SIGHUP, 130 after SIGINT, 143 after SIGTERM, 0 before any.
[[nodiscard]] int interrupted_exit_code();

}  // namespace zhaimao
