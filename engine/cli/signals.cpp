#include "engine/cli/signals.h"

#include <csignal>

namespace zhaimao {

namespace {

std::atomic<bool> caught{false};
std::atomic<int> caught_signal{0};
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<int>::is_always_lock_free);

void remember(int signal) {
    caught_signal = signal;
    caught = true;
}

}  // namespace

void catch_signals() {
    struct sigaction action {};
    action.sa_handler = remember;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    struct sigaction before {};
    sigaction(SIGHUP, &action, &before);
    if (before.sa_handler == SIG_IGN) sigaction(SIGHUP, &before, nullptr);  // under nohup
    std::signal(SIGXFSZ, SIG_IGN);
}

const std::atomic<bool>& interrupted() {
    return caught;
}

int interrupted_exit_code() {
    return caught ? 128 + caught_signal : 0;
}

}  // namespace zhaimao
